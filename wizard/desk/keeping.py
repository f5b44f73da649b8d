"""What is kept, and for how long: everything in one file, and what may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from wizard.clock import local_day
from wizard.desk import answers, papers
from wizard.desk.desk import Desk
from wizard.exchange.answers_file import decisions_in, journey_of, read_answers
from wizard.exchange.archive import is_archive, read_archive, write_archive
from wizard.exchange.strict_json import read_json
from wizard.model.decision import Decision
from wizard.model.run import Run, RunCard
from wizard.safe.names import safe_file_name
from wizard.safe.regular import begins

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
    elif is_archive(path):
        arrived = [arrived_in(desk, shown, document) for shown, document in read_archive(path)]
    else:
        arrived = [arrived_in(desk, str(path), read_json(path))]
    return tuple(keep(desk, one) for one in arrived)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A self-assessment that came in, with its journey and what SLT decided about it."""

    pack: Pack
    run: Run
    decisions: tuple[Decision, ...] = ()


def arrived_in(desk: Desk, shown: str, document: object) -> Arrived:
    """Return what an answers file holds.  Raises ``InputFault`` for what does not belong."""
    now = desk.clock.now()
    pack = answers.open_journey(desk.places, journey_of(document, shown))
    run = read_answers(document, shown, pack, now)
    return Arrived(pack, run, decisions_in(document, shown, run.id, now))


def is_paper(path: Path) -> bool:
    """Say whether a file begins as PDFs do."""
    return begins(path, b"%PDF-")


def keep(desk: Desk, arrived: Arrived) -> str:
    """Keep a self-assessment that came in, and return its id here.

    The id is its own, so that what is here already is never replaced.
    """
    mine = replace(arrived.run, id=uuid4().hex)
    desk.runs.add(mine, arrived.pack).result()
    if arrived.decisions:
        desk.decisions.bring(mine.id, arrived.decisions)
    return mine.id


def _from_paper(desk: Desk, path: Path) -> Arrived:
    # Reading a PDF is for whoever brings one; nobody else waits for it.
    from wizard.desk import returning

    return Arrived(*returning.read_run(path, desk.places))


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
        decided = desk.decisions.list(card.id).result()
        yield f"{name}.json", answers.write(session.pack, session.run, decided)
        paper = papers.compose_paper(session.pack, session.run, school, READER, desk.clock.now())
        yield f"{name}.pdf", papers.draw(paper)
