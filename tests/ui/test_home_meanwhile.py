"""Home while something else goes on: what was changed, saved or lost since its rows were made."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.test_signed_sheet import remember
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.assessment.saving import SaveState, Saving
from wizard.desk.desk import Desk
from wizard.model.decision import Decided
from wizard.model.finding import Finding
from wizard.session import Session
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.shell.window import Window


def test_a_decision_is_told_as_one_about_what_was_answered_then(
    outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """That it is approved stood beside answers that the Head had never seen."""
    desk.decisions.record(remember(desk, outcome), Decided.APPROVED, who="Mair Price").result()
    outcome.answer("k-one", "no")
    window.go_home()
    until(lambda: "Approved: Mair Price" in words(window))

    told = "Approved: Mair Price, 21 November 2026. It was about the answers as they were then."
    assert told in words(window)


def test_what_is_saved_meanwhile_closes_no_question(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The question was gone, and the focus with it, as the disk took what it had refused."""
    for number in range(2):
        run = replace(session.run, id=f"r{number}", title=f"No {number}")
        desk.runs.add(Arrived(session.pack, run)).result()
    window.go_home()
    hands.on_page("Before You Post")
    until(lambda: len(window.findChildren(RunRow)) == 2)
    hands.tab_to("Remove, Tiny: No 0")
    hands.press(Key.Key_Space)
    assert hands.name == "Keep it"
    run = replace(session.run, id="later", changed=session.run.changed + timedelta(hours=1))
    desk.runs.add(Arrived(session.pack, run)).result()
    window.bridge.saved.emit(SaveState(Saving.SAVED))
    came: list[object] = []
    window.bridge.when_done(desk.runs.list(), came.append)
    until(lambda: bool(came))
    QApplication.processEvents()
    assert hands.name == "Keep it"
    hands.press(Key.Key_Space)

    until(lambda: len([one for one in window.findChildren(RunRow) if one.isVisible()]) == 3)
    assert hands.name == "Carry on, Tiny: No 0"


def test_what_was_removed_is_kept_by_nothing_that_is_out_of_sight(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Name and answers stayed in memory, and the name in a hidden part, until the next journey."""
    session.rename("Trip to Aber")
    session.note("k-one", "Trip to Aber")
    hands.press(Key.Key_2)
    until(lambda: desk.runs.owed() is None)
    window.go_home()
    until(lambda: "Trip to Aber" in words(window))
    press(hands, "Remove, Tiny: Trip to Aber")
    press(hands, "Remove for good")
    until(lambda: "Trip to Aber" not in words(window))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    for part in window.findChildren(QLabel):
        assert "Trip to Aber" not in (part.text(), part.accessibleName())
    made = [one for one in gc.get_objects() if isinstance(one, Finding)]
    assert "Trip to Aber" not in [one.answer.note for one in made]


def test_what_was_removed_takes_no_focus_from_who_writes_elsewhere(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Letters went nowhere, and Space pressed a button of home that nobody saw."""
    for number in range(2):
        run = replace(session.run, id=f"r{number}", title=f"No {number}")
        desk.runs.add(Arrived(session.pack, run)).result()
    window.go_home()
    until(lambda: len(window.findChildren(RunRow)) == 2)
    press(hands, "Remove, Tiny: No 0")
    disk = StuckDisk(desk.runs.list)
    press(hands, "Remove for good")
    gone: list[object] = []
    window.bridge.erased.connect(lambda: gone.append(desk.runs.list()))
    window.show_help()
    until(lambda: isinstance(hands.focus, QLineEdit))
    field = hands.focus
    disk.let_go()
    until(lambda: bool(gone))
    came: list[object] = []
    window.bridge.when_done(desk.runs.list(), came.append)
    until(lambda: bool(came))

    assert hands.focus is field


def test_what_is_saved_behind_the_sheet_stands_at_home_once_that_is_lifted(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """What the disk took only then stood on no list, until somebody left home and came back."""
    window.go_home()
    hands.on_page("Before You Post")
    hands.press(Key.Key_F12)
    desk.runs.add(Arrived(session.pack, replace(session.run, title="Later"))).result()
    window.bridge.saved.emit(SaveState(Saving.SAVED))
    hands.press(Key.Key_F12)

    until(lambda: "Later" in words(window))
