"""What must be at hand though the program's own files are gone.

They lie on a share or a stick that may go, and are replaced while a window is open.  Most of
what a window needs is loaded only when it is asked for; what hides, what locks, and what asks
before words go with the window, can not wait until then.
"""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

ALWAYS = (
    "wizard.ui.cover.curtain",
    "wizard.ui.gate.clearing",
    "wizard.ui.shell.message",
    "wizard.ui.parts.writing.composing",
    "wizard.ui.parts.writing.half_read",
    "wizard.ui.reading_order",
)
TO_LOCK = (
    "wizard.desk.lock.proof",
    "wizard.ui.gate.unlocking",
    "wizard.ui.gate.veil",
    "wizard.ui.shell.greeting",
)
TO_ASK = (
    "wizard.ui.pages.everything",
    "wizard.desk.handover.left_behind",
    "wizard.desk.handover.carrying",
    "wizard.desk.handover.keeping",
    "wizard.desk.handover.replacing",
    "wizard.desk.paper.decisions",
)

SOON = 1_000
"""Milliseconds after which it is loaded, when the window is on the screen long since."""


def load(what: tuple[str, ...]) -> None:
    """Load it now.  Raises ``ImportError`` if it is gone."""
    for name in what:
        import_module(name)


def load_soon(what: tuple[str, ...], window: QObject) -> None:
    """Load it in a moment, if the window is still there then."""
    QTimer.singleShot(SOON, window, lambda: load(what))
