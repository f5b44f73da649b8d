"""The place to type the reference that stands on a sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.text import Small
from wizard.ui.parts.writing.fields import Labelled, LineField
from wizard.words import say


class TypedReference(QWidget):
    """``wanted`` tells that the paper with what was typed is looked for."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._looked_for = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.look().gap(0.5), 0, 0)
        rows.setSpacing(theme.look().gap(0.5))
        self.field = LineField(say("papers.made.typed"), self)
        self.field.setMaximumWidth(theme.look().text(17))
        self.field.setAccessibleDescription(say("papers.made.where"))
        self.field.returnPressed.connect(self.look_for)
        rows.addWidget(Labelled(say("papers.made.typed"), self.field, self))
        rows.addWidget(Small(say("papers.made.where"), self))
        button = PlainButton(say("papers.made.find"), "search", self)
        button.clicked.connect(self.look_for)
        rows.addWidget(button)

    @property
    def not_looked_for(self) -> str:
        """What is typed, if nobody has had it looked for yet."""
        typed = self.field.text().strip()
        return typed if typed != self._looked_for else ""

    def look_for(self) -> None:
        """Have the paper looked for with what is typed."""
        self._looked_for = self.field.text().strip()
        self.wanted.emit(self.field.text())

    def clear(self) -> None:
        """Leave nothing typed: the paper is known by other means."""
        self._looked_for = ""
        self.field.show_value("")
