"""What a screen reader is told beyond what Qt tells it by itself.

Qt's classes for it are imported when they are first needed: the first picture of the
window does without them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QLabel, QWidget

_LEVELS = {"Title": 1, "SectionTitle": 2, "QuestionText": 2}
"""The classes of our own that are headings, each with its level below the window."""

_GROUPS = frozenset(
    {
        "Card",
        "Welcome",
        "WrongSummary",
        "QuestionCard",
        "OpenPoint",
        "RunRow",
        "RiskForm",
        "RunList",
        "SideList",
    }
)
"""The classes of our own that are groups; Qt would call them all panes."""

_AREAS = frozenset({"Stage", "Side"})
"""The classes of our own that scroll.

Qt's own for them looks a child up without asking whether there are so many: who asked for one
that was there a moment before, as an area was hidden, ended the program (SIGSEGV).
"""

_installed = False

_made: list[QAccessibleInterface] = []
"""What was made here for Qt, which has it until its widget goes or it is forgotten.

Where nothing else of Python holds it, Python takes it away from under Qt, and the program ends
in a crash.
"""

_MANY = 500
"""So many more are made before those that are gone are looked for."""


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

    # What is out of sight is not to be heard either.
    if sentence and QAccessible.isActive() and widget.window().isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def forget(part: QWidget) -> None:
    """Let nothing that a screen reader holds of a part, or of what is in it, lead there now."""
    from PySide6.QtGui import QAccessible

    if QAccessible.isActive():
        _forget(QAccessible.queryAccessibleInterface(part))


def _forget(held: QAccessibleInterface) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleInterface

    for place in range(held.childCount()):
        child = held.child(place)
        # What the types deny: a part that is on its way out has none.
        if isinstance(child, QAccessibleInterface):
            _forget(child)
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(held))


def _interface(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

    if not isinstance(thing, QWidget):
        return None
    if isinstance(thing, QLabel) and class_name in _LEVELS:
        return _held(_headings()(thing, _LEVELS[class_name]))
    if class_name in _GROUPS:
        return _held(QAccessibleWidget(thing, QAccessible.Role.Grouping))
    if class_name in _AREAS:
        return _held(QAccessibleWidget(thing, QAccessible.Role.Client))
    return None


def _held(made: QAccessibleInterface) -> QAccessibleInterface:
    _made.append(made)
    if len(_made) % _MANY == 0:
        from shiboken6 import isValid

        _made[:] = [one for one in _made if isValid(one)]
    return made


@cache
def _headings() -> Callable[[QLabel, int], QAccessibleInterface]:
    """Return what makes a heading with its level, once Qt's classes for it are wanted.

    Qt asks for the level by a cast.  What is cast to belongs to Python, so there is one
    for each level, kept for the life of the program.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
    from PySide6.QtWidgets import QAccessibleWidget
    from shiboken6 import VoidPtr

    attribute = QAccessible.Attribute.Level

    class Level(QAccessibleAttributesInterface):
        def __init__(self, level: int) -> None:
            super().__init__()
            self._level = level

        def attributeKeys(self) -> list[QAccessible.Attribute]:
            return [attribute]

        def attributeValue(self, key: QAccessible.Attribute) -> int | None:
            return self._level if key == attribute else None

    levels = {level: Level(level) for level in set(_LEVELS.values())}

    class Heading(QAccessibleWidget):
        def __init__(self, label: QLabel, level: int) -> None:
            super().__init__(label, QAccessible.Role.Heading)
            self._label, self._level = label, level

        def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
            if kind == QAccessible.InterfaceType.AttributesInterface:
                # PySide makes the address of it that Qt asks for.
                return cast("int", levels[self._level])
            # A heading has nothing else.  None, or what Qt's own class answers, would come
            # out of Python as an address of nothing, and end the program.
            return cast("int", VoidPtr(0))

        def text(self, which: QAccessible.Text) -> str:
            said = super().text(which)
            if said or which != QAccessible.Text.Name:
                return said
            return self._label.text()

    return Heading
