"""Words on a page.  Every label shows plain text: a person's words are never mark-up.

The classes differ in name only; ``window.qss`` gives each its size and colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wizard.ui import numbers

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


def bullets(texts: Iterable[str]) -> str:
    """Return short texts as lines with a bullet each, for any of the labels above."""
    return "\n".join(f"•  {text}" for text in texts)


def _breakable(word: str) -> str:
    """Let a long word be broken behind what divides a path, else after each 24 letters."""
    return re.sub(r"([/\\@]|[^/\\@]{24})", rf"\1{_BREAK}", word)
