"""What things are called, on every page of every journey: seen and heard alike, and once only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from tests.ui import rulers
from tests.ui.test_sizes import EXAMPLES, every_session, shipped
from wizard.ui import pictures, tab_order
from wizard.ui.parts.answer_line import AnswerLine
from wizard.ui.parts.question_card import QuestionCard
from wizard.ui.parts.text import Title
from wizard.ui.shell.window import Window

__all__ = ["shipped"]

QUICK = "before-posting"
"""The journey that stands for all of them in the quick run."""

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
}


def _faults(page: QWidget) -> Iterator[str]:
    stops = [stop for stop in tab_order.stops(page) if stop.isVisible()]
    called = Counter(_called(stop) for stop in stops if not isinstance(stop, QComboBox))
    yield from (f"{count} are called {name}" for name, count in called.items() if count > 1)
    for stop in stops:
        heard = QAccessible.queryAccessibleInterface(stop)
        name, kind = heard.text(QAccessible.Text.Name), type(stop).__name__
        if isinstance(stop, QComboBox) and not heard.relations(QAccessible.RelationFlag.Label):
            # Here Qt gives the choice as a picker's name; what it is for, its label says.
            yield f"{kind} {name!r} has no label"
        if not name:
            yield f"{kind} has no name"
        if heard.role() not in ROLES and not stop.inherits("QTextBrowser"):
            yield f"{kind} {name!r} is a {heard.role().name}"
        seen = stop.text().replace("&&", "&") if isinstance(stop, QAbstractButton) else ""
        # The name may say more than the eye reads (which question), never something else.
        if seen not in name:
            yield f"{kind} reads {seen!r} and is called {name!r}"


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


def _called(stop: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(stop)
    name = heard.text(QAccessible.Text.Name)
    if isinstance(stop, AnswerLine):
        return name
    # Answers repeat from question to question; with each the question is read out.
    return f"{name!r} ({heard.text(QAccessible.Text.Description)!r})"


def _check(window: Window, name: str) -> list[str]:
    page = window.frame.stage.page
    assert page is not None
    return [f"{name}: {fault}" for fault in (*_faults(page), *_structure(page))]


def test_the_pages_everybody_meets_are_named(shipped: Window) -> None:
    """Home and what stands beside it: each control with its role and a name of its own."""
    found = [fault for name in pictures.asides(shipped) for fault in _check(shipped, name)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(file, id=file.stem, marks=[] if file.stem == QUICK else [pytest.mark.full])
        for file in EXAMPLES
    ],
)
def test_every_page_of_every_journey_is_named(file: Path, shipped: Window) -> None:
    """Two buttons of one name on a page are a riddle to whoever hears them."""
    found = [
        fault
        for session in every_session(file)
        for name in pictures.pages(shipped, session)
        for fault in _check(shipped, name)
    ]

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
