"""Seen by everybody: contrast in each theme, and room for words at each size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.hands import Hands, until
from wizard.desk.assessment.saving import SaveState, Saving
from wizard.model.status import Status
from wizard.session import Session
from wizard.ui import settings, theme
from wizard.ui.look import THEMES, Colours, Look, contrast
from wizard.ui.shell.window import Window

WORDS = ("ink", "quiet", "accent", "accent_deep", *(status.name.lower() for status in Status))


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out(name: str) -> None:
    """4.5 to 1 for text, on everything it may stand on."""
    colours = THEMES[name]
    weak = [
        (word, ground)
        for word in WORDS
        for ground in ("ground", "surface", "soft")
        if contrast(getattr(colours, word), getattr(colours, ground)) < 4.5
    ]

    assert weak == []
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_deep) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_what_can_be_used_stands_out(name: str) -> None:
    """3 to 1 for outlines, indicators and focus."""
    colours: Colours = THEMES[name]

    for control in (colours.edge, colours.accent):
        for ground in (colours.ground, colours.surface, colours.soft):
            assert contrast(control, ground) >= 3


@pytest.fixture
def undressed(application: QApplication) -> Iterator[None]:
    """Put the first look on again after a test that changed it."""
    before = theme.look()
    yield
    theme.put_on(application, before)


@pytest.mark.parametrize("size", settings.SIZES)
def test_every_size_fits_the_window(
    size: int, session: Session, window: Window, hands: Hands, undressed: None
) -> None:
    """No scrolling sideways and no words cut, in a window of 1280 by 720."""
    window.resize(1280, 720)
    session.answer("k-one", "yes")
    window.choose_size(size)
    for place in ("k-first", "k-second", "review", "outcome"):
        window.go(place)
        QApplication.processEvents()
        stage = window.frame.stage
        page = stage.page
        assert page is not None
        until(lambda page=page: page.height() >= page.minimumSizeHint().height())  # type: ignore[misc]
        assert page.minimumSizeHint().width() <= stage.viewport().width(), place
        assert page.width() <= stage.viewport().width(), place
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.wordWrap() and label.text():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_change_of_look_keeps_place_and_words(
    session: Session, window: Window, hands: Hands, undressed: None
) -> None:
    """Larger letters must not cost anybody what they just typed."""
    window.go("k-second")
    hands.write("Lam")
    window.choose_theme("dark")

    assert hands.title == "In your own words"
    assert hands.page.isAncestorOf(hands.focus)
    assert session.answers["k-line"].value == "Lam"
    assert theme.look().colours == THEMES["dark"]


def test_what_was_not_saved_is_still_told_in_another_look(
    session: Session, window: Window, hands: Hands, undressed: None
) -> None:
    """A warning must outlive a change of text size."""
    window.bridge.saved.emit(SaveState(Saving.NOT_SAVED, "The disk is full."))
    window.choose_size(150)

    assert window.frame.footer.wrong.isVisible()
    assert "The disk is full." in window.frame.footer.wrong.text()


def test_space_grows_less_than_words() -> None:
    """At 400 % the page is for words, not for margins."""
    large, plain = Look(THEMES["light"], 4.0), Look(THEMES["light"])

    assert large.text(1) == 4 * plain.text(1)
    assert large.gap(2) == 2 * plain.gap(2)


def test_the_ring_grows_with_the_letters() -> None:
    """Beside letters of 64 pixels a ring of two was a hair, for whoever needs such letters."""
    assert [Look(THEMES["light"], scale).ring for scale in (1, 2, 4)] == [2, 3, 4]
