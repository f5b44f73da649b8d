"""Something to read: a document drawn by the desk, as high as its words.

It never loads anything: no picture, no file, no link is followed by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from wizard.ui import theme
from wizard.ui.parts import selecting
from wizard.ui.parts.text import BULLET


class Document(QTextBrowser):
    """Shows HTML that the desk made; a person's words in it were escaped there."""

    def __init__(self, name: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(2)
        self.document().setIndentWidth(theme.look().text(1.25))
        self.document().setDefaultStyleSheet(_sheet())
        self.setHtml(html)
        _hang(self.document())

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing, whatever the text may ask for."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select anew, and drag nothing."""
        selecting.let_go(self, event)
        super().mousePressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size its words need."""
        return QSize(theme.look().text(20), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words are at this width."""
        super().resizeEvent(event)
        high = int(self.document().size().height()) + theme.look().gap(0.25)
        if high != self.height():
            self.setFixedHeight(high)


def _hang(document: QTextDocument) -> None:
    """Give the points of lists the bullet of all other lists, and their words room beside it.

    Qt's own is a large disc that touches the first letter.
    """
    block = document.begin()
    while block.isValid():
        listed = block.textList()
        if listed is not None:
            listed.remove(block)
            cursor = QTextCursor(block)
            form = block.begin().fragment().charFormat()
            cursor.insertText(BULLET, form)
            shape = block.blockFormat()
            wide = QFontMetrics(form.font()).horizontalAdvance(BULLET)
            shape.setIndent(0)
            shape.setLeftMargin(wide)
            shape.setTextIndent(-wide)
            cursor.setBlockFormat(shape)
        block = block.next()


def _sheet() -> str:
    look, c = theme.look(), theme.look().colours
    return (
        f"body, p, li, td {{ color: {c.ink}; font-size: {look.text(1)}px; }}"
        f"h1 {{ font-size: {look.text(1.5)}px; font-weight: 600; }}"
        f"h2 {{ font-size: {look.text(1.25)}px; font-weight: 600; }}"
        f"h3 {{ font-size: {look.text(1.0625)}px; font-weight: 600; }}"
        f".quiet, .small, .cite {{ color: {c.quiet}; font-size: {look.text(0.875)}px; }}"
        f".stale {{ color: {c.to_do}; font-size: {look.text(0.875)}px; }}"
        f"th {{ text-align: left; color: {c.quiet}; font-weight: 600; }}"
        f"a {{ color: {c.accent}; }}"
    )
