"""A decision while it is being recorded: what is written meanwhile, pressed again, or left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.store.copied import copies_once
from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, Key, pick, press, until, words
from tests.ui.paper_hands import put
from tests.ui.test_signed_sheet import decide, picked, record, remember
from wizard.desk.desk import Desk
from wizard.desk.paper.made_papers import line
from wizard.session import Session
from wizard.ui.pages.decide import DecidePage
from wizard.ui.pages.returned import ReturnedPage
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.writing import half_written
from wizard.ui.shell.window import Window

BEFORE = "as it was when you chose"


@pytest.fixture
def disk(outcome: Session, window: Window, hands: Hands, desk: Desk) -> StuckDisk:
    """A disk that holds on to a decision somebody has just chosen to record."""
    remember(desk, outcome)
    decide(window, hands)
    # What the page asks on its way into sight has come by then.
    desk.decisions.list().result()
    QApplication.processEvents()
    disk = StuckDisk(desk.runs.list)
    record(hands)
    return disk


def test_what_is_written_while_it_is_recorded_stays_and_can_be_recorded_too(
    disk: StuckDisk, window: Window, hands: Hands, desk: Desk
) -> None:
    """The page closed over it in the midst of a word, and the word was nowhere."""
    window.resize(1280, 720)
    hands.tab_to("Conditions")
    hands.write("Only with the door locked")
    disk.let_go()
    until(lambda: bool(desk.decisions.list().result()))
    until(lambda: BEFORE in words(window))
    assert hands.name == "Conditions"
    until(lambda: "Recorded for it already" in words(window))
    (told,) = [one for one in window.findChildren(QLabel) if BEFORE in one.text()]
    for _round in range(5):
        QApplication.processEvents()
    assert not window.frame.stage.lies_beyond(told)
    assert "Only with the door locked" in half_written.read(hands.page).values()
    press(hands, "Record the decision")
    until(lambda: not isinstance(window.frame.stage.page, DecidePage))

    (kept,) = {one.who: one for one in reversed(desk.decisions.list().result())}.values()
    assert kept.conditions == "Only with the door locked"
    assert window.bridge.begun == {}


def test_words_typed_on_behind_the_conditions_record_nothing(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """They began with a blank: half of the conditions was recorded, and the rest was nowhere."""
    remember(desk, outcome)
    page = decide(window, hands)
    pick(hands, "Approved", 0)
    hands.tab_to("Conditions")
    hands.write("Cover the faces")
    hands.press(Key.Key_Tab)
    assert hands.name == "Review date"
    hands.write(" and no names")

    assert window.frame.stage.page is page
    assert " and no names" in half_written.read(page).values()


def test_a_word_still_being_composed_is_written_while_it_is_recorded(
    disk: StuckDisk, window: Window, hands: Hands
) -> None:
    """Underlined and in no field yet, it is on the screen all the same."""
    hands.tab_to("Conditions")
    QApplication.sendEvent(hands.focus, QInputMethodEvent("ysgol", []))
    disk.let_go()
    until(lambda: BEFORE in words(window))

    assert "ysgol" in half_written.read(hands.page).values()


def test_a_decision_pressed_twice_is_recorded_once(
    disk: StuckDisk, window: Window, hands: Hands, desk: Desk
) -> None:
    """What the second press asked for came after the page was gone."""
    hands.press(Key.Key_Space)
    disk.let_go()
    until(lambda: not isinstance(window.frame.stage.page, DecidePage))

    assert len(desk.decisions.list().result()) == 1


def test_a_decision_whose_page_was_left_is_told_and_begun_no_more(
    disk: StuckDisk, window: Window, desk: Desk, mistakes: list[object]
) -> None:
    """It was recorded and still "begun": asked about at the end, and to be put down again."""
    window.leave_aside()
    assert window.bridge.begun, "until it is recorded it may still fail"
    disk.let_go()
    until(lambda: "The decision is recorded." in words(window))

    assert not window.bridge.begun
    assert mistakes == []
    assert window.close()


@pytest.mark.usefixtures("usual_size_after")
def test_a_decision_is_recorded_in_whatever_letters_it_finds(
    disk: StuckDisk, window: Window, mistakes: list[object]
) -> None:
    """Its page is made anew for larger letters, and the new one had heard of nothing."""
    window.choose_size(125)
    disk.let_go()
    until(lambda: not isinstance(window.frame.stage.page, DecidePage))

    until(lambda: window.bridge.begun == {})
    assert mistakes == []


@pytest.mark.usefixtures("usual_size_after")
def test_what_is_recorded_is_not_half_written_in_other_letters(
    disk: StuckDisk, window: Window
) -> None:
    """The new page came behind it: the form stood filled below "Recorded for it already"."""
    window.choose_size(125)
    disk.let_go()
    until(lambda: "Recorded for it already" in words(window))

    assert "Mair Price" not in half_written.read(window.frame.stage).values()
    assert window.close()


def test_half_a_decision_is_not_left_behind_by_an_older_copy(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Its answers were not in that copy: it could be neither recorded nor taken out."""
    remember(desk, outcome)
    decide(window, hands)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair")
    window.leave_aside()
    other = desk.runs.start("tiny", "all").result()
    other.answer("k-one", "yes")
    # What is deleted is copied before.
    desk.runs.erase(other.run.id).result()
    copies_once(desk.places.answers)
    window.more.show_copies()
    hands.on_page("Copies of your answers")
    until(lambda: hands.page.findChild(SureButton) is not None)
    hands.page.findChildren(SureButton)[0].confirmed.emit()

    assert "begun to write down" in window.frame.sentence
    assert outcome.run.id in [card.id for card in desk.runs.list().result()]
    assert len(window.bridge.begun) == 1


def test_half_a_decision_goes_on_with_the_paper_that_was_handed_in(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """The one it was begun for stood picked all the same: it would have been recorded there."""
    before = remember(desk, outcome, 2, "me")
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "for SLT.pdf")
    until(lambda: len(desk.papers.made_of().result()) == 2)
    decide(window, hands)
    hands.tab_to("Reference on the signed paper")
    hands.write(before.reference)
    hands.press(Key.Key_Return)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair")
    window.leave_aside()
    window.more.take_in(tmp_path / "for SLT.pdf")
    until(lambda: isinstance(window.frame.stage.page, ReturnedPage))
    until(lambda: bool(_buttons(window, "Record the decision")))
    page = decide(window, hands)

    until(lambda: any(one.startswith("PDF for SLT") for one in picked(page)))
    assert "Mair" in half_written.read(page).values()


def _buttons(window: Window, label: str) -> list[QPushButton]:
    buttons = window.frame.stage.findChildren(QPushButton)
    return [one for one in buttons if one.isVisible() and one.text() == label]


@pytest.mark.parametrize("typed", ["2AAA", "AAAA-AAAA"])
def test_a_reference_that_was_typed_is_looked_for_before_anything_is_recorded(
    typed: str, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Left by Tab it counted for nothing: the decision went to the paper that was picked."""
    typed_one, other = remember(desk, outcome, 2), remember(desk, outcome, 1)
    page = decide(window, hands)
    page.go_on(other, "papers.made.compare", {})
    hands.tab_to("Reference on the signed paper")
    hands.write(f"{typed_one.reference} {typed}" if typed == "2AAA" else typed)
    record(hands)

    assert desk.decisions.list().result() == ()
    if typed == "2AAA":
        assert picked(page)[0].endswith("fingerprint begins 2AAA")
        assert typed_one.fingerprint in words(window)
        press(hands, "Record the decision")
        until(lambda: desk.decisions.list().result() != ())
        (kept,) = desk.decisions.list().result()
        assert kept.fingerprint == typed_one.fingerprint
    else:
        assert "No paper with the reference" in words(window)
        assert hands.name == "Reference on the signed paper"
        press(hands, line(other, [typed_one, other]))
        assert "Mair Price" in half_written.read(page).values()


def test_a_reference_of_two_papers_does_not_contradict_the_one_that_is_picked(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Nobody is held up by what is right."""
    _first, second = remember(desk, outcome, 2), remember(desk, outcome, 1)
    page = decide(window, hands)
    page.go_on(second, "papers.made.compare", {})
    hands.tab_to("Reference on the signed paper")
    hands.write(second.reference)
    record(hands)

    until(lambda: desk.decisions.list().result() != ())
    (kept,) = desk.decisions.list().result()
    assert kept.fingerprint == second.fingerprint


@pytest.mark.usefixtures("usual_size_after")
def test_what_was_looked_for_takes_nothing_from_what_was_picked_since(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """In larger letters, or behind the lock, it was looked for once more before it was recorded."""
    first, second = remember(desk, outcome, 2), remember(desk, outcome, 1)
    page = decide(window, hands)
    hands.tab_to("Reference on the signed paper")
    hands.write(f"{first.reference} 2AAA")
    press(hands, "Find this paper")
    assert picked(page) == [line(first, [first, second])]
    hands.tab_to(line(first, [first, second]))
    hands.press(Key.Key_Up)
    assert picked(page) == [line(second, [first, second])]
    window.choose_size(125)
    until(lambda: "fingerprint begins 1AAA" in str(_picked_now(window, page)))
    record(hands)
    record(hands)

    until(lambda: desk.decisions.list().result() != ())
    (kept,) = desk.decisions.list().result()
    assert kept.fingerprint == second.fingerprint


def test_who_picks_another_than_the_one_looked_for_is_taken_at_that(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """What was looked for has been answered: it holds up nothing that was picked since."""
    paper = remember(desk, outcome)
    page = decide(window, hands)
    hands.tab_to("Reference on the signed paper")
    hands.write("AAAA-AAAA")
    press(hands, "Find this paper")
    assert picked(page) == []
    hands.tab_to(line(paper))
    hands.press(Key.Key_Space)
    record(hands)

    until(lambda: desk.decisions.list().result() != ())
    (kept,) = desk.decisions.list().result()
    assert kept.fingerprint == paper.fingerprint


def _picked_now(window: Window, before: DecidePage) -> list[str]:
    """Return what is picked on the page that was made anew, once it is there."""
    page = window.frame.stage.page
    return picked(page) if isinstance(page, DecidePage) and page is not before else []
