"""The order in which a screen reader comes to things: as they stand, not as they were made.

Qt tells a screen reader the parts of a widget in the order they were made; a layout may
have put a later one first.  The one made last is the one raised last, so raising them in
the order of the layout puts that right.

No layout is asked for its items (``itemAt``, ``takeAt``) here or anywhere in the window.  They
are no objects of Qt's: PySide never hears that one is gone, keeps what stood for it with the
layout, and takes the next thing made at its place in memory for that one.  The program ended so
(SIGSEGV) where a form with a picker was taken away while somebody listened.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def as_laid_out(part: QWidget) -> None:
    """Let the widgets directly within a part be read in the order of its layout."""
    layout = part.layout()
    if layout is None:
        return
    wanted = laid_out(layout)
    known = set(wanted)
    if wanted != [child for child in part.children() if child in known]:
        for widget in wanted:
            widget.raise_()


def laid_out(layout: QLayout) -> list[QWidget]:
    """Return the widgets of a layout, and of those within it, in its order."""
    part = layout.parentWidget()
    around = [one for one in part.children() if isinstance(one, QWidget)] if part else []
    return list(_within(layout, around))


def layouts_in(layout: QLayout) -> list[QLayout]:
    """Return the layouts directly within one, as they were made."""
    return [one for one in layout.children() if isinstance(one, QLayout)]


def _within(layout: QLayout, around: list[QWidget]) -> Iterator[QWidget]:
    found: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(one), one) for one in around),
        *((layout.indexOf(one), one) for one in layouts_in(layout)),
    ]
    for place, one in sorted(found, key=lambda each: each[0]):
        if place < 0:
            continue
        if isinstance(one, QWidget):
            yield one
        else:
            yield from _within(one, around)
