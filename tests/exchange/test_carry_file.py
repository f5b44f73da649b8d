"""The encrypted file to carry away: whole or not at all, for its passphrase alone."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from wizard.errors import InputFault
from wizard.exchange.carry_file import is_carried, read_carried, write_carried
from wizard.safe import limits, slots

PASSPHRASE = "nine patient toads"
DOCUMENTS = [b'{"note": "Nightjar \xc5\xb5"}', b'{"note": ""}']

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    """A file with two documents."""
    path = tmp_path / "mine.answers"
    path.write_bytes(write_carried(DOCUMENTS, PASSPHRASE))
    return path


def test_what_is_carried_comes_back(carried: Path) -> None:
    """In order, letter for letter; and nothing of it can be read on the way."""
    found = read_carried(carried, PASSPHRASE)

    assert is_carried(carried)
    assert [document for _, document in found] == [json.loads(text) for text in DOCUMENTS]
    assert b"Nightjar" not in carried.read_bytes()
    assert write_carried(DOCUMENTS, PASSPHRASE) != carried.read_bytes()


def test_no_spoilt_file_is_read(carried: Path) -> None:
    """A bit flipped, a piece lost, doubled or swapped: one sentence, never other answers."""
    whole = carried.read_bytes()
    dice = random.Random(2611)
    for _ in range(300):
        at, to = sorted(dice.choices(range(len(whole)), k=2))
        spoilt = dice.choice(
            [
                whole[:at] + bytes([whole[at] ^ (1 << dice.randrange(8))]) + whole[at + 1 :],
                whole[:at],
                whole[:at] + whole[to + 1 :],
                whole[:to] + whole[at:],
                whole + b"x",
            ]
        )
        if spoilt == whole:
            continue
        carried.write_bytes(spoilt)
        with pytest.raises(InputFault) as caught:
            read_carried(carried, PASSPHRASE)
        assert "\n" not in str(caught.value)


def read_whole(path: Path) -> None:
    """Read a file; of one that is wrong among others, the fault stands in its place."""
    for _, document in read_carried(path, PASSPHRASE):
        assert isinstance(document, InputFault)
        raise document


@pytest.mark.parametrize("inside", [b"[" * 5_000, b"[1]", b"{}", b'["{"]', b"\xff", b'["NaN"]'])
def test_who_knows_the_passphrase_is_not_trusted_for_it(carried: Path, inside: bytes) -> None:
    """A file may be made to do harm and its passphrase told: inside it is read strictly."""
    whole = carried.read_bytes()
    end = whole.index(b"\n", whole.index(b"\n") + 1) + 1
    slot = slots.read_slot(json.loads(whole[whole.index(b"\n") : end]))
    key = slots.open_slot(slot, PASSPHRASE)
    assert key is not None
    carried.write_bytes(whole[:end] + slots.seal(key, inside, whole[:end]))

    with pytest.raises(InputFault):
        read_whole(carried)


def test_a_file_of_a_later_version_is_told_as_one(carried: Path) -> None:
    """It was called no file of answers, and another file could go over it."""
    carried.write_bytes(carried.read_bytes().replace(b"away, 1\n", b"away, 2\n", 1))

    assert is_carried(carried)
    with pytest.raises(InputFault, match="later version of the program"):
        read_carried(carried, PASSPHRASE)


def test_what_is_none_of_ours_is_said(tmp_path: Path) -> None:
    """A missing file, a folder, another file, a huge one."""
    other = tmp_path / "other.txt"
    other.write_bytes(b"Before You Post")
    for path in (other, tmp_path, tmp_path / "gone"):
        assert not is_carried(path)
        with pytest.raises(InputFault):
            read_carried(path, PASSPHRASE)

    assert limits.CARRY_FILE_BYTES == 20_000_000
    huge = tmp_path / "huge"
    huge.write_bytes(write_carried([b"1"], PASSPHRASE))
    with huge.open("ab") as file:
        file.truncate(limits.CARRY_FILE_BYTES + 1)
    with pytest.raises(InputFault, match="not a file of answers to carry"):
        read_carried(huge, PASSPHRASE)
