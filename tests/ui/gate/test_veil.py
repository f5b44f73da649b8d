"""Locked while something is on no disk: out of sight behind the passphrase, and not lost."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit

from tests.store.stuck_disk import StuckDisk
from tests.ui.gate.conftest import away
from tests.ui.hands import CTRL, NONE, Hands, Key, press, until
from tests.ui.hands import words as read
from tests.ui.hearing import heard_in
from tests.ui.locking_up import WORDS, unlock
from tests.ui.taking_names import HERS, go_apart
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.gate.veil import Veil
from wizard.ui.shell.window import Window


@pytest.fixture
def veiled(window: Window, gate: Gate, hands: Hands, places: Places) -> Veil:
    """Their window, locked on a note whose folder has gone."""
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    gate.lock_now()
    assert isinstance(window.sheet, Veil)
    return window.sheet


def _field(window: Window) -> QLineEdit:
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def test_nothing_of_it_is_in_sight_or_read_out(window: Window, veiled: Veil) -> None:
    """It was told that nothing was locked, and stood there for whoever came next."""
    heard = heard_in(window)

    assert "What they told me" not in heard + read(window)
    assert "The post" not in heard + read(window)
    assert "not saved yet" in read(window)
    assert "nobody else" not in read(window)
    assert window.windowTitle() == "Before You Post"
    assert not window.menuBar().isVisible()


def test_of_several_people_it_says_whose_it_is(window: Window, gate: Gate, places: Places) -> None:
    """Somebody else's right passphrase was "not the passphrase", and nothing said why."""
    hands = Hands(window)
    go_apart(window, hands)
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    gate.lock_now()
    assert window.is_veiled
    assert "Answers of Siân" in read(window)
    assert "nobody else can come in here" in read(window)

    hands.write(HERS)
    hands.press(Key.Key_Return)
    until(lambda: not window.is_covered)


def test_what_was_copied_goes(
    window: Window, gate: Gate, hands: Hands, places: Places, application: QApplication
) -> None:
    """As behind any lock."""
    application.clipboard().setText("What they told me")
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    gate.lock_now()

    assert application.clipboard().text() == ""


def test_the_passphrase_lifts_it_and_nothing_else_does(
    window: Window, hands: Hands, veiled: Veil
) -> None:
    """The disk that refuses is not asked: neither for the lock nor for the tries."""
    for key, held in ((Key.Key_F12, NONE), (Key.Key_Escape, NONE), (Key.Key_L, CTRL)):
        hands.press(key, held)
    hands.write("three wrong words")
    hands.press(Key.Key_Return)
    until(lambda: "not the passphrase" in read(window))
    assert window.sheet is veiled

    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: window.sheet is None)
    assert window.frame.isVisible()
    assert window.bridge.session.answers["k-one"].note == "What they told me"
    assert window.frame.footer.again.isVisible()


def test_a_mistake_of_ours_in_a_page_hides_all_and_loses_nothing(
    window: Window, gate: Gate, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was owed could not be told, and everything stood there for whoever came."""
    press(hands, "Note, question 1")
    hands.write("What they told me")

    def gone(_layout: QLayout) -> None:
        mistaken.undo()
        raise RuntimeError("already deleted")

    with monkeypatch.context() as mistaken:
        mistaken.setattr(QLayout, "parentWidget", gone)
        with pytest.raises(RuntimeError):
            gate.lock_now()
    assert isinstance(window.sheet, Veil)
    assert "What they told me" not in heard_in(window) + read(window)

    until(lambda: isinstance(window.centralWidget(), Unlocking))
    unlock(window, hands)
    (kept,) = window.bridge.desk.runs.list().result()
    opened = window.bridge.desk.runs.open(kept.id).result()
    assert opened.answers["k-one"].note == "What they told me"


def test_whoever_came_back_goes_on_undisturbed(
    window: Window, hands: Hands, places: Places, veiled: Veil
) -> None:
    """It is saved at last, and the page goes from under nobody's hands."""
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: not window.is_covered)
    away(places).rename(places.data)
    until(lambda: not window.bridge.desk.runs.is_behind)
    QApplication.processEvents()

    assert not isinstance(window.centralWidget(), Unlocking)
    assert window.frame.isVisible()


def test_wrong_ones_wait_and_the_code_does_not(
    window: Window, gate: Gate, hands: Hands, places: Places
) -> None:
    """As at any lock, though nothing can be counted on the disk."""
    code = window.bridge.desk.lock.new_recovery_code().result()
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    gate.lock_now()
    for _wrong in range(3):
        _field(window).setText("three wrong words")
        hands.press(Key.Key_Return)
        until(_field(window).hasSelectedText if _wrong < 2 else lambda: not _field(window).text())
    _field(window).setText(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: "seconds" in read(window) and not _field(window).text())
    assert window.is_veiled

    _field(window).setText(code)
    hands.press(Key.Key_Return)
    until(lambda: not window.is_covered)


def test_it_is_locked_as_always_once_it_is_saved(
    window: Window, hands: Hands, places: Places, veiled: Veil
) -> None:
    """Room is made, a share is back: nobody has to come for it."""
    away(places).rename(places.data)
    until(lambda: not window.is_covered)
    asks = window.centralWidget()

    assert isinstance(asks, Unlocking)
    assert asks.field.hasFocus()
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: not isinstance(window.centralWidget(), Unlocking))
    until(lambda: "Carry on" in read(window))


def test_a_disk_that_hangs_keeps_nobody_out_and_nothing_in_sight(
    window: Window, gate: Gate, hands: Hands
) -> None:
    """All that changes what opens the answers waits for it, and proving oneself does not."""
    disk = StuckDisk(window.bridge.desk.runs.list)
    window.bridge.session.note("k-one", "What they told me")
    gate.lock_now()
    assert window.is_veiled
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: not window.is_covered)

    assert window.bridge.session.answers["k-one"].note == "What they told me"
    disk.let_go()


def test_what_was_hidden_is_locked_too(
    window: Window, gate: Gate, hands: Hands, places: Places
) -> None:
    """F12, then ten minutes: whoever came lifted the sheet and read it."""
    hands.press(Key.Key_F12)
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    gate.lock_now()
    assert window.is_veiled
    hands.press(Key.Key_F12)
    assert window.is_veiled

    hands.write(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: not window.is_covered)
    assert window.frame.isVisible()


def test_closing_on_it_is_asked_twice(window: Window, veiled: Veil) -> None:
    """Whoever only wants the computer off must know that something goes with it."""
    assert not window.close()
    assert "Not closed: something is not saved yet." in read(window)
    assert window.is_veiled
    assert window.close()


def test_what_one_was_told_is_told_whoever_comes_next_too(
    window: Window, gate: Gate, hands: Hands, places: Places
) -> None:
    """They had pressed the cross and stayed: the next one closed on it, at the lock, unasked."""
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    assert not window.close()
    gate.lock_now()

    assert not window.close()
    assert "Not closed: something is not saved yet." in read(window)
    assert window.close()


def test_it_falls_again_on_whoever_lifted_it_without_a_key(
    soon_idle: None, window: Window, gate: Gate, places: Places
) -> None:
    """By voice, or through a screen reader, no key is pressed: it was never locked any more."""
    window.bridge.desk.lock.choose(WORDS).result()
    window.start("tiny")
    Hands(window).on_page("The post")
    places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    gate.watch()
    until(lambda: window.is_veiled)
    field = _field(window)
    field.setText(WORDS)
    field.returnPressed.emit()
    until(lambda: not window.is_covered)

    until(lambda: window.is_veiled)
