"""Tells a key that writes something."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def is_written(event: QKeyEvent) -> bool:
    """Say whether a key that goes down writes something that can be seen."""
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    # With both of these the third letter of a key comes on Windows.
    is_chord = event.modifiers() & (alt | control) == alt
    is_down = event.type() == QEvent.Type.KeyPress
    return is_down and event.text().isprintable() and bool(event.text().strip()) and not is_chord
