"""Brings what has just appeared on a page into sight, and no further than needed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from wizard.ui import theme


def bring(part: QWidget) -> None:
    """Scroll the page until a part is in sight; nothing moves where it is already."""
    # What was just shown has its place only when Qt has gone round once.
    QTimer.singleShot(0, part, lambda: _bring(part))


def _bring(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None and part.isVisible():
        above.ensureWidgetVisible(part, 0, theme.look().gap(1))
