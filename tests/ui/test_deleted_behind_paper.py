"""Deleting the answers behind a paper: offered while it holds them, and what it lacks is said."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pikepdf
import pytest

from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.paper_hands import ask_to_delete, put
from wizard.desk.desk import Desk
from wizard.model.decision import Decided
from wizard.session import Session
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.parts.sure import SureButton
from wizard.ui.shell.window import Window


def test_deleting_is_offered_only_while_all_lies_behind_the_paper(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """What was written after it went with the rest, for good."""
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "for SLT.pdf")
    ask_to_delete(hands)
    assert "Your private notes are not on it." in words(window)
    assert "answers that are not asked for just now, are not on it" in words(window)
    outcome.note("k-line", "Written after the paper")
    assert "Delete" not in words(window)
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    ask_to_delete(hands)
    said = words(window)

    assert "Delete the answers behind this PDF, for good?" in said
    assert "Your private notes" not in said


@pytest.mark.parametrize(
    ("journey", "lacks"),
    [
        ("privacy-checkup", "What you answered, and the name of this check, are not on it."),
        ("induction", "Which platforms you named"),
        ("before-posting", ""),
    ],
)
def test_what_is_concealed_from_slt_is_told_before_it_goes(
    shipped: Window, tmp_path: Path, journey: str, lacks: str
) -> None:
    """Of a privacy check-up SLT's paper has no answer in words, and all of them went."""
    hands = Hands(shipped)
    shipped.start(journey)
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    _section, asked = session.by_section()[0]
    session.answer(asked[0].id, asked[0].choices[0].id)
    shipped.go("outcome")
    press(hands, "Save PDF for SLT")
    put(shipped, tmp_path / "for SLT.pdf")
    ask_to_delete(hands)
    said = words(shipped)

    assert "Your private notes are not on it." in said
    assert lacks in said
    assert ("the name of this check" in said) is bool(lacks)


def test_nothing_is_deleted_for_a_paper_that_another_file_has_gone_over(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """A blank sheet was saved under its name, and the yes was still to "behind this PDF"."""
    path = tmp_path / "for me.pdf"
    press(hands, "Save PDF for me")
    put(window, path)
    whole = path.read_bytes()
    ask_to_delete(hands)
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(path)
    press(hands, "Yes, for good, Delete my answers from this computer")
    assert "for me.pdf is another file by now. Nothing was deleted" in words(window)
    assert hands.name == "Save PDF for me"
    assert "Delete" not in words(window.frame.stage)
    assert len(desk.runs.list().result()) == 1

    press(hands, "Save PDF for me")
    put(window, path)
    until(lambda: len(path.read_bytes()) > len(whole) // 2)
    ask_to_delete(hands)
    # Whoever has it in their pocket has it.
    path.unlink()
    press(hands, "Yes, for good, Delete my answers from this computer")
    hands.on_page("Before You Post")


def test_nothing_is_deleted_with_a_name_that_is_being_typed(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Told by voice before the name was left: it is no answer, and went unasked with them."""
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    ask_to_delete(hands)
    yes = hands.page.findChild(ForGoodButton)
    assert yes is not None
    hands.tab_to("A name for this check")
    hands.write("Trip to Aber with 7B")
    yes.click()

    assert "is not on the PDF. Nothing was deleted" in words(window)
    assert [card.title for card in desk.runs.list().result()] == ["Trip to Aber with 7B"]


def test_nothing_is_deleted_by_a_yes_that_nobody_sees(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Pressed by what held on to it: behind the sheet, kept, or on a page that was left."""
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    assert hands.page.findChild(ForGoodButton) is None
    ask_to_delete(hands)
    yes = hands.page.findChild(ForGoodButton)
    assert yes is not None
    press(hands, "No, keep it")
    yes.click()
    ask_to_delete(hands)
    hands.press(Key.Key_F12)
    yes.click()
    hands.press(Key.Key_F12)
    window.go("review")
    yes.click()

    assert len(desk.runs.list().result()) == 1
    assert window.bridge.has_session


def test_a_question_that_was_left_is_asked_anew(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """It stood open on the way back, one press before all goes, and lacked more by then."""
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    ask_to_delete(hands)
    assert "Delete the answers behind this PDF, for good?" in words(window)
    window.go("review")
    window.go("outcome")

    assert "Delete the answers behind this PDF, for good?" not in words(window)
    hands.tab_to("Delete my answers from this computer")


def test_nothing_is_deleted_while_a_file_is_being_written(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Blank sheets on their way to the very place went over the paper after the deletion."""
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    until(lambda: window.bridge.files.under_way is None)
    writing: Future[None] = Future()
    window.bridge.files.add(writing)
    ask_to_delete(hands)
    press(hands, "Yes, for good, Delete my answers from this computer")
    assert "A file is still being written. Nothing was deleted" in words(window)
    assert len(desk.runs.list().result()) == 1

    writing.set_result(None)
    press(hands, "Yes, for good, Delete my answers from this computer")
    hands.on_page("Before You Post")


def test_what_the_paper_lacks_is_said_before_all_goes(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """What SLT decided, and without answers inside what is not asked just now, went unsaid."""
    press(hands, "Put these answers inside the PDF")
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    until(lambda: desk.papers.made_of().result() != ())
    (paper,) = desk.papers.made_of().result()
    desk.decisions.record(paper, Decided.APPROVED, who="Mair Price").result()
    window.go("review")
    window.go("outcome")
    ask_to_delete(hands)
    until(lambda: "What SLT decided is not on it." in words(window))

    assert "answers that are not asked for just now, are not on it" in words(window)


def test_nothing_is_offered_before_all_that_goes_is_known(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """On a slow disk the question came first, and said nothing of what SLT had decided."""
    (removes,) = hands.page.findChildren(SureButton)
    (tray,) = window.findChildren(PaperTray)
    seen: list[bool] = []
    tray.made.connect(lambda _job: seen.append(removes.isVisible()))
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")

    until(removes.isVisible)
    assert seen == [False]


def test_that_slts_paper_lacks_what_was_said_before_is_said_before_all_goes(
    shipped: Window, tmp_path: Path
) -> None:
    """It was said only of a paper without answers inside: SLT's holds what SLT sees alone."""
    hands = Hands(shipped)
    shipped.start("something-wrong")
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    session.answer("sw-what", "else")
    noteless = next(one.id for one in session.journey.questions() if not one.note)
    session.keep_words(noteless, "the caretaker, I think")
    assert session.answers.earlier
    shipped.go("outcome")
    press(hands, "Save PDF for SLT")
    put(shipped, tmp_path / "for SLT.pdf")
    ask_to_delete(hands)

    assert "What you wrote before a question changed is not on it." in words(shipped)
