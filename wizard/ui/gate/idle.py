"""Tells when nobody sits there any more, while something is open that can be locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.presses.repeats import Repeats

if TYPE_CHECKING:
    from wizard.ui.gate.away import Away

IDLE_MINUTES = 10
"""Minutes without key, mouse, pen or touch after which what has a passphrase is locked."""

SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress, QEvent.Type.TabletMove,
    }
)  # fmt: skip
"""What only comes where somebody is.  A method of writing takes the keys for itself."""


class Idle(QObject):
    """``gone`` tells it, after a while or before sleep.  ``now`` gives the time of day."""

    gone = Signal()

    def __init__(self, window: QWidget, now: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window, self._now = window, now
        self._is_wanted = False
        self.last = monotonic()
        """When somebody was there last, by ``time.monotonic``."""
        self._repeats = Repeats()
        self._away: Away | None = None
        self._while = QTimer(self, singleShot=True, interval=IDLE_MINUTES * 60_000)
        self._while.timeout.connect(self.gone)

    def watch(self, is_wanted: bool) -> None:
        """Wait anew for somebody to go, or wait no more where there is nothing to lock."""
        application = QApplication.instance()
        assert application is not None
        self._is_wanted = is_wanted
        application.removeEventFilter(self)
        self._while.stop()
        if is_wanted:
            application.installEventFilter(self)
            self._while.start()
            # The window is on the screen before anything of this is loaded.
            QTimer.singleShot(0, self, self._listen)
        else:
            self._listen()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is there: begin to wait anew."""
        # What lies on the keyboard while nobody is there presses on and on.
        is_held = isinstance(event, QKeyEvent) and self._repeats.has(event)
        if event.type() in SIGNS_OF_LIFE and not is_held:
            self.last = monotonic()
            self._while.start()
        return False

    def _listen(self) -> None:
        """Hear of sleep and of a locked screen too, or of neither."""
        if not self._is_wanted:
            if self._away is not None:
                self._away.deleteLater()
                self._away = None
        elif self._away is None:
            from wizard.ui.gate.away import Away

            self._away = Away(self._window, self._now)
            self._away.gone.connect(self.gone)
