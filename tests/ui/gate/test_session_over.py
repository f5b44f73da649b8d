"""The session ends where nothing is kept: nobody is asked, and the next start tells it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject

from tests.ui.gate.test_left_behind import answer, keep_nothing
from tests.ui.hands import Hands, press, until, words
from tests.ui.paper_hands import name_file
from tests.ui.test_signed_sheet import decide
from wizard.desk.handover import carrying
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.shell.window import Window

TAKEN = "while some answers were in no file. They are lost"


@pytest.fixture
def window(window: Window, temporary: Path) -> Window:
    """A window on a shared computer, with one answer in it."""
    keep_nothing(window)
    answer(window, "yes")
    return window


@pytest.mark.parametrize("is_taken", [False, True])
def test_what_the_end_of_the_session_took_is_told_by_the_next_start(
    window: Window, tmp_path: Path, is_taken: bool
) -> None:
    """Logging off took an hour's work, and nobody was told, ever.

    The window can not stay open for it: whoever comes next would read on in it.
    """
    if is_taken:
        carrying.take(window.bridge.desk, tmp_path / "mine.answers", "three plain words")
    assert window.end()

    window.more.tell_of_before(None)
    assert (TAKEN in window.frame.sentence) is not is_taken
    window.frame.message.hide()
    window.more.tell_of_before(None)
    assert window.frame.message.isHidden(), "it is told once"


def test_half_a_decision_that_the_session_took_is_told_too(window: Window, tmp_path: Path) -> None:
    """All answers were in a file, and what was begun of a decision in none."""
    hands = Hands(window)
    window.go("outcome")
    press(hands, "Save PDF for SLT")
    name_file(window, tmp_path / "slt.pdf")
    until(lambda: "Saved as slt.pdf." in words(window))
    carrying.take(window.bridge.desk, tmp_path / "mine.answers", "three plain words")
    decide(window, hands)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair")

    assert window.end()
    window.more.tell_of_before(None)
    assert TAKEN in window.frame.sentence


@pytest.mark.parametrize("then", ["sign out anyway", "close once more", "take along"])
def test_whoever_signs_out_over_what_is_asked_is_told_too(
    window: Window, tmp_path: Path, then: str
) -> None:
    """Windows asks in the program's place, names it, and ends it without a word."""
    assert not window.close()
    if then == "close once more":
        assert window.close()
    elif then == "take along":
        page = window.frame.stage.page
        assert isinstance(page, EverythingPage)
        page.desk.save(tmp_path / "all.zip")
        until(lambda: not window.frame.sentence)

    window.more.tell_of_before(None)
    assert (TAKEN in window.frame.sentence) is (then == "sign out anyway")


def test_a_session_does_not_wait_for_what_can_be_saved_nowhere(
    window: Window, temporary: Path
) -> None:
    """Its folder had gone: the window stayed open, with every word, before whoever came next."""
    (folder,) = temporary.iterdir()
    folder.rename(folder.with_name("away"))
    window.bridge.session.note("k-one", "further words")

    assert window.end()
    window.more.tell_of_before(None)
    assert TAKEN in window.frame.sentence


class _Closing(QObject):
    """Lets go on what waits as soon as the window is asked to close."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.has_begun = Event()
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what happens to the window."""
        if event.type() is QEvent.Type.Close:
            self.has_begun.set()
        return False


def test_a_session_that_ends_waits_a_moment_for_the_file(window: Window, tmp_path: Path) -> None:
    """Saved as the bell rang, what was to be taken along was in no file, and nowhere else."""
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    # What comes before it on the same thread takes its time.
    window.bridge.in_background(_Closing(window).has_begun.wait)
    page.desk.save(tmp_path / "all.zip")

    assert window.end()
    assert (tmp_path / "all.zip").exists()
    window.more.tell_of_before(None)
    assert window.frame.message.isHidden()
