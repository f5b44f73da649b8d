"""Takes a part away for good, once Qt has come out of what it asks from within.

Qt's dialogs ask "replace it?" from within: the question lies on the stack of the dialog that
asks, as a part of it.  Taken away meanwhile, it would take the stack along, and the program ends.
A mouse and keys come only to the question; a screen reader or a voice presses what it likes.
"""

from __future__ import annotations

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QDialog, QWidget

PAUSE = 5
"""Milliseconds between two looks at whether Qt has come out of what it was within."""


def depth() -> int:
    """Return how many loops of events lie within one another; 1 where nothing is asked."""
    return QThread.currentThread().loopLevel()


def let_go(part: QWidget) -> None:
    """Delete a part when nothing is asked from within any more, and no dialog of it stands open.

    Taken away while it stands open, Qt's dialog ends the program: what is chosen in it is done,
    and the part goes after it.
    """
    asking = next((one for one in part.findChildren(QDialog) if one.isVisible()), None)
    if asking is not None:
        asking.finished.connect(lambda _code: let_go(part))
    elif depth() <= 1:
        part.deleteLater()
    else:
        QTimer.singleShot(PAUSE, part, lambda: let_go(part))
