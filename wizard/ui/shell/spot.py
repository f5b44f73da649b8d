"""Where somebody was on a page, found again on one that was made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wizard.ui import sight
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.shell.stage import Stage


class Spot(NamedTuple):
    """What had the focus, by its name, and how many letters stood before the cursor there.

    ``within`` is the question it belongs to: "Yes" stands at most of them.  ``opened`` is the
    button that opened where it stands: a note with no word in it yet is folded on a page made anew.
    """

    name: str = ""
    before: int = 0
    within: str = ""
    opened: str = ""


def spoken_spot(stage: Stage) -> Spot:
    """Return where the focus is on the page in sight; without a name where it is nowhere.

    Names are told apart on a page, or within its questions, so one is enough to find the same
    control again.  Who has gone nowhere yet finds the page made anew as any page begins.
    """
    page = stage.page
    focused: QWidget | None = stage.window().focusWidget()
    if focused is None or page is None or not page.isAncestorOf(focused):
        return Spot()
    is_field = isinstance(focused, QLineEdit | QPlainTextEdit)
    if not is_field and focused is page.first() and stage.verticalScrollBar().value() == 0:
        return Spot()
    before = 0
    if isinstance(focused, QLineEdit):
        before = focused.cursorPosition()
    elif isinstance(focused, QPlainTextEdit):
        before = focused.textCursor().position()
    return Spot(focused.accessibleName(), before, _within(focused), _opened(focused))


def find_again(stage: Stage, spot: Spot) -> None:
    """Give the focus to what has this name on the page in sight, and bring it there.

    Who goes on typing goes on where they were, and not before what they wrote.
    """
    page = stage.page if spot.name else None
    if page is not None and spot.opened:
        for fold in page.findChildren(FoldButton):
            if fold.accessibleName() == spot.opened:
                fold.set_open(True)
    parts = page.findChildren(QWidget) if page is not None else []
    # It may wait behind the sheet that hides everything.
    there = (part for part in parts if part.isVisibleTo(stage))
    named = (part for part in there
             if part.accessibleName() == spot.name and _within(part) == spot.within)  # fmt: skip
    part = next((one for one in named if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if part is None:
        return
    part.setFocus()
    if isinstance(part, QLineEdit):
        part.setCursorPosition(spot.before)
    elif isinstance(part, QPlainTextEdit):
        cursor = part.textCursor()
        cursor.setPosition(min(spot.before, len(part.toPlainText())))
        part.setTextCursor(cursor)
    sight.bring(part)


def _within(part: QWidget) -> str:
    """Return what the nearest part around it is known by, as a question by its id."""
    around = part.parentWidget()
    while around is not None and not around.accessibleIdentifier():
        around = around.parentWidget()
    return around.accessibleIdentifier() if around is not None else ""


def _opened(part: QWidget) -> str:
    """Return what the button is called that opened where a part stands; empty for none."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, Folded):
        around = around.parentWidget()
    return around.button.accessibleName() if around is not None else ""
