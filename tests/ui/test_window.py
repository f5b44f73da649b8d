"""The window itself: saved means saved, papers, school, hiding, removing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import CTRL, SHIFT, Hands, Key, press, until
from tests.ui.paper_hands import ask_to_delete, put
from wizard.desk.assessment.saving import SaveState, Saving
from wizard.desk.desk import Desk
from wizard.desk.handover import keeping
from wizard.desk.places import Places
from wizard.exchange.answers_file import write_answers
from wizard.exchange.archive import write_archive
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.session import Session
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.parts.status_tag import StatusTag
from wizard.ui.shell.window import Window


def test_saved_shows_only_when_the_store_said_so(
    session: Session, window: Window, hands: Hands
) -> None:
    """The one word that has to be true."""
    state = window.frame.footer.state
    assert state.text() == ""
    hands.press(Key.Key_1)

    assert state.text() in {"", "Saving …"}
    until(lambda: state.text() == "Saved")


def test_what_could_not_be_saved_says_why_and_offers_to_try(
    session: Session, window: Window, hands: Hands
) -> None:
    """The cause, that the words are still here, and a way on."""
    footer = window.frame.footer
    window.bridge.saved.emit(SaveState(Saving.NOT_SAVED, "The disk is full."))

    assert footer.wrong.isVisible()
    assert "The disk is full. Your words are still here." in footer.wrong.text()
    assert footer.again.isVisible()
    window.bridge.saved.emit(SaveState(Saving.SAVED))
    assert not footer.wrong.isVisible()
    assert not footer.again.isVisible()


def test_one_key_hides_everything_and_shows_it_again(
    session: Session, window: Window, hands: Hands
) -> None:
    """Somebody looks over the shoulder: nothing of it is left, not even in the title."""
    hands.press(Key.Key_H, CTRL | SHIFT)

    assert "post" not in window.windowTitle().lower()
    assert window.grab().toImage().pixelColor(40, 10) == window.grab().toImage().pixelColor(
        300, 300
    )
    hands.press(Key.Key_Space)
    assert "The post" in window.windowTitle()


def test_removing_asks_and_then_removes(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """A click beside the mark must not cost a week's work."""
    hands.press(Key.Key_1)
    window.go_home()
    until(lambda: hands.name == "Carry on, Tiny")
    hands.tab_to("Remove, Tiny")
    hands.press(Key.Key_Space)
    assert hands.name == "Keep it"
    assert len(desk.runs.list().result()) == 1
    hands.tab_to("Remove for good")
    hands.press(Key.Key_Space)

    until(lambda: not [row for row in window.findChildren(RunRow) if row.isVisible()])
    assert desk.runs.list().result() == ()


def test_the_school_is_kept_and_stands_at_home(window: Window, hands: Hands, desk: Desk) -> None:
    """Set once, by keyboard, and used from then on."""
    hands.tab_to("School’s profile")
    hands.press(Key.Key_Space)
    hands.on_page("School’s profile")
    hands.write("Ysgol y Dŵr")
    hands.tab_to("Head")
    hands.write("Mair Price")
    hands.tab_to("Save the profile")
    hands.press(Key.Key_Space)

    assert desk.school.profile.name == "Ysgol y Dŵr"
    assert desk.school.profile.person("head").name == "Mair Price"
    window.go_home()
    assert hands.title == "Ysgol y Dŵr"


def test_leaving_the_school_unsaved_changes_nothing(
    window: Window, hands: Hands, desk: Desk
) -> None:
    """Only Save saves."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.write("Nobody's")
    page = window.frame.stage.page
    assert isinstance(page, SchoolPage)
    window.go_home()

    assert desk.school.profile.name == ""


def test_a_pdf_is_saved_without_stopping_the_window(
    session: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Made in a child, told when it is there, offered again at home."""
    hands.press(Key.Key_2)
    window.go("outcome")
    press(hands, "Save PDF for SLT")
    path = tmp_path / "for SLT.pdf"
    put(window, path)

    assert path.read_bytes().startswith(b"%PDF-")
    until(lambda: len(desk.papers.made_of().result()) == 1)


def test_a_paper_can_be_read_before_it_is_saved(
    session: Session, window: Window, hands: Hands
) -> None:
    """What SLT would read, without a file; the way back is the same page."""
    from wizard.ui.parts.reading.document import Document

    hands.press(Key.Key_2)
    session.note("k-one", "Between you and me")
    window.go("outcome")
    window.show_preview("slt")
    documents = [part for part in window.findChildren(Document) if part.isVisible()]

    assert "Take the picture out." in documents[0].toPlainText()
    assert "Between you and me" not in documents[0].toPlainText()
    window.leave_aside()
    hands.on_page("Change this first")


def test_the_sheet_of_keys_names_every_key(window: Window, hands: Hands) -> None:
    """Shortcuts nobody is told of are of use to nobody."""
    hands.press(Key.Key_F1)
    hands.on_page("Keys")
    from PySide6.QtWidgets import QLabel

    words = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    assert {"Ctrl+Return", "Ctrl+Z", "F12 or Ctrl+Shift+H", "F1"} <= words


def test_return_opens_a_tile_as_space_does(window: Window, hands: Hands) -> None:
    """Both keys press what looks like a button."""
    until(lambda: hands.name == "Tiny")
    hands.press(Key.Key_Return)

    hands.on_page("The post")


def test_one_key_hides_the_screen(session: Session, window: Window, hands: Hands) -> None:
    """Three keys at once are two too many when somebody comes in."""
    hands.press(Key.Key_F12)

    assert "post" not in window.windowTitle().lower()


def test_review_and_outcome_count_the_same_gaps(
    session: Session, window: Window, hands: Hands
) -> None:
    """Two numbers for one thing make both doubtful."""
    hands.press(Key.Key_1)
    window.go("outcome")
    gaps = len(session.gaps())

    tags = [tag.text() for tag in window.findChildren(StatusTag)]
    assert f"Not answered: {gaps}" in tags


def test_the_outcome_counts_only_what_there_is(
    session: Session, window: Window, hands: Hands
) -> None:
    """Three zeros among six counts hide the one that asks for something."""
    hands.press(Key.Key_1)
    window.go("outcome")

    tags = [tag.text() for tag in window.findChildren(StatusTag)]
    assert "In place: 1" in tags
    assert not [text for text in tags if text.endswith(": 0")]


def test_what_of_an_archive_could_not_come_in_is_told_by_name(
    session: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """All others are there; whoever deletes the file after it must know."""
    hands.press(Key.Key_2)
    until(lambda: len(desk.runs.list().result()) == 1)
    path = tmp_path / "everything.zip"
    keeping.Gathering(desk).save(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("of another.json", "{}")
    window.more.take_in(path)
    until(lambda: "Not brought in: 1." in window.frame.sentence)

    assert "of another.json" in window.frame.sentence
    assert len(desk.runs.list().result()) == 2
    hands.on_page("The post")
    assert "Not brought in: 1." in window.frame.sentence


@pytest.mark.parametrize("count", [1, 2])
def test_what_comes_in_leaves_whoever_is_writing_where_they_are(
    session: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path, count: int
) -> None:
    """A digit of the word they typed on picked an answer there, over the one that came in."""
    hands.press(Key.Key_2)
    path = tmp_path / "from home.zip"
    mine = write_answers(session.pack, session.run)
    path.write_bytes(write_archive([(f"{number}.json", mine) for number in range(count)]))
    window.go("k-second")
    hands.tab_to("What is it called?")
    disk = StuckDisk(desk.runs.list)
    window.more.take_in(path)
    QApplication.processEvents()
    hands.write("we go at ")
    disk.let_go()
    until(lambda: window.frame.sentence == f"Brought in: {count}")
    hands.write("1 pm")
    until(lambda: session.answers["k-line"].value == "we go at 1 pm")

    assert [run.journey for run in desk.runs.list().result()] == ["tiny"] * (count + 1)
    press(hands, "Open it" if count == 1 else "Go home to it")
    hands.on_page("The post" if count == 1 else "Before You Post")
    assert not window.bridge.has_session or window.bridge.session.run.id != session.run.id


def test_what_can_not_be_deleted_stays_on_screen_and_is_owed(
    session: Session, window: Window, hands: Hands, desk: Desk, places: Places
) -> None:
    """It left an empty window, and what was on no disk was forgotten."""
    hands.press(Key.Key_2)
    until(lambda: desk.runs.owed() is None)
    away = places.data.with_name("away")
    places.data.rename(away)
    session.note("k-one", "On no disk")
    until(lambda: desk.runs.is_behind)
    window.remove_open()
    until(lambda: window.frame.sentence != "")
    hands.on_page("The post")
    assert desk.runs.owed() is session
    away.rename(places.data)
    desk.runs.retry()
    until(lambda: not desk.runs.is_behind)

    assert desk.runs.look(session.run.id).result().answers["k-one"].note == "On no disk"


def test_what_was_deleted_does_not_stay_on_screen_for_its_key(
    session: Session, window: Window, hands: Hands, desk: Desk, places: Places
) -> None:
    """A full disk kept the old key: the deleted answers stood there as if they were kept."""
    hands.press(Key.Key_2)
    until(lambda: desk.runs.owed() is None)
    # A file does not take the place of a folder.
    (places.data / NEXT_KEY_FILE).mkdir()
    window.remove_open()
    until(lambda: window.frame.sentence.startswith("It was deleted, but the old key"))

    assert not window.bridge.has_session or window.bridge.session is not session
    assert desk.runs.owed() is None
    assert desk.runs.list().result() == ()


def test_a_paper_comes_back_and_the_answers_behind_it_can_go(
    session: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Once on paper, the answers may leave the computer; from the PDF they come back."""
    hands.press(Key.Key_2)
    window.go("outcome")
    press(hands, "Save PDF for me")
    path = tmp_path / "for me.pdf"
    put(window, path)
    ask_to_delete(hands)
    assert hands.name == "No, keep it"
    hands.tab_to("Yes, for good, Delete my answers from this computer")
    hands.press(Key.Key_Space)
    hands.on_page("Before You Post")
    until(lambda: desk.runs.list().result() == ())

    window.more.take_in(path)
    hands.on_page("for me.pdf")
    until(lambda: any(one.accessibleName() == "Open its answers as a new check"
                      for one in window.findChildren(PrimaryButton)))  # fmt: skip
    hands.tab_to("Open its answers as a new check")
    hands.press(Key.Key_Space)
    until(lambda: len(desk.runs.list().result()) == 1)
    hands.on_page("Change this first")
    assert window.bridge.session.answers["k-one"].value == "yes"


def test_return_presses_every_button(session: Session, window: Window, hands: Hands) -> None:
    """Where Space presses and Return does not, whoever goes by keyboard takes it for broken."""
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("In your own words")
    hands.tab_to("Back")
    hands.press(Key.Key_Return)
    hands.on_page("The post")
    hands.press(Key.Key_R, CTRL)
    hands.on_page("Check your answers")
    assert hands.name == "1. Does it have a picture?"
    hands.press(Key.Key_Enter)
    hands.on_page("The post")
    window.frame.side.focus_here()
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Return)

    hands.on_page("In your own words")
