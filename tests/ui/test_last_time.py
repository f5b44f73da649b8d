"""What was here before: last time's answers, what is due, what lay long, changed questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.ui.hands import Hands, Key, remove, until, words
from wizard.clock import FixedClock
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.desk import Desk
from wizard.model.answers import Action, Answers, Earlier
from wizard.model.carry import Fate
from wizard.model.run import Run
from wizard.session import Session
from wizard.ui.pages.outcome import OutcomePage
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.outcome.turns import TurnsCard
from wizard.ui.parts.paper.file_desk import FileDesk
from wizard.ui.parts.question.earlier import EarlierRemark
from wizard.ui.parts.text import Quiet
from wizard.ui.parts.tile import Tile
from wizard.ui.shell.window import Window

YEAR = timedelta(days=366)


def _finished_before(desk: Desk, session: Session, value: str) -> Run:
    """Keep one that was finished a year before the session's moment."""
    then = session.run.started - YEAR
    answers = Answers().with_answer("k-one", replace(session.answers["k-one"], value=value))
    run = Run("before", "tiny", session.pack.digest, then, then, finished=then, answers=answers)
    desk.runs.add(Arrived(session.pack, run)).result()
    return run


def _says(window: Window) -> str:
    return "\n".join(words(part) for part in window.findChildren(Notice) if part.isVisible())


def test_a_question_that_means_something_else_shows_the_old_answer(
    session: Session, window: Window, desk: Desk, hands: Hands
) -> None:
    """Nobody starts again: the old answer stands beside the question until there is a new one."""
    earlier = {"k-one": (Earlier("Is there a photo?", "Yes", "Of Anna", is_picked=True),)}
    run = replace(session.run, answers=replace(session.answers, earlier=earlier))
    fates = {"k-one": Fate.MEANING_CHANGED, "k-several": Fate.NEW, "gone": Fate.RETIRED}
    again = Session(session.pack, run, desk.clock, fates)
    window.enter(again)

    assert "You answered “Yes” to “Is there a photo?”" in _says(window)
    assert "Of Anna" in _says(window)
    assert "New: 1. Asked again: 1. No longer asked: 1." in _says(window)
    hands.press(Key.Key_1)
    # What was written beside it stays, and out of the note, which SLT may come to read.
    assert "Of Anna" in _says(window)
    assert "please answer once more" not in _says(window)
    assert not again.answers["k-one"].note
    remove(hands, "Remove what I said before, question 1")
    assert not [part for part in window.findChildren(EarlierRemark) if part.isVisible()]
    assert hands.name == "No"
    window.undo()
    assert "You answered “Yes”" in _says(window)


def test_a_policy_that_is_gone_is_said_on_the_page(
    session: Session, window: Window, desk: Desk, hands: Hands
) -> None:
    """An empty page came up in its place, without a word."""
    kept = replace(session.run, id="of-old", policy="gone")
    desk.runs.add(Arrived(session.pack, kept)).result()
    window.open_run("of-old")
    until(lambda: window.bridge.session.run.id == "of-old")
    hands.on_page("The post")

    assert "(“gone”) is not known here any more" in _says(window)


def test_what_is_not_answered_yet_is_not_called_worse(
    session: Session, window: Window, desk: Desk, hands: Hands
) -> None:
    """A consent that belongs to one year is asked for anew; nobody did anything worse."""
    _finished_before(desk, session, "yes")
    session.rename("Begun")
    window.go("outcome")
    until(lambda: window.findChild(TurnsCard) is not None)
    card = window.findChild(TurnsCard)
    assert card is not None
    folds = [fold.accessibleName() for fold in card.findChildren(FoldButton)]

    assert folds == ["Not answered yet: 1"]


def test_the_outcome_stands_beside_last_time(
    session: Session, window: Window, desk: Desk, hands: Hands
) -> None:
    """Better and worse are told by question; what is the same is only counted."""
    _finished_before(desk, session, "yes")
    hands.press(Key.Key_1)
    window.go("outcome")
    page = window.frame.stage.page
    assert isinstance(page, OutcomePage)
    until(lambda: page.findChild(TurnsCard) is not None)
    card = page.findChild(TurnsCard)

    assert card is not None
    assert card.accessibleName() == "Compared with 20 November 2025"
    hands.tab_to("Better than then: 1")


def test_a_first_time_has_nothing_beside_it(session: Session, window: Window, desk: Desk) -> None:
    """No empty comparison where there is nothing to compare."""
    window.go("outcome")
    desk.runs.list().result()
    Hands(window).on_page("Nothing answered yet")

    assert window.findChildren(TurnsCard) == []


def test_a_year_later_it_is_due_and_begun_with_the_old_answers(
    session: Session, window: Window, desk: Desk, hands: Hands
) -> None:
    """Home says so by itself, and one press begins."""
    _finished_before(desk, session, "yes")
    window.go_home()
    name = "Due again, Tiny"
    until(lambda: any(t.accessibleName() == name for t in window.findChildren(Tile)))
    hands.tab_to(name)
    hands.press(Key.Key_Space)
    hands.on_page("The post")

    assert window.bridge.session.run.id != "before"
    assert window.bridge.session.answers["k-one"].value == "yes"


def test_a_draft_untouched_for_long_is_offered_and_stays(
    session: Session, window: Window, desk: Desk
) -> None:
    """Never deleted unasked."""
    hands = Hands(window)
    hands.press(Key.Key_1)
    window.go_home()
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=200))
    window.go_home()
    until(lambda: any(row.isVisible() for row in window.findChildren(RunRow)))
    words = "Do you still need these? Nothing goes unless you say so."
    until(lambda: any(q.text() == words and q.isVisible() for q in window.findChildren(Quiet)))
    assert len(desk.runs.list().result()) == 1


def test_home_says_what_is_still_to_do(
    session: Session, window: Window, desk: Desk, hands: Hands
) -> None:
    """An action planned and forgotten is worth nothing."""
    hands.press(Key.Key_2)
    session.plan("k-one", Action("Mair", "2026-12-05"))
    session.finish()
    window.go_home()
    words = "Still to do: 1, the first by 5 December 2026."
    until(lambda: any(q.text().endswith(words) for q in window.findChildren(Quiet)))


def test_the_dates_go_into_a_calendar_file(
    session: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """A date in the calendar people use is a date they see."""
    hands.press(Key.Key_2)
    session.plan("k-one", Action("Mair", "2026-12-05"))
    window.go("outcome")
    hands.tab_to("Save the dates for a calendar (.ics)")
    page = window.frame.stage.page
    assert page is not None
    desk = page.findChild(FileDesk)
    assert desk is not None
    assert "who does it, by when" in hands.focus.accessibleDescription()
    assert any("who does it, by when" in one.text() for one in desk.findChildren(QLabel))
    path = tmp_path / "dates.ics"
    desk.save(path)
    until(path.exists)

    assert b"20261205" in path.read_bytes()
    assert b"Who: Mair" in path.read_bytes()
