"""Pictures of the window: every page of the journeys whose answers files lie in a folder.

Use: ``python -m wizard.ui.pictures FOLDER [--size 200] [--theme dark]``.  Made for
looking at: by whoever changes the window, for the README, and where there is no screen.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from wizard.desk import answers
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model import flow
from wizard.session import Session
from wizard.ui import start, theme
from wizard.ui.look import THEMES, Look
from wizard.ui.shell.window import Window

WIDTH, HEIGHT = 1180, 820
SETTLE = 120
"""Milliseconds in which layouts come to rest before the picture is taken."""


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
        session = Session(pack, run, places.clock)
        window.enter(session)
        for number, section in enumerate(session.sections(), 1):
            if not section.optional:
                window.go(section.id)
                yield f"{pack.journey.id} - {number} {section.id}"
        for place in (flow.REVIEW, flow.OUTCOME):
            window.go(place)
            yield f"{pack.journey.id} - {place}"


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE, loop.quit)
    loop.exec()


def main() -> int:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("folder", type=Path, help="where the answers files are")
    parser.add_argument("--size", type=int, default=100, help="text size in percent")
    parser.add_argument("--theme", choices=sorted(THEMES), default="light")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    start.make_application([])
    take(chosen.folder, Look(THEMES[chosen.theme], chosen.size / 100))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
