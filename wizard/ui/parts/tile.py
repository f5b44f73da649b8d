"""A large button that says what it starts: title, what it is about, how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wizard.ui import icons, theme

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class Tile(QAbstractButton):
    """The whole tile can be pressed."""

    def __init__(self, title: str, about: str, remark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = (title, about, remark)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{about} {remark}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As high as its words."""
        wide = theme.look().text(18)
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        return self._boxes(width)[-1].bottom() + theme.look().gap(1.25)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile."""
        look, c = theme.look(), theme.look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wanted = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(c.accent if wanted else c.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(c.soft if self.isDown() else c.surface))
        radius = look.gap(0.75)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        tones = (c.accent, c.ink, c.quiet)
        boxes = self._boxes(self.width())
        # Tiles of a row are as high as the highest: their remarks stand at one height.
        boxes[-1].moveTop(max(boxes[-1].y(), self.height() - look.gap(1.25) - boxes[-1].height()))
        for text, font, tone, box in zip(self._texts, self._fonts(), tones, boxes, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(tone))
            painter.drawText(box, _WRAP, text)
        size = look.text(1.125)
        arrow = icons.pixmap("arrow-right", c.accent, size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - look.gap(1.25) - size, boxes[0].y() + size // 4, arrow)
        painter.end()

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        look = theme.look()
        title, about, remark = QFont(self.font()), QFont(self.font()), QFont(self.font())
        title.setPixelSize(look.text(1.1875))
        title.setWeight(QFont.Weight.DemiBold)
        remark.setPixelSize(look.text(0.875))
        return title, about, remark

    def _boxes(self, width: int) -> list[QRect]:
        look = theme.look()
        left, y = look.gap(1.25), look.gap(1.125)
        boxes = []
        for place, (text, font) in enumerate(zip(self._texts, self._fonts(), strict=True)):
            aside = look.text(1.75) if place == 0 else 0
            room = max(1, width - 2 * left - aside)
            high = QFontMetrics(font).boundingRect(0, 0, room, 10_000, _WRAP, text).height()
            if not text:
                # Nothing to say takes no room, not even that of a line.
                high = -look.gap(0.375)
            boxes.append(QRect(left, y, room, max(0, high)))
            y += high + look.gap(0.375)
        return boxes
