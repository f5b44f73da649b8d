"""What a screen reader finds in a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface

from wizard.ui.shell.window import Window


def everything(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Return a part of what a screen reader walks, and all within it."""
    yield thing
    for place in range(thing.childCount()):
        yield from everything(thing.child(place))


def heard_in(window: Window) -> str:
    """Return all that can be read out of the window, in sight or not."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    things = everything(QAccessible.queryAccessibleInterface(window))
    return " ".join(thing.text(kind) for thing in things for kind in kinds)
