"""What is kept, and for how long: everything in one file, and what may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from wizard.clock import local_day
from wizard.desk import answers, papers
from wizard.desk.desk import Desk
from wizard.errors import InputFault
from wizard.exchange.answers_file import journey_of, read_answers
from wizard.exchange.archive import is_archive, read_archive, write_archive
from wizard.exchange.strict_json import parse_json
from wizard.model.run import Run, RunCard
from wizard.safe.names import safe_file_name
from wizard.safe.regular import begins
from wizard.words import say

if TYPE_CHECKING:
    from wizard.pack.build import Pack

UNTOUCHED_DAYS = 90
"""Days without change after which we ask, where the school says nothing else."""

READER = "me"


def everything(desk: Desk) -> bytes:
    """Return all self-assessments kept here as one readable archive (JSON and PDF)."""
    return write_archive(_files(desk))


def bring_in(desk: Desk, path: Path) -> tuple[str, ...]:
    """Keep the self-assessments of an answers file, a PDF or an archive here; return their ids.

    Raises ``InputFault`` before anything is kept if one of them is not right.
    """
    if is_paper(path):
        arrived = [_from_paper(desk, path)]
    elif not is_archive(path):
        pack, run = answers.read(path, desk.places)
        arrived = [(pack, run)]
    else:
        arrived = []
        for shown, document in read_archive(path):
            pack = answers.open_journey(desk.places, journey_of(document, shown))
            arrived.append((pack, read_answers(document, shown, pack, desk.clock.now())))
    ids = []
    for pack, run in arrived:
        # Its own id, so that what is here already is never replaced.
        mine = replace(run, id=uuid4().hex)
        desk.runs.add(mine, pack).result()
        ids.append(mine.id)
    return tuple(ids)


def is_paper(path: Path) -> bool:
    """Say whether a file begins as PDFs do."""
    return begins(path, b"%PDF-")


def _from_paper(desk: Desk, path: Path) -> tuple[Pack, Run]:
    # Reading a PDF is for whoever brings one; nobody else waits for it.
    from wizard.desk import returning

    returned = returning.read(path)
    if not returned.data.answers:
        raise InputFault(say("ui.bring.for-slt", name=path.name))
    document = parse_json(returned.data.answers.encode(), path.name)
    pack = answers.open_journey(desk.places, journey_of(document, path.name))
    return pack, read_answers(document, path.name, pack, desk.clock.now())


def may_go(cards: Iterable[RunCard], retention_days: int, now: datetime) -> tuple[RunCard, ...]:
    """Return what nobody has touched for so long that it may be deleted.

    It is offered, never done: deleting needs a person's yes.
    """
    days = retention_days or UNTOUCHED_DAYS
    return tuple(card for card in cards if now - card.changed > timedelta(days=days))


def _files(desk: Desk) -> Iterator[tuple[str, bytes]]:
    school = desk.school.profile
    for number, card in enumerate(desk.runs.list().result(), 1):
        session = desk.runs.open(card.id).result()
        day = local_day(card.changed).isoformat()
        name = f"{number:03} {safe_file_name(f'{session.journey.title} {card.title} {day}')}"
        yield f"{name}.json", answers.write(session.pack, session.run)
        paper = papers.compose_paper(session.pack, session.run, school, READER, desk.clock.now())
        yield f"{name}.pdf", papers.draw(paper)
