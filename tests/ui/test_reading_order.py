"""What a screen reader goes through comes in the order in which it stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from tests.ui.every_page import faults, some_quick
from wizard.ui import pictures
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
                above, below = first.geometry(), later.geometry()
                beside = below.top() < above.bottom() and above.top() < below.bottom()
                if below.bottom() < above.top() or (beside and below.right() < above.left()):
                    names = [type(part).__name__ for part in (parent, later, first)]
                    found.add("in {} a {} is read after a {}".format(*names))
    return found


def _can_be_seen(part: QWidget) -> bool:
    return part.isVisible() and not part.size().isEmpty() and not isinstance(part, QScrollBar)


def _check(window: Window, name: str) -> list[str]:
    # What was asked for when something came in is done when Qt next goes round.
    QApplication.processEvents()
    frame = window.frame
    page = frame.stage.page
    assert page is not None
    found = _out_of_order(page) | _out_of_order(frame.side)
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
