"""Asks for the passphrase of a file that was taken along from another computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wizard.ui import tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.secret_field import SecretField
from wizard.words import say


class FilePassphrasePage(AsidePage):
    """One field; Return or the button opens the file."""

    def __init__(self, bridge: Bridge, path: Path, then: Callable[[Path, str], None]) -> None:
        super().__init__(bridge, say("ui.passphrase.file", name=path.name))
        self._path, self._then = path, then
        card = Card(say("ui.passphrase.label"), self)
        self.field = SecretField(say("ui.passphrase.label"), card)
        self.field.returnPressed.connect(self._open)
        card.rows.addWidget(Labelled(say("ui.passphrase.label"), self.field, card))
        button = PrimaryButton(say("ui.passphrase.open"), "", card)
        button.clicked.connect(self._open)
        card.rows.addWidget(button)
        self.rows.addWidget(card)
        self.rows.addStretch(1)
        tab_order.follow([self.back, self.field, button])

    def first(self) -> QWidget | None:
        """The field."""
        return self.field

    def _open(self) -> None:
        if self.field.text():
            self._then(self._path, self.field.text())
