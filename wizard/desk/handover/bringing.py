"""What comes in: an answers file, a PDF that carries answers, an archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from wizard.desk.assessment.arrived import Arrived
from wizard.desk.assessment.out_there import words_in
from wizard.desk.assessment.standing import standing
from wizard.desk.desk import Desk
from wizard.errors import ContentFaults, InputFault, Problem
from wizard.exchange.answers_file import decisions_in, journey_of, papers_in, read_answers
from wizard.exchange.archive import is_archive, read_archive
from wizard.exchange.returned import FIRST_LETTERS
from wizard.exchange.strict_json import read_json
from wizard.safe.regular import begins


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
