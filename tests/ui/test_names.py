"""What things are called, on every page of every journey: seen and heard alike, and once only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui import naming, rulers
from tests.ui.every_page import faults, some_quick
from wizard.ui import pictures
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.text import Title
from wizard.ui.shell.window import Window


def _structure(page: QWidget) -> Iterator[str]:
    for title in page.findChildren(Title):
        if title.isVisible():
            heard = QAccessible.queryAccessibleInterface(title)
            if heard.role() is not QAccessible.Role.Heading:
                yield f"{title.text()!r} is no heading"
    for card in page.findChildren(QuestionCard):
        heard = QAccessible.queryAccessibleInterface(card)
        is_named = card.question.text in heard.text(QAccessible.Text.Name)
        if heard.role() is not QAccessible.Role.Grouping or not is_named:
            yield f"{card.question.id} is no group with the question's words"


def _check(window: Window, name: str) -> list[str]:
    page = window.frame.stage.page
    assert page is not None
    return [f"{name}: {fault}" for fault in (*naming.faults(page), *_structure(page))]


def test_the_pages_everybody_meets_are_named(shipped: Window) -> None:
    """Home and what stands beside it: each control with its role and a name of its own."""
    found = [fault for name in pictures.asides(shipped) for fault in _check(shipped, name)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("file", some_quick("before-posting"))
def test_every_page_of_every_journey_is_named(file: Path, shipped: Window) -> None:
    """Two buttons of one name on a page are a riddle to whoever hears them."""
    found = faults(shipped, file, _check)

    assert not found, "\n".join(found)


def test_what_is_heard_is_seen(shipped: Window) -> None:
    """The labels of a page are read out as they stand there."""
    labels = [w for w in rulers.in_sight(shipped) if isinstance(w, QLabel) and w.text()]
    differ = [
        label.text()
        for label in labels
        if QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) != label.text()
    ]

    assert differ == []
