"""What is told where the disk refuses: how often, how long it stands, and what takes its place."""

from __future__ import annotations

import pytest

from tests.store.stuck_disk import StuckDisk
from tests.ui.gate.conftest import away
from tests.ui.hands import Hands, press, until
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import accessible
from wizard.ui.gate import closing
from wizard.ui.shell.window import Window


def test_what_the_disk_refuses_is_said_once_and_to_who_asks_again(
    window: Window, unsaved: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen reader said it after each answer, and drowned the questions."""
    told: list[str] = []
    monkeypatch.setattr(accessible, "announce", lambda _part, sentence: told.append(sentence))
    footer, came = window.frame.footer, list[object]()
    window.bridge.saved.connect(came.append)
    for value in ("no", "yes"):
        came.clear()
        unsaved.answer("k-one", value)
        until(lambda: len(came) > 1 and footer.again.isVisible())
    assert footer.wrong.text() not in told
    press(Hands(window), footer.again.text())
    until(lambda: footer.wrong.text() in told)

    assert told.count(footer.wrong.text()) == 1


def test_what_closing_told_stands_until_it_is_saved(window: Window, unsaved: Session) -> None:
    """It went at the next letter, while that was on its way to a disk that refused it, too."""
    assert not window.close()
    disk = StuckDisk(window.bridge.desk.runs.list)
    unsaved.note("k-one", "Half an hour of further words")
    until(lambda: window.frame.footer.again.isHidden())

    assert "Not closed" in window.frame.sentence
    disk.let_go()
    until(window.frame.footer.again.isVisible)
    assert "Not closed" in window.frame.sentence


def test_what_is_saved_since_is_not_waited_for(
    window: Window, unsaved: Session, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cross did nothing, and nothing said why: what it had asked about was saved by then."""
    monkeypatch.setattr(closing, "A_READ", 60_000)
    assert not window.close()
    away(places).rename(places.data)
    window.bridge.desk.runs.retry(is_asked=True)
    until(lambda: not window.frame.sentence)

    assert window.close()


def test_what_was_put_away_was_read(
    window: Window, unsaved: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quick reader put it away and pressed the cross once more: nothing happened, or was said."""
    monkeypatch.setattr(closing, "A_READ", 60_000)
    assert not window.close()
    press(Hands(window), "Hide this")

    assert window.close()


def test_what_home_hears_late_is_not_told_over_what_closing_told(
    window: Window, unsaved: Session
) -> None:
    """Of the words that would go nothing was said any more: the next press took them."""
    desk = window.bridge.desk
    disk = StuckDisk(desk.runs.list)
    window.go_home()
    Hands(window).on_page("Before You Post")
    assert not window.close()
    came: list[object] = []
    window.bridge.when_done(desk.papers.made_of(), came.append, came.append)
    disk.let_go()
    until(lambda: bool(came))

    assert "Not closed" in window.frame.sentence
