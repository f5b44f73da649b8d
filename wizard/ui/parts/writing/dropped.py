"""Words dropped on a field are copied, never moved: where they come from keeps them.

A program that moves them may take its own away as soon as the mouse has come, before it is
known whether they fit.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def copy_only(event: QDropEvent) -> None:
    """Make a copy of what a field has just taken, or will: on its way in, over it, dropped."""
    if event.isAccepted() and event.possibleActions() & Qt.DropAction.CopyAction:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
