"""One of a few things, each in sight: radio buttons that hold a value."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.writing.choices import RadioChoice
from wizard.ui.parts.writing.stepped import Stepped


class Options(Stepped):
    """``value`` is the one picked, empty for none; ``chosen`` gives it when a person picks."""

    chosen = Signal(str)

    def __init__(
        self, about: str, options: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``options`` are values with their words; ``about`` is what they answer."""
        super().__init__(parent)
        self.setAccessibleName(about)
        self._about = about
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.125))
        for value, words in options:
            self.add(value, words)

    @property
    def value(self) -> str:
        """What is picked."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def add(self, value: str, words: str) -> None:
        """Offer one more."""
        button = RadioChoice(words, self)
        button.setAccessibleDescription(self._about)
        button.toggled.connect(lambda is_on: self.chosen.emit(value) if is_on else None)
        self._rows.addWidget(button)
        self._hold(value, button)

    def choose(self, value: str) -> None:
        """Pick one, or none for a value that is not offered, without telling anybody."""
        for key, button in self._buttons.items():
            with QSignalBlocker(button):
                # Qt lets no radio button of a group be taken back.
                button.setAutoExclusive(False)
                button.setChecked(key == value)
                button.setAutoExclusive(True)
            button.update()
