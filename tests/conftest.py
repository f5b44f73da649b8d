"""What every test gets unasked: a home folder of its own, and no window on the screen.

Under ``tests/ui`` Qt's own warnings fail the test, and so does a window left behind.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from wizard import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

UI_TESTS = Path(__file__).parent / "ui"

OF_THE_OFFSCREEN_PLATFORM = "This plugin does not support"
"""How Qt says that a platform without a screen can not raise a window; nothing is wrong."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--onscreen``: show the windows the tests open."""
    parser.addoption("--onscreen", action="store_true", help="show the windows the tests open")


def pytest_configure(config: pytest.Config) -> None:
    """Choose Qt's platform before anything imports Qt (later would end the whole run).

    And have the inputs that nobody thought of looked for without a clock and without chance.
    """
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A busy machine is no fault, and the same tree gives the same answer every time.
    settings.register_profile(
        "calm", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("calm")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what is kept until the window closes lies meanwhile."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test its own home folder, so that nobody's real answers are touched."""
    folder = tmp_path_factory.mktemp("home")
    places = {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(folder / place))
    return folder


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Let no test meet the language that another one chose."""
    before = words.spoken()
    yield
    words.use(before)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try passphrases at the least cost; ``tests/safe/test_slots.py`` holds the real one."""
    from wizard.safe import slots

    monkeypatch.setattr(slots, "PASSES", 1)
    monkeypatch.setattr(slots, "MEBIBYTES", 1)


@pytest.fixture(autouse=True)
def calm_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window when Qt warns or a window is left behind."""
    if not request.node.path.is_relative_to(UI_TESTS):
        yield
        return
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(OF_THE_OFFSCREEN_PLATFORM):
            said.append(text)

    before = set(_windows())
    qInstallMessageHandler(hear)
    yield
    if _windows().keys() - before:
        # A cycle of Python's may hold them; what survives its end has been forgotten.
        gc.collect()
    left = [window for place, window in _windows().items() if place not in before]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in left]
    for window in left:
        window.deleteLater()
    _windows()
    qInstallMessageHandler(None)
    assert said == [], "Qt had something to say"
    assert names == [], "these windows were left behind"


def _windows() -> dict[int, QWidget]:
    """Return the windows by their place in memory, once those on their way out are gone."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    if QApplication.instance() is None:
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {getCppPointer(window)[0]: window for window in QApplication.topLevelWidgets()}
