"""What was on its way as the window was made anew, in other letters, comes to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, press, until
from wizard.desk.desk import Desk
from wizard.exchange.answers_file import write_answers
from wizard.session import Session
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.shell.window import Window

pytestmark = pytest.mark.usefixtures("usual_size_after")


@pytest.fixture
def heard() -> Iterator[None]:
    """Somebody hears the screen."""
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was)


@pytest.fixture
def kept(session: Session, window: Window, desk: Desk) -> Session:
    """A self-assessment at home."""
    session.answer("k-one", "yes")
    until(lambda: desk.runs.owed() is None)
    window.go_home()
    until(lambda: bool(_rows(window)))
    return session


def _rows(window: Window) -> list[RunRow]:
    return [row for row in window.findChildren(RunRow) if row.isVisible()]


def test_what_is_removed_meanwhile_does_not_stay_at_home(
    kept: Session, window: Window, hands: Hands, desk: Desk, mistakes: list[object]
) -> None:
    """What was left was shown to a home that was gone, and that was a mistake of ours."""
    press(hands, "Remove, Tiny")
    hands.tab_to("Remove for good")
    disk = StuckDisk(desk.runs.list)
    press(hands, "Remove for good")
    window.choose_size(150)
    until(lambda: not _rows(window))
    disk.let_go()
    until(lambda: desk.runs.list().result() == ())
    came: list[object] = []
    for _round in range(3):
        # What comes of it asks for more, which comes next.
        came.clear()
        window.bridge.when_done(desk.runs.list(), came.append)
        until(lambda: bool(came))

    assert not _rows(window)
    assert mistakes == []


def test_what_comes_in_meanwhile_is_told(
    kept: Session, window: Window, desk: Desk, tmp_path: Path, heard: None, mistakes: list[object]
) -> None:
    """It was said to a frame that was gone: neither that it came nor what of it did not."""
    path = tmp_path / "answers.json"
    path.write_bytes(write_answers(kept.pack, kept.run))
    disk = StuckDisk(desk.runs.list)
    window.more.take_in(path)
    window.choose_size(150)
    # What the old frame was is gone by now.
    until(lambda: len(window.findChildren(RunRow)) == 0)
    disk.let_go()

    until(lambda: window.bridge.has_session or window.frame.sentence == "Brought in: 1")
    assert mistakes == []
