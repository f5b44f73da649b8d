"""What Windows says when somebody goes: messages to the window, read before Qt reads them.

Written by the manual (``WM_POWERBROADCAST``, ``WM_WTSSESSION_CHANGE`` and
``WTSRegisterSessionNotification`` of the Windows API), and never run on Windows by us.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

POWER, SUSPENDS = 0x0218, 0x0004
"""``WM_POWERBROADCAST`` with ``PBT_APMSUSPEND``: the computer goes to sleep."""

SESSION, LOCKS = 0x02B1, 0x0007
"""``WM_WTSSESSION_CHANGE`` with ``WTS_SESSION_LOCK``: the screen is locked."""

THIS_SESSION = 0
"""``NOTIFY_FOR_THIS_SESSION``."""

KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class WindowsSession(QAbstractNativeEventFilter):
    """Calls ``gone`` for the window with the ``handle``, until ``close``."""

    def __init__(self, handle: int, gone: Callable[[], None]) -> None:
        super().__init__()
        self._handle, self._gone = handle, gone
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)
        if sys.platform == "win32":
            # Without it only sleep is told; where it fails, the clock still tells on waking.
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                wintypes.HWND(handle), THIS_SESSION
            )

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message, and leave it to whom it is for."""
        if QByteArray(kind).data() in KINDS:
            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in ((POWER, SUSPENDS), (SESSION, LOCKS)):
                self._gone()
        return False, 0

    def close(self) -> None:
        """Hear no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(self._handle))
