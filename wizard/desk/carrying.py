"""Answers carried from one computer to another in an encrypted file.

This is how somebody works on a shared computer where nothing is kept: the file goes
home on a stick, and is opened wherever they go on, by window or by command.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from wizard.desk import answers, files
from wizard.desk.desk import Desk
from wizard.desk.lock_state import refuse_short
from wizard.exchange.answers_file import journey_of, read_answers
from wizard.exchange.carry_file import ENDING, is_carried, read_carried, write_carried

__all__ = ["ENDING", "bring", "is_carried", "take"]


def take(desk: Desk, path: Path, passphrase: str) -> int:
    """Write all that is kept to an encrypted file; return how many self-assessments it holds.

    Raises ``InputFault`` if the passphrase is too short, ``OutputFault`` if the file can
    not be written.
    """
    refuse_short(passphrase)
    sessions = [desk.runs.open(card.id).result() for card in desk.runs.list().result()]
    # The one changed last comes first in the list, and must come last where it is opened.
    documents = [answers.write(session.pack, session.run) for session in reversed(sessions)]
    files.write(path, write_carried(documents, passphrase))
    return len(documents)


def bring(desk: Desk, path: Path, passphrase: str) -> tuple[str, ...]:
    """Keep the self-assessments of an encrypted file here; return their ids, the last first.

    Raises ``InputFault`` before anything is kept if the passphrase or one of them is not
    right.  What is here already is never replaced.
    """
    arrived = []
    for shown, document in read_carried(path, passphrase):
        pack = answers.open_journey(desk.places, journey_of(document, shown))
        arrived.append((pack, read_answers(document, shown, pack, desk.clock.now())))
    ids = []
    for pack, run in arrived:
        mine = replace(run, id=uuid4().hex)
        desk.runs.add(mine, pack).result()
        ids.append(mine.id)
    return tuple(reversed(ids))
