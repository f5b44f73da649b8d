"""The signed sheet in hand, by keyboard: which paper it is, and what was decided on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui import rulers
from tests.ui.conftest import MOMENT
from tests.ui.hands import CTRL, Hands, Key, pick, press, until, words
from tests.ui.paper_hands import put, shown
from wizard.desk.desk import Desk
from wizard.desk.paper.made_papers import own_reference
from wizard.desk.paper.papers import PaperJob
from wizard.model.paper import Paper
from wizard.session import Session
from wizard.ui.pages.decide import DecidePage
from wizard.ui.parts.paper.papers_made import PapersMade
from wizard.ui.parts.writing import half_written
from wizard.ui.parts.writing.choices import RadioChoice
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.shell.window import Window

MARK = "QPYW GUD4 VBOO U74I WEOD OZTX HY"
ASKED = "Does your signed paper say the same?"


def remember(desk: Desk, session: Session, number: int = 1, reader: str = "slt") -> Paper:
    """Remember a paper that was made so many hours ago and is in no file any more."""
    run_id = session.run.id
    paper = Paper(
        run_id, own_reference(run_id, reader), f"{number}AAA {MARK}", reader,
        MOMENT - timedelta(hours=number), has_data=True,
    )  # fmt: skip
    desk.lock.open_store()[0].add_paper(paper).result()
    return paper


def decide(window: Window, hands: Hands) -> DecidePage:
    """Ask to record a decision, and come to the page."""
    press(hands, "Record the decision")
    until(lambda: isinstance(window.frame.stage.page, DecidePage))
    page = window.frame.stage.page
    assert isinstance(page, DecidePage)
    return page


def picked(page: DecidePage) -> list[str]:
    """Return the papers that are picked."""
    radios = page.findChildren(RadioChoice)
    return [one.accessibleName() for one in radios if one.isChecked()]


def record(hands: Hands) -> None:
    """Say that it was approved, by whom, and put it down."""
    pick(hands, "Approved", 0)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair Price")
    press(hands, "Record the decision")


def test_what_was_saved_is_known_when_it_comes_back_signed(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """The file was thrown away once it was printed; the sheet is all there is."""
    path = tmp_path / "for SLT.pdf"
    press(hands, "Save PDF for SLT")
    put(window, path)
    until(lambda: "The papers you made" in words(window))
    reference = own_reference(outcome.run.id, "slt")
    line = f"PDF for SLT, saved on 21 November 2026 at 9:00, reference {reference}"
    assert line in words(window)
    path.unlink()

    page = decide(window, hands)
    assert picked(page) == [line]
    assert ASKED in words(window)
    record(hands)

    until(lambda: desk.decisions.list().result() != ())
    (made,) = desk.papers.made_of(outcome.run.id).result()
    (kept,) = desk.decisions.list(outcome.run.id).result()
    assert (kept.reference, kept.fingerprint) == (made.reference, made.fingerprint)


def test_half_a_decision_outlives_leaving_its_page_and_is_not_closed_away(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """F1 to look something up took the conditions with it; so did closing, without a word."""
    remember(desk, outcome)
    decide(window, hands)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair Price")
    for _ in range(2):
        window.show_help()
        until(lambda: not isinstance(window.frame.stage.page, DecidePage))
        window.leave_aside()
        page = decide(window, hands)
        assert "Mair Price" in half_written.read(page).values()
        assert len(picked(page)) == 1

    hands.tab_to("Review date")
    hands.write("soon")
    assert not window.close()
    assert "begun to write down" in words(window)
    # What could not be read as a day has nowhere else to go.
    assert "soon" in half_written.read(hands.page).values()
    hands.tab_to("Review date")
    for _letter in "soon":
        hands.press(Key.Key_Backspace)
    pick(hands, "Approved", 0)
    press(hands, "Record the decision")
    until(lambda: not isinstance(window.frame.stage.page, DecidePage))
    assert "Mair Price" not in half_written.read(decide(window, hands)).values()
    assert window.close()


def test_a_day_or_a_box_alone_is_half_a_decision(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Whoever came back found today as the day, and recorded that."""
    remember(desk, outcome)
    decide(window, hands)
    hands.tab_to("Signed on")
    hands.write("12 October 2026")
    hands.press(Key.Key_Tab)
    window.leave_aside()
    page = decide(window, hands)
    assert "12 October 2026" in half_written.read(page).values()
    hands.tab_to("Signed on")
    hands.write("21 November 2026")
    pick(hands, "Approved", 0)
    window.leave_aside()

    decide(window, hands)
    assert not window.close()
    assert "begun to write down" in words(window)


def test_the_reference_is_typed_from_the_sheet(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Small letters, no hyphen: what finds one paper picks it, and Return is enough."""
    mine = remember(desk, outcome, 2, "me")
    remember(desk, outcome, 1)
    page = decide(window, hands)
    assert picked(page) == []
    assert ASKED not in words(window), "which of the two it is nobody has said"
    hands.tab_to("Reference on the signed paper")
    hands.write(mine.reference.lower().replace("-", ""))
    hands.press(Key.Key_Return)

    assert len(picked(page)) == 1
    assert picked(page)[0].startswith("PDF for me, saved on 21 November 2026 at 7:00")
    assert mine.fingerprint in words(window)
    record(hands)
    until(lambda: desk.decisions.list().result() != ())
    (kept,) = desk.decisions.list().result()
    assert kept.fingerprint == mine.fingerprint


def test_what_to_compare_stands_at_the_paper_that_is_picked(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Three ways to another paper stood between the paper and what to hold against it."""
    remember(desk, outcome)
    page = decide(window, hands)

    (asked,) = [one for one in page.findChildren(QLabel) if ASKED in one.text()]
    typed = page.findChildren(LineField)[0]
    assert asked.mapTo(page, QPoint()).y() < typed.mapTo(page, QPoint()).y()


def test_two_prints_are_told_apart(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """An answer changed in between: the decision must not stand beside the wrong paper."""
    first, second = remember(desk, outcome, 2), remember(desk, outcome, 1)
    page = decide(window, hands)
    hands.tab_to("Reference on the signed paper")
    hands.write(first.reference)
    press(hands, "Find this paper")
    assert "2 papers have the reference" in words(window)
    assert picked(page) == []
    hands.tab_to("Reference on the signed paper")
    hands.press(Key.Key_End)
    hands.write(" 2aaa")
    press(hands, "Find this paper")

    assert picked(page)[0].endswith("fingerprint begins 2AAA")
    assert first.fingerprint in words(window)
    assert second.fingerprint not in words(window)


def test_a_slip_takes_back_what_was_picked(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """A wrong reference beside a form still open would put the decision to another paper."""
    remember(desk, outcome)
    page = decide(window, hands)
    assert len(picked(page)) == 1
    for typed, told in (("ABC", "all eight"), ("AAAA-AAAA", "No paper with the reference")):
        hands.tab_to("Reference on the signed paper")
        hands.press(Key.Key_A, CTRL)
        hands.write(typed)
        hands.press(Key.Key_Return)
        assert told in words(window)
        assert picked(page) == []
        assert ASKED not in words(window)
    names = [one.accessibleName() for one in page.findChildren(RadioChoice) if one.isVisible()]
    assert len(names) == 1, "the form is gone, the paper can be picked again"


def test_an_older_paper_is_found_although_it_is_not_listed(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The list stays short; the sheet may be last year's."""
    made = [remember(desk, outcome, number) for number in range(7, 0, -1)]
    page = decide(window, hands)
    assert "Older papers are not listed here." in words(window)
    hands.tab_to("Reference on the signed paper")
    hands.write(f"{made[0].reference} {made[0].fingerprint[:4]}")
    hands.press(Key.Key_Return)

    assert picked(page)[0].endswith("fingerprint begins 7AAA")


def test_the_very_file_is_looked_at_and_known(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Opened by hand it is one of those in the list, not one more."""
    path = tmp_path / "for SLT.pdf"
    report = desk.papers.compose(outcome.pack, outcome.run, desk.school.profile, "slt")
    job = PaperJob(path, report)
    job.make()
    desk.papers.made(job).result()
    remember(desk, outcome, 3)
    page = decide(window, hands)
    press(hands, "Choose another PDF")
    put(window, path)
    until(lambda: "It is as it was made." in words(window))

    assert len(picked(page)) == 1
    assert "saved on 21 November 2026 at 9:00" in picked(page)[0]


def test_the_outcome_tells_which_papers_were_made(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """A few in sight, the rest behind one button; one without its answers says so."""
    assert "The papers you made" not in words(window)
    made = [remember(desk, outcome, number) for number in range(5, 0, -1)]
    desk.lock.open_store()[0].add_paper(replace(made[-1], has_data=False)).result()
    page = window.frame.stage.page
    assert page is not None
    part = page.findChild(PapersMade)
    assert part is not None
    part.arrive()
    until(lambda: "The papers you made" in words(window))
    assert words(window).count("saved on 21 November 2026") == 3
    assert "no answers inside" in words(window)
    press(hands, "Show all 6")

    assert words(window).count("saved on 21 November 2026") == 6


@pytest.mark.parametrize("size", [100, 400])
def test_there_is_room_for_many_papers(
    size: int, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Long lines break, nothing is cut, and no two things have one name."""
    for number in range(7, 0, -1):
        remember(desk, outcome, number)
    with rulers.at_size(window, size):
        until(lambda: shown(window) == [])
        Hands(window)
        decide(window, Hands(window))
        press(Hands(window), "Find this paper")
        until(lambda: "all eight" in words(window))
        until(lambda: shown(window) == [])
    QApplication.processEvents()


def test_a_paper_of_nothing_answered_is_no_fault(
    session: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Until the first answer nothing is kept, so nobody must be told that it was deleted."""
    window.go("outcome")
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "empty.pdf")
    until(lambda: "Saved as empty.pdf" in words(window))
    desk.runs.list().result()
    QApplication.processEvents()

    assert "deleted" not in words(window)
    assert desk.papers.made_of().result() == ()
