"""What is kept, and for how long: everything in one file, and what may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING
from uuid import uuid4

from wizard.clock import local_day
from wizard.desk import files
from wizard.desk.assessment import answers
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.assessment.doubt import doubt_of
from wizard.desk.assessment.out_there import words_in
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
from wizard.exchange.answers_file import decisions_in, journey_of, papers_in, read_answers
from wizard.exchange.archive import is_archive, read_archive, write_archive
from wizard.exchange.returned import FIRST_LETTERS
from wizard.exchange.strict_json import read_json
from wizard.exchange.untouched import marked
from wizard.model.run import RunCard
from wizard.safe.names import safe_file_name
from wizard.safe.regular import begins
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


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in with a file: the ids it goes by here, and sentences on what did not.

    ``left_out`` are fields of a form that have no place among answers; ``unread`` are
    self-assessments that could not be read, and stay in the file.
    """

    ids: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def bring_in(desk: Desk, path: Path) -> Brought:
    """Keep the self-assessments of an answers file, a PDF or an archive here.

    Raises ``InputFault`` if none of them can be read; then nothing is kept.
    """
    words = words_in(path)
    if is_paper(path):
        # Reading a PDF is for whoever brings one; nobody else waits for it.
        from wizard.desk.handover import returning

        pack, run, left_out = returning.read_run(path, desk.places)
        if left_out:
            desk.elsewhere.holds_more(words)
        return Brought(keep(desk, path, words, Arrived(pack, run)), left_out)
    if not is_archive(path):
        return bring_read(desk, path, words, [(str(path), read_json(path))])
    # In an archive the one changed last comes first; at home what is kept last does.
    return bring_read(desk, path, words, list(read_archive(path)), is_last_first=True)


def bring_read(
    desk: Desk,
    path: Path,
    words: str,
    documents: Sequence[tuple[str, object]],
    *,
    is_last_first: bool = False,
) -> Brought:
    """Keep what can be read of the answers files in ``path`` here; their ids come the last first.

    Each stands with the name to tell of it; an ``InputFault`` in the place of one says why
    it could not be read.  ``words`` is :func:`words_in` the file from before that.  Raises the
    first fault if none of them can.
    """
    arrived: list[Arrived] = []
    faults: list[Problem] = []
    unread: list[str] = []
    for shown, document in documents:
        try:
            arrived.append(arrived_in(desk, shown, document))
        except (InputFault, ContentFaults) as fault:
            told = str(fault)
            faults.append(fault)
            unread.append(told if shown in told else f"{shown}: {told}")
    if faults:
        desk.elsewhere.holds_more(words)
        if not arrived:
            raise faults[0]
    if is_last_first:
        arrived.reverse()
    ids = keep(desk, path, words, *arrived)
    return Brought(tuple(reversed(ids)), unread=tuple(unread))


def arrived_in(desk: Desk, shown: str, document: object) -> Arrived:
    """Return what an answers file holds.  Raises ``InputFault`` for what does not belong."""
    if isinstance(document, InputFault):
        raise document
    now = desk.clock.now()
    # Each of hundreds is of one of few journeys, and reading one takes a tenth of a second.
    pack = desk.runs.pack_to_read(journey_of(document, shown)).result()
    run = read_answers(document, shown, pack, now)
    decided = decisions_in(document, shown, run.id, now)
    return Arrived(pack, run, decided, papers_in(document, shown, run.id))


def is_paper(path: Path) -> bool:
    """Say whether a file begins as PDFs do."""
    return begins(path, FIRST_LETTERS)


def keep(desk: Desk, path: Path, words: str, *arrived: Arrived) -> tuple[str, ...]:
    """Keep self-assessments that came in from the file at ``path``; return their ids here.

    ``words`` is :func:`words_in` it from before it was read.
    Each id is its own, so that what is here already is never replaced.  Where the disk refuses
    one, none is kept: whoever asks again has nothing twice.
    """
    mine = [one.called(uuid4().hex) for one in arrived]
    desk.runs.add(*mine).result()
    ids = tuple(one.run.id for one in mine)
    desk.elsewhere.brought(
        path, [standing(one.run, one.decisions, one.papers) for one in mine], words, ids
    )
    return ids


def may_go(cards: Iterable[RunCard], retention_days: int, now: datetime) -> tuple[RunCard, ...]:
    """Return what nobody has touched for so long that it may be deleted.

    It is offered, never done: deleting needs a person's yes.
    """
    days = retention_days or UNTOUCHED_DAYS
    return tuple(card for card in cards if now - card.changed > timedelta(days=days))
