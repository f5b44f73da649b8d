"""The school's profile: read back as it was kept, and told where it is not right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard.desk.places import Places
from wizard.desk.school import SchoolDesk
from wizard.errors import ContentFaults, InputFault
from wizard.model.answers import Person
from wizard.model.school import NO_SCHOOL, Helpline, School

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_profile_reads_back(tmp_path: Path) -> None:
    """Names in every script, a policy and a logo survive."""
    school = School(
        "Ysgol Dŵr & Łódź: #1 'best' {yes}",
        PNG,
        "newport",
        "wales",
        {"head": Person("مريم", "Head"), "dsl": Person("no", "1.10")},
        (("Our policy", "S:/Policies/social media.pdf"),),
        (Helpline("POSH", "staff", "0344 381 4772", "10-16"),),
        90,
    )
    places = Places(tmp_path, write_tiny(tmp_path / "content"))
    SchoolDesk(places).save(school)

    assert replace(SchoolDesk(places).profile, digest="") == school


def test_no_file_is_an_empty_profile(tmp_path: Path) -> None:
    """A program that was never set up still works."""
    assert SchoolDesk(Places(tmp_path)).profile == NO_SCHOOL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nam: X\n", "did you mean 'name'?"),
        ("name: X\npolicy: newprt\n", "did you mean 'newport'?"),
        ("name: [X]\n", "school.yaml:1: 'name' is not plain text"),
        ("people: {head: Ann}\n", "holds a text where keys are wanted"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    """The office lead sees what to mend."""
    (tmp_path / "school.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(ContentFaults) as caught:
        _ = SchoolDesk(Places(tmp_path)).profile

    assert told in str(caught.value)


def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """A renamed document must not reach the paper."""
    (tmp_path / "logo.png").write_bytes(b"<svg onload='x'/>")
    (tmp_path / "school.yaml").write_text("name: X\nlogo: logo.png\n", encoding="utf-8")

    with pytest.raises(InputFault, match="not a PNG or JPEG"):
        _ = SchoolDesk(Places(tmp_path)).profile


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    """A folder in its place, or no permission, is a sentence and not the end of the program."""
    (tmp_path / "school.yaml").mkdir()

    with pytest.raises(InputFault, match="can not be read: it is a folder"):
        _ = SchoolDesk(Places(tmp_path)).profile
