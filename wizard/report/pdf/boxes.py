"""Boxes that hold one thing: a paragraph, a heading, a drawing, a figure, a field.

Every box is set to its width when it is made, so its height is known at once and each
paragraph is broken into lines exactly once.  ``split`` gives the part that fits and
the part that is left; both go on drawing into the same elements of the structure, so
a reader hears one paragraph where the eye sees two halves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Protocol

from wizard.report.pdf.fields import Field
from wizard.report.pdf.looks import PAGE_HEIGHT
from wizard.report.pdf.pen import Bookmark, Pen
from wizard.report.pdf.setting import Line
from wizard.report.pdf.tags import Element, Widget

Hand = Callable[[Pen, float, float], None]
"""Draws at the place it is given: pen, left, top."""


class Box(Protocol):
    """What every box can do.  Heights and rooms are in points."""

    @property
    def height(self) -> float:
        """How high it is when drawn in one piece."""
        ...

    @property
    def least(self) -> float:
        """The least room in which it may begin."""
        ...

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Return the part that fits ``room`` and the rest, or None if it should move on.

        With ``force`` (an empty page) it splits where it would rather not.
        """
        ...

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its top left corner at ``x``, ``y``."""
        ...


class Lines:
    """A paragraph, broken into lines; each is as high as the largest type in it.

    ``leading`` is the height of a line with nothing in it.
    """

    def __init__(self, lines: Sequence[Line], leading: float, element: Element | None) -> None:
        self.lines = lines
        self.leading = leading
        self.element = element
        self._heights = [
            max(part.kind.leading for part in line) if line else leading for line in lines
        ]

    @property
    def height(self) -> float:
        """All lines."""
        return sum(self._heights)

    @property
    def least(self) -> float:
        """Two lines: a single one at the foot of a page looks lost."""
        return self.height if len(self.lines) < 4 else sum(self._heights[:2])

    def moved(self, indent: float) -> Lines:
        """Move them ``indent`` points to the right and return them."""
        for line in self.lines:
            for part in line:
                part.x += indent
        return self

    def after(self, number: Line) -> Lines:
        """Return them with ``number`` before the first."""
        first, *others = self.lines
        return Lines([[*number, *first], *others], self.leading, self.element)

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Split between lines, with two of them on either side."""
        total = len(self.lines)
        ends = accumulate(self._heights)
        fits = sum(end <= room + 0.1 for end in ends)
        fits = min(fits, total if force else total - 2)
        if fits < (1 if force else 2) or fits >= total:
            return None
        return (
            Lines(self.lines[:fits], self.leading, self.element),
            Lines(self.lines[fits:], self.leading, self.element),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Write the lines; without an element they are an artifact (a repeated head)."""
        if not any(self.lines):
            return
        with pen.tagged(self.element) if self.element else pen.artifact():
            for line, high in zip(self.lines, self._heights, strict=True):
                # Half of what the largest type leaves free, and half a capital's height.
                largest = max((part.kind.size for part in line), default=0.0)
                base = y + round((high + 0.66 * largest) / 2, 1)
                before = None
                for part in line:
                    goes_on = before is not None and part.goes_on(before)
                    pen.part(x + part.x, base, part, goes_on=goes_on)
                    before = part
                y += high


class Title(Lines):
    """A heading: stays whole and stands in the outline."""

    def __init__(
        self, lines: Sequence[Line], leading: float, element: Element, text: str, level: int
    ) -> None:
        super().__init__(lines, leading, element)
        self._text = text
        self._level = level

    def split(self, room: float, force: bool = False) -> tuple[Box, Box] | None:
        """Only split a heading that is higher than a page."""
        return super().split(room, force) if force else None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Write it and note its place."""
        pen.bookmarks.append(Bookmark(self._text, self._level, pen.number, y))
        super().draw(pen, x, y)


class Drawing:
    """Something drawn by hand at a fixed height, which a reader passes over.

    Without a hand it is empty room.  It never splits.
    """

    def __init__(self, height: float, hand: Hand | None = None) -> None:
        self._height = height
        self._hand = hand

    @property
    def height(self) -> float:
        """As given."""
        return self._height

    @property
    def least(self) -> float:
        """All of it."""
        return self._height

    def split(
        self,
        room: float,  # noqa: ARG002 - every box is asked in the same words
        force: bool = False,  # noqa: ARG002
    ) -> tuple[Box, Box] | None:
        """Return None: a drawing stays whole."""
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Let the hand draw."""
        if self._hand:
            with pen.artifact():
                self._hand(pen, x, y)


class Figure(Drawing):
    """A drawing that says something: its element tells a reader what, and where it is."""

    def __init__(self, element: Element, width: float, height: float, hand: Hand) -> None:
        super().__init__(height)
        self._figure = element
        self._wide = width
        self._draw = hand

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Let the hand draw inside the element."""
        top = PAGE_HEIGHT - y
        self._figure.attributes = (
            "<</O /Layout /Placement /Block /BBox "
            f"[{x:.1f} {top - self.height:.1f} {x + self._wide:.1f} {top:.1f}]>>"
        )
        with pen.tagged(self._figure, drawn=True):
            self._draw(pen, x, y)


class Fillable(Drawing):
    """A drawn box or line with a field on top: ``across``, ``wide`` and ``high`` in points.

    The field begins at the top of the box, ``down`` points below it.
    """

    def __init__(
        self,
        inner: Box,
        field: Field,
        element: Element,
        place: tuple[float, float, float, float],
    ) -> None:
        super().__init__(inner.height)
        self._inner = inner
        self._field = field
        self._element = element.child("Form")
        self._place = place

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the box and note where its field stands."""
        self._inner.draw(pen, x, y)
        across, down, wide, high = self._place
        field = self._field
        field.page = pen.number
        foot = PAGE_HEIGHT - y - down - high
        field.rect = (x + across, foot, x + across + wide, foot + high)
        field.widget = Widget(pen.number)
        self._element.kids.append(field.widget)
        pen.fields.append(field)
