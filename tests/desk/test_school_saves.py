"""What a save of the school's profile keeps of what was there before, over all later saves."""

from __future__ import annotations

import os
from dataclasses import replace
from errno import ESTALE
from pathlib import Path
from typing import Any

import pytest

from tests.tiny import write_tiny
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import OutputFault
from wizard.model.school import School

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
HAND = """\
name: Riverside
links:
  - {title: Handbook, address: Staff drive}
  - {title: Old page, address: Old drive}   # stays until the inquiry is closed
"""


@pytest.fixture
def desk(tmp_path: Path) -> SchoolDesk:
    """The desk of a school whose file somebody wrote by hand."""
    (tmp_path / "school.yaml").write_text(HAND, "utf-8")
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content"), tmp_path / "school.yaml")
    return SchoolDesk(places)


def test_a_second_save_goes_over_no_copy_that_was_told(desk: SchoolDesk) -> None:
    """A typo put right a moment later wrote over the remarks that the first had sent there."""
    first = desk.save(replace(desk.profile, links=desk.profile.links[:1]))
    was = desk.path.read_text("utf-8")
    second = desk.save(replace(desk.profile, name="Riverside Junior"))

    assert first.lost
    assert first.copy == desk.path.with_name("school.before.yaml")
    assert first.copy.read_text("utf-8") == HAND
    assert second.copy is not None
    assert second.copy.read_text("utf-8") == was


def test_a_copy_that_says_the_same_is_kept_once(desk: SchoolDesk) -> None:
    """Somebody who puts the copy back and saves again has it in one file, not in two."""
    other = replace(desk.profile, name="Riverside Junior")
    desk.save(other)
    desk.path.write_text(HAND, "utf-8")
    desk.look_again()

    assert desk.save(replace(other, digest=desk.profile.digest)).copy == desk.path.with_name(
        "school.before.yaml"
    )
    assert len(list(desk.path.parent.glob("school.before*"))) == 1


def test_another_logo_goes_over_none_that_a_copy_names(desk: SchoolDesk) -> None:
    """Whoever put the copy back had the new picture in it; the old one was nowhere."""
    new = PNG + b"new"
    for logo in (PNG, new, new, b""):
        desk.save(replace(desk.profile, logo=logo))
    kept = desk.path.with_name("school.before (2).yaml")

    assert "logo: school-logo" in kept.read_text("utf-8").splitlines()
    assert _put_back(desk, kept).logo == PNG
    desk.save(replace(desk.profile, name="Riverside Junior", logo=PNG))
    assert len(list(desk.path.parent.glob("school-logo*"))) == 2


def _put_back(desk: SchoolDesk, copy: Path) -> School:
    copy.replace(desk.path)
    desk.look_again()
    return desk.profile


def test_a_save_that_is_refused_a_look_is_told(
    desk: SchoolDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that refused one look was called a mistake of ours."""
    act, file, before = os.stat, desk.path, desk.path.read_bytes()

    def refusing(path: Any, *more: Any, **named: Any) -> Any:
        if path == file:
            raise OSError(ESTALE, os.strerror(ESTALE), str(path))
        return act(path, *more, **named)

    school = replace(desk.profile, name="Newport")
    monkeypatch.setattr(os, "stat", refusing)
    with pytest.raises(OutputFault, match="cannot be read"):
        desk.save(school)

    assert file.read_bytes() == before
