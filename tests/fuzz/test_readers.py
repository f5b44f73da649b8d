"""Every reader of files that a stranger may have made, given spoilt ones by the hundred.

Whatever comes, the answer is a value or one clear sentence: never another error, never a
hang.  The quick run takes a few hundred of each; ``make fuzz`` takes many more.  What a
spoilt PDF does is held by ``tests/exchange/fuzz``, spoilt pages of the store by
``tests/store/test_faults``; ``make fuzz`` takes those along.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.mutation import spoil
from tests.tiny import write_tiny
from wizard import paths
from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.places import Places
from wizard.errors import ContentFaults, InputFault, Problem, StoreDamaged
from wizard.exchange.archive import read_archive, write_archive
from wizard.exchange.carry_file import read_carried, write_carried
from wizard.pack.build import open_pack
from wizard.pack.check import check
from wizard.pack.school_file import read_school
from wizard.pack.source import FolderSource
from wizard.safe.lock_file import LockFile, read_locks, write_lock
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.safe.slots import SlotKind, make_slot, new_key
from wizard.safe.tries import DELAYS, TRIES_FILE, Tries

CONTENT = paths.content_folder()

QUICK = {"answers": 150, "content": 250, "school": 300, "archive": 150, "carried": 150,
         "lock": 150, "tries": 150}  # fmt: skip
LONG = {"answers": 3_000, "content": 6_000, "school": 8_000, "archive": 3_000, "carried": 3_000,
        "lock": 2_000, "tries": 5_000}  # fmt: skip

FOUND = {"archive": (222,), "tries": (1170,)}
"""Seeds that found a fault once; they are always tried."""

PASSPHRASE = "seven quiet otters"

SENTENCE = 600
"""Letters; what a person is told must stay readable however long the spoilt place is."""

pytestmark = pytest.mark.usefixtures("cheap")


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


def archive(folder: Path, chance: Random) -> str:
    """Read a spoilt archive of everything; return what was told."""
    path = folder / "spoilt.zip"
    example = (CONTENT / "examples" / "before-posting.json").read_bytes()
    inside = [("one.json", example), ("two.json", spoil(example, chance)), ("one.pdf", b"%PDF-")]
    path.write_bytes(spoil(write_archive(inside), chance))
    try:
        list(read_archive(path))
    except InputFault as told:
        return str(told).replace(str(folder), "")
    return ""


def carried_file(folder: Path, chance: Random) -> str:
    """Read a spoilt file of answers to carry away; return what was told."""
    whole, path = folder / "whole.answers", folder / "spoilt.answers"
    if not whole.exists():
        example = (CONTENT / "examples" / "before-posting.json").read_bytes()
        whole.write_bytes(write_carried([example], PASSPHRASE))
    path.write_bytes(spoil(whole.read_bytes(), chance))
    try:
        read_carried(path, PASSPHRASE)
    except Problem as told:
        return str(told).replace(str(folder), "")
    return ""


def lock_files(folder: Path, chance: Random) -> str:
    """Open a lock of which one file or both are spoilt; return what was told.

    One of the two alone must never keep its owner out.
    """
    place = folder / "lock"
    if not place.exists():
        place.mkdir()
        master = new_key()
        slot = make_slot(SlotKind.PASSPHRASE, PASSPHRASE, master)
        write_lock(place, LockFile.holding((slot,), master, new_key(), code_unseen=False))
    whole = (place / LOCK_JSON).read_bytes()
    spoilt = chance.choice([(LOCK_JSON,), (LOCK_COPY,), (LOCK_JSON, LOCK_COPY)])
    for name in spoilt:
        (place / name).write_bytes(spoil(whole, chance))
    try:
        lock = read_locks(place)[0]
        master = lock.master(SlotKind.PASSPHRASE, PASSPHRASE) or b""
        assert lock.keys(master), "what is taken for a lock must open"
    except StoreDamaged as told:
        assert len(spoilt) == 2, "the other one was whole"
        return str(told).replace(str(folder), "")
    finally:
        for name in (LOCK_JSON, LOCK_COPY):
            (place / name).write_bytes(whole)
    return ""


def tries_file(folder: Path, chance: Random) -> str:
    """Read a spoilt record of wrong passphrases: never longer to wait than was ever said."""
    raw = json.dumps({"wrong": 9, "last": "2026-11-21T08:30:00+00:00"}).encode()
    (folder / TRIES_FILE).write_bytes(spoil(raw, chance))
    tries = Tries(folder, FixedClock(datetime(2026, 11, 21, 8, 31, tzinfo=UTC)))
    assert 0 <= tries.wait <= DELAYS[-1]
    return f"wrong {tries.wrong} times" if tries.wrong != 9 else ""


READERS: dict[str, Callable[[Path, Random], str]] = {
    "answers": answers_file,
    "content": content_file,
    "school": school_file,
    "archive": archive,
    "carried": carried_file,
    "lock": lock_files,
    "tries": tries_file,
}


def run(reader: str, rounds: int, folder: Path) -> None:
    """Give a reader spoilt files; fail on any error that is not a sentence."""
    told = []
    for seed in (*range(rounds), *FOUND.get(reader, ())):
        try:
            told.append(READERS[reader](folder, Random(seed)))
        except Exception as error:  # noqa: BLE001 - whatever escapes is what we look for
            pytest.fail(f"{reader}, seed {seed}: {type(error).__name__}: {error}")

    assert max(len(sentence) for sentence in told) <= SENTENCE
    refused = sum(bool(sentence) for sentence in told)
    assert refused > rounds // 5, "most spoilt files must be noticed, or this test is blind"


@pytest.mark.parametrize("reader", READERS)
def test_spoilt_files_are_told_in_a_sentence(reader: str, tmp_path: Path) -> None:
    """A few hundred seeded files each."""
    run(reader, QUICK[reader], tmp_path)


@pytest.mark.full
@pytest.mark.parametrize("reader", READERS)
def test_many_spoilt_files_are_told_in_a_sentence(reader: str, tmp_path: Path) -> None:
    """Thousands of seeded files each, some minutes."""
    run(reader, LONG[reader], tmp_path)
