"""What a screen reader is told beyond what Qt tells it by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "Title": QAccessible.Role.Heading,
    "SectionTitle": QAccessible.Role.Heading,
    "Card": QAccessible.Role.Grouping,
    "QuestionCard": QAccessible.Role.Grouping,
    "OpenPoint": QAccessible.Role.Grouping,
    "RunRow": QAccessible.Role.Grouping,
    "RiskForm": QAccessible.Role.Grouping,
}
"""What the classes of our own are to a screen reader; Qt would call them all panes."""

_installed = False


def install() -> None:
    """Give headings and groups their roles, once in the life of the program."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence when it is next quiet."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _Named(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(class_name)
    if role is not None and isinstance(thing, QWidget):
        return _Named(thing, role)
    return None
