"""The school's side of the window: what its file holds, and how old the content is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.ui.hands import Hands, Key, until
from wizard.desk import carrying
from wizard.desk.desk import Desk
from wizard.model.school import Helpline
from wizard.session import Session
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.shell.window import Window


def _words(window: Window) -> str:
    labels = (label.text() for label in window.findChildren(QLabel) if label.isVisible())
    return "\n".join(labels)


def _fill(hands: Hands, values: dict[str, str]) -> None:
    for name, value in values.items():
        hands.tab_to(name)
        hands.write(value)


def _save(hands: Hands) -> None:
    hands.tab_to("Save the profile")
    hands.press(Key.Key_Space)


def test_links_helplines_and_retention_are_kept(window: Window, desk: Desk, hands: Hands) -> None:
    """The whole of the school's file can be written without an editor for text files."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("Add a link")
    hands.press(Key.Key_Space)
    assert hands.name == "What the link is, row 1"
    hands.write("Our policy")
    _fill(hands, {"Its address, row 1": "https://school.example/policy"})
    hands.tab_to("Add a helpline")
    hands.press(Key.Key_Space)
    hands.write("Local helpline")
    _fill(hands, {"What it is for, row 1": "Worries", "Number or address, row 1": "01632 960000"})
    _fill(hands, {"Days that answers may stay on a computer": "365"})
    _save(hands)

    school = desk.school.profile
    assert school.links == (("Our policy", "https://school.example/policy"),)
    assert school.helplines == (Helpline("Local helpline", "Worries", "01632 960000"),)
    assert school.retention_days == 365


def test_what_is_half_written_is_told_and_not_dropped(
    window: Window, desk: Desk, hands: Hands
) -> None:
    """A row that vanished on Save would be noticed a year later."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("Add a link")
    hands.press(Key.Key_Space)
    hands.write("Our policy")
    _save(hands)
    assert "A link needs an address." in _words(window)
    hands.tab_to("Remove row 1")
    hands.press(Key.Key_Space)
    _fill(hands, {"Days that answers may stay on a computer": "a year"})
    _save(hands)

    assert "Write the days as a whole number" in _words(window)
    assert desk.school.profile.retention_days == 0


def test_the_content_says_how_old_it_is(window: Window, hands: Hands) -> None:
    """Edition, what is past its time, and faults, on one page."""
    window.more.show_content()
    hands.on_page("About the content")

    until(lambda: "Faults" in _words(window))
    assert "Nothing is past its time." in _words(window)


def test_answers_are_taken_along_locked(
    session: Session, window: Window, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    """What leaves a shared computer opens with the passphrase alone, here or elsewhere."""
    hands.press(Key.Key_2)
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    page.passphrase.setText("three plain words")
    path = tmp_path / "mine.answers"
    page.along.save(path)
    until(path.exists)
    assert carrying.is_carried(path)
    window.more.take_in(path)
    hands.on_page("Open mine.answers")
    hands.write("three plain words")
    hands.press(Key.Key_Return)

    until(lambda: len(desk.runs.list().result()) == 2)
    hands.on_page("The post")
