"""A line for a passphrase: nobody sees it, and it does not stay where somebody left it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

LEFT_MINUTES = 10
"""Minutes without a key after which what was typed goes: a lock would open for whoever is next."""

WAITS = 60_000
"""Milliseconds in which a disk that hangs may bring what is asked for with a passphrase: whoever
asked may have gone after that."""


class SecretField(QLineEdit):
    """Called ``name`` by a screen reader."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        left = QTimer(self, singleShot=True, interval=LEFT_MINUTES * 60_000)
        left.timeout.connect(self.clear)
        self.textChanged.connect(left.start)
