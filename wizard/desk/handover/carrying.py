"""Answers carried from one computer to another in an encrypted file.

This is how somebody works on a shared computer where nothing is kept: the file goes
home on a stick, and is opened wherever they go on, by window or by command.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.desk import files
from wizard.desk.assessment.out_there import words_in
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, keeping
from wizard.desk.lock.state import refuse_short
from wizard.errors import InputFault
from wizard.exchange.carry_file import ENDING, is_carried, read_carried, write_carried
from wizard.safe.limits import CARRY_FILE_BYTES
from wizard.words import say

__all__ = ["ENDING", "bring", "is_carried", "take"]


@dataclass(frozen=True, slots=True)
class Taken:
    """How many self-assessments a file holds, and why some of them may not open again.

    ``lacking`` says which are not in it, as they can not be read, and why.
    """

    number: int
    unsure: tuple[str, ...]
    lacking: tuple[str, ...] = ()


def take(desk: Desk, where: Path | files.Place, passphrase: str) -> Taken:
    """Write all that was written here to an encrypted file.

    Raises ``InputFault`` if the passphrase is too short or what is kept is more than could be
    opened again, ``OutputFault`` if the file can not be written.
    """
    refuse_short(passphrase)
    place = files.Place.of(where)
    desk.elsewhere.refuse_over(place.path)
    # The one changed last comes first in the list, and must come last where it is opened.
    ids, lacking = reversed(desk.runs.everything()), list[str]()
    found = [keeping.as_file(desk, one) for one in keeping.readable(desk, ids, lacking)]
    content = write_carried((one.content for one in found), passphrase)
    if len(content) > CARRY_FILE_BYTES:
        raise InputFault(say("reading.carried.much", most=CARRY_FILE_BYTES // 1_000_000))
    place.write(content)
    # What is read again here, with the passphrase as it came, opens anywhere.
    marks, doubts = keeping.looked_over(found, _read_again(place.path, passphrase))
    desk.elsewhere.wrote(place.path, marks, content, (one.run for one in found))
    return Taken(len(found), doubts, tuple(lacking))


def _read_again(path: Path, passphrase: str) -> Iterator[tuple[str, object]]:
    yield from read_carried(path, passphrase)


def bring(desk: Desk, path: Path, passphrase: str) -> bringing.Brought:
    """Keep the self-assessments of an encrypted file here; their ids come the last first.

    What is here already is never replaced.  Raises ``InputFault`` before anything is kept
    if the passphrase is not right, or none of them can be read.
    """
    words = words_in(path)
    return bringing.bring_read(desk, path, words, read_carried(path, passphrase))
