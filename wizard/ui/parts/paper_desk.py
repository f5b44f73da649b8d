"""The place where a paper is saved: the buttons, how it goes, and the way to open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.papers import PaperJob
from wizard.ui import accessible, days, theme
from wizard.ui.bridge import Bridge
from wizard.ui.paper_work import PaperWork, ask_where, open_file
from wizard.ui.parts.buttons import LinkButton, PlainButton, PrimaryButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Body, Warn
from wizard.words import say

SLOW = 300
"""Milliseconds before it is worth saying that something is under way."""


class PaperDesk(QWidget):
    """Saves the PDF for a reader, or the blank sheet, and says what came of it.

    ``removed`` tells that the answers shall go from this computer, once they are on paper.
    """

    removed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reader, self._path = "", Path()
        look = theme.look()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.gap(0.5))
        row = FlowRow(look.gap(0.75))
        rows.addLayout(row)
        for reader in ("slt", "me", "blank"):
            made = PrimaryButton if reader == "slt" else PlainButton
            icon = "printer" if reader == "blank" else "file-text"
            button = made(say(f"ui.paper.save-{reader}"), icon, self)
            button.setAccessibleIdentifier(f"save-{reader}")
            button.clicked.connect(lambda _on=False, which=reader: self._ask(which))
            row.addWidget(button)
        self._says = Body(parent=self)
        self._wrong = Warn(parent=self)
        rows.addWidget(self._says)
        rows.addWidget(self._wrong)
        after = FlowRow(look.gap(0.75))
        rows.addLayout(after)
        self._open = LinkButton(say("ui.paper.open"), "external-link", self)
        self._open.clicked.connect(lambda: self._show(self._path))
        self._folder = LinkButton(say("ui.paper.folder"), "folder-open", self)
        self._folder.clicked.connect(lambda: self._show(self._path.parent))
        self._cancel = LinkButton(say("ui.paper.cancel"), "x", self)
        for button in (self._open, self._folder, self._cancel):
            after.addWidget(button)
        self._remove = SureButton(say("ui.paper.remove"), say("ui.paper.remove-sure"), self)
        self._remove.confirmed.connect(self.removed)
        rows.addWidget(self._remove)
        self.work = PaperWork(self)
        self._cancel.clicked.connect(self.work.cancel)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._say_slow)
        self.work.begun.connect(self._slow.start)
        self.work.made.connect(self._made)
        self.work.failed.connect(self._failed)
        self.work.ended.connect(self._slow.stop)
        self._tell("")

    def _ask(self, reader: str) -> None:
        session = self._bridge.session
        today = self._bridge.desk.clock.now().astimezone().date().isoformat()
        whom = say(f"ui.paper.name-{reader}")
        ask_where(
            self,
            (session.journey.title, days.spoken(today), whom),
            lambda path: self._begin(reader, path),
        )

    def _begin(self, reader: str, path: Path) -> None:
        session, desk = self._bridge.session, self._bridge.desk
        self._reader, self._path = reader, path
        self._tell("")
        school, run, pack = desk.school.profile, session.run, session.pack
        if reader == "blank":
            self.work.begin(
                lambda to: desk.papers.blank(pack, school, run.policy, to, large_print=False), path
            )
        else:
            self.work.begin(lambda to: desk.papers.save(pack, run, school, reader, to), path)

    def _say_slow(self) -> None:
        self._tell(say("ui.paper.making"), making=True)

    def _made(self, job: PaperJob) -> None:
        if self._reader != "blank":
            session = self._bridge.session
            done = self._bridge.desk.papers.made(session.run, self._reader, job)
            self._bridge.when_done(done, lambda _none: None)
        self._tell(say("ui.paper.saved", name=self._path.name), made=True)

    def _failed(self, sentence: str) -> None:
        self._tell("", wrong=sentence)

    def _show(self, path: Path) -> None:
        if not open_file(path):
            self._tell("", wrong=say("ui.paper.gone"))

    def _tell(
        self, text: str, *, wrong: str = "", making: bool = False, made: bool = False
    ) -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._cancel.setVisible(making)
        self._open.setVisible(made)
        self._folder.setVisible(made)
        self._remove.setVisible(made and self._reader != "blank")
        accessible.announce(self, text or wrong)
