"""One application with its look for all tests of the window; a desk and a window each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.tiny import write_tiny
from tests.ui import screens
from tests.ui.hands import Hands, Key, until
from tests.ui.kinds import JOURNEY, QUESTIONS
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import settings, start, theme
from wizard.ui.gate import closing
from wizard.ui.look import LIGHT, Look
from wizard.ui.parts import for_good
from wizard.ui.shell.window import Window

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def application() -> QApplication:
    """Apply the style sheet once: doing so for each test would take most of the time."""
    application = start.make_application([])
    # Whatever the person at this machine likes, the tests look the same everywhere.
    theme.put_on(application, Look(LIGHT))
    return application


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A journey with every kind of answer, and an empty data folder."""
    content = write_tiny(tmp_path / "content", questions=QUESTIONS, journey=JOURNEY)
    return Places(tmp_path / "data", content, clock=FixedClock(MOMENT))


@pytest.fixture
def desk(places: Places, application: QApplication) -> Iterator[Desk]:
    """An open desk."""
    desk = Desk(places)
    desk.ready.result()
    yield desk
    desk.close()


@pytest.fixture
def window(desk: Desk) -> Iterator[Window]:
    """The window on home."""
    window = start.open_window(desk)
    window.resize(1180, 800)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture(autouse=True)
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever presses twice have read what the first time has told, or asked."""
    monkeypatch.setattr(closing, "A_READ", 0)
    monkeypatch.setattr(for_good, "A_READ", 0)


@pytest.fixture
def mistakes(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Our own mistakes, as Python tells of them out of Qt's midst."""
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *fault: told.append(fault))
    return told


@pytest.fixture
def hands(window: Window) -> Hands:
    """A keyboard at the window."""
    return Hands(window)


@pytest.fixture
def session(window: Window, hands: Hands) -> Session:
    """The journey, begun: its first page is in sight."""
    window.start("tiny")
    hands.on_page("The post")
    until(lambda: window.bridge.has_session)
    return window.bridge.session


@pytest.fixture
def outcome(session: Session, window: Window, hands: Hands) -> Session:
    """A self-assessment at its outcome."""
    hands.press(Key.Key_2)
    window.go("outcome")
    return session


@pytest.fixture
def usual_size_after(application: QApplication) -> Iterator[None]:
    """Letters of the usual size and light again, whatever the test did."""
    yield
    settings.keep_text_size(100)
    theme.change(LIGHT, 1)


@pytest.fixture
def shipped(application: QApplication, tmp_path: Path) -> Iterator[Window]:
    """The window on all that is shipped, as large as a small laptop's screen."""
    before = theme.look()
    desk = Desk(Places(tmp_path / "data", clock=FixedClock(screens.MOMENT)))
    desk.ready.result()
    window = start.open_window(desk)
    window.resize(screens.WIDTH, screens.HEIGHT)
    yield window
    window.close()
    window.deleteLater()
    desk.close()
    theme.put_on(application, before)
