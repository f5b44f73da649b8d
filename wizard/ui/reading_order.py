"""The order in which a screen reader comes to things: as they stand, not as they were made.

Qt tells a screen reader the parts of a widget in the order they were made; a layout may
have put a later one first.  The one made last is the one raised last, so raising them in
the order of the layout puts that right.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


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
