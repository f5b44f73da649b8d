"""Words on a page.  Every label shows plain text: a person's words are never mark-up.

The classes differ in name only; ``window.qss`` gives each its size and colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from wizard.ui import numbers, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LONG = re.compile(r"\S{24,}")
_BREAK = "\u200b"
"""A space of no width: a line may end there."""


class Body(QLabel):
    """A wrapped paragraph of plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", numbers.PLAIN_TEXT)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; a word too long for any line, such as a folder's path, may be broken."""
        super().setText(_LONG.sub(lambda found: _breakable(found.group()), text))

    def minimumSizeHint(self) -> QSize:
        """Let a narrow window break the lines instead of growing sideways."""
        return QSize(0, super().minimumSizeHint().height())


class Title(Body):
    """The one heading of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def say(self, text: str) -> None:
        """Show another heading, to the eye and to a screen reader."""
        self.setText(text)
        self.setAccessibleName(text)


class SectionTitle(Title):
    """A heading below the title."""


class QuestionText(Body):
    """The words of a question."""


class Lead(Body):
    """What a page is about, in its first lines."""


class PageHead(QVBoxLayout):
    """Heading and lead, closer to each other than to what they head."""

    def __init__(self, title: str, lead: str, parent: QWidget) -> None:
        super().__init__()
        look = theme.look()
        self.setSpacing(look.gap(0.375))
        self.setContentsMargins(0, 0, 0, look.gap(0.375))
        self.title, self.lead = Title(title, parent), Lead(lead, parent)
        self.addWidget(self.title)
        self.addWidget(self.lead)
        self.lead.setVisible(bool(lead))


class Quiet(Body):
    """A paragraph that steps back."""


class Small(Body):
    """A remark in small type."""


class Overline(Body):
    """A small label above a list."""


class Strong(Body):
    """A line that stands out."""


class Number(Body):
    """The printed line number of a question."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A number is never broken."""
        return self.sizeHint()


class Advice(Body):
    """The one line that appears under an answer."""


class Warn(Body):
    """What is not right with what was typed, beside where it was typed."""


class Points(Body):
    """Short texts with a bullet each; a line that goes on begins below its words.

    Qt's label has no hanging indent for plain text, so it draws itself.
    """

    def __init__(self, texts: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(bullets(texts), parent)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all points at a width, with the room between them."""
        return self._lay_out(width)[-1][0].bottom() + 1

    def sizeHint(self) -> QSize:
        """As wide as a label would be, and as high as that needs."""
        wide = super().sizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each point, its bullet beside the first of its lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        for place, words in self._lay_out(self.width()):
            if place.left():
                painter.drawText(QRect(0, place.top(), place.left(), place.height()), 0, BULLET)
            painter.drawText(place, numbers.WRAPPED, words)
        painter.end()

    def _lay_out(self, width: int) -> list[tuple[QRect, str]]:
        """Return where each point stands, and its words without the bullet."""
        metrics, between = self.fontMetrics(), theme.look().gap(0.25)
        placed, top = [], 0
        for line in self.text().split("\n"):
            words = line.removeprefix(BULLET)
            left = metrics.horizontalAdvance(BULLET) if words != line else 0
            room = QRect(left, top, max(1, width - left), 100_000)
            high = metrics.boundingRect(room, numbers.WRAPPED, words).height()
            placed.append((QRect(left, top, room.width(), high), words))
            top += high + between
        return placed


BULLET = "•  "


def bullets(texts: Iterable[str]) -> str:
    """Return short texts as lines with a bullet each; one alone is no list and has none."""
    lines = list(texts)
    return "\n".join(f"{BULLET}{text}" for text in lines) if len(lines) > 1 else "".join(lines)


def _breakable(word: str) -> str:
    """Let a long word be broken behind what divides a path, else after each 24 letters."""
    return re.sub(r"([/\\@]|[^/\\@]{24})", rf"\1{_BREAK}", word)
