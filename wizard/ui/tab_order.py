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
    return (stops(parts[-1]) or [parts[-1]])[-1]


def follow(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts one after the other.

    A part where Tab never stops keeps its place all the same: reading may begin there.
    """
    before: QWidget | None = None
    for part in parts:
        for stop in stops(part) or [part]:
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop
