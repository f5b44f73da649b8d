"""Buttons: the plain one, the one filled button of a page, and the quiet link.

Qt's own do not break their words, so beside very large letters a long one would be cut:
here one that has too little room draws its words itself, on as many lines as they need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wizard.ui import icons, numbers, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent


class PlainButton(QPushButton):
    """A button with a border.  ``text`` is shown as it is, ``&`` too."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_plain(text), parent)
        self._is_behind = False
        # Outside a dialog Qt lets Space press a button, and Return only where this is said.
        self.setAutoDefault(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon:
            self.put_icon(icon)

    def say(self, text: str) -> None:
        """Show another text, to the eye and to a screen reader."""
        self.setText(_plain(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows break the words."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme.look().text(8)), hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need, and no higher, however high the row is."""
        super().resizeEvent(event)
        hint = self.sizeHint()
        if self.width() < hint.width():
            more = self._broken(self.width()).height() - self.fontMetrics().height()
            self.setFixedHeight(hint.height() + more)
        elif self.minimumHeight() > hint.height():
            self.setMinimumHeight(0)
            self.setMaximumHeight(hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave it to Qt, unless the words need more than one line."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        words = self._broken(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        option, painter = QtWidgets.QStyleOptionButton(), QPainter(self)
        self.initStyleOption(option)
        bevel = QtWidgets.QStyle.ControlElement.CE_PushButtonBevel
        self.style().drawControl(bevel, option, painter, self)
        painter.setPen(QColor(self._icon_colour()))
        painter.drawText(words, numbers.WRAPPED, _plain_again(self.text()))
        if not self.icon().isNull():
            size, inside = self.iconSize(), self._inside(self.width())
            left = inside.right() + 1 - size.width() if self._is_behind else inside.left()
            top = words.top() + (self.fontMetrics().height() - size.height()) // 2
            self.icon().paint(painter, QRect(left, top, size.width(), size.height()))
        painter.end()

    def put_icon(self, name: str) -> None:
        """Show an icon of the set beside the words."""
        size = theme.look().text(1.125)
        self.setIconSize(QSize(round(size * icons.BESIDE), size))
        self._is_behind = name == "arrow-right"
        if self._is_behind:
            # What leads on points on: its arrow stands behind the words.
            self.setProperty("layoutDirection", numbers.RIGHT_TO_LEFT)
        self.setIcon(icons.icon(name, self._icon_colour(), size, is_behind=self._is_behind))

    def _inside(self, width: int) -> QRect:
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.height())
        inside = QtWidgets.QStyle.SubElement.SE_PushButtonContents
        return self.style().subElementRect(inside, option, self)

    def _broken(self, width: int) -> QRect:
        """Return where the words stand when they are broken to a width."""
        room = self._inside(width)
        if not self.icon().isNull():
            aside = self.iconSize().width()
            room.adjust(0 if self._is_behind else aside, 0, -aside if self._is_behind else 0, 0)
        room.setHeight(100_000)
        words = self.fontMetrics().boundingRect(room, numbers.WRAPPED, _plain_again(self.text()))
        return QRect(room.left(), 0, room.width(), words.height())

    def _icon_colour(self) -> str:
        return theme.look().colours.ink


class PrimaryButton(PlainButton):
    """The one filled button: what most people want next."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a second ring within, for the outer one stands out too little from the filling."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look = theme.look()
            painter.setPen(QPen(QColor(look.colours.on_accent), look.ring))
            inside = 2 * look.ring
            frame = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            painter.drawRoundedRect(frame, look.gap(0.375), look.gap(0.375))
            painter.end()

    def _icon_colour(self) -> str:
        return theme.look().colours.on_accent


class LinkButton(PlainButton):
    """A quiet button that looks like a link."""

    def _icon_colour(self) -> str:
        return theme.look().colours.accent


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _plain_again(text: str) -> str:
    return text.replace("&&", "&")
