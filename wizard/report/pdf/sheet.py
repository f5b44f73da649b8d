"""What every drawing function needs: the looks, the words, the width, the structure.

The functions of the rooms take a sheet and a block and give boxes; nothing is drawn
until the boxes have found their pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from wizard.report.blocks import BlankQuestion, Report
from wizard.report.pdf import layout, looks, setting
from wizard.report.pdf.boxes import Box, Drawing, Fillable, Lines, Title
from wizard.report.pdf.fields import LINE, LINES, Field
from wizard.report.pdf.fonts import face
from wizard.report.pdf.looks import Kind, Looks
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.setting import Span
from wizard.report.pdf.tags import SCOPE_COLUMN, Element, Structure
from wizard.report.pdf.text import tidy


class Sheet:
    """The state of one paper while its blocks become boxes.

    ``missing`` gathers the letters the type does not have; ``report`` is what is drawn.
    """

    def __init__(self, report: Report) -> None:
        self.looks: Looks = looks.LARGE if report.large_print else looks.USUAL
        self.width = self.looks.width
        self.structure = Structure()
        self.missing: set[str] = set()
        self.report = report
        self._words = report.words
        self._levels: list[int] = []
        self._named: set[tuple[str, ...]] = set()

    @property
    def root(self) -> Element:
        """The element everything on the paper belongs to."""
        return self.structure.root

    def say(self, key: str, **places: object) -> str:
        """Return a word of the paper's furniture, its named places filled in.

        Raises ``KeyError`` for a word the report does not bring: our own mistake.
        """
        return self._words[key].format_map({name: str(value) for name, value in places.items()})

    def knows(self, key: str) -> bool:
        """Whether the report brings a word; one made by an earlier edition may lack it."""
        return key in self._words

    def lines(
        self,
        parent: Element | None,
        text: str,
        kind: Kind,
        width: float,
        role: str = "P",
    ) -> Lines:
        """Set one paragraph in a new element of ``parent`` (None: an artifact)."""
        return self.spans(parent, (Span(text, kind),), width, role)

    def spans(
        self, parent: Element | None, spans: Sequence[Span], width: float, role: str = "P"
    ) -> Lines:
        """Set several kinds of type as one paragraph; the largest gives the leading."""
        return self._set(parent.child(role) if parent else None, spans, width)

    def numbered(
        self, cell: Element, number: Span, spans: Sequence[Span], indent: float, width: float
    ) -> Lines:
        """Set a paragraph of ``cell`` that begins with a number, ``indent`` points before it.

        It is one thing said, "5 Do two adults moderate?", and so one for whoever hears it.  A
        number too long for its place begins the paragraph itself.
        """
        element = cell.child("P")
        begins = Span(f"{number.text} ", number.kind)
        first, *more = setting.set_lines((begins,), indent)
        if more or not begins.text.isascii():
            return self._set(element, (begins, *spans), width).moved(indent)
        lines = self._set(element, spans, width)
        if element.actual:
            element.actual = f"{begins.text}{element.actual}"
        return lines.moved(indent).after(first)

    def _set(self, element: Element | None, spans: Sequence[Span], width: float) -> Lines:
        mixed = sum(self._is_mixed(span.text, span.kind) for span in spans)  # looks at each
        lines = setting.set_lines(spans, width)
        if element and mixed and any(part.is_backwards for line in lines for part in line):
            element.actual = "".join(tidy(span.text) for span in spans)
        return Lines(lines, max(span.kind.leading for span in spans), element)

    def _is_mixed(self, text: str, kind: Kind) -> bool:
        """Whether other faces are needed; notes the letters that none of them has."""
        if text.isascii() or not face(kind.weight).missing(tidy(text)):
            return False
        # Faces of other scripts are opened for the few papers that need them.
        from wizard.report.pdf.letters import missing

        self.missing |= missing(tidy(text))
        return True

    def heading(self, text: str, level: int) -> Title:
        """Set a heading.  ``level`` 0 is the title of the paper; no level is skipped."""
        kind = self.looks.heading(level) if level else self.looks.title
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        depth = len(self._levels)
        self._is_mixed(text, kind)
        element = self.root.child(f"H{depth}")
        lines = setting.set_lines((Span(text, kind),), self.width)
        return Title(lines, kind.leading, element, tidy(text), depth)

    def fill(
        self,
        box: Box,
        parent: Element,
        field: Field,
        place: tuple[float, float, float, float],
    ) -> Box:
        """Put a field on top of a drawn box if the paper is a form, else return the box.

        ``place`` is where it stands on the box: across, down, width, height.
        """
        if not self.report.form:
            return box
        field.tip = tidy(field.tip).replace("\n", " ")
        field.size = self.looks.body.size
        return Fillable(box, field, parent, place)

    def write_on(self, lines: Drawing, parent: Element, name: str, tip: str, wide: float) -> Box:
        """Return lines for a pen, with a field on them if the paper is a form."""
        kind = LINE if lines.height < 2 * self.looks.body.leading else LINES
        return self.fill(lines, parent, Field(name, kind, tip), (0, 1, wide, lines.height - 3))

    def write_lines(self, count: int, width: float) -> Drawing:
        """Return room for a pen: lines as far apart as handwriting needs."""
        step = self.looks.body.leading * 1.45

        def hand(pen: Pen, x: float, y: float) -> None:
            for nth in range(1, count + 1):
                foot = y + nth * step - 2
                pen.rule(x, foot, x + width, foot, looks.FRAME, looks.HAIR)

        return Drawing(count * step, hand)

    @cached_property
    def widest_number(self) -> float:
        """How wide the widest line number of the questions for a pen is: all begin after it."""
        kind = self.looks.strong
        questions = (block for block in self.report.blocks if isinstance(block, BlankQuestion))
        return max((setting.natural_width(one.line, kind) for one in questions), default=0.0)

    def column(self, key: str, least: float) -> float:
        """Return the width of a narrow column: ``least``, or what its name needs."""
        return max(least, setting.natural_width(self.say(key), self.looks.label) + 7)

    def head(
        self,
        table: Element,
        columns: Sequence[tuple[float, float, str]],
        *,
        number: str = "",
        once: bool = False,
    ) -> tuple[layout.Row, layout.Row]:
        """Set the head of a table: (x, width, words) a column.

        ``number`` names the numbers that stand before what is in the first column.
        Returns the head that is read and the one repeated on further pages.  With ``once``
        only the first table with these columns names them; the others begin with a line.
        """
        again = self._head(None, columns, number)
        named = (number, *(words for _, _, words in columns))
        if once and named in self._named:
            return layout.Row((), self.width, self.looks.unit, rule=looks.FRAME), again
        self._named.add(named)
        return self._head(table.child("TR"), columns, number), again

    def _head(
        self, row: Element | None, columns: Sequence[tuple[float, float, str]], number: str
    ) -> layout.Row:
        cells: list[layout.Cell] = []
        kind = self.looks.label
        for x, width, words in columns:
            cell = row.child("TH", attributes=SCOPE_COLUMN) if row else None
            lines = Lines(setting.set_lines((Span(words, kind),), width), kind.leading, cell)
            if number and not cells:
                lines = lines.moved(x).after(setting.set_lines((Span(f"{number} ", kind),), x)[0])
                x = 0.0
            cells.append(layout.Cell(x, lines))
        unit = self.looks.unit
        return layout.Row(cells, self.width, unit, unit, rule=looks.FRAME)
