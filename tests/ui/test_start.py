"""The first moments: seen at once, filled behind, and honest where it can not be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt

from tests.ui.hands import Hands, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui import numbers, settings, start
from wizard.ui.bridge import Bridge
from wizard.ui.gate.gate import Gate
from wizard.ui.look import CONTRAST
from wizard.ui.parts.tile import Tile
from wizard.ui.shell.greeting import Greeting
from wizard.ui.shell.window import Window

HEAVY = (
    "reportlab", "jinja2", "pikepdf", "yaml", "apsw", "PySide6.QtNetwork", "socket",
    # Small things, each of which costs more than all that home itself imports.
    "dataclasses", "datetime", "wizard.model.answers", "wizard.ui.reading_order",
)  # fmt: skip

FIRST_PICTURE = f"""
import linecache, sys
from wizard.cli import main
from wizard.desk.places import Places
from wizard.ui import start
from PySide6 import QtCore
application = start.make_application([])
window = start.Window()
# The very first start also welcomes; every other looks like this.
window.begin(start.front_of(Places())._replace(is_first=False))
window.seen.connect(application.quit)
window.show()
application.exec()
stands = [w for w in application.allWidgets() if w.accessibleIdentifier().startswith("start-")]
heavy = [name for name in {HEAVY!r} if name in sys.modules]
read = [name for name in linecache.cache if "wizard" in name]
print(len(stands), heavy, "Qt" in vars(QtCore), len(read), sep="|")
"""


def test_the_first_picture_waits_for_nothing_heavy() -> None:
    """A window that is there at once, with home in it, is half of what makes it feel quick."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE], capture_output=True, text=True, check=True
    )
    stands, heavy, is_named, read = done.stdout.split("|")

    assert int(stands) > 5
    assert heavy == "[]"
    # Naming one flag of Qt makes Python build 1,500 names: an eighth of the start.
    assert is_named == "False"
    # PySide reads the source of all that is imported after it, if one lets it.
    assert int(read) == 0


def test_numbers_are_those_of_qt() -> None:
    """A flag given by its number must stay the flag that was meant."""
    assert Qt.TextFormat.PlainText.value == numbers.PLAIN_TEXT
    assert Qt.FocusPolicy.NoFocus.value == numbers.NO_FOCUS
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == numbers.BAR_OFF
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOn.value == numbers.BAR_ON
    wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    assert int(wrapped) == numbers.WRAPPED
    assert Qt.LayoutDirection.RightToLeft.value == numbers.RIGHT_TO_LEFT


def test_home_stands_before_the_desk_is_open_and_nothing_moves_then(desk: Desk) -> None:
    """What somebody begins to read stays in its place, and the focus where it was."""
    window = _first_picture(desk.places)
    before = window.grab().toImage()
    focused = window.focusWidget()
    assert isinstance(focused, Tile)
    window.open_on(Bridge(desk))
    until(lambda: window.grab().toImage() == before)

    assert window.focusWidget() is focused
    window.close()
    window.deleteLater()


def test_a_journey_chosen_in_the_first_picture_is_opened(desk: Desk) -> None:
    """Nobody is so quick that the program does not notice."""
    window = _first_picture(desk.places)
    first = window.focusWidget()
    assert isinstance(first, Tile)
    first.click()
    window.open_on(Bridge(desk))
    until(lambda: window.bridge.has_session)

    assert window.bridge.session.journey.id == "tiny"
    window.close()
    window.deleteLater()


def test_home_is_as_it_was_last_until_the_file_of_the_school_is_read(
    desk: Desk, places: Places
) -> None:
    """Reading the school's file takes a fifth of the start; what it said last is at hand."""
    assert start.front_of(places) is not None
    (places.data / "school.yaml").write_text("name: St Aidan's\n", "utf-8")
    assert start.front_of(places) is None

    window = start.open_window(Desk(places))
    window.close()
    known = start.front_of(places)

    assert known is not None
    assert known.school == "St Aidan's"
    (places.data / "school.yaml").write_text("name: Another\n", "utf-8")
    assert start.front_of(places) is None
    window.bridge.desk.close()
    window.deleteLater()


def test_home_comes_in_where_the_greeting_was(desk: Desk) -> None:
    """Nothing moves under a person's eyes: heading and first line stay in their place."""
    window = Window()
    window.resize(1180, 800)
    window.begin()
    window.show()
    greeting = window.centralWidget()
    assert isinstance(greeting, Greeting)
    until(lambda: greeting.line.width() > 100)
    top = QRect(0, 0, 1100, 150)
    before = window.grab(top).toImage()
    window.open_on(Bridge(desk))
    until(lambda: window.grab(top).toImage() == before)
    window.close()
    window.deleteLater()


def test_who_wants_strong_contrast_has_it_in_the_first_picture(application: object) -> None:
    """The system is asked after the picture; what it said last time holds until then."""
    settings.keep_theme("system")
    assert settings.first_colours() == settings.colours()
    settings.keep_is_strong(True)
    assert settings.first_colours() == CONTRAST
    # Asked outright, this screen wants none, and that is remembered.
    assert settings.colours() != CONTRAST
    assert settings.first_colours() != CONTRAST


def _first_picture(places: Places) -> Window:
    window = Window()
    window.resize(1180, 800)
    window.begin(start.front_of(places))
    window.show()
    until(lambda: window.isVisible() and window.focusWidget() is not None)
    return window


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
