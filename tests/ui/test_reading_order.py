"""What a screen reader or Tab goes through comes in the order in which it stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from tests.ui.every_page import faults, some_quick
from wizard.ui import pictures, tab_order
from wizard.ui.pages.page import Page
from wizard.ui.shell.window import Window


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Somebody listens: nothing is put in order for nobody."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


def _out_of_order(inside: QWidget) -> set[str]:
    """Return what is read after something that stands wholly below or to the right of it."""
    found = set()
    for parent in (inside, *inside.findChildren(QWidget)):
        heard = QAccessible.queryAccessibleInterface(parent) if parent.isVisible() else None
        if heard is None:
            continue
        heard_in_turn = (heard.child(place).object() for place in range(heard.childCount()))
        parts = [p for p in heard_in_turn if isinstance(p, QWidget) and _can_be_seen(p)]
        for place, first in enumerate(parts):
            for later in parts[place + 1 :]:
                if _stands_before(later.geometry(), first.geometry()):
                    names = [type(part).__name__ for part in (parent, later, first)]
                    found.add("in {} a {} is read after a {}".format(*names))
    return found


def _can_be_seen(part: QWidget) -> bool:
    return part.isVisible() and not part.size().isEmpty() and not isinstance(part, QScrollBar)


def _tab_out_of_order(page: Page) -> set[str]:
    """Return what Tab leaves out on its way down a page, or comes to after something below it."""
    wanted = [stop for stop in tab_order.stops(page) if stop.isVisible()]
    met: list[QWidget] = []
    part = page.heading.nextInFocusChain()
    while part is not None and part is not page.heading and len(met) < len(wanted):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            met.append(part)
        part = part.nextInFocusChain()
    missed = {f"Tab goes past {_told(stop)}" for stop in wanted if stop not in met}
    turned = {
        f"Tab comes to {_told(later)} after {_told(first)}"
        for first, later in pairwise(met)
        if _stands_before(_place(page, later), _place(page, first))
    }
    return missed | turned


def _stands_before(one: QRect, other: QRect) -> bool:
    beside = one.top() < other.bottom() and other.top() < one.bottom()
    return one.bottom() < other.top() or (beside and one.right() < other.left())


def _place(page: Page, part: QWidget) -> QRect:
    return QRect(part.mapTo(page.window(), QPoint(0, 0)), part.size())


def _told(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName()!r}"


def _check(window: Window, name: str) -> list[str]:
    # What was asked for when something came in is done when Qt next goes round.
    QApplication.processEvents()
    frame = window.frame
    page = frame.stage.page
    assert page is not None
    found = _out_of_order(page) | _out_of_order(frame.side) | _tab_out_of_order(page)
    return [f"{name}: {fault}" for fault in sorted(found)]


def test_the_pages_everybody_meets_are_read_in_order(shipped: Window) -> None:
    """Home, and what stands beside it."""
    found = [fault for name in pictures.asides(shipped) for fault in _check(shipped, name)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", some_quick("before-posting", "class-project"))
def test_every_page_of_every_journey_is_read_in_order(file: Path, shipped: Window) -> None:
    """What an answer adds is made last, and stands in the middle."""
    found = faults(shipped, file, _check)

    assert not found, "\n".join(found)
