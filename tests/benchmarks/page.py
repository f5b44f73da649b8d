"""From Next to the next page painted, once idle time has built it; the longest page shipped."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.benchmarks.floors.page import BareWindow, bare_copy
from tests.benchmarks.pairs import Compared, alternate
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model.clause import ALL_POLICIES

JOURNEY = "class-project"

IDLE_SECONDS = 0.4
"""How long a person looks at a page at the very least; the next one is built meanwhile."""


def compare(folder: Path) -> list[Compared]:
    """Measure both in this process, under the same style sheet and at the same size."""
    from wizard.ui import start

    application = QApplication.instance() or start.make_application([])
    desk = Desk(Places(data=folder / "page"))
    window = start.open_window(desk)
    desk.ready.result()
    session = desk.runs.start(JOURNEY, ALL_POLICIES).result()
    window.enter(session)
    sections = session.sections()
    longest = max(range(1, len(sections)), key=lambda n: len(session.questions(sections[n])))

    def go(number: int) -> None:
        window.go(sections[number].id)
        _be_idle()

    pages = []
    for number in (longest - 1, longest):
        go(number)
        page = window.frame.stage.page
        assert page is not None
        pages.append(bare_copy(page))
    bare = BareWindow(pages)
    bare.resize(window.size())
    bare.show()

    def ours() -> float:
        go(longest - 1)
        window.activateWindow()
        return _painted_after(window.go_on)

    def floor() -> float:
        bare.show_page(0)
        _be_idle()
        return _painted_after(lambda: bare.show_page(1))

    mine, theirs = zip(*alternate(ours, floor), strict=True)
    bare.close()
    window.close()
    desk.close()
    application.processEvents()
    count = len(session.questions(sections[longest]))
    return [Compared(f"next page ({count} questions)", "ms", 2.5, 2.5, mine, theirs)]


def _be_idle() -> None:
    end = time.perf_counter() + IDLE_SECONDS
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def _painted_after(act: Callable[[], None]) -> float:
    begun = time.perf_counter()
    act()
    # The layout settles in the first round and asks to be painted; the second paints.
    for _ in range(3):
        QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)
