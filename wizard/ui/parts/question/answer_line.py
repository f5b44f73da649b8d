"""One line of the review: number, question, answer, and the way to change it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from wizard.model.answers import Answer, RiskRow
from wizard.model.question import AnswerKind, Question
from wizard.model.status import Status
from wizard.ui import days, theme
from wizard.ui.parts.line_button import LineButton
from wizard.words import say

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def in_words(question: Question, answer: Answer) -> str:
    """Return an answer as a person would say it, empty where there is none."""
    value = answer.value
    if isinstance(value, str):
        if question.kind is AnswerKind.DATE:
            return days.spoken(value)
        choice = question.choice(value)
        return choice.text if choice is not None else value
    rows = [item for item in value if isinstance(item, RiskRow)]
    if rows:
        return say("ui.review.rows", count=len(rows))
    picked = (question.choice(item) for item in value if isinstance(item, str))
    return ", ".join(choice.text for choice in picked if choice is not None)


LONG = 4
"""Letters of a printed line number (FB15) that need a wider margin than others."""


class AnswerLine(LineButton):
    """The whole line can be pressed; question left, answer right, or below if narrow.

    ``letters`` is how long the longest line number of the page is: all questions begin
    in one line.
    """

    def __init__(
        self, line: str, question: Question, letters: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._margin = 2.5 if letters < LONG else 3.25
        self._line, self._question = line, question
        self._answer = self._remark = ""

    def show_answer(self, answer: Answer) -> None:
        """Show what is kept now."""
        self._answer = in_words(self._question, answer)
        self._remark = ""
        if answer.note:
            is_shown = answer.show_note and self._question.note
            self._remark = say("ui.review.note-shown" if is_shown else "ui.review.note")
        said = self._answer or say("ui.review.none")
        parts = [said, self._remark]
        name = say("ui.review.line", line=self._line, question=self._question.text)
        self.setAccessibleName(" ".join([name, *(part for part in parts if part)]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        wide = theme.look().text(30)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows break the words."""
        return QSize(theme.look().text(8), theme.look().target)

    def heightForWidth(self, width: int) -> int:
        """Return the height that question and answer need at a width."""
        boxes = self._boxes(width)
        return max(theme.look().target, max(box.bottom() for box in boxes) + theme.look().gap(0.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        look, c = theme.look(), theme.look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(
                QPen(QColor(c.accent), look.ring) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(c.soft))
            half = look.ring / 2
            frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(frame, look.gap(0.5), look.gap(0.5))
        number, question, answer, remark, change = self._boxes(self.width())
        painter.setFont(self.font())
        painter.setPen(QColor(c.quiet))
        painter.drawText(number, _WRAP, self._line)
        painter.drawText(question, _WRAP, self._question.text)
        painter.setFont(self._bold())
        painter.setPen(QColor(c.ink if self._answer else c.quiet))
        painter.drawText(answer, _WRAP, self._said())
        painter.setFont(self._small())
        painter.setPen(QColor(c.quiet))
        painter.drawText(remark, _WRAP, self._remark)
        painter.setFont(self.font())
        painter.setPen(QColor(c.accent))
        painter.drawText(change, _WRAP, say("ui.review.change"))
        painter.end()

    def _said(self) -> str:
        return self._answer or f"{Status.NOT_ANSWERED.shape} {say('ui.review.none')}"

    def _bold(self) -> QFont:
        font = QFont(self.font())
        if self._answer:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.look().text(0.875))
        return font

    def _boxes(self, width: int) -> tuple[QRect, QRect, QRect, QRect, QRect]:
        look, plain = theme.look(), self.fontMetrics()
        pad, gap = look.gap(0.5), look.gap(1)
        left = pad + look.text(self._margin)
        change = plain.horizontalAdvance(say("ui.review.change")) + pad
        room = max(1, width - left - change - gap)
        is_wide = room > look.text(28)
        if not is_wide:
            # Words beneath each other need all the width; Change stands below them.
            room = max(1, width - left - pad)
        share = int(room * 0.58) if is_wide else room
        top = pad
        question = _box(plain, left, top, share - (gap if is_wide else 0), self._question.text)
        bold = QFontMetrics(self._bold())
        x, y = (left + share, top) if is_wide else (left, question.bottom() + look.gap(0.25))
        answer = _box(bold, x, y, room - share if is_wide else room, self._said())
        under = answer.bottom() + look.gap(0.125)
        remark = QRect(x, under, 0, 0)
        if self._remark:
            remark = _box(QFontMetrics(self._small()), x, under, answer.width(), self._remark)
        number = QRect(pad, top, look.text(self._margin), plain.height())
        at = QRect(width - change, top, change, plain.height())
        if not is_wide:
            below = max(answer.bottom(), remark.bottom()) + look.gap(0.25)
            at = QRect(left, below, change, plain.height())
        return number, question, answer, remark, at


def _box(metrics: QFontMetrics, x: int, y: int, width: int, text: str) -> QRect:
    high = metrics.boundingRect(0, 0, max(1, width), 100_000, _WRAP, text).height()
    return QRect(x, y, max(1, width), high)
