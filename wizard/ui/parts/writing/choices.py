"""Answers to pick from: real radio buttons and check boxes whose words wrap.

Qt's own do not wrap, and Fusion's dark outline has a contrast of 1.1, so the button
is drawn here: indicator, words, tint when chosen, ring when focused.  It stays a
QRadioButton or QCheckBox in everything else: keys, groups, screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from wizard.model.question import Choice
from wizard.ui import settings, theme
from wizard.ui.parts.text import Advice
from wizard.ui.parts.writing.stepped import STEPS, Stepped
from wizard.ui.presses.by_mouse import BY_TAB

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RadioChoice(QRadioButton):
    """One of several answers, of which one can be picked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, text)
        self._heights: dict[int, int] = {}

    def sizeHint(self) -> QSize:
        """As wide as its words on one line, and high enough to press."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows break the words."""
        return QSize(theme.look().text(4), theme.look().target)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        if width not in self._heights:
            self._heights[width] = _height(self, width)
        return self._heights[width]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to what it stands in."""
        if event.key() in STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus that Tab brings to the one that is picked.

        Qt makes that one the group's only stop no sooner than it has had the focus once: until
        then Tab comes to the first, and Space would pick another answer than was given.
        """
        super().focusInEvent(event)
        beside = self.parentWidget()
        if event.reason() not in BY_TAB or self.isChecked() or beside is None:
            return
        group = beside.findChildren(RadioChoice, options=_DIRECTLY)
        picked = next((one for one in group if one.isChecked()), None)
        if picked is not None:
            picked.setFocus(event.reason())

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row can be pressed, not only the circle."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the words."""
        _paint(self, circle=True)


class CheckChoice(QCheckBox):
    """One of several answers, of which any number can be ticked.

    ``toggled`` tells what a person did.  Not ``clicked``: a screen reader toggles a box,
    or picks an answer, without a click.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, text)
        self._heights: dict[int, int] = {}

    def show_ticked(self, is_on: bool) -> None:
        """Show whether it is ticked, without telling anybody."""
        with QSignalBlocker(self):
            self.setChecked(is_on)

    def sizeHint(self) -> QSize:
        """As wide as its words on one line, and high enough to press."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows break the words."""
        return QSize(theme.look().text(4), theme.look().target)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        if width not in self._heights:
            self._heights[width] = _height(self, width)
        return self._heights[width]

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row can be pressed, not only the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        _paint(self, circle=False)


class ChoicesAnswer(Stepped):
    """The choices of one question, with the line of advice under the one picked.

    ``picked`` gives the new value: a choice id, or a tuple of ids where several may
    be ticked.  A digit picks while one of them has the focus.
    """

    picked = Signal(object)

    def __init__(
        self, choices: tuple[Choice, ...], several: bool, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(0.125))
        self._advice: Advice | None = None
        for choice in choices:
            button = CheckChoice(choice.text, self) if several else RadioChoice(choice.text, self)
            button.setAccessibleDescription(about)
            button.toggled.connect(self._tell)
            self._rows.addWidget(button)
            self._hold(choice.id, button)

    def show_value(self, value: object) -> None:
        """Show what is picked, without telling anybody."""
        chosen = (
            {value} if isinstance(value, str) else set(value if isinstance(value, tuple) else ())
        )
        for button in self._buttons.values():
            # An exclusive button can not be unpicked; only for this moment it is none.
            button.setAutoExclusive(False)
        for choice_id, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(choice_id in chosen)
            button.setAutoExclusive(not self._several)

    def show_advice(self, text: str) -> None:
        """Show one line under the answer that is picked; an empty one takes it away."""
        if self._advice is None:
            if not text:
                return
            self._advice = Advice(parent=self)
            indent = theme.look().text(2.5)
            self._advice.setContentsMargins(indent, 0, 0, theme.look().gap(0.5))
        self._rows.removeWidget(self._advice)
        places = [i for i, button in enumerate(self._buttons.values()) if button.isChecked()]
        self._rows.insertWidget((places[-1] if places else -2) + 1, self._advice)
        self._advice.setText(f"→ {text}" if text else "")
        self._advice.setVisible(bool(text))

    def first(self) -> QWidget:
        """Return the button that takes the focus: the one picked, else the first."""
        buttons = list(self._buttons.values())
        return next((button for button in buttons if button.isChecked()), buttons[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the first by 1, the second by 2; by an arrow the one before or after."""
        buttons = list(self._buttons.values())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = event.key() - Qt.Key.Key_1
        if is_plain and settings.digits_pick() and 0 <= place < len(buttons):
            self._pick(buttons[place])
            return
        super().keyPressEvent(event)

    def _tell(self, is_on: bool) -> None:
        if not is_on and not self._several:
            # The one that was picked before makes room; the one picked now tells.
            return
        chosen = tuple(key for key, button in self._buttons.items() if button.isChecked())
        self.picked.emit(chosen if self._several else "".join(chosen[:1]))


def _prepare(button: QAbstractButton, text: str) -> None:
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _before_words() -> int:
    return theme.look().text(2.5)


def _size(button: QAbstractButton) -> QSize:
    wide = button.fontMetrics().horizontalAdvance(button.accessibleName())
    wide += _before_words() + theme.look().gap(1)
    return QSize(wide, theme.look().target)


def _height(button: QAbstractButton, width: int) -> int:
    look = theme.look()
    room = QRect(0, 0, max(1, width - _before_words() - look.gap(0.5)), 100_000)
    words = button.fontMetrics().boundingRect(room, int(_WRAP), button.accessibleName())
    return max(look.target, words.height() + look.gap(1))


def _paint(button: QAbstractButton, *, circle: bool) -> None:
    look, c = theme.look(), theme.look().colours
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = look.ring / 2
    frame = QRectF(button.rect()).adjusted(half, half, -half, -half)
    if button.isChecked() or button.underMouse():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.soft))
        painter.drawRoundedRect(frame, look.gap(0.5), look.gap(0.5))
    if button.hasFocus():
        painter.setPen(QPen(QColor(c.accent), look.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, look.gap(0.5), look.gap(0.5))
    _indicator(painter, button, circle)
    painter.setPen(QColor(c.ink))
    left = _before_words()
    words = QRect(left, 0, button.width() - left - look.gap(0.5), button.height())
    painter.drawText(words, int(_WRAP), button.accessibleName())
    painter.end()


def _indicator(painter: QPainter, button: QAbstractButton, circle: bool) -> None:
    look, c = theme.look(), theme.look().colours
    size = look.em * 1.125
    box = QRectF(look.em * 0.7, (button.height() - size) / 2, size, size)
    on = button.isChecked()
    outline = c.accent if on or button.underMouse() else c.edge
    painter.setPen(QPen(QColor(outline), max(1.5, look.em / 9)))
    painter.setBrush(QColor(c.accent if on else c.surface))
    if circle:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, size / 5, size / 5)
    if not on:
        return
    if circle:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.on_accent))
        painter.drawEllipse(box.center(), size * 0.2, size * 0.2)
        return
    tick = QPen(QColor(c.on_accent), max(2.0, look.em / 7))
    tick.setCapStyle(Qt.PenCapStyle.RoundCap)
    tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(tick)
    painter.drawPolyline(
        [QPointF(box.x() + size * x, box.y() + size * y)
         for x, y in ((0.24, 0.53), (0.43, 0.71), (0.77, 0.32))]
    )  # fmt: skip
