"""A paper or a file under way when its page is left: it comes all the same, and is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.hands import ALT, CTRL, Hands, Key, press, until, words
from tests.ui.paper_hands import name_file, put
from wizard.desk.desk import Desk
from wizard.session import Session
from wizard.ui.pages.school import SchoolPage
from wizard.ui.shell.window import Window

Leaving = Callable[[Window, Hands], None]

pytestmark = pytest.mark.usefixtures("usual_size_after")


@pytest.fixture
def may_go_on(window: Window) -> Iterator[Event]:
    """What is done beside the window waits for this."""
    event = Event()
    window.bridge.in_background(event.wait)
    yield event
    event.set()


def go_home(window: Window, hands: Hands) -> None:
    """Go home by its key."""
    hands.press(Key.Key_Home, ALT)
    hands.on_page("Before You Post")


def write_larger(window: Window, hands: Hands) -> None:
    """Have larger letters by their key: every page is made anew."""
    old = window.frame.stage.page
    hands.press(Key.Key_Plus, CTRL)
    until(lambda: window.frame.stage.page is not old)


leaving = pytest.mark.parametrize("leave", [go_home, write_larger])


@leaving
def test_a_paper_comes_although_its_page_is_gone(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path, leave: Leaving
) -> None:
    """It was dropped without a word; the colours of the evening did the same."""
    path = tmp_path / "for SLT.pdf"
    press(hands, "Save PDF for SLT")
    name_file(window, path)
    leave(window, hands)
    until(lambda: "Saved as for SLT.pdf." in words(window))

    assert path.exists()
    assert [one.path for one in desk.papers.made_of().result()] == [path]
    assert "Something needs your attention" not in words(window)
    until(lambda: "for SLT.pdf" in words(hands.page) or "The papers you made" in words(hands.page))


@leaving
def test_a_paper_that_can_not_be_written_is_told_although_its_page_is_gone(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path, leave: Leaving
) -> None:
    """Somebody believed that they had it."""
    (tmp_path / "no folder").write_text("a file")
    press(hands, "Save PDF for SLT")
    name_file(window, tmp_path / "no folder" / "for SLT.pdf")
    leave(window, hands)

    until(lambda: window.frame.sentence.startswith("The file was not saved"))
    assert desk.papers.made_of().result() == ()


def test_a_second_paper_waits_for_the_first(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """It was never made, and the page told only of the first."""
    for whom in ("SLT", "me"):
        press(hands, f"Save PDF for {whom}")
        name_file(window, tmp_path / f"for {whom}.pdf")
    until(lambda: "Saved as for me.pdf." in words(window))

    assert "Saved as for SLT.pdf." in words(window)
    made = {one.reader: one.path for one in desk.papers.made_of().result()}
    assert made == {"slt": tmp_path / "for SLT.pdf", "me": tmp_path / "for me.pdf"}


def test_a_second_paper_of_one_name_comes_beside_the_first(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Nothing lay there when it was asked for: SLT's went over the private one, unasked."""
    for whom in ("me", "SLT"):
        press(hands, f"Save PDF for {whom}")
        name_file(window, tmp_path / "paper.pdf")
    until(lambda: "Saved as paper (2).pdf." in words(window))

    made = {one.reader: one.path for one in desk.papers.made_of().result()}
    assert made == {"me": tmp_path / "paper.pdf", "slt": tmp_path / "paper (2).pdf"}
    assert all(path is not None and path.exists() for path in made.values())


@pytest.mark.parametrize(
    ("folder", "told"), [(".", "Saved as all.zip."), ("no folder", "The file was not saved")]
)
@leaving
def test_what_came_of_a_file_is_told_although_its_page_is_gone(
    session: Session, window: Window, hands: Hands, may_go_on: Event, tmp_path: Path,
    leave: Leaving, folder: str, told: str,
) -> None:  # fmt: skip
    """A full disk took everything about somebody, who had gone home meanwhile."""
    (tmp_path / "no folder").write_text("a file")
    window.more.show_everything()
    press(hands, "Save everything")
    name_file(window, tmp_path / folder / "all.zip")
    leave(window, hands)
    may_go_on.set()
    until(lambda: window.frame.sentence.startswith(told))

    assert ("needs your attention" in words(window)) is (folder != ".")


def test_a_second_file_is_not_asked_for_before_the_first_is_there(
    session: Session, window: Window, hands: Hands, may_go_on: Event, tmp_path: Path
) -> None:
    """A place was asked for, and nothing was put there."""
    window.more.show_everything()
    press(hands, "Save everything")
    name_file(window, tmp_path / "all.zip")
    press(hands, "Save everything")

    assert window.findChild(QFileDialog) is None
    assert "Writing the file" in words(window)
    may_go_on.set()
    until(lambda: "Saved as all.zip." in words(window))


def test_what_is_good_to_know_goes_with_its_page(
    session: Session, window: Window, hands: Hands
) -> None:
    """It took a quarter of each further page in large letters; what went wrong stays."""
    window.bridge.done.emit("Saved as mine.pdf.")
    window.bridge.failed.emit("The disk is full.")
    window.bridge.done.emit("Saved as mine.pdf.")
    go_home(window, hands)
    assert window.frame.sentence == "The disk is full."
    press(hands, "Hide this")
    window.bridge.done.emit("Saved as mine.pdf.")
    assert window.frame.sentence == "Saved as mine.pdf."
    hands.press(Key.Key_F1)

    assert window.frame.sentence == ""


def test_a_page_that_goes_leaves_its_dialog_open(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """What came by itself took the page from under it: the program crashed, and on a shared
    computer all answers went with it.
    """
    press(hands, "Save PDF for me")
    until(lambda: window.findChild(QFileDialog) is not None)
    window.show_school()
    until(lambda: isinstance(window.frame.stage.page, SchoolPage))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()

    path = tmp_path / "for me.pdf"
    put(window, path)
    until(lambda: window.bridge.files.under_way is None)
    assert path.read_bytes().startswith(b"%PDF-")
    until(lambda: window.findChild(QFileDialog) is None)
