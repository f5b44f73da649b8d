"""What a screen reader is told beyond what Qt tells it by itself.

Qt's classes for it are imported when they are first needed: the first picture of the
window does without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

_HEADINGS = frozenset({"Title", "SectionTitle"})
_GROUPS = frozenset({"Card", "QuestionCard", "OpenPoint", "RunRow", "RiskForm", "SideList"})
"""The classes of our own that are headings and groups; Qt would call them all panes."""

_installed = False


def install() -> None:
    """Give headings and groups their roles, once in the life of the program."""
    from PySide6.QtGui import QAccessible

    global _installed
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed = True


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence when it is next quiet."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget, QWidget

    if not isinstance(thing, QWidget):
        return None
    if class_name in _HEADINGS:
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    if class_name in _GROUPS:
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    return None
