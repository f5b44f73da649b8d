"""The first moments: seen at once, filled behind, and honest where it can not be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect

from tests.ui.hands import Hands, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui import start
from wizard.ui.bridge import Bridge
from wizard.ui.shell.gate import Gate
from wizard.ui.shell.greeting import Greeting
from wizard.ui.shell.window import Window

HEAVY = ("reportlab", "jinja2", "pikepdf", "yaml", "apsw", "PySide6.QtNetwork", "socket")

FIRST_PICTURE = f"""
import sys
from PySide6.QtWidgets import QApplication
from wizard.cli import main
from wizard.ui import start
application = start.make_application([])
window = start.Window()
window.greeting.seen.connect(application.quit)
window.show()
application.exec()
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_the_first_picture_waits_for_nothing_heavy() -> None:
    """A window that is there at once is half of what makes a program feel quick."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_home_comes_in_where_the_greeting_was(desk: Desk) -> None:
    """Nothing moves under a person's eyes: heading and first line stay in their place."""
    window = Window()
    window.resize(1180, 800)
    window.show()
    until(lambda: window.greeting.line.width() > 100)
    top = QRect(0, 0, 1100, 150)
    before = window.grab(top).toImage()
    window.open_on(Bridge(desk))
    until(lambda: window.grab(top).toImage() == before)
    window.close()
    window.deleteLater()


def test_answers_held_by_another_window_are_told(desk: Desk, places: Places) -> None:
    """The second window says why it can not save, in one sentence."""
    second = Desk(places)
    window = start.open_window(second)
    Hands(window)
    until(lambda: window.frame.message.isVisible())
    window.close()
    second.close()
    window.deleteLater()


def test_a_start_that_failed_says_why(application: object, tmp_path: Path) -> None:
    """No empty window, and no menu that leads nowhere."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "own-login.key").write_bytes(b"short")
    window = Window()
    gate = Gate(window, Places(data))
    gate.begin()
    shown = window.centralWidget()

    assert isinstance(shown, Greeting)
    assert "The key to your answers" in shown.line.text()
    assert gate.is_refused
    assert window.menuBar().actions() == []
    window.close()
    window.deleteLater()
