"""The order in which a screen reader comes to things: as they stand, not as they were made.

Qt tells a screen reader the parts of a widget in the order they were made; a layout may
have put a later one first.  The one made last is the one raised last, so raising them in
the order of the layout puts that right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from wizard.ui.shell.stage import Stage


def as_laid_out(part: QWidget) -> None:
    """Let the widgets directly within a part be read in the order of its layout."""
    layout = part.layout()
    if layout is None:
        return
    wanted = list(_within(layout))
    known = set(wanted)
    if wanted != [child for child in part.children() if child in known]:
        for widget in wanted:
            widget.raise_()


class ReadingOrder(QObject):
    """Keeps the page in sight in order, whenever something came into it.

    Costs nothing while nobody listens to the accessibility tree.
    """

    def __init__(self, stage: Stage) -> None:
        # The stage is its parent and no more: a second hold on it would outlive a lock, with
        # all that was written there.
        super().__init__(stage)
        ground = stage.widget()
        if ground is not None:
            ground.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look again when something on the page wants to be laid out."""
        if event.type() == QEvent.Type.LayoutRequest and QAccessible.isActive():
            page = cast("Stage", self.parent()).page
            for part in (page, *page.findChildren(QWidget)) if page is not None else ():
                as_laid_out(part)
        return False


def _within(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _within(inner)
