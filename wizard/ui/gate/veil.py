"""A lock before what can not be closed yet, as something of it is on no disk.

Whoever comes next sees nothing of it, and what was written is not lost: it waits in the window,
behind the passphrase, and is locked as always once it is saved.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from wizard.desk.lock.locking import Lock
from wizard.ui import accessible
from wizard.ui.cover.coverable import Coverable, Sheet
from wizard.ui.cover.curtain import cover
from wizard.ui.gate.asking import Asking
from wizard.ui.shell.keys import QUIT_KEYS
from wizard.words import say


def draw(window: Coverable, lock: Lock) -> None:
    """Let nobody see what is in a window but whoever has what opens ``lock``."""
    if lock.can_prove:
        Veil(window, lock).draw()
    else:
        # What lies there is another one's: its passphrase would lift nothing.
        cover(window)


class Veil(Sheet):
    """Lifted by what opens ``lock``, or by ``Coverable.uncover``."""

    is_for_all = False

    def __init__(self, window: Coverable, lock: Lock) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        # Whoever else comes must see why their own passphrase lifts nothing.
        name = lock.whose
        lead = say("ui.people.unsaved", name=name) if name else say("ui.lock.unsaved")
        whose = say("ui.people.whose", name=name) if name else ""
        self._asks = Asking(lead, lock.prove, self, whose=whose)
        self._asks.unlocked.connect(window.uncover)
        rows.addWidget(self._asks)
        # Of what is in the menus, which wait behind it, this can be done all the same.
        quit_now = QShortcut(QKeySequence(QUIT_KEYS), self)
        quit_now.activated.connect(window.close)

    def draw(self) -> None:
        """Cover the window: from sight first, and then from all else."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._window.cover(self, say("ui.title"))
        self._asks.begin()
        accessible.announce(self, say("ui.lock.title"))

    def tell_kept(self) -> None:
        """Say that the window did not close, and nothing of what waits."""
        self._asks.tell(say("ui.close.veiled"))
