"""Home with 300 saved self-assessments beside home with none: from asked for to painted."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.pairs import Compared, alternate
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model.clause import ALL_POLICIES
from wizard.ui import start
from wizard.ui.shell.window import Window

JOURNEY = "before-posting"
MANY = 300


def compare(folder: Path) -> list[Compared]:
    """Measure both in this process, each on a window of its own."""
    application = QApplication.instance() or start.make_application([])
    full, empty = _home(folder / "many", MANY), _home(folder / "none", 0)
    pairs = alternate(lambda: _painted(*full), lambda: _painted(*empty))
    mine, theirs = zip(*pairs, strict=True)
    for desk, window in (full, empty):
        window.close()
        desk.close()
    application.processEvents()
    return [Compared(f"home with {MANY} saved, beside none", "ms", 2.0, 2.0, mine, theirs)]


def _home(data: Path, saved: int) -> tuple[Desk, Window]:
    desk = Desk(Places(data=data))
    desk.ready.result()
    for _ in range(saved):
        session = desk.runs.start(JOURNEY, ALL_POLICIES).result()
        session.answer("bp-what", "words")
    return desk, start.open_window(desk)


def _painted(desk: Desk, window: Window) -> float:
    """Return the milliseconds from leaving a page for home until all of home stands there."""
    window.show_help()
    for _ in range(4):
        QApplication.processEvents()
    begun = time.perf_counter()
    window.go_home()
    # The store answers in turn, and what it brought is shown in the rounds that follow.
    desk.runs.list().result()
    for _ in range(4):
        QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)
