"""What a person can change to read and answer at ease."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from tests.ui import rulers
from tests.ui.hands import Hands, Key
from wizard.session import Session
from wizard.ui import settings, theme
from wizard.ui.shell.window import Window
from wizard.words import say


@pytest.fixture(autouse=True)
def undressed(application: QApplication) -> Iterator[None]:
    """Put the first look on again."""
    before = theme.look()
    yield
    theme.put_on(application, before)


def _tick(window: Window, name: str) -> None:
    actions = [a for a in window.findChildren(QAction) if a.text() == say(f"ui.menu.{name}")]
    actions[0].trigger()


def test_letters_can_stand_further_apart(session: Session, window: Window) -> None:
    """For dyslexic readers: kept, on every page, and nothing is cut by it."""
    _tick(window, "wide")
    QApplication.processEvents()
    page = window.frame.stage.page

    assert settings.is_wide()
    assert page is not None
    assert page.heading.font().letterSpacing() > 1
    assert rulers.cut(page) == []
    _tick(window, "wide")
    assert not settings.is_wide()


def test_digits_can_be_told_not_to_pick(session: Session, window: Window, hands: Hands) -> None:
    """Who speaks to the computer says numbers all day; WCAG 2.1.4."""
    _tick(window, "digits")
    hands.press(Key.Key_2)
    assert not session.answers["k-one"].is_given
    _tick(window, "digits")
    hands.press(Key.Key_2)

    assert session.answers["k-one"].value == "yes"
