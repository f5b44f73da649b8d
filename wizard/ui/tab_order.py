"""The order in which Tab goes, for what is built later than what follows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget


def stops(inside: QWidget) -> list[QWidget]:
    """Return what Tab stops at within a widget, in the order it was made."""
    wanted, window = QtCore.Qt.FocusPolicy.TabFocus, inside.window()
    return [
        part
        for part in (inside, *inside.findChildren(QWidget))
        # The list that a picker opens is a window of its own.
        if part.focusPolicy() & wanted == wanted and part.window() is window
    ]


def last(parts: list[QWidget]) -> QWidget:
    """Return what Tab comes to last in the parts of a page."""
    # From the end: looking through a page of many questions takes a while.
    found = (stop for part in reversed(parts) for stop in reversed(stops(part)))
    return next(found, parts[-1])


def follow(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts one after the other.

    What has no stop is left out, but where it comes first: reading begins at a heading,
    and the first Tab goes on from there.
    """
    before: QWidget | None = None
    for part in parts:
        for stop in stops(part) or ([part] if before is None else []):
            if before is not None:
                _put_behind(before, stop)
            before = stop


def _put_behind(before: QWidget, stop: QWidget) -> None:
    policy = before.focusPolicy()
    if policy is QtCore.Qt.FocusPolicy.NoFocus:
        # Qt puts nothing in order, and says nothing, where one of the two takes no focus.
        before.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(before, stop)
    before.setFocusPolicy(policy)
