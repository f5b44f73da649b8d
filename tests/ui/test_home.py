"""Home: what there is to do, what stands where, and what is said of where answers lie."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, Key, press, until, words
from wizard.desk import front
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model.answers import Action
from wizard.session import Session
from wizard.store import whereabouts
from wizard.ui import start, tab_order
from wizard.ui.pages.home import HomePage
from wizard.ui.parts.home.kept_runs import MOST_TO_DO
from wizard.ui.parts.home.run_list import RunList
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.tile import Tile
from wizard.ui.shell.first_picture import FirstPicture
from wizard.ui.shell.window import Window


def test_at_home_the_title_says_it_once(window: Window, hands: Hands) -> None:
    """A title is read out at each change of window."""
    hands.on_page("Before You Post")

    assert window.windowTitle() == "Before You Post"


def _headings(window: Window) -> list[str]:
    lists = [part for part in window.findChildren(RunList) if part.isVisible()]
    return [part.accessibleName() for part in lists]


def test_home_is_a_list_of_what_there_is_to_do(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """In progress, then still to do, then done: each stands under its own heading."""
    moment = session.run.started
    for name, plan, finished in (
        ("begun", None, None), ("planned", Action("Mair", "2026-12-05"), moment),
        ("done", None, moment),
    ):  # fmt: skip
        answers = session.answers.with_answer(
            "k-one", replace(session.answers["k-one"], value="yes")
        )
        if plan is not None:
            answers = answers.with_action("k-one", plan)
        run = replace(session.run, id=name, title=name, answers=answers, finished=finished)
        desk.runs.add(Arrived(session.pack, run)).result()
    window.go_home()
    until(lambda: len(_headings(window)) == 3)

    assert _headings(window) == ["Carry on", "Still to do", "Finished"]


def test_the_focus_goes_up_with_what_is_still_to_do(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Whoever came home from a check begun meanwhile was at "Blank checklists", far below."""
    answers = session.answers.with_answer("k-one", replace(session.answers["k-one"], value="yes"))
    answers = answers.with_action("k-one", Action("Mair", "2026-12-05"))
    run = replace(session.run, id="planned", title="planned", answers=answers,
                  finished=session.run.started)  # fmt: skip
    desk.runs.add(Arrived(session.pack, run)).result()
    window.go_home()
    until(lambda: "Still to do" in _headings(window))
    lists = {one.accessibleName(): one for one in hands.page.findChildren(RunList)}
    name = lists["Still to do"].rows[0].way_in.accessibleName()
    hands.tab_to(name)
    window.enter(session)
    hands.press(Key.Key_1)
    window.go_home()
    until(lambda: len(_headings(window)) == 2 and len(lists["Still to do"].rows) == 1)
    QApplication.processEvents()

    assert hands.name == name


def test_larger_letters_while_home_still_asks_are_no_mistake(
    session: Session,
    window: Window,
    hands: Hands,
    desk: Desk,
    mistakes: list[object],
    usual_size_after: None,
) -> None:
    """What SLT decided came to rows of a home that was gone."""
    hands.press(Key.Key_2)
    until(lambda: desk.runs.owed() is None)
    window.go_home()
    until(lambda: bool(window.findChildren(RunRow)))
    disk = StuckDisk(desk.runs.list)
    window.go_home()
    window.choose_size(150)
    disk.let_go()
    desk.decisions.list().result()
    until(lambda: bool(hands.page.findChildren(RunRow)))

    assert mistakes == []


def test_no_heading_stands_without_a_row(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The newest five had something to do and went up: "Finished" had only "Show more"."""
    answers = session.answers.with_answer("k-one", replace(session.answers["k-one"], value="yes"))
    answers = answers.with_action("k-one", Action("Mair", "2026-12-05"))
    for number in range(30):
        run = replace(session.run, id=f"r{number:02}", title=f"No {number}", answers=answers,
                      finished=session.run.started)  # fmt: skip
        desk.runs.add(Arrived(session.pack, run)).result()
    window.go_home()
    lists = {one.accessibleName(): one for one in hands.page.findChildren(RunList)}
    until(lambda: len(lists["Still to do"].rows) == MOST_TO_DO)
    until(lambda: bool(lists["Finished"].rows))

    assert lists["Finished"].isVisible()
    assert lists["Finished"].rows[0].isVisible()


def _keep(session: Session, desk: Desk, count: int) -> None:
    for number in range(count):
        run = replace(session.run, id=f"r{number}", title=f"No {number}")
        desk.runs.add(Arrived(session.pack, run)).result()


def _ways_in(window: Window) -> list[str]:
    rows = [row for row in window.findChildren(RunRow) if row.isVisible()]
    return [row.way_in.accessibleName() for row in rows]


def test_every_self_assessment_can_be_reached(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The sixth is as much somebody's work as the first."""
    _keep(session, desk, 8)
    window.go_home()
    until(lambda: len(_ways_in(window)) == 5)
    hands.tab_to("Show more: 3, Carry on")
    hands.press(Key.Key_Space)

    assert len(_ways_in(window)) == 8
    assert hands.name == _ways_in(window)[5]


def test_two_of_one_name_are_told_apart(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Who hears "Remove" twice with one name can not know which of them goes."""
    for number, changed in ((0, session.run.changed), (1, session.run.changed + timedelta(1))):
        run = replace(session.run, id=f"r{number}", title="River", changed=changed)
        desk.runs.add(Arrived(session.pack, run)).result()
    desk.runs.add(Arrived(session.pack, replace(session.run, id="other", title="Lake"))).result()
    window.go_home()
    until(lambda: len(_ways_in(window)) == 3)
    names = [stop.accessibleName() for stop in tab_order.stops(hands.page)]

    assert len(set(names)) == len(names)
    assert sum(name.endswith("Lake") for name in names) == 3


def test_the_focus_stays_beside_what_was_removed(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Whoever removes one of three is not thrown back to the top of the page."""
    _keep(session, desk, 3)
    window.go_home()
    until(lambda: len(_ways_in(window)) == 3)
    _first, second, third = _ways_in(window)
    hands.tab_to(second.replace("Carry on", "Remove"))
    hands.press(Key.Key_Space)
    hands.tab_to("Remove for good")
    hands.press(Key.Key_Space)

    until(lambda: hands.name == third)
    assert len(desk.runs.list().result()) == 2


def test_home_says_only_what_is_so(
    window: Window, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No promise that answers stay here where the folder lies on another computer."""
    page = window.frame.stage.page
    assert isinstance(page, HomePage)
    promise = "Your answers stay on this computer."
    assert page.lead.text().endswith(promise)
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/staff {tmp_path} nfs4 rw 0 0\n", "utf-8")
    monkeypatch.setattr(whereabouts, "MOUNTS", mounts)
    window.go_home()

    assert promise not in page.lead.text()


def test_nothing_is_removed_from_under_a_file(
    session: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """The archive asked for before was not written for what went meanwhile."""
    session.answer("k-one", "yes")
    assert not desk.runs.owed()
    window.go_home()
    until(lambda: "Carry on" in words(window))
    writing: Future[None] = Future()
    window.bridge.files.add(writing)
    press(hands, "Remove, Tiny")
    press(hands, "Remove for good")
    assert "A file is still being written. Nothing was deleted" in words(window)
    assert len(desk.runs.list().result()) == 1

    writing.set_result(None)
    press(hands, "Remove for good")
    until(lambda: desk.runs.list().result() == ())


def test_a_copy_is_gone_back_to(places: Places, application: QApplication) -> None:
    """From the menu to the answers of that day, by keyboard; home shows them at once."""
    desk = Desk(places)
    desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    desk.close()
    desk = Desk(places)
    until(lambda: bool(desk.copies.list().result()))
    (card,) = desk.runs.list().result()
    desk.runs.open(card.id).result().answer("k-more", "no")
    desk.close()
    desk = Desk(places)
    desk.ready.result()
    window = start.open_window(desk)
    hands = Hands(window)
    until(lambda: hands.name == "Carry on, Tiny")
    window.more.show_copies()
    hands.on_page("Copies of your answers")
    until(lambda: hands.page.findChild(SureButton) is not None)
    earlier = len(desk.copies.list().result())
    told = f", earlier ({earlier})" if earlier > 1 else ""
    hands.tab_to(f"Go back to this copy, As it was on 21 November 2026{told}")
    hands.press(Key.Key_Space)
    assert hands.name.startswith("No, keep it")
    hands.tab_to(f"Yes, for good, Go back to this copy, As it was on 21 November 2026{told}")
    hands.press(Key.Key_Space)
    hands.on_page("Before You Post")

    (card,) = desk.runs.list().result()
    assert not desk.runs.look(card.id).result().answers["k-more"].is_given
    window.close()
    desk.close()
    window.deleteLater()


def _height_of_start(window: FirstPicture) -> int:
    """Return how far down the way into the journey stands, in pixels."""
    QApplication.processEvents()
    (tile,) = (one for one in window.findChildren(Tile) if one.accessibleIdentifier())
    (home,) = window.findChildren(HomePage)
    return tile.mapTo(home, QPoint()).y()


def test_nothing_moves_when_what_was_begun_comes_in(
    session: Session, window: Window, desk: Desk, places: Places
) -> None:
    """Home is painted before the desk is open: who is about to press must not miss."""
    _keep(session, desk, 3)
    window.go_home()
    until(lambda: len(_ways_in(window)) == 3)
    desk.decisions.list().result()
    stood = _height_of_start(window)
    window.close()
    known = front.look(places)
    assert known is not None
    first = FirstPicture()
    first.resize(window.size())
    first.begin(known)
    first.show()

    assert abs(_height_of_start(first) - stood) < 8
    first.close()
    first.deleteLater()


def test_what_was_finished_with_gaps_says_so(
    session: Session, window: Window, hands: Hands
) -> None:
    """The word "finished" alone would say more than was done."""
    hands.press(Key.Key_1)
    gaps = len(session.gaps())
    session.finish()
    window.go_home()
    until(lambda: bool(_ways_in(window)))
    row = next(row for row in window.findChildren(RunRow) if row.isVisible())

    words = [label.text() for label in row.findChildren(QLabel)]

    assert f"Finished on 21 November 2026. Not answered: {gaps}." in words
