"""A system bus of a test's own, on which the test plays systemd's login service.

What Linux computers have and a test machine may not: ``login1`` is taken from its manual.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

from wizard.ui.gate.login_bus import MANAGER, PLACE, PROPERTIES, SERVICE, SESSION

ONE = f"{PLACE}/session/_31"


class Login1(QDBusVirtualObject):
    """Says what it is told to, and hands out what holds sleep back."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self._bus = QDBusConnection.connectToBus(address, "login1")
        self._held: int | None = None
        assert self._bus.registerService(SERVICE)
        below = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self._bus.registerVirtualObject(PLACE, self, below)

    def introspect(self, _path: str) -> str:
        """Nobody asks."""
        return ""

    def handleMessage(  # noqa: N802 - Qt's own name
        self, message: QDBusMessage, connection: QDBusConnection
    ) -> bool:
        """Give whoever asks one end of a pipe, as the service does."""
        if (message.interface(), message.member()) != (MANAGER, "Inhibit"):
            return False
        mine, theirs = os.pipe()
        os.set_blocking(mine, False)
        connection.send(message.createReply([QDBusUnixFileDescriptor(theirs)]))
        os.close(theirs)
        self._held = mine
        return True

    @property
    def is_held_back(self) -> bool:
        """Whether the computer would wait with sleeping."""
        if self._held is None:
            return False
        try:
            return bool(os.read(self._held, 1))
        except BlockingIOError:
            return True

    def sleep(self, is_going: bool) -> None:
        """Say that the computer goes to sleep, or that it came back."""
        self._say(PLACE, MANAGER, "PrepareForSleep", [is_going])

    def shut_down(self, is_going: bool) -> None:
        """Say that the computer shuts down, or stays after all."""
        self._say(PLACE, MANAGER, "PrepareForShutdown", [is_going])

    def lock(self) -> None:
        """Say that a session is to be locked."""
        self._say(ONE, SESSION, "Lock", [])

    def hint(self, is_locked: bool) -> None:
        """Say that a desktop locked its screen, or opened it, by itself."""
        changed: list[object] = [SESSION, {"LockedHint": is_locked}, [""]]
        self._say(ONE, PROPERTIES, "PropertiesChanged", changed)

    def close(self) -> None:
        """Leave the bus."""
        if self._held is not None:
            os.close(self._held)
        QDBusConnection.disconnectFromBus("login1")

    def _say(self, path: str, interface: str, name: str, arguments: list[object]) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(arguments)
        assert self._bus.send(signal)


@contextmanager
def login1(folder: Path) -> Iterator[Login1]:
    """Start a bus in ``folder`` and play the service on it."""
    # A path below a test's folder may be longer than a socket's may be.
    command = [
        "dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address",
        f"--address=unix:dir={folder}",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        assert bus.stdout is not None
        service = Login1(bus.stdout.readline().strip())
        try:
            yield service
        finally:
            service.close()
            bus.terminate()
