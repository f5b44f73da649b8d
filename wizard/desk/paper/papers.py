"""Papers: the PDF of a self-assessment for one reader, made, drawn and remembered."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.clock import Clock, local_day
from wizard.desk import files
from wizard.desk.assessment.out_there import OutThere
from wizard.desk.assessment.standing import Standing, standing
from wizard.desk.paper.made_papers import own_reference
from wizard.errors import InputFault, Problem
from wizard.model.paper import Paper
from wizard.model.run import Run
from wizard.model.school import School
from wizard.safe.canonical import digest, fingerprint
from wizard.safe.limits import ANSWERS_FILE_BYTES
from wizard.store.worker import StoreWorker
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.journey import Journey
    from wizard.model.pack import Pack
    from wizard.report.blocks import Block, Report
    from wizard.report.pdf_child import Drawing


def compose_paper(
    pack: Pack, run: Run, school: School, reader: str, now: datetime, *, with_data: bool = True
) -> Report:
    """Return the paper of a self-assessment, ready to be drawn.

    It carries what its reader sees as data, unless ``with_data`` is False.  Raises
    ``KeyError`` for a policy that does not exist; whoever lets a person choose one checks
    it first.
    """
    # What composes a paper is needed by nobody who only answers questions.
    from wizard.report.carried import from_data, to_data
    from wizard.report.compose import compose

    name = own_reference(run.id, reader)
    paper = to_data(compose(pack, run, school, reader, local_day(now), name))
    content = _carried(pack, run, school, reader, paper)
    # Drawn from the very data it carries, so that the two can not differ.
    report = sealed(from_data(paper, school.logo), run.journey, fingerprint(content))
    fits = len(content) <= ANSWERS_FILE_BYTES
    return carrying(report, content) if with_data and fits else report


def carrying(report: Report, content: bytes) -> Report:
    """Return a paper that carries ``content`` inside."""
    return replace(report, attachment=content)


def no_room(report: Report) -> Problem | None:
    """Return what says that the answers did not fit into the paper that their owner was to get."""
    if report.reader != "me" or report.attachment:
        return None
    return InputFault(say("papers.no-room", most=ANSWERS_FILE_BYTES // 1_000_000))


def _carried(pack: Pack, run: Run, school: School, reader: str, paper: dict[str, object]) -> bytes:
    """Return what this reader gets to see, and nothing else, as the paper carries it.

    The id of a self-assessment is random and printed nowhere: the salt made from it
    keeps anybody from finding by trial what was left out of the paper.
    """
    from wizard.exchange.answers_file import write_answers
    from wizard.exchange.paper_data import PaperData, write_paper_data
    from wizard.report.carried import DRAWN

    return write_paper_data(
        PaperData(
            reader=reader,
            journey=run.journey,
            edition=pack.edition,
            content=pack.digest,
            policy=run.policy,
            school=school.digest,
            logo=digest(school.logo) if school.logo else "",
            made=str(paper["made"]),
            salt=digest(f"salt {run.id} {reader}".encode()),
            drawn=DRAWN,
            paper=paper,
            answers=write_answers(pack, run).decode() if reader == "me" else "",
        )
    )


def sealed(report: Report, journey: str, mark: str) -> Report:
    """Return a paper with its fingerprint, and the code to scan on the page to sign."""
    from wizard.report.blocks import SignOffPage

    words = ("BYP1", report.reference, mark.replace(" ", ""), journey, report.reader)
    code = ":".join(words).upper()

    def with_code(block: Block) -> Block:
        return replace(block, code=code) if isinstance(block, SignOffPage) else block

    blocks = tuple(with_code(block) for block in report.blocks)
    return replace(report, blocks=blocks, fingerprint=mark)


def draw(*reports: Report) -> bytes:
    """Draw papers into one file in a child process and wait.  Raises ``OutputFault``."""
    # What draws is not needed before the first paper.
    from wizard.report.pdf_child import Drawing

    return Drawing.start(*reports).wait()


class PaperJob:
    """Papers to be made into one file: :meth:`make` it and wait, or :meth:`cancel` that.

    It goes over a file that lay at ``path`` when it was asked for, and over no other.
    """

    def __init__(self, path: Path, *reports: Report) -> None:
        self.report = reports[0]
        self._place = files.Place(path)
        self.is_written = self.is_cancelled = False
        self._reports = reports
        self._drawing: Drawing | None = None

    @property
    def path(self) -> Path:
        """Where the file goes, or lies once it is written."""
        return self._place.path

    def make(self) -> None:
        """Draw and write the file, and wait; raises ``OutputFault`` if it can not be."""
        # What draws is not needed before the first paper.
        from wizard.report.pdf_child import Drawing

        self._drawing = drawing = Drawing.start(*self._reports)
        if self.is_cancelled:
            # While it waited for its turn, or was just beginning.
            drawing.cancel()
        content = drawing.wait()
        self._place.write(content)
        self.is_written = True

    def cancel(self) -> None:
        """Stop, from any thread; nothing is written."""
        self.is_cancelled = True
        if self._drawing is not None:
            self._drawing.cancel()


class PaperShelf:
    """The papers that were made here, and the making of new ones."""

    def __init__(
        self, store: StoreWorker, clock: Clock, pack_to_read: Callable[[str], Future[Pack]]
    ) -> None:
        """Keep papers in a store; ``pack_to_read`` gives a journey for answers that come in."""
        self._store = store
        self._clock = clock
        self._pack_to_read = pack_to_read
        self._drawn_from: dict[str, tuple[str, str, Future[Pack]]] = {}
        self._too_large: dict[str, Problem | None] = {}
        self._doubts: dict[str, Problem | None] = {}
        self._on_paper = OutThere()

    @property
    def whole(self) -> Standing:
        """What is on a paper that leaves nothing out and opens again, as it stands there."""
        return self._on_paper.marks

    def compose(
        self, pack: Pack, run: Run, school: School, reader: str, *, with_data: bool = True
    ) -> Report:
        """Return the paper of a self-assessment as it stands now, ready to be drawn."""
        now = self._clock.now()
        report = compose_paper(pack, run, school, reader, now, with_data=with_data)
        # More may be written before it is drawn, and another paper asked for.
        read = self._pack_to_read(run.journey)
        self._drawn_from[report.fingerprint] = run.id, standing(run), read
        self._too_large[report.fingerprint] = no_room(report) if with_data else None
        return report

    def made(self, job: PaperJob) -> Future[None]:
        """Remember a PDF that was saved: home offers it again, and it is known when signed.

        As :meth:`remember`.
        """
        return self.remember(job.report, job.path)

    def remember(self, report: Report, path: Path) -> Future[None]:
        """Remember a paper that was composed here and drawn to ``path``: its foot, and when.

        One that leaves nothing out is opened first, as its reader will: that takes a moment.
        """
        run_id, stood, pack = self._drawn_from[report.fingerprint]
        paper = Paper(
            run_id, report.reference, report.fingerprint, report.reader, self._clock.now(),
            has_data=bool(report.attachment), path=path,
        )  # fmt: skip
        # Without the answers inside it lacks what is not asked just now, and more.
        is_whole = report.reader == "me" and bool(report.attachment)
        doubt = _doubt_of(path, paper, pack) if is_whole else self._too_large[report.fingerprint]
        self._doubts[report.fingerprint] = doubt
        self._on_paper.wrote(path, (stood,) if is_whole and doubt is None else ())
        return self._store.add_paper(paper)

    def is_gone_over(self, path: Path) -> bool:
        """Say whether something else lies by now where a paper was saved."""
        return self._on_paper.has_another(path)

    def is_of(self, report: Report, run: Run) -> bool:
        """Say whether a paper was composed here from a self-assessment as it stands now."""
        run_id, stood, _pack = self._drawn_from.get(report.fingerprint, ("", "", None))
        return (run_id, stood) == (run.id, standing(run))

    def conceals(self, journey: Journey) -> str:
        """Return what SLT's paper of a journey leaves out: ``statuses`` where it shows no answer
        in words, ``platforms`` where it lacks those and what hangs on them; else nothing.
        """
        from wizard.report import compose_private

        if compose_private.statuses_only(journey, "slt"):
            return "statuses"
        return "platforms" if compose_private.conceals(journey, "slt") else ""

    def doubt_of(self, report: Report) -> Problem | None:
        """Return what says that the answers in a paper that was remembered do not open."""
        return self._doubts.get(report.fingerprint)

    def made_of(self, run_id: str | None = None) -> Future[tuple[Paper, ...]]:
        """Return the papers made of one self-assessment or of all, newest first."""
        return self._store.papers(run_id)


def _doubt_of(path: Path, paper: Paper, pack: Future[Pack]) -> Problem | None:
    # What reads files is not needed before the first paper.
    from wizard.desk.paper.inside import doubt_of_paper

    return doubt_of_paper(path, paper.fingerprint, pack, paper.made)
