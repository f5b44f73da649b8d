"""Whose computer is this?  Asked at home, calmly, at every start until somebody has said it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, Key, until, words
from tests.ui.locking_up import WORDS, unlock
from wizard.desk.lock.locking import Lock
from wizard.desk.places import Places
from wizard.ui import settings
from wizard.ui.gate.choosing import Choosing
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.window import Window

ASKED = "Nobody has said yet whose computer this is."


def _start(places: Places) -> tuple[Window, Gate]:
    window = Window()
    window.resize(1180, 800)
    window.show()
    gate = Gate(window, places)
    gate.begin()
    return window, gate


def _end(window: Window, gate: Gate) -> None:
    window.close()
    gate.close()
    window.deleteLater()


def test_it_is_asked_until_it_is_said(places: Places, application: QApplication) -> None:
    """Whoever answered a question first has not said it by that; a second start must ask."""
    window, gate = _start(places)
    hands = Hands(window)
    assert "Nothing is sent anywhere." in words(window)
    window.start("tiny")
    hands.on_page("The post")
    until(lambda: window.bridge.has_session)
    hands.press(Key.Key_2)
    window.go_home()
    until(lambda: ASKED in words(window))
    assert "Nothing is sent anywhere." not in words(window)
    _end(window, gate)

    window, gate = _start(places)
    hands = Hands(window)
    until(lambda: ASKED in words(window))
    hands.tab_to("Whose computer is this?")
    hands.press(Key.Key_Space)
    hands.on_page("Whose computer is this?")
    assert "This is how it is now." in words(window)
    hands.tab_to("Keep them for my login, with no passphrase")
    hands.press(Key.Key_Space)
    until(lambda: "Done." in words(window))
    window.go_home()
    until(lambda: "Tiny" in words(window))
    assert ASKED not in words(window)
    _end(window, gate)

    window, gate = _start(places)
    until(lambda: "Tiny" in words(window))
    assert ASKED not in words(window)
    _end(window, gate)


def test_a_passphrase_says_it_too(places: Places, application: QApplication) -> None:
    """Who took a passphrase need not be asked, nor once it is taken away again for good."""
    lock = Lock(places)
    told = [lock.is_unsaid]
    lock.choose("three plain words").result(20)
    told.append(lock.is_unsaid)
    lock.choose_own_login().result(20)

    assert [*told, Lock(places).is_unsaid] == [True, False, False]


def test_where_nothing_is_kept_nothing_is_asked(places: Places, application: QApplication) -> None:
    """A shared computer is an answer; whoever keeps answers there later is asked anew."""
    lock = Lock(places)
    lock.choose_own_login().result(20)
    lock.keep_nothing().result(20)

    assert not lock.is_unsaid
    assert [path.name for path in places.answers.iterdir() if "own-login" in path.name] == []


def test_whoever_chooses_a_lock_knows_that_older_copies_go(
    places: Places, application: QApplication
) -> None:
    """What was gone back from lay in a copy alone, which went with the key without a word."""
    window, gate = _start(places)
    window.start("tiny")
    until(lambda: window.bridge.has_session)
    window.bridge.session.answer("k-one", "yes")
    until(lambda: window.bridge.desk.runs.owed() is None)
    _end(window, gate)
    window, gate = _start(places)
    until(lambda: bool(window.bridge.desk.copies.list().result()))
    window.more.show_computer()

    until(lambda: words(window).count("go back to a copy first") == 2)
    _end(window, gate)


def _go_apart(places: Places) -> None:
    Lock(places).choose_apart("Siân", WORDS).result()


def _share(places: Places) -> None:
    Lock(places).keep_nothing().result()


@pytest.mark.parametrize("is_killed", [False, True])
@pytest.mark.parametrize("choose", [_go_apart, _share])
def test_whoever_comes_next_is_not_shown_where_papers_were_saved(
    choose: Callable[[Places], None],
    is_killed: bool,
    places: Places,
    tmp_path: Path,
    application: QApplication,
) -> None:
    """The name of a stick, and of a folder on it, stood in the next person's dialog of files."""
    choose(places)
    if is_killed:
        # As an older program did at once.
        settings.keep_paper_folder(tmp_path)
        settings.put_down_paper_folder()
    window, gate = _start(places)
    if isinstance(window.centralWidget(), Choosing):
        hands = Hands(window)
        hands.tab_to("Siân")
        hands.press(Key.Key_Space)
        until(lambda: isinstance(window.centralWidget(), Unlocking))
        unlock(window, hands)
    if is_killed:
        assert settings.paper_folder() != tmp_path
    settings.keep_paper_folder(tmp_path)
    # As it would be after a crash.
    assert not _is_put_down(tmp_path)
    _end(window, gate)
    assert not _is_put_down(tmp_path)

    assert settings.paper_folder() != tmp_path


def test_who_has_a_login_of_their_own_finds_the_folder_of_the_last_paper_again(
    places: Places, tmp_path: Path, application: QApplication
) -> None:
    """It is put down as the window closes: nobody else looks for papers there."""
    Lock(places).choose_own_login().result()
    window, gate = _start(places)
    settings.keep_paper_folder(tmp_path)
    _end(window, gate)

    assert _is_put_down(tmp_path)
    assert settings.paper_folder() == tmp_path
    settings.forget_paper_folder()


def _is_put_down(place: Path) -> bool:
    written = [path.read_bytes() for path in settings.folder().glob("*.ini")]
    return any(place.name.encode() in one for one in written)
