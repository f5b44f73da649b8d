"""A lock before what can not be closed yet, as something of it is on no disk.

Whoever comes next sees nothing of it, and what was written is not lost: it waits in the window,
behind the passphrase, and is locked as always once it is saved.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from wizard.desk.lock.proof import Proof
from wizard.ui import accessible
from wizard.ui.cover.coverable import Coverable, Sheet
from wizard.ui.cover.curtain import cover
from wizard.ui.gate.asking import Asking
from wizard.ui.shell.keys import QUIT_KEYS
from wizard.words import say


def draw(window: Coverable, proof: Proof | None) -> None:
    """Let nobody see what is in a window but whoever has what ``proof`` takes."""
    if proof is None:
        # The lock that lies there is another one's: its passphrase would lift nothing.
        cover(window)
    else:
        Veil(window, proof).draw()


class Veil(Sheet):
    """Lifted by what ``proof`` takes, or by ``Coverable.uncover``."""

    is_for_all = False

    def __init__(self, window: Coverable, proof: Proof) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._asks = Asking(say("ui.lock.unsaved"), proof.give, self)
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
