"""Pictures of the window: every page of the journeys whose answers files lie in a folder.

Use: ``python -m wizard.ui.pictures FOLDER [--size 200] [--theme dark]``.  Made for
looking at: by whoever changes the window, for the README, and where there is no screen.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wizard.desk.assessment import answers
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model import flow
from wizard.session import Session
from wizard.ui import settings, start, theme
from wizard.ui.look import THEMES, Look
from wizard.ui.parts.card import Card
from wizard.ui.parts.tile import Tile
from wizard.ui.shell.window import Window
from wizard.words import say

WIDTH, HEIGHT = 1180, 820
SETTLE = 120
"""Milliseconds in which layouts come to rest before the picture is taken."""

PATIENCE = 20_000
"""Milliseconds after which a page that did not come will not come."""


def take(folder: Path, look: Look) -> list[Path]:
    """Draw home and every page of each answers file (``*.json``) in ``folder``, beside it."""
    made = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.put_on(application, look)
    with TemporaryDirectory() as data:
        places = Places(Path(data))
        desk = Desk(places)
        window = start.open_window(desk)
        window.resize(WIDTH, HEIGHT)
        for name in _views(window, folder, places):
            _settle()
            path = folder / f"window - {name}.png"
            window.grab().save(str(path))
            made.append(path)
        window.close()
        desk.close()
    return made


def _views(window: Window, folder: Path, places: Places) -> Iterator[str]:
    yield "home"
    for file in sorted(folder.glob("*.json")):
        pack, run = answers.read(file, places)
        for name in pages(window, Session(pack, run, places.clock)):
            yield f"{pack.journey.id} - {name}"


def pages(window: Window, session: Session) -> Iterator[str]:
    """Show each page of a self-assessment in turn, and give its name."""
    window.enter(session)
    for number, section in enumerate(session.sections(), 1):
        window.go(section.id)
        yield f"{number} {section.id}"
    for place in (flow.REVIEW, flow.OUTCOME):
        window.go(place)
        yield place
    window.show_preview("slt")
    yield "preview for SLT"
    window.more.papers.show_entry()
    yield "enter from paper"


def asides(window: Window) -> Iterator[str]:
    """Show home and each page beside the journeys in turn, and give its name."""
    window.go_home()
    yield "home"
    actions = {action.text(): action for action in window.findChildren(QAction)}
    for name, title, filled in (
        ("school", "ui.school.title", Card),
        ("library", "help.title", Tile),
        ("keys", "ui.keys.title", Card),
        ("privacy", "ui.privacy.title", Card),
        ("everything", "ui.everything.title", Card),
        ("copies", "ui.copies.title", Card),
        ("computer", "ui.computer.title", Card),
        ("content", "ui.content.title", Card),
        ("blanks", "papers.blanks.title", Card),
        ("entry", "papers.entry.choose", Tile),
    ):
        actions[say(f"ui.menu.{name}")].trigger()
        _wait_for(window, say(title), filled)
        yield name
    window.go_home()


def _wait_for(window: Window, title: str, filled: type[QWidget]) -> None:
    """Wait for the page of this heading, and for the first part of a kind in it."""

    def is_there() -> bool:
        page = window.frame.stage.page
        # One that was just taken out may still be named until Qt has deleted it.
        if page is None or not isValid(page) or not isValid(page.heading):
            return False
        if page.heading.accessibleName() != title:
            return False
        # What there is to read, the copies and the faults are fetched in the background.
        return any(part.isVisible() for part in page.findChildren(filled))

    _go_round(PATIENCE, is_there)


def _settle() -> None:
    _go_round(SETTLE, lambda: False)


def _go_round(longest: int, is_enough: Callable[[], bool]) -> None:
    loop = QEventLoop()
    looking = QTimer(interval=5)
    looking.timeout.connect(lambda: loop.quit() if is_enough() else None)
    looking.start()
    QTimer.singleShot(longest, loop, loop.quit)
    loop.exec()


def main() -> int:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("folder", type=Path, help="where the answers files are")
    parser.add_argument("--size", type=int, default=100, help="text size in percent")
    parser.add_argument("--theme", choices=sorted(THEMES), default="light")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as own:
        settings.stay_in(Path(own))
        start.make_application([])
        take(chosen.folder, Look(THEMES[chosen.theme], chosen.size / 100))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
