"""Guides, glossary and search at the window: found by keyboard, followed, and back again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.hands import CTRL, SHIFT, Hands, Key, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import theme
from wizard.ui.pages.help import HelpPage
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.reading.document import Document
from wizard.ui.parts.reading.found_group import FoundGroup
from wizard.ui.parts.tile import Tile
from wizard.ui.shell.window import Window

GUIDE = """\
id: faces
title: Faces in pictures
intro: Two minutes.
parts:
  - title: Why it matters
    facts:
      - {id: f-face, text: A face tells who it is., clauses: [newport.rule, oakfield.rule]}
"""

GLOSSARY = """\
terms:
  - {id: picture, term: Picture, meaning: A photo or a drawing.}
  - {id: blog, term: Blog, meaning: Pages that a class writes.}
"""


@pytest.fixture
def places(places: Places) -> Places:
    """The journey with a guide of no journey, and a glossary."""
    (places.content / "guides").mkdir()
    (places.content / "guides" / "faces.yaml").write_text(GUIDE, "utf-8")
    (places.content / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return places


@pytest.fixture
def help_page(window: Window, hands: Hands) -> HelpPage:
    """The page, opened from home, with everything read."""
    return _open(window, hands)


def _open(window: Window, hands: Hands) -> HelpPage:
    hands.press(Key.Key_F, CTRL)
    hands.on_page("Guides and glossary")
    page = window.frame.stage.page
    assert isinstance(page, HelpPage)
    until(lambda: "Faces in pictures" in _tiles(page))
    return page


def _tiles(page: HelpPage) -> list[str]:
    return [tile.accessibleName() for tile in page.findChildren(Tile) if tile.isVisible()]


def _words(window: Window) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def _look_for(hands: Hands, query: str) -> None:
    hands.write(query)
    hands.press(Key.Key_Return)


def test_ctrl_f_leads_to_the_search_line(help_page: HelpPage, hands: Hands) -> None:
    """Who looks for something begins to type."""
    assert isinstance(hands.focus, QLineEdit)
    assert hands.name == "Search for a word or two"


def test_a_question_found_opens_its_journey_and_keeps_nothing(
    help_page: HelpPage, window: Window, hands: Hands, desk: Desk
) -> None:
    """Found by keyboard alone; looking leaves no trace on a shared computer."""
    _look_for(hands, "wall")
    assert _tiles(help_page) == []
    hands.press(Key.Key_A, CTRL)
    _look_for(hands, "else")
    hands.tab_to("Is there anything else?")
    hands.press(Key.Key_Space)
    hands.on_page("More, if you like")

    assert window.bridge.session.place == "k-third"
    assert desk.runs.list().result() == ()


def test_the_way_back_from_what_was_found(session: Session, window: Window, hands: Hands) -> None:
    """Somebody in the midst of a page looks one thing up, and goes on where they were."""
    _open(window, hands)
    _look_for(hands, "go up")
    hands.tab_to("When will it go up?")
    hands.press(Key.Key_Space)
    hands.on_page("In your own words")
    assert hands.name == "When will it go up?"
    hands.tab_to("Back to where I was")
    hands.press(Key.Key_Space)

    hands.on_page("The post")


def test_a_question_that_is_asked_later_leads_to_what_it_hangs_on(
    session: Session, window: Window, hands: Hands
) -> None:
    """An empty page would be a riddle."""
    window.go("k-second")
    _open(window, hands)
    _look_for(hands, "pupils face")
    hands.tab_to("Can you see a pupil's face?")
    hands.press(Key.Key_Space)
    hands.on_page("The post")

    assert any("comes up later" in text for text in _words(window))


def test_a_guide_is_read_and_left_for_the_same_search(
    help_page: HelpPage, window: Window, hands: Hands
) -> None:
    """Back means back: the words looked for, and the place among what was found."""
    _look_for(hands, "faces")
    hands.tab_to("Faces in pictures")
    hands.press(Key.Key_Space)
    hands.on_page("Faces in pictures")
    document = next(part for part in window.findChildren(Document) if part.isVisible())
    assert "A face tells who it is." in document.toPlainText()
    hands.press(Key.Key_Space)
    hands.on_page("Guides and glossary")

    assert hands.name == "Faces in pictures"
    assert next(field.text() for field in window.findChildren(QLineEdit) if field.isVisible()) == (
        "faces"
    )


def test_a_clause_shows_what_carries_it(help_page: HelpPage, window: Window, hands: Hands) -> None:
    """From the rule to the place where one can do something about it."""
    _look_for(hands, "newport think")
    assert {"Think first.", "Newport · Rules"} <= _words(window)
    hands.tab_to("Where this comes up, Newport · Rules: Think first.")
    hands.press(Key.Key_Space)
    until(lambda: "Does it have a picture?" in _tiles(help_page))
    hands.tab_to("Does it have a picture?")
    hands.press(Key.Key_Space)

    hands.on_page("The post")


def test_no_two_buttons_have_one_name(help_page: HelpPage, window: Window, hands: Hands) -> None:
    """Two policies say the same here; a screen reader must tell them apart."""
    _look_for(hands, "think first")
    names = [button.accessibleName() for button in help_page.findChildren(FoldButton)]

    assert len([name for name in names if "Think first" in name]) == 2
    assert len(names) == len(set(names))


def test_what_is_typed_is_never_markup(help_page: HelpPage, window: Window, hands: Hands) -> None:
    """A query is data, even where it is told back."""
    _look_for(hands, "<b>zebra</b>")

    assert "Nothing found for “<b>zebra</b>”. Try fewer words, or other ones." in _words(window)


def test_escape_empties_the_search(help_page: HelpPage, window: Window, hands: Hands) -> None:
    """One key back to all guides."""
    _look_for(hands, "zebra")
    assert _tiles(help_page) == []
    hands.press(Key.Key_Escape)

    until(lambda: _tiles(help_page) == ["Faces in pictures"])
    assert help_page.query == ""


def test_it_searches_while_somebody_types(help_page: HelpPage, hands: Hands) -> None:
    """Nobody should have to know that a key starts it."""
    hands.write("pictu")

    until(lambda: len(help_page.findChildren(FoundGroup)) >= 2)


def test_the_glossary_opens_in_place(help_page: HelpPage, window: Window, hands: Hands) -> None:
    """All words with their meanings, folded until wanted."""
    hands.tab_to("Show all 2 words")
    hands.press(Key.Key_Space)

    assert {"Blog", "Pages that a class writes."} <= _words(window)


def test_a_word_is_explained_where_it_stands(
    session: Session, window: Window, hands: Hands
) -> None:
    """By keyboard, in the card that names it; the next card does not repeat it."""
    hands.tab_to("What Picture means")
    assert "Picture: A photo or a drawing." not in _words(window)
    hands.press(Key.Key_Space)

    assert "Picture: A photo or a drawing." in _words(window)
    hands.press(Key.Key_Space)
    assert "Picture: A photo or a drawing." not in _words(window)


def test_leaving_before_all_is_read_harms_nothing(window: Window, hands: Hands, desk: Desk) -> None:
    """Somebody changes their mind at once."""
    hands.press(Key.Key_F, CTRL)
    hands.on_page("Guides and glossary")
    window.leave_aside()
    done: list[object] = []
    window.bridge.when_done(desk.searching.room(), done.append)
    until(lambda: bool(done))

    hands.on_page("Before You Post")


def test_a_fault_in_the_content_is_told(
    window: Window, hands: Hands, places: Places, desk: Desk
) -> None:
    """One clear sentence with its place; the window goes on."""
    (places.content / "guides" / "faces.yaml").write_text(GUIDE + "odd: yes\n", "utf-8")
    hands.press(Key.Key_F, CTRL)
    hands.on_page("Guides and glossary")

    until(lambda: any("faces.yaml" in text for text in _words(window)))


@pytest.fixture
def undressed(application: QApplication) -> Iterator[None]:
    """Put the first look on again after a test that changed it."""
    before = theme.look()
    yield
    theme.put_on(application, before)


@pytest.mark.parametrize("size", [100, 400])
def test_it_fits_at_every_size(size: int, window: Window, hands: Hands, undressed: None) -> None:
    """No scrolling sideways and no words cut, in a window of 1280 by 720."""
    window.resize(1280, 720)
    window.choose_size(size)
    page = _open(window, hands)
    _look_for(hands, "picture")
    stage = window.frame.stage
    until(lambda: page.height() >= page.minimumSizeHint().height())

    assert page.minimumSizeHint().width() <= stage.viewport().width()
    until(lambda: _cut(page) == [])


def _cut(page: HelpPage) -> list[str]:
    """Return the words that have less room than they need."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.text()
        if label.height() < label.heightForWidth(label.width())
    ]


def test_help_about_this_page_begins_with_its_words(
    session: Session, window: Window, hands: Hands
) -> None:
    """Who does not understand the page need not know what to look for."""
    hands.press(Key.Key_F1, SHIFT)
    hands.on_page("About “The post”")

    until(lambda: "A photo or a drawing." in _words(window))
    window.leave_aside()
    hands.on_page("The post")


def test_home_leads_there(window: Window, hands: Hands) -> None:
    """Who never opens a menu finds the guides all the same."""
    hands.tab_to("Read or search guides, policies and words")
    hands.press(Key.Key_Space)

    hands.on_page("Guides and glossary")
