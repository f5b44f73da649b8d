"""What Linux says when somebody goes: systemd's login service, on the system bus.

A local socket, like the one to the screen; nothing here reaches a network.  On a computer
without that bus or that service nothing is heard, and nothing is said about it.
Source: ``org.freedesktop.login1(5)`` of systemd.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from wizard.words import say

SERVICE = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
PLACE = "/org/freedesktop/login1"

LATER = 3_000
"""Milliseconds after which the computer may sleep, locked or not."""

ANY = ""
"""Any session of this computer: whoever locks one, nobody sits at the others."""


class _Delay(QObject):
    """Asks the computer to wait with ``what``, for seconds at most, until all is done."""

    def __init__(self, bus: QDBusConnection, what: str, why: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bus, self._what, self._why = bus, what, why
        self._held: QDBusPendingCallWatcher | None = None

    def hold(self) -> None:
        """Ask for it, anew where it was given back."""
        self.release()
        call = QDBusMessage.createMethodCall(SERVICE, PLACE, MANAGER, "Inhibit")
        call.setArguments([self._what, say("ui.title"), self._why, "delay"])
        # The answer holds an open descriptor; while it is kept, the computer waits.
        self._held = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)

    def release(self) -> None:
        """Let the computer go on."""
        if self._held is not None:
            self._held.deleteLater()
            self._held = None


class ShutdownBus(QObject):
    """Calls ``ends`` before the computer shuts down, which waits until the program is gone."""

    def __init__(self, ends: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ends = ends
        self._bus = QDBusConnection.systemBus()
        if not self._bus.isConnected():
            return
        slot = SLOT("shutsDown(bool)")
        # The library's own types ask for bytes, which it then refuses.
        self._bus.connect(SERVICE, PLACE, MANAGER, "PrepareForShutdown", self, slot)  # type: ignore[call-overload]
        # Given back by nobody: it goes with the program, once everything is saved.
        _Delay(self._bus, "shutdown", say("ui.close.before-end"), self).hold()

    @Slot(bool)
    def shutsDown(self, is_going: bool) -> None:
        """The computer shuts down, or stays after all."""
        if is_going:
            self._ends()


class LoginBus(QObject):
    """Calls ``gone`` before the computer sleeps, and when a session is locked."""

    def __init__(self, gone: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._gone = gone
        self._bus = QDBusConnection.systemBus()
        self._delay = _Delay(self._bus, "sleep", say("ui.lock.before-sleep"), self)
        if not self._bus.isConnected():
            return
        for place, interface, name, slot in (
            (PLACE, MANAGER, "PrepareForSleep", SLOT("sleeps(bool)")),
            (ANY, SESSION, "Lock", SLOT("locked()")),
            # Desktops that lock the screen by themselves only leave this hint.
            (ANY, PROPERTIES, "PropertiesChanged", SLOT("hinted(QString,QVariantMap,QStringList)")),
        ):
            # The library's own types ask for bytes, which it then refuses.
            self._bus.connect(SERVICE, place, interface, name, self, slot)  # type: ignore[call-overload]
        self._delay.hold()
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._delay.release)

    @Slot(bool)
    def sleeps(self, is_going: bool) -> None:
        """The computer goes to sleep, or has just come back."""
        if is_going:
            self._gone()
            # Locking takes this away, and what holds the computer back with it.
            self._later.start()
        else:
            self._later.stop()
            self._delay.hold()

    @Slot()
    def locked(self) -> None:
        """A session is asked to lock itself."""
        self._gone()

    @Slot("QString", "QVariantMap", "QStringList")
    def hinted(self, interface: str, changed: dict[str, object], _others: list[str]) -> None:
        """Something about a session changed: its screen may be locked now."""
        if interface == SESSION and changed.get("LockedHint") is True:
            self._gone()
