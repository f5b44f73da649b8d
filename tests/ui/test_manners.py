"""How the window treats a person: never in the way, nothing lost, nothing left in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.ui.hands import CTRL, SHIFT, Hands, Key, remove, until
from wizard.desk.assessment.saving import SaveState, Saving
from wizard.model.answers import Action, RiskRow
from wizard.session import Session
from wizard.ui.parts.writing.fields import LineField
from wizard.ui.shell.window import Window

PLACES = ("k-first", "k-second", "review", "outcome")


def test_on_goes_on_from_every_page(session: Session, window: Window, hands: Hands) -> None:
    """Nothing answered, nothing wrong: the way on is open all the same."""
    for place in PLACES:
        window.go(place)
        assert window.frame.footer.on_button.isEnabled()
    window.go("k-first")
    for _ in PLACES:
        hands.press(Key.Key_Return, CTRL)

    hands.on_page("Before You Post")


def test_an_unreadable_day_never_bars_the_way(
    session: Session, window: Window, hands: Hands
) -> None:
    """What is not right is said beside the field, and goes on in the note."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("next spring")
    # The first time it is told, the second time the way is open (``test_unread``).
    hands.press(Key.Key_Return, CTRL)
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("Check your answers")
    hands.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hands.on_page("In your own words")

    assert session.answers["k-date"].note == "next spring"


@pytest.mark.parametrize("place", ["home", *PLACES])
def test_every_page_is_hidden_at_once(
    place: str, session: Session, window: Window, hands: Hands
) -> None:
    """Whatever is open when somebody comes in."""
    hands.press(Key.Key_2)
    if place == "home":
        window.go_home()
        until(lambda: hands.name == "Carry on, Tiny")
    else:
        window.go(place)
    before = window.windowTitle()
    hands.press(Key.Key_H, CTRL | SHIFT)
    seen = window.grab().toImage()

    assert hands.name == "Show again"
    assert seen.pixelColor(40, 10) == seen.pixelColor(300, 300) == seen.pixelColor(900, 700)
    hands.press(Key.Key_H, CTRL | SHIFT)
    assert window.windowTitle() == before


def test_a_dialog_is_hidden_too(session: Session, window: Window, hands: Hands) -> None:
    """A dialog keeps the window's keys to itself, and shows what files are called."""
    window.go("outcome")
    hands.tab_to("Save PDF for me")
    hands.press(Key.Key_Space)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.activateWindow()
    until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or window))
    QTest.keyClick(dialog, Key.Key_H, CTRL | SHIFT)

    until(lambda: not [d for d in window.findChildren(QDialog) if d.isVisible()])
    assert "Post" not in window.windowTitle()


def test_what_could_not_be_saved_can_be_put_elsewhere(
    session: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """The disk is full: a stick in the pocket saves an hour's work."""
    hands.press(Key.Key_2)
    window.bridge.saved.emit(SaveState(Saving.NOT_SAVED, "The disk is full."))
    hands.tab_to("Save a copy elsewhere")
    hands.press(Key.Key_Space)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "on a stick.json"
    dialog.fileSelected.emit(str(path))
    dialog.close()

    until(lambda: window.bridge.files.under_way is None)
    assert b"k-one" in path.read_bytes()


def test_nobody_plans_where_nothing_may_be_written(
    session: Session, window: Window, hands: Hands
) -> None:
    """A picture that may show a child: no note, and no who and when either."""
    question = session.journey.question("k-one")
    assert question is not None
    journey = replace(
        session.journey,
        sections=tuple(
            replace(s, questions=tuple(replace(q, note=q.id != "k-one") for q in s.questions))
            for s in session.journey.sections
        ),
    )
    pack = replace(session.pack, journey=journey)
    window.enter(Session(pack, session.run, window.bridge.desk.clock))
    window.bridge.session.answer("k-one", "yes")
    window.go("outcome")
    hands.on_page("Change this first")

    with pytest.raises(AssertionError, match="never comes"):
        hands.tab_to("Who does it")


ACTS: dict[str, tuple[str, str, Callable[[Session], None]]] = {
    "one of several": ("k-first", "k-one", lambda s: s.answer("k-one", "yes")),
    "several": ("k-first", "k-several", lambda s: s.answer("k-several", ("blog", "group"))),
    "a line": ("k-second", "k-line", lambda s: s.answer("k-line", "Spring")),
    "a text": ("k-second", "k-text", lambda s: s.answer("k-text", "Lambs\nand hail")),
    "a day": ("k-second", "k-date", lambda s: s.answer("k-date", "2027-03-01")),
    "a note": ("k-first", "k-one", lambda s: s.note("k-one", "Of the whole class")),
    "who sees a note": ("k-first", "k-one", lambda s: s.show_note("k-one", True)),
}


@pytest.mark.parametrize("kind", ACTS)
def test_each_kind_of_answer_is_taken_back(
    kind: str, session: Session, window: Window, hands: Hands
) -> None:
    """Ctrl+Z, wherever one is by then."""
    place, key, act = ACTS[kind]
    before = session.answers[key]
    act(session)
    window.go("review" if place != "k-first" else "k-first")
    assert session.answers[key] != before
    hands.press(Key.Key_Z, CTRL)

    assert session.answers[key] == before


def test_a_risk_is_taken_back(session: Session, window: Window, hands: Hands) -> None:
    """A row of the risk assessment is an answer like any other."""
    window.go("k-second")
    hands.tab_to("Add a risk")
    hands.press(Key.Key_Space)
    hands.tab_to("What could go wrong?, risk 1")
    hands.write("Rain")
    window.go("review")
    assert session.answers["k-risks"].is_given
    window.undo()
    assert not session.answers["k-risks"].is_given


def test_a_plan_is_taken_back(session: Session, window: Window) -> None:
    """Who does what by when, too."""
    session.plan("k-one", Action("Mair", "2026-12-05"))
    window.undo()
    assert session.answers.action("k-one") == Action()


def test_the_focus_stays_beside_a_risk_that_was_removed(
    session: Session, window: Window, hands: Hands
) -> None:
    """Not at the end of the list, with all the rows to go through again."""
    window.go("k-second")
    rows = tuple(RiskRow(hazard=name) for name in ("Rain", "Wind", "Hail"))
    session.answer("k-risks", rows)
    remove(hands, "Remove risk 2")

    assert hands.name == "What could go wrong?, risk 2"
    assert session.answers["k-risks"].value == (rows[0], rows[2])


def test_only_the_days_there_are_can_be_saved(
    session: Session, window: Window, hands: Hands
) -> None:
    """Who planned nothing is offered next year's day, and told so."""
    hands.press(Key.Key_2)
    window.go("outcome")
    hands.tab_to("Save next year’s date for a calendar (.ics)")
    session.plan("k-one", Action("Mair", "2026-12-05"))
    assert hands.name == "Save the dates for a calendar (.ics)"


def test_the_title_stays_plain_while_all_is_hidden(session: Session, window: Window) -> None:
    """Qt writes an application's display name behind every title, for whoever looks at the bar."""
    assert QGuiApplication.applicationDisplayName() == QGuiApplication.applicationName()


def test_escape_leaves_what_is_only_read(session: Session, window: Window, hands: Hands) -> None:
    """Back to the question, as one came."""
    hands.press(Key.Key_F1)
    hands.on_page("Keys")
    hands.press(Key.Key_Escape)

    hands.on_page("The post")


def test_the_menus_offer_only_what_can_be_done(window: Window, hands: Hands) -> None:
    """A line that looks alive and does nothing is worse than none."""
    menus = {action.text(): action for action in window.menuBar().actions()}
    assert not menus["&Go"].isVisible()
    window.start("tiny")
    hands.on_page("The post")

    assert menus["&Go"].isVisible()


def test_what_is_dictated_is_kept_without_a_key(
    session: Session, window: Window, hands: Hands
) -> None:
    """Software that listens puts words into a field; no key is pressed, no focus comes or goes."""
    window.go("k-second")
    field = next(
        f for f in window.findChildren(LineField) if f.accessibleName() == "What is it called?"
    )
    field.setText("Said aloud")

    until(lambda: session.answers["k-line"].value == "Said aloud")
