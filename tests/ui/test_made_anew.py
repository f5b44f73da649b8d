"""A page that is made anew, or goes for good, gives back only what nobody was told yet.

Other letters make all pages anew; so does the system that turns dark in the evening, with
nobody's hand on it.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.ui.hands import CTRL, Hands, Key, press, remove, until, words
from tests.ui.school_hands import open_school
from wizard.desk.desk import Desk
from wizard.model.answers import Answers, RiskRow
from wizard.model.school import Helpline, School
from wizard.session import Session
from wizard.ui import settings
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.text import Warn
from wizard.ui.shell.window import Window

ODD = "after half term"
"""No day, and a person's own words all the same."""

pytestmark = pytest.mark.usefixtures("usual_size_after")


def test_an_undo_takes_no_odd_day_from_its_risk(
    session: Session, window: Window, hands: Hands
) -> None:
    """The risk is another one by then; it is known by what it was."""
    window.go("k-second")
    _add(hands, "Rain", "Fog")
    hands.tab_to("By when?, risk 2")
    hands.write(ODD)
    hands.press(Key.Key_Tab)
    hands.tab_to("What could go wrong?, risk 2")
    hands.press(Key.Key_End)
    hands.write("gy night")
    hands.press(Key.Key_Tab)
    assert _hazards(session.answers) == ["Rain", "Foggy night"]
    window.undo()

    assert _hazards(session.answers) == ["Rain", "Fog"]
    assert _written(hands, "By when?, risk 2") == ODD


def test_risks_typed_up_are_still_there_in_other_letters(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """One stood after an empty one: the page made anew counted them anew, and wrote over it."""
    _type_up(window, hands, "Rain", "", "Fog")
    window.choose_size(125)

    assert _hazards(session.answers) == ["Rain", "Fog"]
    assert _written(hands, "What could go wrong?, risk 3") == "Fog"
    assert _hazards(_stored(window, desk)) == ["Rain", "Fog"]


@pytest.mark.parametrize("more", [(), ("Snow",)])
def test_a_day_of_a_risk_stays_with_its_risk_in_other_letters(
    session: Session, window: Window, hands: Hands, more: tuple[str, ...]
) -> None:
    """It went to the next risk, which said then what nobody had written, or nowhere."""
    window.go("k-second")
    _add(hands, "Rain", "", "Fog", *more)
    hands.tab_to("By when?, risk 3")
    hands.write(ODD)
    window.choose_size(125)

    assert _written(hands, "By when?, risk 3") == ODD
    assert _hazards(session.answers) == ["Rain", "Fog", *more]
    window.go_home()
    assert [row.further for row in _rows(session.answers)] == ["", ODD, *("" for _one in more)]


def test_a_risk_of_which_only_an_odd_day_is_written_stays(
    session: Session, window: Window, hands: Hands
) -> None:
    """Nothing of it is told yet; the row was gone with the words in it."""
    window.go("k-second")
    _add(hands, "")
    hands.tab_to("By when?, risk 1")
    hands.write(ODD)
    window.choose_size(125)

    assert _written(hands, "By when?, risk 1") == ODD
    window.go_home()
    assert [row.further for row in _rows(session.answers)] == [ODD]


@pytest.mark.parametrize("how", ["home", "close", "size", "other pages"])
def test_a_page_that_waits_writes_nothing_over_what_was_typed_since(
    session: Session, window: Window, hands: Hands, desk: Desk, how: str
) -> None:
    """It held the risks as they were when it was left, and told them with a day it gave up."""
    window.go("k-second")
    _add(hands, "Rain")
    hands.tab_to("By when?, risk 1")
    hands.write(ODD)
    _type_up(window, hands, "Wind", "Fog")
    if how == "home":
        window.go_home()
    elif how == "close":
        window.close()
    elif how == "size":
        window.choose_size(125)
    else:
        window.leave_aside()
        for place in ("k-first", "review", "review", "outcome", "outcome", "k-third", "k-first"):
            window.go(place)

    assert _hazards(session.answers) == ["Rain", "Wind", "Fog"]
    assert _rows(session.answers)[0].further in ("", ODD)
    stored = _stored(window, desk) if how != "close" else session.answers
    assert [(row.hazard, row.further) for row in _rows(stored)] == [
        ("Rain", ODD),
        ("Wind", ""),
        ("Fog", ""),
    ]


def test_a_day_of_a_risk_that_is_gone_meanwhile_goes_to_no_other(
    session: Session, window: Window, hands: Hands
) -> None:
    """Somebody took the risk away while its page waited: the words stand by themselves."""
    session.answer("k-risks", (RiskRow(hazard="Rain"), RiskRow(hazard="Fog")))
    window.go("k-second")
    hands.tab_to("By when?, risk 1")
    hands.write(ODD)
    window.more.papers.show_entry()
    remove(hands, "Remove risk 1")
    window.leave_aside()

    assert _written(hands, "By when?, risk 1") == ODD
    assert _written(hands, "What could go wrong?, risk 1") == ""
    assert _written(hands, "What could go wrong?, risk 2") == "Fog"
    window.go_home()
    assert [(row.hazard, row.further) for row in _rows(session.answers)] == [
        ("", ODD),
        ("Fog", ""),
    ]


def test_a_day_of_a_page_that_waits_is_kept_in_other_letters(
    session: Session, window: Window, hands: Hands
) -> None:
    """The page waiting put it into the note, and the one in sight wrote an older note over it."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write(ODD)
    window.more.papers.show_entry()
    window.choose_size(125)

    assert session.answers["k-date"].note == ODD
    assert _written(hands, "Note, line 6") == ODD


def test_a_day_that_can_not_be_read_yields_to_one_that_can(
    session: Session, window: Window, hands: Hands
) -> None:
    """It was lost where the day had been typed up from the sheet meanwhile."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write(ODD)
    window.more.papers.show_entry()
    hands.tab_to("6. When will it go up?")
    hands.write("5 December 2026")
    window.leave_aside()

    assert _written(hands, "When will it go up?") == "5 December 2026"
    assert "Write the day like this" not in words(hands.page)
    assert session.answers["k-date"].note == ODD


def test_another_answer_of_the_page_takes_no_words_away(
    session: Session, window: Window, hands: Hands
) -> None:
    """Over a day that was there: each coming back to the page wrote the old day over it."""
    session.answer("k-date", "2026-12-05")
    window.go("k-second")
    hands.tab_to("When will it go up?")
    for _letter in "5 December 2026":
        hands.press(Key.Key_Backspace)
    hands.write(ODD)
    window.go("k-first")
    session.answer("k-one", "no")
    window.go("k-second")

    assert _written(hands, "When will it go up?") == "5 December 2026"
    assert session.answers["k-date"].note == ODD


def test_a_number_that_is_no_answer_stops_once_and_is_kept(
    session: Session, window: Window, hands: Hands
) -> None:
    """The line was left at once, and turning the page lost what was typed, also its numbers."""
    window.more.papers.show_entry()
    hands.tab_to("3. Where will it go?")
    hands.write("1 2 9")
    hands.press(Key.Key_Return)
    assert hands.name == "3. Where will it go?"
    assert "The answers here have the numbers" in hands.focus.accessibleDescription()
    window.choose_size(125)
    assert _written(hands, "3. Where will it go?") == "1 2 9"
    hands.press(Key.Key_Return, CTRL)
    assert "Could not be read: 1." in words(hands.page)
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")

    assert session.answers["k-several"].note == "1 2 9"


def test_why_return_stays_is_in_sight(session: Session, window: Window, hands: Hands) -> None:
    """The sentence came below the edge in large letters, and the key seemed dead."""
    window.resize(1280, 720)
    window.choose_size(200)
    window.more.papers.show_entry()
    hands.tab_to("3. Where will it go?")
    stage = window.frame.stage
    field = hands.focus
    until(lambda: field.visibleRegion().boundingRect().height() == field.height())
    bar = stage.verticalScrollBar()
    low = field.mapTo(stage.viewport(), field.rect().bottomLeft()).y()
    bar.setValue(bar.value() - (stage.viewport().height() - low))
    hands.write("1 2 9")
    hands.press(Key.Key_Return)
    told = next(one for one in hands.page.findChildren(Warn) if one.isVisible())

    until(lambda: told.visibleRegion().boundingRect().height() == told.height())
    assert field.visibleRegion().boundingRect().height() == field.height()


def test_what_is_finished_stays_so_with_an_odd_day(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The day went into its note a moment after: home said Finished, and listed a draft."""
    session.answer("k-one", "no")
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write(ODD)
    for _twice in range(2):
        window.go("outcome")
    window.go_on()

    assert session.answers["k-date"].note == ODD
    assert session.run.finished is not None


def test_links_and_helplines_keep_their_places_in_other_letters(
    window: Window, hands: Hands, desk: Desk
) -> None:
    """With the first of them gone, one stood twice and one nowhere, and was saved so."""
    lines = [Helpline(f"Line {one}", "staff", one * 3) for one in "123"]
    links = tuple((f"Policy {one}", f"shelf {one}") for one in "123")
    desk.school.save(School(name="Newport", links=links, helplines=tuple(lines)))
    open_school(window, hands)
    for first in ("Remove row 1, What the link is", "Remove row 1, Helpline"):
        press(hands, first)
        press(hands, f"Yes, for good, {first}")
    window.choose_size(125)
    until(lambda: hands.title == "School’s profile")
    press(hands, "Save the profile")

    assert desk.school.profile.links == links[1:]
    assert [line.name for line in desk.school.profile.helplines] == ["Line 2", "Line 3"]


def _type_up(window: Window, hands: Hands, *hazards: str) -> None:
    window.more.papers.show_entry()
    _add(hands, *hazards)
    window.frame.stage.setFocus()


def _add(hands: Hands, *hazards: str) -> None:
    for hazard in hazards:
        press(hands, "Add a risk")
        hands.write(hazard)


def _written(hands: Hands, name: str) -> str:
    hands.tab_to(name)
    field = hands.focus
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


def _rows(answers: Answers) -> list[RiskRow]:
    return [row for row in answers["k-risks"].value if isinstance(row, RiskRow)]


def _hazards(answers: Answers) -> list[str]:
    return [row.hazard for row in _rows(answers)]


def _stored(window: Window, desk: Desk) -> Answers:
    run = window.bridge.session.run.id if window.bridge.has_session else ""
    until(lambda: not desk.runs.is_behind)
    run = run or desk.runs.list().result()[0].id
    return desk.runs.look(run).result().answers


def _question(part: QWidget | None) -> str:
    while part is not None and not isinstance(part, QuestionCard):
        part = part.parentWidget()
    assert part is not None
    return part.question.id


@pytest.mark.parametrize("name", ["Yes", "Show this note to SLT"])
def test_the_focus_comes_back_to_the_same_question(shipped: Window, name: str) -> None:
    """It went to the first of that name: another question's answer, or note, by the next key."""
    hands = Hands(shipped)
    shipped.start("leaving")
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    for section in session.sections():
        for question in session.questions(section):
            session.note(question.id, "A colleague")
    for section in session.sections():
        shipped.go(section.id)
        parts = [part for part in hands.page.findChildren(QAbstractButton)
                 if part.accessibleName() == name and part.isVisible()]  # fmt: skip
        for part in [*map(_question, parts)]:
            (meant,) = [one for one in hands.page.findChildren(QAbstractButton)
                        if one.accessibleName() == name and _question(one) == part]  # fmt: skip
            meant.setFocus()
            shipped.choose_size(125 if settings.text_size() == 100 else 100)
            if hands.name == name:
                assert _question(hands.focus) == part
