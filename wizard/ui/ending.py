"""Closes the window when the system asks the program to end, as at the end of a session."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager

LATER = 2_000
"""Milliseconds after which the bus is asked: nobody shuts down as a window opens."""


class Ending(QObject):
    """Calls ``end`` on the GUI thread; what was typed is told and saved as on any closing.

    It is asked by a signal (a session of Linux ends with SIGTERM, a terminal with SIGHUP),
    by the session where Qt hears of it (Windows, macOS, X11 with libSM), and on Linux by
    systemd's login service before the computer shuts down.  ``close`` is called in its place
    where the session lets a person be asked.  Both say whether the window closed.
    """

    def __init__(
        self, close: Callable[[], bool], end: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._close, self._end = close, end
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.commitDataRequest.connect(self.commit)
        if sys.platform == "linux":
            QTimer.singleShot(LATER, self, self._listen)
        if os.name != "posix":
            return
        # A signal breaks into whatever runs, so it only writes a byte, which Qt then reads.
        listen, tell = os.pipe()
        os.set_blocking(tell, False)
        signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
        for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(asked, lambda *_: None)
        heard = QSocketNotifier(listen, QSocketNotifier.Type.Read, self)
        heard.activated.connect(lambda *_: self._hear(listen))

    def _hear(self, listen: int) -> None:
        # What is left unread is heard again: being asked once would count as being asked twice.
        os.read(listen, 4096)
        self._clear(self._end)

    def commit(self, session: QSessionManager) -> None:
        """The session is about to end: close, or say that something is on no disk yet."""
        if not session.allowsInteraction():
            self._clear(self._end)
        elif not self._close():
            session.release()
            session.cancel()

    def _listen(self) -> None:
        from wizard.ui.gate.login_bus import ShutdownBus

        ShutdownBus(lambda: self._clear(self._end), self)

    def _clear(self, end: Callable[[], bool]) -> None:
        # What a dialog asks goes unanswered: ending the program within it would break off there.
        from wizard.ui.gate.clearing import Clearing

        Clearing(end, self)
