"""The window while it is locked: what is written stays in sight, and the key that closes works."""

from __future__ import annotations

import pytest

from tests.store.stuck_disk import StuckDisk
from tests.ui.gate.conftest import away
from tests.ui.hands import CTRL, Hands, Key, until, words
from tests.ui.locking_up import WORDS, lock_with, unlock
from wizard.desk.places import Places
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.parts.writing import secret_field, trying
from wizard.ui.shell.window import Window

pytestmark = pytest.mark.usefixtures("usual_size_after")


@pytest.fixture
def window(window: Window) -> Window:
    """The gate's window, with a lock on the answers."""
    lock_with(window, Hands(window), WORDS)
    return window


def test_the_field_is_in_sight_in_very_large_letters(window: Window) -> None:
    """Below a title of two lines it lay under the edge: the passphrase was typed unseen."""
    window.resize(1280, 720)
    window.choose_size(400)
    Hands(window).press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    seen = asks.field.visibleRegion

    until(lambda: seen().boundingRect().height() == asks.field.height())


def test_a_passphrase_that_was_left_does_not_open_for_the_next(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed and not sent, it stood there for hours: whoever came pressed Return."""
    monkeypatch.setattr(secret_field, "LEFT_MINUTES", 0.001)
    Hands(window).press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    stood: list[str] = []
    asks.field.textChanged.connect(stood.append)
    Hands(window).write("s")

    until(lambda: stood == ["s", ""])


def test_what_has_to_wait_does_not_stand_there_for_the_next(window: Window) -> None:
    """Told to wait after wrong ones, the right one stayed: whoever came pressed Return."""
    Hands(window).press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    hands = Hands(window)
    for _ in range(4):
        asks.field.setText("a wrong one")
        hands.press(Key.Key_Return)
        until(lambda: not asks.field.text() or asks.field.hasSelectedText())
    assert "Wait" in words(window)
    asks.field.setText(WORDS)
    hands.press(Key.Key_Return)

    until(lambda: asks.field.text() == "")
    assert window.centralWidget() is asks


def test_what_the_disk_kept_shut_does_not_stand_there_for_the_next(
    window: Window, places: Places
) -> None:
    """The right one stayed, too, where the folder was out: it opened as soon as that was back."""
    Hands(window).press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    places.data.rename(away(places))
    asks.field.setText(WORDS)
    Hands(window).press(Key.Key_Return)
    until(lambda: not asks.field.text() or asks.field.hasSelectedText())

    assert asks.field.text() == ""


def test_what_a_disk_opens_late_is_not_opened_for_the_next(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share hung as it was tried, and whoever came later saw the answers open by themselves."""
    monkeypatch.setattr(trying, "WAITS", 1)
    lock = window.bridge.desk.lock
    Hands(window).press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert isinstance(asks, Unlocking)
    disk = StuckDisk(lambda: lock.code_seen("none"))
    asks.field.setText(WORDS)
    hands = Hands(window)
    hands.press(Key.Key_Return)
    until(lambda: "has not answered yet" in words(window))
    disk.let_go()
    # What was tried has come to its end before this.
    lock.finish()
    hands.press(Key.Key_Return)

    assert window.centralWidget() is asks
    monkeypatch.undo()
    unlock(window, hands)


def test_a_locked_window_is_closed_by_its_key(window: Window) -> None:
    """The menus, which have that key, are out of reach then."""
    Hands(window).press(Key.Key_L, CTRL)
    asks = window.centralWidget()
    assert asks is not None
    until(asks.isVisible)
    Hands(window).press(Key.Key_Q, CTRL)

    assert not window.isVisible()
