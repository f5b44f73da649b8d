"""Paper back into the window, by keyboard: files that return, and what was decided on them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from tests.store.stuck_disk import StuckDisk
from tests.ui import rulers
from tests.ui.hands import CTRL, Hands, Key, pick, press, until, words
from tests.ui.paper_hands import close, shown
from wizard.desk.desk import Desk
from wizard.desk.paper import blanks, papers
from wizard.desk.paper.blanks import BlankOrder, Sheet
from wizard.desk.paper.papers import PaperJob
from wizard.model.decision import Decided
from wizard.session import Session
from wizard.ui import tab_order
from wizard.ui.pages.decide import DecidePage
from wizard.ui.pages.returned import ReturnedPage
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.shell.window import Window


@pytest.fixture
def signed(outcome: Session, desk: Desk, tmp_path: Path) -> Path:
    """The paper for SLT of the self-assessment on screen, saved and remembered."""
    path = tmp_path / "for SLT.pdf"
    report = desk.papers.compose(outcome.pack, outcome.run, desk.school.profile, "slt")
    job = PaperJob(path, report)
    job.make()
    desk.papers.made(job).result()
    return path


def look_at(window: Window, path: Path) -> ReturnedPage:
    """Hand a file in and wait until it was looked at."""
    window.more.take_in(path)
    until(lambda: isinstance(window.frame.stage.page, ReturnedPage))
    page = window.frame.stage.page
    assert isinstance(page, ReturnedPage)
    until(lambda: "Looking at" not in words(window))
    return page


def test_a_paper_that_comes_back_says_what_it_is_and_compares(
    signed: Path, outcome: Session, window: Window, hands: Hands
) -> None:
    """Intact, whose it is, and which lines have changed since."""
    look_at(window, signed)
    said = words(window)
    assert "Intact" in said
    assert "It does not show a forgery." in said
    shown = [one.accessibleName() for one in window.findChildren(PlainButton) if one.isVisible()]
    assert "Open its answers as a new check" not in shown, "SLT's paper has none to go on with"
    press(hands, "Compare with the answers kept here")
    until(lambda: "say the same" in words(window))
    outcome.answer("k-one", "no")
    press(hands, "Compare with the answers kept here")

    until(lambda: "Lines that are not the same" in words(window))
    assert "Line 1." in words(window)


def test_what_lies_beneath_is_gone_on_with_and_not_opened_a_second_time(
    signed: Path, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Opened anew and left by Back, the one on screen was saved, but nobody asked for it any more.

    What the disk then refused of it was never tried again, and the window closed on it.
    """
    look_at(window, signed)
    press(hands, "Go to the answers kept here")
    until(lambda: not isinstance(window.frame.stage.page, ReturnedPage))
    assert window.bridge.session is outcome
    assert outcome.place == "outcome"
    outcome.note("k-line", "Written since")
    assert desk.runs.owed() is None
    assert desk.runs.look(outcome.run.id).result() == outcome.run


def test_tab_comes_to_saved_papers_where_they_stand(
    signed: Path, window: Window, hands: Hands
) -> None:
    """They come in last of all at home, and stand above what was there before them."""
    window.go_home()
    hands.on_page("Before You Post")
    until(lambda: any(
        stop.isVisible() and stop.accessibleName() == f"Open it, {signed.name}"
        for stop in tab_order.stops(hands.page)))  # fmt: skip
    hands.tab_to(f"Open it, {signed.name}")
    hands.press(Key.Key_Tab)

    assert hands.name == "Blank checklists"


def test_an_altered_paper_names_its_page(
    signed: Path, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """Kindly: what differs, and nothing that needs trust is offered."""
    other = tmp_path / "other.pdf"
    with pikepdf.open(signed) as file:
        file.pages.append(file.pages[0])
        file.save(other, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    look_at(window, other)

    assert "Altered" in words(window)
    assert "was added" in words(window)
    shown = [one.accessibleName() for one in window.findChildren(PlainButton) if one.isVisible()]
    assert "Open another file" in shown
    assert "Record the decision" not in shown


def test_a_file_dropped_on_the_window_is_looked_at_and_nothing_is_kept(
    signed: Path, window: Window, hands: Hands, desk: Desk
) -> None:
    """What falls on the window must not become a self-assessment unasked."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(signed))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, left, nothing))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, nothing))
    until(lambda: isinstance(window.frame.stage.page, ReturnedPage))
    until(lambda: "Intact" in words(window))

    assert len(desk.runs.list().result()) == 1


def test_a_stranger_is_told_kindly_and_another_can_be_opened(
    window: Window, hands: Hands, tmp_path: Path
) -> None:
    """A timetable dropped by mistake is no fault."""
    path = tmp_path / "timetable.pdf"
    file = pikepdf.new()
    file.add_blank_page()
    file.save(path)
    look_at(window, path)
    assert "Not one of ours" in words(window)
    press(hands, "Open another file")

    until(lambda: window.findChild(QFileDialog) is not None)
    close(window)


def write_in(path: Path, field_name: str, text: str) -> None:
    """Fill in one field of a form."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        (field,) = (one for one in file.Root.AcroForm.Fields if str(one.get("/T")) == field_name)
        field.V = pikepdf.String(text)
        file.save(path)


@pytest.fixture
def form(desk: Desk, tmp_path: Path) -> Path:
    """An empty form, to be filled in anywhere."""
    path = tmp_path / "filled.pdf"
    sheet = blanks.compose(desk.places, BlankOrder(("tiny",), Sheet.FORM))
    path.write_bytes(papers.draw(*sheet))
    return path


def test_a_filled_form_becomes_a_self_assessment(
    form: Path, window: Window, hands: Hands, desk: Desk
) -> None:
    """Filled in on any computer, it goes on here."""
    look_at(window, form)
    assert "An empty form" in words(window)
    write_in(form, "n:k-one", "I asked the office.")
    look_at(window, form)
    assert "Questions with an answer: 0 of" in words(window)
    write_in(form, "q:k-line", "Our blog, Ŵythnos 1")
    look_at(window, form)
    assert "Questions with an answer: 1 of" in words(window)
    press(hands, "Open its answers as a new check")
    hands.on_page("The post")

    assert window.bridge.session.answers["k-line"].value == "Our blog, Ŵythnos 1"
    assert window.bridge.session.answers["k-one"].note == "I asked the office."
    assert len(desk.runs.list().result()) == 1


def _opens_slowly(form: Path, window: Window, hands: Hands, desk: Desk) -> StuckDisk:
    write_in(form, "q:k-line", "Our blog")
    look_at(window, form)
    disk = StuckDisk(desk.runs.list)
    press(hands, "Open its answers as a new check")
    return disk


def test_a_form_that_is_opened_is_a_file_that_comes_in(
    form: Path, window: Window, hands: Hands, desk: Desk
) -> None:
    """The window closed, or was locked or shared, over it, and nothing said that it was not here.

    Whoever had gone elsewhere by then was not told that it was.
    """
    disk = _opens_slowly(form, window, hands, desk)
    assert window.bridge.files.under_way is not None
    window.go_home()
    disk.let_go()

    until(lambda: window.frame.sentence == "Brought in: 1")
    assert hands.title == "Before You Post"


@pytest.mark.usefixtures("usual_size_after")
def test_a_form_is_opened_in_whatever_letters_it_finds(
    form: Path, window: Window, hands: Hands, desk: Desk, mistakes: list[object]
) -> None:
    """Its page was made anew meanwhile, and what it had asked for came to nobody."""
    disk = _opens_slowly(form, window, hands, desk)
    window.choose_size(125)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    disk.let_go()

    hands.on_page("The post")
    assert mistakes == []


def test_words_of_the_page_to_sign_are_shown_and_can_be_copied(
    form: Path, window: Window, hands: Hands
) -> None:
    """There is no place for them among the answers: they went without a word."""
    write_in(form, "sign:conditions", "Cover the <b>faces</b>.")
    write_in(form, "sign:review", "12 May 2027")
    look_at(window, form)
    assert "Cover the <b>faces</b>." in words(window)
    # With nothing else in it there is nothing to go on with.
    assert "Open its answers as a new check" not in words(window)
    write_in(form, "q:k-line", "Our blog")
    look_at(window, form)
    window.resize(1180, 420)
    press(hands, "Copy these words")
    (copied_line,) = (
        one for one in window.findChildren(QLabel)
        if one.isVisible() and one.text().startswith("Copied.")
    )  # fmt: skip
    # It stood at the foot of another card, below the edge: the key seemed dead.
    until(lambda: not window.frame.stage.lies_beyond(copied_line))
    copied = QApplication.clipboard().text()
    press(hands, "Open its answers as a new check")
    hands.on_page("The post")

    assert copied == "Conditions: Cover the <b>faces</b>.\nReview date: 12 May 2027"


def test_a_decision_is_recorded_by_keyboard_and_stands_where_it_is_looked_for(
    signed: Path, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Beside the fingerprint, on the outcome and at home."""
    press(hands, "Record the decision")
    until(lambda: isinstance(window.frame.stage.page, DecidePage))
    until(lambda: "Does your signed paper say the same?" in words(window))
    press(hands, "Record the decision")
    # What is missing is told in one place, and each line leads to its field.
    assert hands.name == "Choose what was decided."
    hands.press(Key.Key_Tab)
    assert hands.name == "Say who signed the paper."
    hands.press(Key.Key_Space)
    assert hands.name == "Who signed for SLT"
    pick(hands, "Approved", 1)
    assert hands.name == "Approved with conditions"
    hands.tab_to("Who signed for SLT")
    hands.write("Mair Price")
    hands.tab_to("Their role")
    hands.write("Head")
    hands.tab_to("Review date")
    hands.write("24/11/2027")
    hands.tab_to("Conditions")
    hands.write("Faces are covered.")
    press(hands, "Record the decision")
    hands.on_page("Change this first")
    until(lambda: "Mair Price, Head" in words(window))
    said = words(window)
    assert "Approved with conditions: Mair Price, Head, 21 November 2026." in said
    assert "What you change afterwards is no part of it." in said
    assert "Look again on 24 November 2027." in said
    assert "Conditions: Faces are covered." in said
    window.go_home()
    until(lambda: "Mair Price, Head" in words(window))

    (kept,) = desk.decisions.list(outcome.run.id).result()
    assert kept.fingerprint


def test_what_was_recorded_already_is_said_before_another_is(
    signed: Path, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The page opened empty, and what was put down took the place of the first."""
    (paper,) = desk.papers.made_of().result()
    desk.decisions.record(
        paper, Decided.WITH_CONDITIONS, who="Mair Price", conditions="Cover the faces."
    ).result()
    press(hands, "Record the decision")
    until(lambda: "Mair Price" in words(window))
    said = words(window)

    assert "Recorded for it already" in said
    assert "Conditions: Cover the faces." in said


def test_a_day_that_is_none_is_not_recorded_as_another(
    signed: Path, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """What was typed wrong must not become today."""
    window.more.papers.decide_here()
    until(lambda: "Does your signed paper say the same?" in words(window))
    pick(hands, "Approved", 2)
    assert hands.name == "Not yet"
    hands.tab_to("Who signed for SLT")
    hands.write("Mair Price")
    hands.tab_to("Signed on")
    hands.press(Key.Key_A, CTRL)
    hands.write("last week")
    press(hands, "Record the decision")

    assert hands.name == "Signed on: write the day like this, 21 November 2026."
    hands.press(Key.Key_Space)
    assert hands.name == "Signed on"
    assert desk.decisions.list().result() == ()


@pytest.mark.parametrize("size", [100, 400])
def test_there_is_room_for_what_was_found_and_decided(
    size: int, signed: Path, outcome: Session, window: Window, hands: Hands
) -> None:
    """The pages that need a file are measured as all others are."""
    with rulers.at_size(window, size):
        outcome.answer("k-one", "no")
        look_at(window, signed)
        Hands(window)
        press(hands, "Compare with the answers kept here")
        until(lambda: "Lines that are not the same" in words(window))
        until(lambda: shown(window) == [])
        press(hands, "Record the decision")
        until(lambda: "Does your signed paper say the same?" in words(window))
        press(hands, "Record the decision")
        until(lambda: shown(window) == [])
