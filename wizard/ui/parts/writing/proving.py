"""The passphrase once more, before what opens the answers is changed.

Whoever sits down at a window that was left open for a minute could else make a recovery code of
their own, and read what is written there from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, SectionTitle
from wizard.ui.parts.writing.trying import Trying
from wizard.words import say


class Proving(Card):
    """``proven`` tells that ``proves`` took the passphrase or the recovery code."""

    proven = Signal()

    def __init__(self, proves: Callable[[str], Future[None]], parent: QWidget) -> None:
        super().__init__(say("ui.computer.prove"), parent)
        self.rows.addWidget(SectionTitle(say("ui.computer.prove"), self))
        self.rows.addWidget(Body(say("ui.computer.prove.about"), self))
        trying = Trying(proves, PlainButton(say("ui.computer.prove.go"), "", self), self)
        trying.right.connect(self.proven)
        self.rows.addWidget(trying)
