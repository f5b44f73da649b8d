"""Nobody sits there any more: what Linux, Windows and the clock say, and what then happens."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from ctypes import wintypes
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.program import TOP
from tests.store.children import open_ground
from tests.ui import window_child
from tests.ui.conftest import MOMENT
from tests.ui.hands import until
from tests.ui.login1 import Login1, login1
from tests.ui.own_window import NOTE
from wizard.clock import FixedClock
from wizard.ui.gate import away, windows_session
from wizard.ui.gate.windows_session import WindowsSession

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="login1 is Linux's own")


@pytest.fixture
def service(application: QApplication) -> Iterator[Login1]:
    """The login service, on a bus whose name is short enough for a socket."""
    with open_ground() as ground, login1(ground) as service:
        yield service


def _opened(folder: Path, bus: str) -> subprocess.Popen[str]:
    """Start a window with something open behind a lock, and wait until it is."""
    window_child.prepare(folder)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.away_child", str(folder)],
        stdout=subprocess.PIPE, text=True, cwd=TOP,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SYSTEM_BUS_ADDRESS": bus,
        },
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


SIGNS: dict[str, Callable[[Login1], None]] = {
    "sleep": lambda service: service.sleep(True),
    "session lock": lambda service: service.lock(),
    "screen lock": lambda service: service.hint(True),
}


@linux_only
@pytest.mark.parametrize("sign", SIGNS)
def test_nothing_is_left_open_when_somebody_goes(
    service: Login1, tmp_path: Path, sign: str
) -> None:
    """The window locks, the store is closed, key and answers are dropped, the words are gone."""
    child = _opened(tmp_path, service.address)
    with child:
        until(lambda: service.is_held_back)
        # None of these is a reason to lock.
        service.hint(False)
        service.sleep(False)
        until(lambda: service.is_held_back)
        SIGNS[sign](service)
        until(lambda: child.poll() is not None)
        assert child.stdout is not None
        left = json.loads(child.stdout.read())

    assert left["state"] == "locked"
    assert left["keys"] == left["held"] == left["network"] == []
    assert NOTE not in left["words"]
    assert "The post" not in left["words"]


@linux_only
def test_the_computer_sleeps_once_all_is_locked(service: Login1, tmp_path: Path) -> None:
    """It is held back until then, and no longer."""
    with _opened(tmp_path, service.address):
        until(lambda: service.is_held_back)
        service.sleep(True)

        until(lambda: not service.is_held_back)


@linux_only
def test_without_a_bus_nobody_hears_of_it(tmp_path: Path) -> None:
    """Many computers have none; the window opens as ever, and says nothing."""
    with _opened(tmp_path, "unix:path=/nowhere") as child:
        child.terminate()


def test_a_clock_that_is_far_on_has_slept(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out where no system tells; a clock put back or a late timer is no sleep."""
    monkeypatch.setattr(away, "EVERY", 5)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    clock, window = FixedClock(MOMENT), QWidget()
    told: list[int] = []
    looks: list[int] = []

    def look() -> datetime:
        looks.append(1)
        return clock.now()

    heard = away.Away(window, look)
    heard.gone.connect(lambda: told.append(1))

    def looked_at(moment: datetime) -> None:
        clock.set(moment)
        looks.clear()
        until(lambda: len(looks) > 1)

    for moment in (MOMENT, MOMENT + timedelta(seconds=50), MOMENT - timedelta(days=1)):
        looked_at(moment)
    assert told == []
    looked_at(MOMENT)

    assert told == [1]
    window.deleteLater()


@pytest.mark.parametrize(
    ("number", "what", "goes"),
    [
        (windows_session.POWER, windows_session.SUSPENDS, True),
        (windows_session.SESSION, windows_session.LOCKS, True),
        (windows_session.POWER, 0x0012, False),
        (windows_session.SESSION, 0x0008, False),
        (0x0100, windows_session.LOCKS, False),
    ],
    ids=["sleep", "screen lock", "waking", "screen unlock", "a key"],
)
def test_windows_messages_are_read_by_the_manual(
    application: QApplication, number: int, what: int, goes: bool
) -> None:
    """Messages made by hand as the manual has them; Windows itself was not to be had."""
    told: list[int] = []
    session = WindowsSession(1, lambda: told.append(1))
    message = wintypes.MSG(message=number, wParam=what)
    place = ctypes.addressof(message)

    assert session.nativeEventFilter(b"windows_generic_MSG", place) == (False, 0)
    session.nativeEventFilter(b"xcb_generic_event_t", place)
    assert bool(told) is goes
    assert len(told) <= 1
    session.close()
