"""A passphrase that nobody sees, typed twice: one slip would shut what it locks for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui import theme
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.secret_field import SecretField


class Twice(QWidget):
    """Two fields of these names, beside each other where there is room.

    ``entered`` tells that Return was pressed in one.
    """

    entered = Signal()

    def __init__(self, name: str, again: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Columns(theme.look().text(14), theme.look().gap(1))
        self.setLayout(self._columns)
        self.first, self._again = self._field(name), self._field(again)

    @property
    def differs(self) -> bool:
        """Whether the second is not what the first is."""
        return self.first.text() != self._again.text()

    def text(self) -> str:
        """Return what stands in the first."""
        return self.first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self._again.clear()

    def _field(self, name: str) -> SecretField:
        field = SecretField(name, self)
        field.returnPressed.connect(self.entered)
        self._columns.addWidget(Labelled(name, field, self))
        return field
