"""Several people at one login: who are you, your own answers, somebody new, somebody gone."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Timer

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import CTRL, Hands, Key, until
from tests.ui.locking_up import lock_with, unlock
from tests.ui.taking_names import HERS, fill, go_apart, take_a_name, words
from wizard.desk.lock.people import people
from wizard.desk.lock.state import State, state
from wizard.desk.places import Places
from wizard.ui.gate.choosing import Choosing
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window

LOOKS = 200
"""Milliseconds in which a window that is being unlocked has looked several times."""

HIS = "eight noisy herons"


def _chooser(window: Window) -> Choosing:
    asks = window.centralWidget()
    assert isinstance(asks, Choosing)
    return asks


def _locked_on_sian(window: Window) -> Hands:
    hands = Hands(window)
    go_apart(window, hands)
    hands.press(Key.Key_L, CTRL)
    until(lambda: "Answers of Siân" in words(window))
    return hands


def test_what_one_was_opening_does_not_open_before_the_next(
    window: Window, gate: Gate, places: Places
) -> None:
    """Pressed as a busy window looked whether it was open: one's answers stood before the next."""
    hands = _locked_on_sian(window)
    hands.write(HERS)
    hands.press(Key.Key_Return)
    hands.tab_to("I am somebody else")
    hands.press(Key.Key_Space)
    since = QElapsedTimer()
    since.start()
    while since.elapsed() < LOOKS:
        # What was left goes only once Qt comes to rest, and is at work until then.
        QApplication.processEvents()

    _chooser(window)


def test_a_name_pressed_as_another_is_made_takes_no_recovery_code_away(
    window: Window, gate: Gate, places: Places
) -> None:
    """It went on to the other's passphrase, and the code was shown to nobody."""
    hands = _locked_on_sian(window)
    hands.tab_to("I am somebody else")
    hands.press(Key.Key_Space)
    until(lambda: "Who are you?" in words(window))
    hands.tab_to("Add a person")
    hands.press(Key.Key_Space)
    fill(hands, ("Name", "Passphrase", "The same once more"), "Owen", HIS)
    hands.press(Key.Key_Return)
    hands.tab_to("Siân")
    hands.press(Key.Key_Space)

    until(lambda: "recovery sheet" in hands.name)


def test_a_second_person_comes_and_each_finds_their_own(
    window: Window, gate: Gate, places: Places
) -> None:
    """By keyboard: take a name, lock, somebody else adds theirs, and nobody sees the other's."""
    hands = Hands(window)
    go_apart(window, hands)
    assert state(places.data) is State.NEW
    assert "This is how it is now." in words(window)
    assert "It is a shared computer" not in words(window)
    hands.press(Key.Key_L, CTRL)
    until(lambda: "Answers of Siân" in words(window))

    hands.tab_to("I am somebody else")
    hands.press(Key.Key_Space)
    until(lambda: "Who are you?" in words(window))
    assert hands.name == "Siân"
    hands.tab_to("Add a person")
    hands.press(Key.Key_Space)
    fill(hands, ("Name", "Passphrase", "The same once more"), "Łukasz & Co <b>", HIS)
    hands.press(Key.Key_Return)
    until(lambda: "recovery sheet" in hands.name)
    hands.on_page("Whose computer is this?")
    window.leave_aside()
    runs = window.bridge.desk.runs
    assert runs.list().result() == ()
    assert [one.name for one in people(places.data)] == ["Siân", "Łukasz & Co <b>"]

    gate.lock_now()
    until(lambda: "Answers of Łukasz & Co <b>" in words(window))
    hands.tab_to("I am somebody else")
    hands.press(Key.Key_Space)
    until(lambda: "Łukasz && Co <b>" in words(window))
    assert hands.name == "Siân"
    hands.press(Key.Key_Space)
    until(lambda: "Answers of Siân" in words(window))
    hands.write(HIS)
    hands.press(Key.Key_Return)
    until(lambda: "That is not" in words(window))
    hands.write(HERS)
    hands.press(Key.Key_Return)
    until(lambda: hands.name == "Carry on, Tiny")


def test_the_next_start_asks_who_it_is(window: Window, gate: Gate, places: Places) -> None:
    """Names, and nothing of anybody's answers."""
    go_apart(window, Hands(window))
    gate.close()
    other = Window()
    other.show()
    Gate(other, places).begin()

    assert [one.name for one in people(places.data)] == ["Siân"]
    _chooser(other)
    assert "Tiny" not in words(other)
    other.close()
    other.deleteLater()


def test_whoever_is_forgotten_is_asked_for_no_more(
    window: Window, gate: Gate, places: Places
) -> None:
    """It asks once more first; after the last one the login is as it was at the beginning."""
    hands = Hands(window)
    go_apart(window, hands)
    hands.tab_to("Forget me on this computer")
    hands.press(Key.Key_Space)
    hands.tab_to("Yes, for good, Forget me on this computer")
    hands.press(Key.Key_Space)
    hands.on_page("Before You Post")

    assert people(places.data) == ()
    assert window.bridge.desk.runs.list().result() == ()


def _write_school(window: Window, hands: Hands) -> None:
    """Name the school and do not save it."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.write("Ysgol Glan Morfa")


def test_the_school_half_written_is_there_for_whoever_just_took_a_name(window: Window) -> None:
    """It was kept for the login, which has other answers now, and nobody saw it again."""
    hands = Hands(window)
    go_apart(window, hands)
    _write_school(window, hands)
    hands.press(Key.Key_L, CTRL)
    until(lambda: "Answers of Siân" in words(window))
    unlock(window, hands, HERS)

    draft = window.bridge.desk.school.draft
    assert draft is not None
    assert draft.school.name == "Ysgol Glan Morfa"


def test_a_lock_that_falls_as_somebody_takes_a_name_knows_whose_it_is(
    window: Window, gate: Gate
) -> None:
    """It stood there as that of the old place; what was written of the school went with that."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    lock_with(window, hands, HIS)
    slow = StuckDisk(window.bridge.desk.runs.list)
    take_a_name(hands)
    _write_school(window, hands)
    Timer(0.1, slow.let_go).start()
    gate.lock_now()
    until(lambda: "Answers of Siân" in words(window))

    unlock(window, hands, HERS)
    draft = window.bridge.desk.school.draft
    assert draft is not None
    assert draft.school.name == "Ysgol Glan Morfa"


def test_the_school_half_written_goes_with_whoever_is_forgotten(window: Window, gate: Gate) -> None:
    """Whoever comes next at this login would have found it in their own profile."""
    hands = Hands(window)
    go_apart(window, hands)
    _write_school(window, hands)
    gate.forget()
    hands.on_page("Before You Post")

    assert window.bridge.desk.school.draft is None


def test_nobody_is_forgotten_while_they_take_their_answers_along(
    window: Window, gate: Gate, places: Places
) -> None:
    """Asked to take them along first, and told yes too soon: there was no file and no answers."""
    hands = Hands(window)
    go_apart(window, hands)
    writing: Future[None] = Future()
    window.bridge.files.add(writing)
    gate.forget()
    assert "A file is still being written. Nothing was deleted" in words(window)
    assert list((places.data / "people").iterdir())

    writing.set_result(None)
    gate.forget()
    hands.on_page("Before You Post")
    assert not list((places.data / "people").iterdir())


def test_who_could_not_be_taken_away_can_come_in_again(
    window: Window, gate: Gate, places: Places
) -> None:
    """The folder was gone: a window with one sentence and no button was all that was left.

    What they had written of the school went for a deletion that never was.
    """
    hands = Hands(window)
    go_apart(window, hands)
    _write_school(window, hands)
    away = (places.data / "people").rename(places.data / "away")
    gate.forget()
    until(lambda: "is gone. Put it back" in words(window))
    away.rename(places.data / "people")
    hands.write(HERS)
    hands.press(Key.Key_Return)
    until(lambda: hasattr(window, "frame"))
    hands.on_page("Before You Post")

    assert len(window.bridge.desk.runs.list().result()) == 1
    assert window.bridge.desk.school.draft is not None


def test_a_name_that_is_taken_is_told_beneath_it(window: Window, gate: Gate) -> None:
    """What was typed stays; nothing half made is left."""
    hands = Hands(window)
    go_apart(window, hands)
    gate.lock_now()
    until(lambda: "Answers of Siân" in words(window))
    hands.tab_to("I am somebody else")
    hands.press(Key.Key_Space)
    until(lambda: "Who are you?" in words(window))
    hands.tab_to("Add a person")
    hands.press(Key.Key_Space)
    fill(hands, ("Name", "Passphrase", "The same once more"), "siân", HIS)
    hands.press(Key.Key_Return)
    until(lambda: "is called siân already" in words(window))
    fields = window.findChildren(QLineEdit)
    assert {field.text() for field in fields} == {"siân", HIS}

    hands.tab_to("Name")
    hands.press(Key.Key_A, CTRL)
    hands.write("Mair")
    hands.tab_to("Passphrase")
    hands.press(Key.Key_A, CTRL)
    hands.write("short")
    hands.tab_to("The same once more")
    hands.press(Key.Key_A, CTRL)
    hands.write("short")
    hands.press(Key.Key_Return)
    until(lambda: "at least" in words(window))


def test_the_lock_fits_a_small_screen_with_very_large_letters(window: Window, gate: Gate) -> None:
    """At 400 % it scrolls, up to what was wrong; the window does not grow off the screen."""
    hands = Hands(window)
    go_apart(window, hands)
    window.choose_size(400)
    window.resize(1280, 720)
    gate.lock_now()
    until(lambda: "Answers of Siân" in words(window))
    hands.write("not these words")
    hands.press(Key.Key_Return)
    until(lambda: "That is not the passphrase" in words(window))
    least, high = window.minimumSizeHint().height(), window.height()
    window.choose_size(100)

    assert (least < 400, high) == (True, 720)
