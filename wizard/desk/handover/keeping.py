"""What is kept, and for how long: everything in one file, and what may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from wizard.clock import local_day
from wizard.desk import files
from wizard.desk.assessment import answers
from wizard.desk.assessment.doubt import doubt_of
from wizard.desk.assessment.standing import standing
from wizard.desk.desk import Desk
from wizard.desk.paper import papers
from wizard.errors import (
    ContentFaults,
    InputFault,
    OutputFault,
    Problem,
    StoreAstray,
    StoreDamaged,
    StoreUnwritable,
)
from wizard.exchange.archive import read_archive, write_archive
from wizard.exchange.untouched import marked
from wizard.model.run import RunCard
from wizard.safe.names import safe_file_name
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.decision import Decision
    from wizard.model.paper import Paper
    from wizard.session import Session

UNTOUCHED_DAYS = 90
"""Days without change after which we ask, where the school says nothing else."""

READER = "me"

UNREADABLE = (InputFault, ContentFaults, StoreAstray, StoreDamaged)
"""What is wrong with one self-assessment alone: a page of it, or its questions."""


class Gathering:
    """All self-assessments written here, on their way into one readable archive (JSON and PDF).

    A third of a second each: whoever waits sees ``so_far``, and may ``cancel`` from any thread.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stop = Event()
        self._in_it: list[AsFile] = []
        self.so_far = (0, 0)
        """How many are in it, and how many there are."""
        self.unsure: tuple[str, ...] = ()
        """Of what is in it and may not open again elsewhere, why."""
        self.lacking: list[str] = []
        """Of what is not in it, as it can not be read, which and why."""

    def cancel(self) -> None:
        """Stop after the one that is being drawn."""
        self._stop.set()

    def save(self, where: Path | files.Place) -> None:
        """Write the archive whole.  Raises ``OutputFault``, also if it was cancelled."""
        place = files.Place.of(where)
        self._desk.elsewhere.refuse_over(place.path)
        ids = self._desk.runs.everything()
        content = write_archive(self._files(ids))
        place.write(content)
        # Read as whoever brings it in will.
        marks, self.unsure = looked_over(self._in_it, read_archive(place.path))
        self._desk.elsewhere.wrote(place.path, marks, content, (one.run for one in self._in_it))

    def _files(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        desk = self._desk
        for number, session in enumerate(readable(desk, ids, self.lacking), 1):
            self.so_far = number - 1, len(ids)
            day = local_day(session.run.changed).isoformat()
            words = f"{session.journey.title} {session.run.title} {day}"
            name = f"{number:03} {safe_file_name(words)}"
            self._in_it.append(as_file(desk, session))
            yield f"{name}.json", self._in_it[-1].content
            school, now = desk.school.readable, desk.clock.now()
            yield (
                f"{name}.pdf",
                papers.draw(papers.compose_paper(session.pack, session.run, school, READER, now)),
            )
            if self._stop.is_set():
                raise OutputFault(say("papers.stopped"))


def readable(desk: Desk, ids: Iterable[str], lacking: list[str]) -> Iterator[Session]:
    """Yield those of these self-assessments that can be read; ``lacking`` takes which can not.

    One of them keeps no other from being taken along.  Where all are such, the first raises.
    """
    faults: list[Problem] = []
    is_any = False
    for run_id in ids:
        try:
            session = desk.runs.read(run_id).result()
        except UNREADABLE as fault:
            faults.append(fault)
            lacking.append(f"{_called(desk, run_id)}: {fault}")
        else:
            is_any = True
            yield session
    if faults and not is_any:
        raise faults[0]


def _called(desk: Desk, run_id: str) -> str:
    """Return what a self-assessment is called on the list, which has no need of its answers."""
    cards = desk.runs.list().result()
    titles = {one.id: one.title or one.journey for one in cards}
    return titles.get(run_id, run_id)


def told_of(unsure: Sequence[str], lacking: Sequence[str]) -> tuple[str, ...]:
    """Return what to say of a file: what is not in it, and what may not open again, if any."""
    parts = (("reading.lacking", lacking), ("reading.unsure", unsure))
    return tuple(
        line
        for word_id, told in parts
        if told
        for line in (say(word_id, count=len(told)), *dict.fromkeys(told))
    )


@dataclass(frozen=True, slots=True)
class AsFile:
    """A self-assessment as an answers file, and what says that it may not open again.

    ``mark`` is how it stood as it was read for this: what comes meanwhile is not in the file.
    """

    run: str
    content: bytes
    mark: str
    doubt: Problem | None


def looked_over(
    written: Sequence[AsFile], documents: Iterable[tuple[str, object]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the marks of what is sure to come out of a file just written, and the doubts.

    ``documents`` is the file as it is read, which may raise ``InputFault`` on the way.
    """
    doubts: list[Problem | None] = [one.doubt for one in written]
    try:
        for place, (_shown, document) in enumerate(documents):
            if isinstance(document, InputFault) and place < len(doubts):
                doubts[place] = document
    except InputFault as fault:
        # Where some of it is not read, nobody gets at the rest.
        doubts = [fault] * len(written)
    marks = (one.mark for one, doubt in zip(written, doubts, strict=True) if doubt is None)
    return tuple(marks), tuple(dict.fromkeys(str(one) for one in doubts if one is not None))


def as_file(desk: Desk, session: Session) -> AsFile:
    """Return a self-assessment as an answers file, with its papers and decisions.

    It says of itself that nobody has changed it so far.  It can be all that is left of it: who
    takes it along hears of a doubt, and has it all the same.
    """
    run = session.to_keep
    decided: tuple[Decision, ...] = ()
    made: tuple[Paper, ...] = ()
    lacks = None
    try:
        decided, made = desk.decisions.list(run.id).result(), desk.papers.made_of(run.id).result()
    except (StoreUnwritable, StoreDamaged) as problem:
        # The folder went, and the answers stand in the window alone; or a page of those is bad.
        lacks = InputFault(say("reading.undecided", problem=problem))
    content = marked(answers.write(session.pack, run, decided, made))
    shown, now = run.title or session.journey.title, desk.clock.now()
    doubt = doubt_of(content, shown, desk.runs.pack_to_read(run.journey), now) or lacks
    return AsFile(run.id, content, standing(run, decided, made), doubt)


def may_go(cards: Iterable[RunCard], retention_days: int, now: datetime) -> tuple[RunCard, ...]:
    """Return what nobody has touched for so long that it may be deleted.

    It is offered, never done: deleting needs a person's yes.
    """
    days = retention_days or UNTOUCHED_DAYS
    return tuple(card for card in cards if now - card.changed > timedelta(days=days))
