"""Going back to a copy in the window, with something else open by then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.safe.key import STORE_FILE
from wizard.ui.gate.gate import Gate
from wizard.ui.parts.sure import SureButton
from wizard.ui.shell.window import Window


def opened(request: pytest.FixtureRequest) -> Window:
    """Open the window on what the desk before it left."""
    gate: Gate = request.getfixturevalue("gate")
    window = gate.parent()
    assert isinstance(window, Window)
    return window


def go_back(window: Window) -> None:
    """Say yes to the oldest copy, once they are listed."""
    page = window.frame.stage.page
    assert page is not None
    until(lambda: page.findChild(SureButton) is not None)
    *_, oldest = page.findChildren(SureButton)
    oldest.confirmed.emit()


def test_nothing_that_was_open_is_gone_on_with_as_a_copy_is_put_back(
    places: Places, application: QApplication, request: pytest.FixtureRequest
) -> None:
    """What was written on, of what the store has no more, was refused for ever: nothing locked."""
    desk = Desk(places)
    session = desk.runs.start("tiny", "all").result()
    session.answer("k-one", "yes")
    desk.close()
    desk = Desk(places)
    until(lambda: bool(desk.copies.list().result()))
    desk.runs.open(session.run.id).result().answer("k-more", "no")
    desk.close()
    window = opened(request)
    hands = Hands(window)
    window.open_run(session.run.id)
    until(lambda: window.bridge.has_session)
    window.more.show_copies()
    hands.on_page("Copies of your answers")
    until(lambda: hands.page.findChild(SureButton) is not None)
    runs = window.bridge.desk.runs
    disk = StuckDisk(runs.list)
    go_back(window)
    window.leave_aside()
    assert hands.title == "Before You Post"
    disk.let_go()
    runs.list().result()
    assert not window.bridge.has_session
    assert not runs.look(session.run.id).result().answers["k-more"].is_given
    window.open_run(session.run.id)
    until(lambda: window.bridge.has_session)
    assert not window.bridge.session.answers["k-more"].is_given


def test_half_a_day_is_put_down_before_going_back_to_a_copy(
    places: Places, application: QApplication, request: pytest.FixtureRequest
) -> None:
    """Put down after it, it was refused for ever as that of something deleted: nothing locked."""
    desk = Desk(places)
    desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    desk.close()
    window = opened(request)
    hands = Hands(window)
    hands.on_page("Before You Post")
    desk = window.bridge.desk
    until(lambda: bool(desk.copies.list().result()))
    window.start("tiny")
    hands.on_page("The post")
    window.bridge.session.answer("k-one", "no")
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("after half term")
    window.more.show_copies()
    hands.on_page("Copies of your answers")
    go_back(window)
    hands.on_page("Before You Post")

    assert desk.runs.owed() is None
    assert len(desk.runs.list().result()) == 1


@pytest.mark.parametrize("reads", [False, True])
def test_what_was_damaged_is_not_told_beside_the_copy_that_came_back(
    places: Places, application: QApplication, request: pytest.FixtureRequest, reads: bool
) -> None:
    """Its advice, to go back to the last good copy, stood there still: a copy older than that.

    For whoever read the guide meanwhile, too.
    """
    desk = Desk(places)
    desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    desk.close()
    desk = Desk(places)
    until(lambda: bool(desk.copies.list().result()))
    desk.close()
    (places.data / STORE_FILE).write_bytes(b"rubbish" * 1000)
    window = opened(request)
    hands = Hands(window)
    hands.on_page("Copies of your answers")
    go_back(window)
    if reads:
        window.show_help()
        until(lambda: bool(window.bridge.desk.runs.list().result()))
        window.leave_aside()
    until(lambda: hands.name == "Carry on, Tiny")

    assert window.frame.sentence == ""
