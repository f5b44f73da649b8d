"""What a window remembers lies on a disk, too, which may hang, be full or be gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.ui.hands import until
from wizard import there
from wizard.ui import settings
from wizard.ui.remembered import Remembered

FILE = "window.ini"


@pytest.fixture
def place(application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where nothing was remembered yet."""
    monkeypatch.setattr(there, "PATIENCE", 0.05)
    monkeypatch.setattr(settings, "_elsewhere", tmp_path)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_disk_that_hangs_holds_up_nothing_and_is_written_once_it_is_back(place: Path) -> None:
    """Qt read it at each question: lock, cross and what saves answers stood still as long."""
    os.mkfifo(place / FILE)
    settings.keep_theme("dark")
    settings.keep_text_size(200)
    assert (settings.theme_name(), settings.text_size()) == ("dark", 200)

    pipe = os.open(place / FILE, os.O_RDWR | os.O_NONBLOCK)
    (place / FILE).unlink()
    os.close(pipe)

    def is_written() -> bool:
        settings.keep_is_wide(True)
        return Remembered(place / FILE).value("text-size") == "200"

    until(is_written)
    assert Remembered(place / FILE).value("theme") == "dark"


def test_two_windows_take_nothing_from_each_other(place: Path) -> None:
    """Each has what it read as it began, and writes only what it was told itself."""
    one, other = Remembered(place / FILE), Remembered(place / FILE)
    one.keep("theme", "dark")
    other.keep("language", "cy")

    anew = Remembered(place / FILE)
    assert (anew.value("theme"), anew.value("language")) == ("dark", "cy")


def test_what_can_not_be_kept_holds_as_long_as_the_window(place: Path) -> None:
    """A folder that is taken, full or closed is told to nobody: no answer lies there."""
    (place / "taken").touch()
    remembered = Remembered(place / "taken" / FILE)
    remembered.keep("theme", "dark")

    assert remembered.value("theme") == "dark"


@pytest.mark.parametrize("value", ["Ysgol Ŵyn, 1=2", "C:\\new", "two\nlines", "\U0001f411", ""])
def test_any_words_are_read_as_they_were_kept(place: Path, value: str) -> None:
    """A folder may be called anything."""
    Remembered(place / FILE).keep("paper-folder", value)

    assert Remembered(place / FILE).value("paper-folder") == value


def test_what_qt_kept_before_is_read(place: Path) -> None:
    """Whoever needs large letters has them after a renewal, too."""
    before = QSettings(str(place / FILE), QSettings.Format.IniFormat)
    before.setValue("text-size", 200)
    before.setValue("wide", True)
    before.setValue("theme", "contrast")
    before.sync()

    assert (settings.text_size(), settings.is_wide()) == (200, True)
    assert settings.theme_name() == "contrast"
