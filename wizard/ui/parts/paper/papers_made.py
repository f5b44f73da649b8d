"""Which papers were made of a self-assessment: one calm line each, the last on top."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.paper.made_papers import history
from wizard.model.paper import Paper
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.text import Small, Strong
from wizard.words import say

SHOWN = 3
"""Papers in sight before somebody asks for more."""


class PapersMade(QWidget):
    """Out of sight until there is one; older ones than the last few are folded away."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._lines: list[str] = []
        gap = theme.look().gap(0.25)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, gap, 0, 0)
        rows.setSpacing(gap)
        rows.addWidget(Strong(say("papers.made.title"), self))
        self._last, self._older = _Lines(self), _Lines(self)
        self._fold = FoldButton("", parent=self)
        self._fold.turned.connect(self._older.setVisible)
        for part in (self._last, self._fold, self._older):
            rows.addWidget(part)
        self._older.hide()
        self.hide()
        bridge.filed.connect(self.arrive)

    def arrive(self) -> None:
        """Ask what was made; it is shown when the answer comes."""
        bridge = self._bridge
        if not bridge.has_session:
            return
        bridge.when_done(bridge.desk.papers.made_of(bridge.session.run.id), self._show)

    def _show(self, made: tuple[Paper, ...]) -> None:
        if not isValid(self) or (lines := history(made)) == self._lines:
            return
        self._lines = lines
        self._last.show_lines(lines[:SHOWN])
        self._older.show_lines(lines[SHOWN:])
        self._fold.say(say("papers.made.all", count=len(lines)))
        self._fold.setVisible(len(lines) > SHOWN)
        self.setVisible(bool(lines))


class _Lines(QWidget):
    """Words, one line each, to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.25))
        self._shown: list[Small] = []

    def show_lines(self, lines: list[str]) -> None:
        """Show these and no others."""
        for old in self._shown:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [Small(told, self) for told in lines]
        for label in self._shown:
            self._rows.addWidget(label)
            label.show()
