"""A disk that hangs, as a share does: what has to happen at the window happens all the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, until
from tests.ui.hands import words as read
from tests.ui.locking_up import WORDS
from wizard.desk.lock.people import NAME_FILE
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.greeting import Greeting
from wizard.ui.shell.window import Window


def test_a_lock_waits_for_no_disk_with_everything_in_sight(
    window: Window, gate: Gate, hands: Hands
) -> None:
    """The window stood still with the answers in it, and took no key, as long as the disk did."""
    disk = StuckDisk(window.bridge.desk.runs.list)
    window.bridge.session.note("k-one", "Ask the office")
    gate.lock_now()

    assert window.is_veiled
    assert "not saved yet" in read(window)
    disk.let_go()
    until(lambda: not window.is_covered)
    assert isinstance(window.centralWidget(), Unlocking)


def test_the_cross_waits_for_no_disk(window: Window, hands: Hands) -> None:
    """It did nothing, and the program could only be killed with what was written."""
    disk = StuckDisk(window.bridge.desk.runs.list)
    window.bridge.session.note("k-one", "Ask the office")

    assert not window.close()
    assert "Not closed" in read(window)
    disk.let_go()
    until(lambda: "Not closed" not in read(window))
    assert window.close()


class Covered(QObject):
    """Sees something being painted where a page no longer stands."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page, self.is_seen = page, False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """See whatever is painted."""
        if event.type() is QEvent.Type.Paint:
            self.is_seen |= not (isValid(self._page) and self._page.isVisible())
        return False


@pytest.mark.skipif(os.name != "posix", reason="a pipe stands for a file that does not come")
def test_what_is_locked_is_out_of_sight_before_the_disk_says_whose_it_is(
    window: Window, gate: Gate, application: QApplication
) -> None:
    """The name above the passphrase is read from it: as long as it hung everything stood there."""
    window.bridge.desk.lock.choose_apart("Siân", WORDS).result()
    gate.watch()
    window.start("tiny")
    Hands(window).on_page("The post")
    name, covered, seen = (
        window.bridge.desk.lock.places.answers / NAME_FILE,
        Covered(window.frame),
        [],
    )
    name.unlink()
    os.mkfifo(name)

    def answer() -> None:
        while name.is_fifo():
            with suppress(OSError), name.open("wb") as out:
                seen.append(covered.is_seen)
                out.write(b"Nobody\n")

    disk = Thread(target=answer, daemon=True)
    disk.start()
    application.installEventFilter(covered)
    gate.lock_now()
    application.removeEventFilter(covered)
    pipe = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    name.unlink()
    disk.join()
    os.close(pipe)

    assert isinstance(window.centralWidget(), Unlocking)
    assert seen
    assert all(seen)


class Painted(QObject):
    """Lets a disk go once what stands before the answers is painted."""

    def __init__(self, disk: StuckDisk, before: type[QWidget]) -> None:
        super().__init__()
        self._disk, self._before, self.is_seen = disk, before, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """See a part of that kind being painted."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, self._before):
            self.is_seen = watched.isVisible()
            self._disk.let_go()
        return False


def test_what_is_locked_is_out_of_sight_before_the_disk_is_waited_for(
    window: Window, gate: Gate, hands: Hands, application: QApplication
) -> None:
    """All that was to be hidden stood on the screen until the store was closed."""
    disk = StuckDisk(window.bridge.desk.runs.list)
    painted = Painted(disk, QLineEdit)
    application.installEventFilter(painted)
    window.bridge.desk.runs.list()
    gate.lock_now()
    application.removeEventFilter(painted)

    assert painted.is_seen


@pytest.mark.parametrize("does", [Gate.share, Gate.forget, lambda gate: gate.speak("cy")])
def test_what_closes_the_answers_has_them_out_of_sight_before_the_disk_is_waited_for(
    does: Callable[[Gate], None],
    window: Window,
    gate: Gate,
    application: QApplication,
    english_after: None,
) -> None:
    """Another language was chosen, and the page stood there with no lock until the disk let go."""
    window.start("tiny")
    Hands(window).on_page("The post")
    disk = StuckDisk(window.bridge.desk.runs.list)
    painted = Painted(disk, Greeting)
    application.installEventFilter(painted)
    window.bridge.desk.runs.list()
    does(gate)
    application.removeEventFilter(painted)

    assert painted.is_seen
