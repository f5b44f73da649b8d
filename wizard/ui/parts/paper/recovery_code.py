"""A new recovery code in sight, once, with the ways to have it: printed, or as a file."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk import files
from wizard.desk.paper import papers, printing
from wizard.ui import accessible
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.paper.file_desk import FileDesk, SavedAs
from wizard.ui.parts.text import Body, SectionTitle, Strong
from wizard.ui.printing import ASKING, print_drawn
from wizard.words import say

A_LOOK = 10_000
"""Milliseconds in which nobody writes down a recovery code."""


class RecoveryCode(Card):
    """Puts down that somebody has the ``code`` once its sheet was printed or saved.

    ``ways`` are its controls, in the order they are laid out.
    """

    def __init__(self, bridge: Bridge, code: str, parent: QWidget | None = None) -> None:
        super().__init__(say("ui.computer.code"), parent)
        self._bridge, self._lock, self._code = bridge, bridge.desk.lock, code
        self._sheet = self._lock.recovery_sheet(code)
        self._since = QElapsedTimer()
        self._since.start()
        self.rows.addWidget(SectionTitle(say("ui.computer.code"), self))
        self.rows.addWidget(Body(say("ui.computer.code.about"), self))
        shown = Strong(code, self)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(code)
        self.rows.addWidget(shown)
        what = SavedAs(
            say("ui.computer.code.save"), "folder-open", (say("lock.sheet.title"),), ".pdf",
            say("ui.paper.kind"),
        )  # fmt: skip
        desk = FileDesk(
            bridge, what, lambda place: bridge.in_background(lambda: self._draw(place)), self
        )
        self.ways: list[QWidget] = [desk]
        self._first = desk.button
        if printing.can_queue():
            self._first = PlainButton(say("lock.sheet.print"), "printer", self)
            self._first.clicked.connect(self._print)
            self.rows.addWidget(self._first)
            self.ways.insert(0, self._first)
        self.rows.addWidget(desk)
        self._printed = Body(parent=self)
        self._printed.hide()
        self.rows.addWidget(self._printed)

    @property
    def is_read(self) -> bool:
        """Whether whoever goes on from it has seen it.

        What takes it away at once was on its way before it came, and whoever pressed Print and
        goes before the dialog is there takes it for printed.
        """
        is_asking = self._bridge.is_under_way(ASKING)
        return self._since.elapsed() >= A_LOOK and not is_asking

    @property
    def first(self) -> QWidget:
        """The way that is offered first."""
        return self._first

    def _draw(self, place: files.Place) -> None:
        from wizard.desk.handover import replacing

        replacing.refuse_over(self._bridge.desk, place.path)
        place.write(papers.draw(self._sheet))
        self._lock.code_seen(self._code)

    def _print(self) -> None:
        def tell(sentence: str) -> None:
            if isValid(self):
                self._printed.setText(sentence)
                self._printed.show()
                accessible.announce(self, sentence)

        def sent() -> None:
            self._lock.code_seen(self._code)

        print_drawn(self._bridge, self, lambda: papers.draw(self._sheet), tell, sent)
