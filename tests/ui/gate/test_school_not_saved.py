"""What was changed at the school's profile and not saved is not closed or locked away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.ui.hands import Hands, Key, until
from tests.ui.school_hands import open_school
from wizard.desk.places import Places
from wizard.ui import settings
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.window import Window


def _name_school(window: Window, hands: Hands) -> None:
    open_school(window, hands)
    hands.tab_to("Name of the school")
    hands.write("Riverside")


def test_a_session_that_ends_asks_nothing(window: Window) -> None:
    """Nobody reads a question while the computer logs out; what went is told by the next start."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    _name_school(window, hands)

    assert window.end()
    window.more.tell_of_before(None)
    said = window.frame.message.findChildren(QLabel)
    assert any(one.text().startswith("The session ended before") for one in said)
    window.frame.message.hide()
    window.more.tell_of_before(None)
    assert window.frame.message.isHidden(), "it is told once"


def test_what_one_person_lost_is_told_to_no_other(tmp_path: Path) -> None:
    """Several people use one login; the next to come in was told what another had lost."""
    settings.keep_lost("draft", tmp_path / "Siân", True)
    assert settings.is_lost("draft", tmp_path / "Siân")
    assert not settings.is_lost("draft", tmp_path / "Owain")
    settings.keep_lost("draft", tmp_path / "Siân", False)

    kept = settings.folder() / "window.ini"
    assert not kept.exists() or "lost" not in kept.read_text("utf-8")


def test_what_was_taken_out_and_written_again_is_asked_about(window: Window) -> None:
    """It had been asked about once, and went with the window although it was written since."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    _name_school(window, hands)
    assert not window.close()
    hands.on_page("School’s profile")
    hands.tab_to("Name of the school")
    for _ in "Riverside":
        hands.press(Key.Key_Backspace)
    window.frame.stage.flush()
    hands.write("Riverside")

    assert not window.close()
    assert window.close()


def test_what_was_changed_at_the_school_is_not_closed_away(window: Window) -> None:
    """A draft of the school's profile outlived leaving the page, but not leaving the program."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    _name_school(window, hands)
    window.go_home()

    assert not window.close()
    hands.on_page("School’s profile")
    assert any("Not closed" in label.text() for label in window.findChildren(QLabel))
    assert window.close()


def test_what_was_told_of_the_school_outlives_a_disk_that_comes_back(
    window: Window, places: Places
) -> None:
    """Told after answers that the disk refused, it went as soon as those were saved."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    window.start("tiny")
    hands.on_page("The post")
    away = places.data.rename(places.data.with_name("away"))
    window.bridge.session.answer("k-one", "yes")
    until(window.frame.footer.again.isVisible)
    assert not window.close()
    _name_school(window, hands)
    assert not window.close()
    told = window.frame.sentence
    away.rename(places.data)
    until(window.frame.footer.wrong.isHidden)

    assert "school" in told
    assert window.frame.sentence == told


def test_what_was_written_of_the_school_outlives_a_lock(window: Window, gate: Gate) -> None:
    """Ten idle minutes, or another language, took the words that were not saved."""
    window.bridge.desk.ready.result()
    window.bridge.desk.lock.choose("three plain words").result()
    hands = Hands(window)
    _name_school(window, hands)
    gate.lock_now()
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    asks.field.setText("three plain words")
    hands.press(Key.Key_Return)
    until(lambda: window.centralWidget() is not asks)

    draft = window.bridge.desk.school.draft
    assert draft is not None
    assert draft.school.name == "Riverside"
    assert "The session ended" not in window.frame.sentence, "nothing of it is lost"
