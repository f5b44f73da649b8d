"""The place where a self-assessment is saved as a PDF: what goes in, for whom, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.paper.papers import PaperJob
from wizard.errors import OutputFault, Problem
from wizard.model.answers import STAFF, Answers
from wizard.model.paper import READERS
from wizard.ui import days, theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import PlainButton, PrimaryButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Small
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.decision import Decision
    from wizard.report.blocks import Report


class PaperDesk(QWidget):
    """Saves the PDF for a reader, and says what came of it.

    ``begins`` has what is typed told before a paper is made of it: a button pressed by voice, or
    with the mouse on macOS, leaves the focus where somebody writes.  ``removed`` tells that the
    answers shall go from this computer, once they are on paper.
    """

    begins = Signal()
    removed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        look = theme.look()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.gap(0.5))
        self.carries = CheckChoice(say("papers.carries"), self)
        self.carries.setAccessibleDescription(say("papers.carries.means"))
        rows.addWidget(self.carries)
        means = Small(say("papers.carries.means"), self)
        means.setContentsMargins(look.text(2.5), 0, 0, look.gap(0.25))
        rows.addWidget(means)
        self.named = CheckChoice(say("papers.named"), self)
        rows.addWidget(self.named)
        carries, named = bridge.ticked.get(bridge.session.run.id, (True, False))
        for box, is_on in ((self.carries, carries), (self.named, named)):
            box.setChecked(is_on)
            box.toggled.connect(self._keep_ticks)
        row = FlowRow(look.gap(0.75))
        rows.addLayout(row)
        self._saves: dict[str, PlainButton] = {}
        for reader in reversed(READERS):
            made = PrimaryButton if reader == "slt" else PlainButton
            button = made(say(f"ui.paper.save-{reader}"), "file-text", self)
            button.setAccessibleIdentifier(f"save-{reader}")
            button.clicked.connect(lambda _on=False, which=reader: self._save(which))
            row.addWidget(button)
            self._saves[reader] = button
        self.tray = PaperTray(bridge, self)
        self.tray.made.connect(self._made)
        rows.addWidget(self.tray)
        self._saved: Report | None = None
        self._path = Path()
        self._is_decided: bool | None = None
        """Whether SLT decided on it; nobody knows before the list is there."""
        self._remove = SureButton(say("ui.paper.remove"), "", self)
        self._remove.confirmed.connect(self._remove_now)
        rows.addWidget(self._remove)
        bridge.changed.connect(self._follow)
        self._offer_removing()

    def refresh(self) -> None:
        """Offer the name for the file only where there is one."""
        self.named.setVisible(bool(self._bridge.session.answers.person(STAFF).name))
        self._offer_removing()
        self._ask_for_decisions()

    def _follow(self) -> None:
        """Offer no older paper for what stands here by now: a note may be SLT's no more."""
        self.tray.take_back(is_older=self._saved is not None and not self._is_saved())
        self._offer_removing()

    def _is_saved(self) -> bool:
        """Say whether the paper that was saved is of the answers as they stand now."""
        bridge, saved = self._bridge, self._saved
        return saved is not None and bridge.desk.papers.is_of(saved, bridge.session.run)

    def _keep_ticks(self) -> None:
        """Whoever wants no answers in the file means it on the page made anew, too."""
        ticks = self.carries.isChecked(), self.named.isChecked()
        self._bridge.ticked[self._bridge.session.run.id] = ticks
        self.tray.take_back()

    def _save(self, reader: str) -> None:
        desk, session = self._bridge.desk, self._bridge.session
        self.begins.emit()
        self._saved = None
        self._offer_removing()
        report = desk.papers.compose(
            session.pack,
            session.run,
            desk.school.profile,
            reader,
            with_data=self.carries.isChecked(),
        )
        today = desk.clock.now().astimezone().date().isoformat()
        person = session.answers.person(STAFF).name if self.named.isChecked() else ""
        whom = say(f"ui.paper.name-{reader}")

        def keep(job: PaperJob) -> None:
            try:
                desk.papers.made(job).result()
            except Problem:
                # Until the first answer nothing is kept here that a paper could stand beside.
                if session.answers != Answers():
                    raise
            if (doubt := desk.papers.doubt_of(job.report)) is not None:
                raise OutputFault(say("ui.paper.unsure", name=job.path.name, cause=doubt))

        self.tray.offer(
            (report,), session.journey.title, days.spoken(today), report.reference, person, whom,
            keep=keep,
        )  # fmt: skip

    def _made(self, job: PaperJob) -> None:
        if not self._bridge.has_session:
            # The page is just going.
            return
        self._saved, self._path, self._is_decided = job.report, job.path, None
        self._ask_for_decisions()

    def _ask_for_decisions(self) -> None:
        # Nobody else asks, and what reads them is not needed before a paper is there.
        if self._saved is not None:
            bridge = self._bridge
            bridge.when_done(bridge.desk.decisions.list(bridge.session.run.id), self._know)

    def _know(self, decided: tuple[Decision, ...]) -> None:
        if isValid(self) and self._bridge.has_session:
            self._is_decided = bool(decided)
            self._offer_removing()

    def _offer_removing(self) -> None:
        """Offer to delete the answers while all of them lie behind the paper that was saved."""
        # Before that is known the question would not tell all that goes.
        is_known = self._is_decided is not None
        saved = self._saved if is_known and self._is_saved() else None
        if saved is not None:
            self._remove.put(" ".join(self._asked_of(saved)))
        self._remove.setVisible(saved is not None)

    def _remove_now(self) -> None:
        bridge = self._bridge
        if self._saved is None or not bridge.desk.papers.is_gone_over(self._path):
            self.removed.emit()
            return
        # The yes was to what lies behind that paper, and there is none by now.
        self._saves[self._saved.reader].setFocus()
        self._saved = None
        self._offer_removing()
        bridge.failed.emit(say("ui.paper.gone-over", name=self._path.name))

    def _asked_of(self, saved: Report) -> list[str]:
        """Return the question before all goes, with what the paper that was saved lacks."""
        lacks = [say("ui.paper.remove-sure")]
        if saved.reader == "slt":
            lacks += [say("ui.paper.remove-notes"), say("ui.paper.remove-bare")]
            if concealed := self._bridge.desk.papers.conceals(self._bridge.session.journey):
                lacks.append(say(f"ui.paper.remove-{concealed}"))
        elif not saved.attachment:
            lacks.append(say("ui.paper.remove-bare"))
        elif self._bridge.desk.papers.doubt_of(saved) is not None:
            lacks.append(say("ui.paper.remove-unsure"))
        is_whole = saved.reader != "slt" and bool(saved.attachment)
        if self._bridge.session.answers.earlier and not is_whole:
            lacks.append(say("ui.paper.remove-earlier"))
        if self._is_decided:
            lacks.append(say("ui.paper.remove-decided"))
        if self._bridge.session.run.id in self._bridge.begun:
            lacks.append(say("ui.run.sure-begun"))
        return lacks
