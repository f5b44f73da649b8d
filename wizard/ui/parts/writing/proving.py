"""The passphrase once more, before what opens the answers is changed.

Whoever sits down at a window that was left open for a minute could else make a recovery code of
their own, and read what is written there from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QWidget

from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, SectionTitle
from wizard.ui.parts.writing.trying import Trying
from wizard.words import say

A_MINUTE = 60_000
"""Milliseconds for which it counts."""


class Proving(Card):
    """``proven`` tells that ``proves`` took the passphrase or the recovery code."""

    proven = Signal()

    def __init__(self, proves: Callable[[str], Future[None]], parent: QWidget) -> None:
        super().__init__(say("ui.computer.prove"), parent)
        self.rows.addWidget(SectionTitle(say("ui.computer.prove"), self))
        self.rows.addWidget(Body(say("ui.computer.prove.about"), self))
        trying = Trying(proves, PlainButton(say("ui.computer.prove.go"), "", self), self)
        trying.right.connect(self.proven)
        self.begin = trying.field.setFocus
        self.rows.addWidget(trying)
        self.since = QElapsedTimer()
        """When somebody said who they are."""

    @property
    def is_stale(self) -> bool:
        """Whether that was a while ago, or never: somebody else may sit there by now."""
        return self.since.hasExpired(A_MINUTE)

    def take_for_proven(self, since: QElapsedTimer | None = None) -> None:
        """Take it that somebody has said it: just now, or ``since``."""
        if since is None:
            self.since.start()
        else:
            self.since = since
