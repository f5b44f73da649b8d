"""Short texts in a list: a line that goes on stands below its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from wizard.ui.parts.notice import Notice
from wizard.ui.parts.text import Body, Points

LONG = "Do not share what is going on in your own life, not even a little of it. " * 3


def test_a_broken_line_begins_below_its_words(application: QApplication) -> None:
    """A second line under the bullet reads as another point without its bullet."""
    points = Points([LONG, "Leave it."])
    points.resize(400, points.heightForWidth(400))
    drawn = points.grab().toImage()
    ground = drawn.pixelColor(399, 0)
    bullet = points.fontMetrics().horizontalAdvance("•")
    line = points.fontMetrics().height()
    marked = [
        y
        for y in range(drawn.height())
        if any(drawn.pixelColor(x, y) != ground for x in range(bullet + 1))
    ]
    assert marked
    assert not [y for y in marked if line + 2 < y < line * 3], "under the first bullet"


def test_what_is_drawn_is_as_high_as_it_says(application: QApplication) -> None:
    """The layout gives what was asked for; the last line must not be cut."""
    points, one = Points([LONG, LONG]), Body(LONG)
    assert points.heightForWidth(400) > 2 * one.heightForWidth(400)
    assert points.heightForWidth(250) > points.heightForWidth(400)


def test_one_alone_is_no_list(application: QApplication) -> None:
    """A bullet before a single sentence makes people look for the others."""
    alone = Points(["Tell IT staff at once."])
    assert alone.text() == "Tell IT staff at once."
    assert alone.textFormat() is Qt.TextFormat.PlainText


def test_a_remark_of_several_points_is_heard_whole(application: QApplication) -> None:
    """What a page says to do now has no title: its name is all of it."""
    notice = Notice("", ["Keep everything.", "Tell someone."])
    assert "Keep everything." in notice.accessibleName()
    assert "Tell someone." in notice.accessibleName()
