"""A picker with its label above and room beneath for what is wrong; each choice has a value."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui.parts.writing.picker import Picker
from wizard.ui.parts.writing.wrong import Checked


class CheckedPicker(Checked):
    """``picked`` tells that somebody chose; what the program chooses is not told."""

    picked = Signal()

    def __init__(
        self, label: str, choices: Iterable[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """``choices`` are pairs of words and value."""
        self._picker = Picker(parent)
        super().__init__(label, self._picker, parent)
        self.offer(choices)
        self._picker.currentIndexChanged.connect(self.picked)

    @property
    def value(self) -> str:
        """What is chosen; empty where there is nothing to choose from."""
        return str(self._picker.currentData() or "")

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other choices; the first is chosen."""
        self._picker.blockSignals(True)
        self._picker.clear()
        for text, value in choices:
            self._picker.addItem(text, value)
        self._picker.blockSignals(False)

    def choose(self, value: str) -> None:
        """Choose by value; the first where there is none such."""
        self._picker.blockSignals(True)
        self._picker.setCurrentIndex(max(0, self._picker.findData(value)))
        self._picker.blockSignals(False)
