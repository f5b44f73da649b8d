"""Where somebody was on a page, found again on one that was made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wizard.ui import sight
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.shell.frame import Frame


class Spot(NamedTuple):
    """What had the focus, by its name, and how many letters stood before the cursor there.

    ``within`` is the question it belongs to: "Yes" stands at most of them.  ``opened`` is the
    button that opened where it stands: a note with no word in it yet is folded on a page made anew.
    What ``is_around`` stands beside the page or below it.
    """

    name: str = ""
    before: int = 0
    within: str = ""
    opened: str = ""
    is_around: bool = False


def spoken_spot(frame: Frame) -> Spot:
    """Return where the focus is in the window; without a name where it is nowhere.

    Names are told apart on a page, or within its questions, so one is enough to find the same
    control again.  Who has gone nowhere yet finds the page made anew as any page begins.
    """
    stage, page = frame.stage, frame.stage.page
    focused: QWidget | None = frame.window().focusWidget()
    if focused is None or page is None or not frame.isAncestorOf(focused):
        return Spot()
    is_field = isinstance(focused, QLineEdit | QPlainTextEdit)
    if not is_field and focused is page.first() and stage.verticalScrollBar().value() == 0:
        return Spot()
    before = 0
    if isinstance(focused, QLineEdit):
        before = focused.cursorPosition()
    elif isinstance(focused, QPlainTextEdit):
        before = focused.textCursor().position()
    is_around = not page.isAncestorOf(focused)
    name, within = focused.accessibleName(), _within(focused)
    return Spot(name, before, within, _opened(focused), is_around)


def find_again(frame: Frame, spot: Spot) -> None:
    """Give the focus to what has this name in the window, and bring it there.

    Who goes on typing goes on where they were, and not before what they wrote.  What is not
    there any more, as a question that asks once more, leaves it to nothing that a key changes.
    """
    page = frame.stage.page
    if page is None or not spot.name:
        return
    for fold in page.findChildren(FoldButton) if spot.opened else ():
        if fold.accessibleName() == spot.opened:
            fold.set_open(True)
    # It may wait behind the sheet that hides everything.
    there = (part for part in frame.findChildren(QWidget) if part.isVisibleTo(frame))
    named = (part for part in there
             if part.accessibleName() == spot.name and _within(part) == spot.within
             and page.isAncestorOf(part) is not spot.is_around)  # fmt: skip
    part = next((one for one in named if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if part is None:
        page.heading.setFocus()
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
