"""Choosing a passphrase, twice over, and with it a name where several people use a login."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wizard.ui import accessible, theme
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.text import Warn
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.twice import Twice
from wizard.words import say


class NewLock(QWidget):
    """``wanted`` gives name and passphrase once both passphrases are the same.

    ``words`` are what the parts are called: name (empty for no such field), passphrase,
    the same again, the button.
    """

    wanted = Signal(str, str)

    def __init__(self, words: tuple[str, str, str, str], icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        name, passphrase, again, choose = words
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.5))
        self.name = self._name_field(name) if name else None
        self._passphrase = Twice(passphrase, again, self)
        self._passphrase.entered.connect(self._want)
        self._rows.addWidget(self._passphrase)
        self._wrong = Warn(parent=self)
        self._wrong.hide()
        self._rows.addWidget(self._wrong)
        self._rows.addSpacing(theme.look().gap(0.25))
        button = PlainButton(choose, icon, self)
        button.clicked.connect(self._want)
        self._rows.addWidget(button)

    def first(self) -> QWidget:
        """Return where typing begins."""
        return self.name or self._passphrase.first

    def warn(self, sentence: str) -> None:
        """Say what is wrong, beneath the fields; nothing where the sentence is empty."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            accessible.announce(self, sentence)

    def clear(self) -> None:
        """Forget what was typed."""
        self._passphrase.clear()
        if self.name is not None:
            self.name.clear()
        self.warn("")

    def _name_field(self, label: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(label)
        field.returnPressed.connect(self._want)
        self._rows.addWidget(Labelled(label, field, self))
        return field

    def _want(self) -> None:
        if self._passphrase.differs:
            self.warn(say("ui.computer.locked.differ"))
            return
        self.warn("")
        name = self.name.text() if self.name is not None else ""
        self.wanted.emit(name, self._passphrase.text())
