"""One thing out of a few, picked from a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)  # fmt: skip

from wizard.ui import icons, theme
from wizard.ui.parts.writing.fields import INSET
from wizard.ui.presses.by_mouse import read_on, reads_on
from wizard.ui.presses.written import is_written

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class Picker(QComboBox):
    """One of a few things, chosen from a list that opens.

    The wheel scrolls the page and never changes what was picked, nor do Page Up and the like, nor
    the arrows of somebody who goes by mouse.  Nor does a word that somebody types on
    behind Tab: letters lead to a choice in the list, once that is open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # Its own leaves no room around a choice, whatever the style sheet says.
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by numbers and arrows; leave letters alone, and what turns the page to the page."""
        is_letter = is_written(event) and not event.text().isdigit()
        is_plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        is_read = is_plain and reads_on(self) and event.key() in _ARROWS
        if is_letter or is_read or event.key() in _PAGES:
            event.ignore()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Open the list, with long lines broken."""
        view = self.view()
        if isinstance(view, QListView) and not view.wordWrap():
            view.setWordWrap(True)
            # It is a window of its own, of which nobody else hears.
            view.pressed.connect(lambda: read_on(self))
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the longest choice needs."""
        super().resizeEvent(event)
        room = self._room()
        beside = self.height() - room.height()
        room.setHeight(100_000)
        texts = (self.itemText(place) for place in range(self.count()))
        highest = max((self.fontMetrics().boundingRect(room, _WRAP, text).height()
                       for text in texts), default=0)  # fmt: skip
        self.setMinimumHeight(highest + beside if highest > self.fontMetrics().height() else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words that break, and the arrow, which a style sheet's border takes away."""
        option, painter = QStyleOptionComboBox(), QPainter(self)
        self.initStyleOption(option)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        colour = theme.look().colours.ink
        painter.setPen(QColor(colour))
        painter.drawText(self._room(), _WRAP, self.currentText())
        size = theme.look().text(1.125)
        arrow = icons.pixmap("chevron-down", colour, size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - size // 2, (self.height() - size) // 2, arrow)
        painter.end()

    def _room(self) -> QRect:
        """Return where the words stand."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return room.adjusted(INSET, 0, 0, 0)
