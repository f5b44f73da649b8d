"""Closes the window when the system asks the program to end, as at the end of a session."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Ending(QObject):
    """Calls ``close`` on the GUI thread; what was typed is told and saved as on any closing.

    A signal breaks into whatever runs, so it only writes a byte, which Qt then reads.
    On Windows the system closes the window itself, and there is nothing to do.
    """

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        if os.name != "posix":
            return
        listen, tell = os.pipe()
        os.set_blocking(tell, False)
        signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
        for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(asked, lambda *_: None)
        heard = QSocketNotifier(listen, QSocketNotifier.Type.Read, self)
        heard.activated.connect(lambda *_: close())
