"""What is locked away with the answers: dialogs, what was copied, how much was begun."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.asking import asks_of_a_file
from tests.ui.hands import CTRL, Hands, Key, until, words
from tests.ui.locking_up import WORDS, choose_lock, lock_with
from wizard.desk.lock.state import State
from wizard.desk.places import Places
from wizard.ui import settings
from wizard.ui.gate import idle
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.showing import IDLE
from wizard.ui.shell.window import Window
from wizard.words import say


@pytest.fixture
def mistakes(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Our own mistakes, as Python tells of them out of Qt's midst."""
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *fault: told.append(fault))
    return told


def lines_at_hand(window: Window) -> list[str]:
    """Return every line of the menus that can be pressed, in its menu or by a screen reader."""
    menus = window.menuBar().findChildren(QMenu)
    lines = [line for menu in menus for line in menu.actions() if not line.isSeparator()]
    return [line.text() for line in lines if line.isEnabled() and line.menu() is None]


def test_how_much_was_begun_is_locked_away_too(window: Window, gate: Gate) -> None:
    """The room that home holds free for it told each next person at this login."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    lock_with(window, hands, WORDS)
    window.go_home()
    until(lambda: "Carry on" in words(window))
    gate.lock_now()

    assert settings.room_at_home() == 0


def test_no_line_of_the_menus_acts_behind_the_lock(window: Window, gate: Gate) -> None:
    """A screen reader presses a line itself, however grey its bar: most ended in a mistake."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    before = lines_at_hand(window)
    gate.lock_now()
    assert len(before) > 20
    assert lines_at_hand(window) == [say("ui.menu.hide")]

    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: not isinstance(window.centralWidget(), Unlocking))
    assert lines_at_hand(window) == before


def test_a_mistake_of_ours_on_the_way_to_the_lock_leaves_no_open_window(
    window: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of the menus had gone: nothing locked any more, by no key and after no ten minutes."""
    lock_with(window, Hands(window), WORDS)
    lock = window.bridge.desk.lock

    def gone(_menu: QMenu) -> None:
        raise RuntimeError("already deleted")

    ended: list[bool] = []
    window.closed.connect(lambda: ended.append(True))
    monkeypatch.setattr(QMenu, "clear", gone)
    with pytest.raises(RuntimeError):
        gate.lock_now()
    monkeypatch.undo()

    assert ended
    assert not window.isVisible()
    assert lock.state is State.LOCKED


def test_nothing_is_still_to_be_done_behind_the_lock(
    window: Window, gate: Gate, mistakes: list[object]
) -> None:
    """Locked right after an answer, the page to come next was built in a window shut by then."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    lock_with(window, hands, WORDS)
    window.bridge.session.answer("k-one", "yes")
    gate.lock_now()
    until(QDeadlineTimer(2 * IDLE).hasExpired)

    assert mistakes == []


def test_a_lock_that_waited_for_saving_ends_without_a_mistake(
    window: Window, gate: Gate, places: Places, mistakes: list[object]
) -> None:
    """Locked as "Saved" was heard, the footer that was to say it was gone."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    window.leave_aside()
    window.start("tiny")
    hands.on_page("The post")
    away = places.data.rename(places.data.with_name("away"))
    window.bridge.session.answer("k-one", "yes")
    gate.lock_now()
    assert not isinstance(window.centralWidget(), Unlocking)
    away.rename(places.data)
    window.bridge.desk.runs.retry()

    until(lambda: isinstance(window.centralWidget(), Unlocking))
    assert mistakes == []


def test_what_a_dialog_asks_does_not_keep_the_answers_open(
    window: Window, gate: Gate, tmp_path: Path
) -> None:
    """Who is away is asked whether to replace a file: locking then ended the program."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    file = asks_of_a_file(window, tmp_path, lambda _box: gate.lock_now())
    until(lambda: isinstance(window.centralWidget(), Unlocking))

    assert file.exists()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]


def test_what_hides_everything_tells_nothing_of_what_was_locked_behind_it(window: Window) -> None:
    """F12, then ten minutes: the sheet stays, and behind it is the lock and no old title."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    window.leave_aside()
    window.start("tiny")
    hands.on_page("The post")
    window.more.hide_all()
    covered = window.windowTitle()
    window.gate.lock_now()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    assert window.windowTitle() == covered
    assert not asks.field.hasFocus()

    hands.press(Key.Key_Space)
    until(asks.field.hasFocus)
    assert window.windowTitle() == say("ui.title")


def test_what_is_hidden_can_be_locked(window: Window) -> None:
    """F12 and then Ctrl+L, in a hurry: whoever lifted the sheet would have read it all."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    window.more.hide_all()
    until(lambda: hands.name == "Show again")
    hands.press(Key.Key_L, CTRL)

    assert isinstance(window.centralWidget(), Unlocking)
    hands.press(Key.Key_Space)


def test_new_colours_open_no_lock(window: Window) -> None:
    """The system may go dark at night while the window is locked: it stays so."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    window.gate.lock_now()
    asks = window.centralWidget()
    window.follow_system()

    assert isinstance(asks, Unlocking)
    assert window.centralWidget() is asks


def test_what_was_copied_is_locked_away_too(
    window: Window, gate: Gate, application: QApplication
) -> None:
    """Whoever sat down after Ctrl+L pasted the note into the next program they opened."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    lock_with(window, hands, WORDS)
    clipboard = application.clipboard()
    clipboard.setText("What they told me")
    gate.lock_now()

    assert clipboard.text() == ""


def test_what_was_copied_elsewhere_stays(
    application: QApplication, request: pytest.FixtureRequest
) -> None:
    """Ten idle minutes later somebody may be busy with the clipboard in another program."""
    application.clipboard().setText("A shopping list")
    gate: Gate = request.getfixturevalue("gate")
    lock_with(request.getfixturevalue("window"), Hands(request.getfixturevalue("window")), WORDS)
    gate.lock_now()

    assert application.clipboard().text() == "A shopping list"


def test_a_while_without_key_or_mouse_locks(soon_idle: None, window: Window) -> None:
    """Somebody went to the photocopier: what has a passphrase locks by itself."""
    choose_lock(window, Hands(window), WORDS)

    until(lambda: isinstance(window.centralWidget(), Unlocking))


def _compose(window: Window, letters: int) -> None:
    field = window.focusWidget()
    assert field is not None
    QApplication.sendEvent(field, QInputMethodEvent("こ" * letters, []))


def _touch(window: Window, times: int) -> None:
    finger, place = QTest.createTouchDevice(), QPoint(5, 5 + times)
    QTest.touchEvent(window.windowHandle(), finger).press(1, place).commit()
    QTest.touchEvent(window.windowHandle(), finger).release(1, place).commit()


@pytest.mark.parametrize("do", [_compose, _touch])
def test_whoever_writes_without_a_key_is_not_locked_out(
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    do: Callable[[Window, int], None],
) -> None:
    """What an input method takes for itself is no key: the end of a word went into the lock."""
    monkeypatch.setattr(idle, "IDLE_MINUTES", 0.02)
    window: Window = request.getfixturevalue("window")
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    window.start("tiny")
    hands.on_page("The post")
    window.go("k-second")
    hands.tab_to("What is it called?")
    done: list[int] = []
    signs = QTimer(window, interval=100)

    def give_sign() -> None:
        done.append(1)
        do(window, len(done))

    signs.timeout.connect(give_sign)
    signs.start()
    until(lambda: len(done) == 20 or not hasattr(window, "bridge"))
    signs.stop()

    assert len(done) == 20
    until(lambda: isinstance(window.centralWidget(), Unlocking))
