"""Where somebody was on a page, found again on one that was made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wizard.ui import sight
from wizard.ui.shell.stage import Stage


def spoken_spot(stage: Stage) -> str:
    """Return the name of what has the focus on the page in sight; empty where nothing has.

    Names are told apart on a page, so one is enough to find the same control again.
    """
    focused: QWidget | None = stage.window().focusWidget()
    if focused is None or stage.page is None or not stage.page.isAncestorOf(focused):
        return ""
    return focused.accessibleName()


def find_again(stage: Stage, name: str) -> None:
    """Give the focus to what has this name on the page in sight, and bring it there."""
    parts = stage.page.findChildren(QWidget) if name and stage.page is not None else []
    named = (part for part in parts if part.accessibleName() == name and part.isVisible())
    spot = next((part for part in named if part.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if spot is not None:
        spot.setFocus()
        sight.bring(spot)
