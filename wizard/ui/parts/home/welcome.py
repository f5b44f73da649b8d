"""What stands first at home: a welcome, that nothing is kept here, or the question left open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wizard.desk.front import Front
from wizard.ui import theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.text import Body, SectionTitle
from wizard.words import say


class Welcome(QFrame):
    """Looks like a card, and is drawn by the style sheet: it stands in the first picture.

    ``asked`` leads to whose computer it is, ``taken`` to taking answers along.

    Somebody new is welcomed until something is begun; whose computer it is is asked, in
    fewer words, until somebody has said it.
    """

    asked = Signal()
    taken = Signal()

    def __init__(self, known: Front, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.look()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(look.gap(1.5), look.gap(1.25), look.gap(1.5), look.gap(1.25))
        self._rows.setSpacing(look.gap(0.5))
        self._is_shared, self._is_first = known.is_shared, known.is_first
        self._title, self._about = SectionTitle("", self), Body("", self)
        leads = "shared" if self._is_shared else "welcome"
        self._link = LinkButton(say(f"ui.{leads}.on"), "lock", self)
        self._link.clicked.connect(self.taken if self._is_shared else self.asked)
        for part in (self._title, self._about, self._link):
            self._rows.addWidget(part)
        self.settle(is_unsaid=known.is_unsaid, is_used=not known.is_first)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._title.text())

    def settle(self, *, is_unsaid: bool, is_used: bool) -> None:
        """Say what is to be said now, or nothing; ``is_used`` once something was begun here."""
        kind = "whose" if is_unsaid else ""
        if self._is_shared:
            kind = "shared"
        elif self._is_first and not is_used:
            kind = "welcome"
        self._title.say(say(f"ui.{kind}.title") if kind else "")
        self._about.setText(say(f"ui.{kind}.about") if kind else "")
        self.setAccessibleName(self._title.text())
        self._link.setVisible(is_unsaid or self._is_shared)
