"""What Linux says when somebody goes: systemd's login service, on the system bus.

A local socket, like the one to the screen; nothing here reaches a network.  On a computer
without that bus or that service nothing is heard, and nothing is said about it.
Source: ``org.freedesktop.login1(5)`` of systemd.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from wizard.words import say

SERVICE = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
PLACE = "/org/freedesktop/login1"

ANY = ""
"""Any session of this computer: whoever locks one, nobody sits at the others."""


class LoginBus(QObject):
    """Calls ``gone`` before the computer sleeps, and when a session is locked."""

    def __init__(self, gone: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._gone = gone
        self._held: QDBusPendingCallWatcher | None = None
        self._bus = QDBusConnection.systemBus()
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
        self._hold()

    @Slot(bool)
    def sleeps(self, is_going: bool) -> None:
        """The computer goes to sleep, or has just come back."""
        if is_going:
            self._gone()
            self._release()
        else:
            self._hold()

    @Slot()
    def locked(self) -> None:
        """A session is asked to lock itself."""
        self._gone()

    @Slot("QString", "QVariantMap", "QStringList")
    def hinted(self, interface: str, changed: dict[str, object], _others: list[str]) -> None:
        """Something about a session changed: its screen may be locked now."""
        if interface == SESSION and changed.get("LockedHint") is True:
            self._gone()

    def _hold(self) -> None:
        """Ask the computer to wait with sleeping, for seconds at most, until all is locked."""
        self._release()
        call = QDBusMessage.createMethodCall(SERVICE, PLACE, MANAGER, "Inhibit")
        call.setArguments(["sleep", say("ui.title"), say("ui.lock.before-sleep"), "delay"])
        # The answer holds an open descriptor; while it is kept, the computer waits.
        self._held = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)

    def _release(self) -> None:
        if self._held is not None:
            self._held.deleteLater()
            self._held = None
