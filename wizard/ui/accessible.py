"""What a screen reader is told beyond what Qt tells it by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_HEADINGS = frozenset({"Title", "SectionTitle"})

_installed = False


def install() -> None:
    """Give headings the role of a heading, once in the life of the program."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence when it is next quiet."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _Heading(QAccessibleWidget):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Heading)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if class_name in _HEADINGS and isinstance(thing, QWidget):
        return _Heading(thing)
    return None
