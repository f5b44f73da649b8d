"""Papers: the PDF of a self-assessment for one reader, and the blank sheet of a journey."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.clock import Clock, local_day
from wizard.desk import files
from wizard.model.run import Run
from wizard.model.school import School
from wizard.safe.canonical import canonical, digest, fingerprint, reference
from wizard.store.runs import Paper
from wizard.store.worker import StoreWorker

if TYPE_CHECKING:
    from wizard.pack.build import Pack
    from wizard.report.blocks import Report


def compose_paper(pack: Pack, run: Run, school: School, reader: str, now: datetime) -> Report:
    """Return the paper of a self-assessment, ready to be drawn.

    Raises ``KeyError`` for a policy that does not exist; whoever lets a person choose
    one checks it first.
    """
    # What composes a paper is needed by nobody who only answers questions.
    from wizard.report.compose import compose

    day = local_day(now)
    name = reference(f"{run.id} {reader}".encode())
    draft = compose(pack, run, school, reader, day, "", name)
    return compose(pack, run, school, reader, day, _fingerprint(draft, run.id), name)


def _fingerprint(paper: Report, run_id: str) -> str:
    """Return the fingerprint of what this reader gets to see, and of nothing else.

    The id of a self-assessment is random and printed nowhere: as salt it keeps anybody
    from finding by trial what was left out of the paper.
    """
    seen = [{type(block).__name__: asdict(block)} for block in paper.blocks]
    salt = digest(f"salt {run_id} {paper.reader}".encode())
    return fingerprint(canonical({"salt": salt, "paper": _plain(seen)}))


def _plain(thing: object) -> object:
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, dict):
        return {key: _plain(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_plain(item) for item in thing]
    return thing


def compose_blank_sheet(pack: Pack, school: School, policy: str, *, large_print: bool) -> Report:
    """Return the blank sheet of a journey, ready to be drawn."""
    from wizard.report.compose_blank import compose_blank

    return compose_blank(pack, school, policy, large_print=large_print)


def draw(report: Report) -> bytes:
    """Draw a paper in a child process and wait for it.  Raises ``OutputFault``."""
    # What draws is not needed before the first paper.
    from wizard.report.pdf_child import Drawing

    return Drawing.start(report).wait()


class PaperJob:
    """A paper being made: ask :meth:`poll` now and then, or :meth:`cancel` it."""

    def __init__(self, report: Report, path: Path) -> None:
        # What draws is not needed before the first paper.
        from wizard.report.pdf_child import Drawing

        self.report = report
        self.path = path
        self._drawing = Drawing.start(report)

    def poll(self) -> bool:
        """Return True once the file is written.  Raises ``OutputFault`` if it can not be."""
        if not self._drawing.poll():
            return False
        files.write(self.path, self._drawing.wait())
        return True

    def cancel(self) -> None:
        """Stop; nothing is written."""
        self._drawing.cancel()


class PaperShelf:
    """The papers that were made here, and the making of new ones."""

    def __init__(self, store: StoreWorker, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save(self, pack: Pack, run: Run, school: School, reader: str, path: Path) -> PaperJob:
        """Begin to make the PDF of a self-assessment at ``path``."""
        report = compose_paper(pack, run, school, reader, self._clock.now())
        return PaperJob(report, path)

    def made(self, run: Run, reader: str, job: PaperJob) -> Future[None]:
        """Remember a PDF that was saved, so that home can offer it again."""
        paper = Paper(run.id, job.report.reference, reader, self._clock.now(), job.path)
        return self._store.add_paper(paper)

    def blank(
        self, pack: Pack, school: School, policy: str, path: Path, *, large_print: bool
    ) -> PaperJob:
        """Begin to make a blank sheet at ``path``."""
        return PaperJob(compose_blank_sheet(pack, school, policy, large_print=large_print), path)

    def list(self) -> Future[tuple[Paper, ...]]:
        """Return the PDFs made here, newest first."""
        return self._store.papers()
