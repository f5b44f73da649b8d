"""What large letters leave of a low window, and days that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from wizard.desk.assessment.saving import SaveState, Saving
from wizard.session import Session
from wizard.ui import theme
from wizard.ui.shell.window import Window

LEAST = 0.8
"""The share of a low window that its page has."""


@pytest.fixture
def low(window: Window, session: Session, application: QApplication) -> Iterator[Window]:
    """A window of 1280 by 720 with letters four times as large."""
    before = theme.look()
    window.resize(1280, 720)
    window.choose_size(400)
    QApplication.processEvents()
    yield window
    window.choose_size(100)
    theme.put_on(application, before)


def test_a_low_window_is_for_the_page(low: Window) -> None:
    """At 400 % the bar and the footer left 310 pixels of 720 to read in."""
    page = low.frame.stage.viewport()
    assert page.height() > LEAST * 720
    assert low.frame.stage.isAncestorOf(low.frame.footer)


def test_what_was_not_saved_stands_in_sight_in_a_low_window(low: Window) -> None:
    """Who reads the top of a long page must not miss that nothing is kept any more."""
    low.bridge.saved.emit(SaveState(Saving.NOT_SAVED, "The disk is full."))
    QApplication.processEvents()
    assert not low.frame.stage.isAncestorOf(low.frame.footer)
    assert low.frame.footer.isVisible()
    low.bridge.saved.emit(SaveState(Saving.SAVED))
    QApplication.processEvents()
    assert low.frame.stage.isAncestorOf(low.frame.footer)


def test_a_day_that_can_not_be_read_is_kept_as_words(
    session: Session, window: Window, hands: Hands
) -> None:
    """Closing the window lost what somebody had typed in good faith."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("next spring")
    window.close()

    assert session.answers["k-date"].note == "next spring"
    assert session.answers["k-date"].value == ""


def test_a_day_that_can_not_be_read_joins_the_note(
    session: Session, window: Window, hands: Hands
) -> None:
    """What stands there already must not be lost for it."""
    session.note("k-date", "Ask the Head.")
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("next spring")
    window.go_home()

    assert session.answers["k-date"].note == "Ask the Head. – next spring"
