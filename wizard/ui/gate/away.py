"""Hears that nobody sits there any more: the computer goes to sleep, or its screen is locked.

Linux and Windows say so, each in its way.  Where nothing says it, the clock does: one that
is far on since it was last looked at has slept in between.  macOS is left to the clock.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

EVERY = 15_000
"""Milliseconds between two looks at the clock."""

SLEPT = timedelta(seconds=60)
"""A clock that is so far on at the next look has slept: no timer is ever as late as that."""


class Away(QObject):
    """``gone`` tells, before the computer sleeps where the system waits for that.

    Made while there is a lock and something open behind it, and not before.  ``now`` gives
    the time of day.
    """

    gone = Signal()

    def __init__(self, window: QWidget, now: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._now, self._last = now, now()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        if sys.platform == "linux":
            from wizard.ui.gate.login_bus import LoginBus

            LoginBus(self.gone.emit, self)
        elif sys.platform == "win32":
            from wizard.ui.gate.windows_session import WindowsSession

            # The application keeps no hold on it; it lives as long as this does.
            self._session = WindowsSession(int(window.winId()), self.gone.emit)
            self.destroyed.connect(self._session.close)

    def _look(self) -> None:
        before, self._last = self._last, self._now()
        if self._last - before > SLEPT:
            self.gone.emit()
