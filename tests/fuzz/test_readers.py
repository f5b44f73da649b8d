"""Every reader of files that a stranger may have made, given spoilt ones by the hundred.

Whatever comes, the answer is a value or one clear sentence: never another error, never a
hang.  The quick run takes a few hundred of each; ``make full`` takes many more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.mutation import spoil
from tests.tiny import write_tiny
from wizard import paths
from wizard.desk import answers
from wizard.desk.places import Places
from wizard.errors import ContentFaults, InputFault, Problem
from wizard.pack.build import open_pack
from wizard.pack.check import check
from wizard.pack.school_file import read_school
from wizard.pack.source import FolderSource

CONTENT = paths.content_folder()

QUICK = {"answers": 150, "content": 250, "school": 300}
LONG = {"answers": 3_000, "content": 6_000, "school": 8_000}

SENTENCE = 600
"""Letters; what a person is told must stay readable however long the spoilt place is."""


def answers_file(folder: Path, chance: Random) -> str:
    """Read a spoilt answers file; return what was told."""
    path = folder / "spoilt.json"
    example = chance.choice(sorted((CONTENT / "examples").glob("before*.json")))
    path.write_bytes(spoil(example.read_bytes(), chance))
    try:
        answers.read(path, Places())
    except InputFault as told:
        return str(told).replace(str(folder), "")
    return ""


def content_file(folder: Path, chance: Random) -> str:
    """Check content with one spoilt file, and open its journey; return what was told."""
    content = write_tiny(folder / "content")
    path = chance.choice(sorted(one for one in content.rglob("*") if one.is_file()))
    path.write_bytes(spoil(path.read_bytes(), chance))
    _, faults = check(FolderSource(content))
    try:
        open_pack(FolderSource(content), "tiny")
    except ContentFaults as told:
        assert faults, "check must find what keeps a journey from opening"
        return str(told).replace(str(content), "")
    except InputFault as told:
        return str(told)
    return ""


def school_file(folder: Path, chance: Random) -> str:
    """Read a spoilt school's file and lay it over a journey; return what was told."""
    content = write_tiny(folder / "content")
    path = folder / "school.yaml"
    sample = (CONTENT / "school-example" / "school.yaml").read_bytes()
    path.write_bytes(spoil(sample.replace(b"before-posting", b"tiny"), chance))
    try:
        read_school(path)
        open_pack(FolderSource(content), "tiny", path)
    except Problem as told:
        return str(told).replace(str(folder), "")
    return ""


READERS: dict[str, Callable[[Path, Random], str]] = {
    "answers": answers_file,
    "content": content_file,
    "school": school_file,
}


def run(reader: str, rounds: int, folder: Path) -> None:
    """Give a reader spoilt files; fail on any error that is not a sentence."""
    told = []
    for seed in range(rounds):
        try:
            told.append(READERS[reader](folder, Random(seed)))
        except Exception as error:  # noqa: BLE001 - whatever escapes is what we look for
            pytest.fail(f"{reader}, seed {seed}: {type(error).__name__}: {error}")

    assert max(len(sentence) for sentence in told) <= SENTENCE
    refused = sum(bool(sentence) for sentence in told)
    assert refused > rounds // 4, "most spoilt files must be noticed, or this test is blind"


@pytest.mark.parametrize("reader", READERS)
def test_spoilt_files_are_told_in_a_sentence(reader: str, tmp_path: Path) -> None:
    """A few hundred seeded files each."""
    run(reader, QUICK[reader], tmp_path)


@pytest.mark.full
@pytest.mark.parametrize("reader", READERS)
def test_many_spoilt_files_are_told_in_a_sentence(reader: str, tmp_path: Path) -> None:
    """Thousands of seeded files each, some minutes."""
    run(reader, LONG[reader], tmp_path)
