"""Measuring what is in sight: whether words are cut, what runs off the side, what is too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from wizard.ui import tab_order, theme
from wizard.ui.look import LIGHT
from wizard.ui.parts.question.answer_line import AnswerLine
from wizard.ui.parts.question.side_list import StopButton
from wizard.ui.parts.tile import Tile
from wizard.ui.parts.writing.choices import CheckChoice, RadioChoice
from wizard.ui.shell.window import Window

ANSWER, TARGET = 44, 24
"""The least height of an answer, and of everything else that can be pressed, in pixels."""

DRAWN = (RadioChoice, CheckChoice, AnswerLine, Tile, StopButton)
"""What draws its own words, breaking them to its width."""


@contextmanager
def at_size(window: Window, percent: int) -> Iterator[None]:
    """Have a window as large as a small laptop's screen, and its letters of this size."""
    before = theme.look()
    window.resize(1280, 720)
    theme.change(LIGHT, percent / 100)
    window.choose_size(percent)
    try:
        yield
    finally:
        window.choose_size(100)
        theme.change(before.colours, before.scale)


def in_sight(inside: QWidget) -> Iterator[QWidget]:
    """Go through the widgets a person can see, scrolled into view or not."""
    window = inside.window()
    for widget in inside.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            yield widget


def faults(window: Window) -> list[str]:
    """Return what is cut, too small or off the side on the page in sight."""
    stage = window.frame.stage
    page = stage.page
    assert page is not None
    return cut(page) + too_small(page) + off_side(page, stage.viewport().width())


def cut(inside: QWidget) -> list[str]:
    """Return the words that have too little room, each with by how much."""
    return [
        f"{type(widget).__name__} {lacking}: {_words(widget)[:70]!r}"
        for widget in in_sight(inside)
        if (lacking := _lacking(widget))
    ]


def off_side(inside: QWidget, width: int) -> list[str]:
    """Return what reaches beyond ``width`` pixels, or beyond what it stands in."""
    found = []
    for widget in in_sight(inside):
        right = widget.mapTo(inside, QPoint(widget.width(), 0)).x()
        if right > width:
            found.append(f"{type(widget).__name__} {right} of {width}: {_words(widget)[:70]!r}")
    return found


def overlapping(inside: QWidget) -> list[str]:
    """Return what stands on top of something else."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    parts = [
        (part, QRect(part.mapTo(inside, QPoint(0, 0)), part.size()))
        for part in in_sight(inside)
        # A field within a picker is the picker.
        if isinstance(part, kinds) and not isinstance(part.parentWidget(), kinds)
    ]
    found = []
    for number, (part, place) in enumerate(parts):
        for other, its_place in parts[number + 1 :]:
            shared = place & its_place
            if shared.width() > 2 and shared.height() > 2:
                found.append(f"{_words(part)[:40]!r} over {_words(other)[:40]!r}")
    return found


def empty_below(page: QWidget) -> int:
    """Return how many pixels of nothing one can scroll to below the last part of a page."""
    parts = [part for part in page.children() if isinstance(part, QWidget) and part.isVisible()]
    area = page.window().findChild(QScrollArea)
    seen = area.viewport().height() if area is not None else 0
    used = max((part.geometry().bottom() for part in parts), default=0)
    return max(0, page.height() - max(used, seen))


def too_small(inside: QWidget) -> list[str]:
    """Return what can be pressed and is smaller than a finger or a shaky hand needs."""
    found = []
    for widget in tab_order.stops(inside):
        if widget.isVisible():
            least = ANSWER if isinstance(widget, RadioChoice | CheckChoice) else TARGET
            if widget.height() < least or widget.width() < TARGET:
                found.append(f"{type(widget).__name__} {widget.width()}x{widget.height()}")
    return found


def _lacking(widget: QWidget) -> str:
    wide, high = _needs(widget)
    if high > widget.height():
        return f"{high - widget.height()} px too low"
    if wide > widget.width():
        return f"{wide - widget.width()} px too narrow"
    return ""


def _needs(widget: QWidget) -> tuple[int, int]:
    """Return the room that the words of a widget need; nothing for what has none."""
    metrics = widget.fontMetrics()
    if isinstance(widget, DRAWN):
        return 0, widget.heightForWidth(widget.width())
    if isinstance(widget, QPushButton):
        is_whole = widget.width() >= widget.sizeHint().width()
        broken = _broken(metrics, widget.text(), widget.width()).height()
        return widget.minimumSizeHint().width(), 0 if is_whole else broken
    if isinstance(widget, QLabel) and widget.text():
        if not widget.wordWrap():
            return widget.sizeHint().width(), 0
        longest = max(
            map(metrics.horizontalAdvance, re.split(r"[\s\u200b]+", widget.text())), default=0
        )
        return longest, widget.heightForWidth(widget.width())
    if isinstance(widget, QComboBox):
        texts = (widget.itemText(n) for n in range(widget.count()))
        boxes = [_broken(metrics, text, widget.width() - metrics.height()) for text in texts]
        return (max((box.width() for box in boxes), default=0),
                max((box.height() for box in boxes), default=0))  # fmt: skip
    if isinstance(widget, QPlainTextEdit):
        return 0, int(widget.document().size().height()) * metrics.lineSpacing()
    return 0, metrics.height() if isinstance(widget, QLineEdit) else 0


def _broken(metrics: QFontMetrics, text: str, width: int) -> QRect:
    wrap = int(Qt.TextFlag.TextWordWrap)
    return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), wrap, text)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and widget.text():
        return widget.text()
    return widget.accessibleName()
