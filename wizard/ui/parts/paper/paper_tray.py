"""Where a paper comes out: letters that can not print, how it goes, and what to do with it.

The bridge makes it; what came of it is told here, or by the window where this is out of sight.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.paper.papers import PaperJob
from wizard.ui import accessible, sight, theme
from wizard.ui.bridge import Bridge
from wizard.ui.paper_work import ask_where, open_file
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.paper.file_desk import SLOW
from wizard.ui.parts.text import Body, Warn
from wizard.words import say

if TYPE_CHECKING:
    from wizard.report.blocks import Report


def _keep_nothing(_job: PaperJob) -> None:
    """What is blank needs no note."""


class PaperTray(QWidget):
    """Asks where a paper shall go, makes it, and says what came of it.

    ``made`` gives the job once the file is written.
    """

    made = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._path = Path()
        self._asker: QWidget | None = None
        self._reports: tuple[Report, ...] = ()
        self._name: tuple[str, ...] = ()
        self._keep: Callable[[PaperJob], None] = _keep_nothing
        self._jobs: list[PaperJob] = []
        self._done: list[str] = []
        gap = theme.look().gap
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(gap(0.5))
        self._says, self._wrong = Body(parent=self), Warn(parent=self)
        rows.addWidget(self._says)
        rows.addWidget(self._wrong)
        self._links = QWidget(self)
        links = FlowRow(gap(0.75))
        self._links.setLayout(links)
        rows.addWidget(self._links)
        self._anyway = PlainButton(say("papers.letters.anyway"), "", self._links)
        self._anyway.clicked.connect(self._ask_where)
        self._leave = LinkButton(say("papers.letters.leave"), "", self._links)
        self._leave.clicked.connect(self._leave_it)
        self._open = self._link("ui.paper.open", "external-link", self._open_it)
        self._folder = self._link("ui.paper.folder", "folder-open", self._open_folder)
        self._print = self._link("papers.print", "printer", self._print_it)
        self._cancel = self._link("ui.paper.cancel", "x", self._stop)
        shown = (self._anyway, self._leave, self._open, self._folder, self._print, self._cancel)
        for button in shown:
            links.addWidget(button)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._wait)
        self.clear()

    def offer(
        self,
        reports: tuple[Report, ...],
        *name: str,
        keep: Callable[[PaperJob], None] = _keep_nothing,
    ) -> None:
        """Make these papers into one file; ``name`` are the words it shall be called by.

        Letters that this computer can not print are told first.  ``keep`` notes the file once
        it is written, on a thread that may wait, whether or not this is still there.
        """
        from wizard.desk.paper import letters

        self._reports, self._name, self._keep = reports, name, keep
        self._asker = self.window().focusWidget()
        warnings = dict.fromkeys(letters.warning(report) for report in reports)
        if warning := " ".join(one for one in warnings if one):
            self._show(warning, self._anyway, self._leave)
            self._anyway.setFocus()
        else:
            self._ask_where()

    @property
    def is_making(self) -> bool:
        """Whether a paper asked for here is still being made."""
        return bool(self._jobs)

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self._show("", wrong=sentence)

    def take_back(self, *, is_older: bool = False) -> None:
        """Ask no more about letters: what was asked about is not what a paper says by now.

        Nor offer to print what was saved, where that ``is_older``.
        """
        if not self._anyway.isHidden() or (is_older and not self._jobs):
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._show("")

    def _link(self, words: str, icon: str, act: Callable[[], None]) -> LinkButton:
        button = LinkButton(say(words), icon, self._links)
        button.clicked.connect(act)
        return button

    def _ask_where(self) -> None:
        self._go_back()
        if not self._jobs:
            self.clear()
        # What the dialog is for stays bound to it: told by voice, another press may come meanwhile.
        ask_where(self, self._name, partial(self._begin, self._reports, self._keep))

    def _leave_it(self) -> None:
        self._go_back()
        self.clear()

    def _go_back(self) -> None:
        # What goes out of sight must not hand the focus to whatever comes next.
        if self._asker is not None and isValid(self._asker):
            self._asker.setFocus()

    def _begin(
        self, reports: tuple[Report, ...], keep: Callable[[PaperJob], None], path: Path
    ) -> None:
        job = PaperJob(path, *reports)

        def make() -> None:
            from wizard.desk.handover import replacing

            replacing.refuse_over(self._bridge.desk, path)
            job.make()
            keep(job)

        if not self._jobs:
            self._done = []
        self._jobs.append(job)
        self._slow.start()
        work = self._bridge.files.draw(make)
        self._bridge.when_done(
            work, lambda _none: self._end(job), lambda problem: self._end(job, str(problem))
        )

    def _wait(self) -> None:
        self._show("\n".join([*self._done, say("ui.paper.making")]), self._cancel)

    def _stop(self) -> None:
        self._go_back()
        for job in self._jobs:
            job.cancel()
        self._show("\n".join([*self._done, say("papers.stopped")]))

    def _end(self, job: PaperJob, wrong: str = "") -> None:
        self._jobs.remove(job)
        if job.is_cancelled and not job.is_written:
            return
        saved = say("ui.paper.saved", name=job.path.name) if job.is_written else ""
        if saved:
            self._path = job.path
            self._done.append(saved)
            self._bridge.filed.emit()
        is_there = isValid(self)
        if is_there:
            self._settle(job, wrong)
        around = self.parentWidget() if is_there else None
        is_seen = around is not None and around.isVisible()
        if wrong and (saved or not is_seen):
            self._bridge.failed.emit(wrong)
        elif not is_seen:
            self._bridge.done.emit(saved)

    def _settle(self, job: PaperJob, wrong: str) -> None:
        if self._jobs:
            self._slow.start()
        else:
            self._slow.stop()
        if job.is_written:
            self._show("\n".join(self._done), self._open, self._folder, self._print)
            self.made.emit(job)
        else:
            self.fail(wrong)

    def _open_it(self) -> None:
        if not open_file(self._path):
            self.fail(say("ui.paper.gone"))

    def _open_folder(self) -> None:
        if not open_file(self._path.parent):
            self.fail(say("ui.paper.gone"))

    def _print_it(self) -> None:
        from wizard.ui.printing import print_file

        print_file(self._bridge, self, self._path, self._printed)

    def _printed(self, sentence: str) -> None:
        # Whoever left the page meanwhile finds the paper at the printer all the same.
        if isValid(self):
            self._show(sentence, self._open, self._folder, self._print)

    def _show(self, text: str, *buttons: QWidget, wrong: str = "") -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        for button in self._links.findChildren(PlainButton):
            button.setVisible(button in buttons)
        self._links.setVisible(bool(buttons))
        self.setVisible(bool(text or wrong))
        focused: QWidget | None = self.window().focusWidget()
        if self.isVisible() and (focused is self._asker or sight.has_focus(self)):
            # Below the edge it looks as if the button had done nothing.
            sight.bring(self)
        accessible.announce(self, text or wrong)
