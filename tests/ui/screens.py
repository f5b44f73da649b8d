"""Draw every screen into pictures, to be looked at: ``make pictures``.

Use: ``python -m tests.ui.screens FOLDER [JOURNEY ...]``.  Each of light, dark and high
contrast at 100, 200 and 400 %, in English and in a language of long words.  A picture is
as high as the page, so that nothing hides below its edge.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.ui.stretched import stretched_pack, stretched_words
from wizard import paths, words
from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import pictures, settings, start, theme
from wizard.ui.cover import curtain
from wizard.ui.look import THEMES, Look
from wizard.ui.shell.window import Window
from wizard.words import say

SIZES = (100, 200, 400)
WIDTH, HEIGHT, HIGHEST = 1280, 720, 12_000
"""The size of the window, and the most a picture grows to show all of a page, in pixels."""

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

ROUNDS = 8
"""Rounds of Qt's loop in which a layout comes to rest."""


def draw(folder: Path, journeys: list[str]) -> int:
    """Draw all of it (of these journeys, where some are named); return how many pictures."""
    count = 0
    with TemporaryDirectory() as space:
        languages = {"english": words.spoken(), "long": stretched_words(Path(space) / "words")}
        for language, catalogue in languages.items():
            words.use(catalogue)
            for theme_name, colours in THEMES.items():
                for size in SIZES:
                    look = Look(colours, size / 100)
                    into = folder / f"{language} {theme_name} {size}"
                    into.mkdir(parents=True, exist_ok=True)
                    data = Path(space) / into.name
                    count += _draw_all(into, look, data, journeys, is_long=language == "long")
                    sys.stdout.write(f"{into.name}: {count} pictures so far\n")
    return count


def _draw_all(into: Path, look: Look, data: Path, journeys: list[str], *, is_long: bool) -> int:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.put_on(application, look)
    desk = Desk(Places(data, clock=FixedClock(MOMENT)))
    # What the look before this one left at home, in its own letters, is not held free here.
    settings.keep_room_at_home(0)
    window = start.open_window(desk)
    count = 0
    for name in _views(window, desk.places, journeys, is_long=is_long):
        _settle(window)
        window.grab().save(str(into / f"{name}.png"))
        window.resize(WIDTH, HEIGHT)
        count += 1
    window.close()
    window.deleteLater()
    desk.close()
    return count


def _views(window: Window, places: Places, journeys: list[str], *, is_long: bool) -> Iterator[str]:
    yield from pictures.asides(window)
    yield from _states(window, places)
    for file in sorted((paths.content_folder() / "examples").glob("*.json")):
        if journeys and file.stem not in journeys:
            continue
        pack, run = answers.read(file, places)
        shown = stretched_pack(pack) if is_long else pack
        for name in pictures.pages(window, Session(shown, run, places.clock)):
            yield f"{file.stem} - {name}"


def _states(window: Window, places: Places) -> Iterator[str]:
    """Show home as a person has it after a year, and what lies over a page now and then."""
    use_for_a_year(window, places)
    window.go_home()
    yield "home in use"
    window.bridge.failed.emit(say("errors.place.network", folder=places.data))
    yield "home with a message"
    window.frame.message.hide()
    curtain.turn(window)
    yield "hidden"
    curtain.turn(window)


def use_for_a_year(window: Window, places: Places) -> None:
    """Keep an old draft, something done a year ago with a plan, something done, and a draft."""
    clock, runs = places.clock, window.bridge.desk.runs
    assert isinstance(clock, FixedClock)
    today = clock.now()
    for file, days, is_finished in (
        ("leaving", 400, False), ("privacy-checkup", 370, True),
        ("class-project", 20, True), ("before-posting", 1, False), ("working-safely", 0, False),
    ):  # fmt: skip
        pack, run = answers.read(paths.content_folder() / "examples" / f"{file}.json", places)
        moment = today - timedelta(days=days)
        finished = moment if is_finished else None
        kept = replace(run, id=file, started=moment, changed=moment, finished=finished)
        runs.add(Arrived(pack, kept)).result()


def _settle(window: Window) -> None:
    window.resize(WIDTH, HEIGHT)
    for _ in range(ROUNDS):
        QApplication.processEvents()
    bar = window.frame.stage.verticalScrollBar()
    window.resize(QSize(WIDTH, min(HIGHEST, HEIGHT + bar.maximum())))
    for _ in range(ROUNDS):
        QApplication.processEvents()


def _wanted() -> argparse.Namespace:
    """Read what was asked for; a folder's name never begins with a hyphen."""
    journeys = sorted(file.stem for file in (paths.content_folder() / "examples").glob("*.json"))
    asked = argparse.ArgumentParser(prog="python -m tests.ui.screens", description=__doc__)
    asked.add_argument("folder", type=Path, help="where the pictures go; made if it is not there")
    asked.add_argument(
        "journeys", nargs="*", metavar="journey", help=f"only these of {', '.join(journeys)}"
    )
    wanted = asked.parse_args()
    if unknown := set(wanted.journeys) - set(journeys):
        asked.error(f"no such journey: {', '.join(sorted(unknown))}")
    return wanted


if __name__ == "__main__":
    wanted = _wanted()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as own:
        settings.stay_in(Path(own))
        start.make_application([])
        drawn = draw(wanted.folder, wanted.journeys)
    sys.stdout.write(f"{drawn} pictures in {wanted.folder}\n")
