"""The passphrase once more, before what opens the answers is changed.

Whoever sits down at a window that was left open for a minute could else make a recovery code of
their own, and read what is written there from then on.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.errors import InputFault, Problem
from wizard.ui import accessible
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, SectionTitle, Warn
from wizard.ui.parts.writing.fields import Labelled
from wizard.ui.parts.writing.secret_field import SecretField
from wizard.words import say


class Proving(Card):
    """``proven`` tells that the passphrase or the recovery code was the right one."""

    proven = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(say("ui.computer.prove"), parent)
        self._bridge = bridge
        self.rows.addWidget(SectionTitle(say("ui.computer.prove"), self))
        self.rows.addWidget(Body(say("ui.computer.prove.about"), self))
        self.field = SecretField(say("ui.lock.field"), self)
        self.field.returnPressed.connect(self._try)
        self.rows.addWidget(Labelled(say("ui.lock.field"), self.field, self))
        self._wrong = Warn(parent=self)
        self._wrong.hide()
        self.rows.addWidget(self._wrong)
        button = PlainButton(say("ui.computer.prove.go"), "", self)
        button.clicked.connect(self._try)
        self.rows.addWidget(button)

    def _try(self) -> None:
        secret = self.field.text()
        if secret and not self._bridge.is_under_way("proof"):
            # A second wrong one would look as if nothing had been tried.
            self._wrong.hide()
            trying = self._bridge.once("proof", lambda: self._bridge.desk.lock.prove(secret))
            assert trying is not None
            self._bridge.when_done(trying, self._tell_proven, self._tell)

    def _tell_proven(self, _none: None) -> None:
        self.field.clear()
        self.proven.emit()

    def _tell(self, problem: Problem) -> None:
        if isinstance(problem, InputFault):
            self.field.selectAll()
        else:
            # The right one may have to wait: whoever goes meanwhile leaves it for the next.
            self.field.clear()
        self._wrong.setText(str(problem))
        self._wrong.show()
        accessible.announce(self, self._wrong.text())
