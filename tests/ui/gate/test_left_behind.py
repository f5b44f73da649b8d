"""Closing where nothing is kept: asked once, of what lies nowhere else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.paper_hands import name_file
from wizard.clock import FixedClock
from wizard.desk.handover import carrying, keeping
from wizard.desk.paper.papers import PaperJob
from wizard.model.decision import Decided
from wizard.report.blocks import Report
from wizard.ui.gate import closing
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.shell.window import Window

ASKED = "some answers are in no file yet"


@pytest.fixture
def window(window: Window, temporary: Path) -> Window:
    """A window on a shared computer, with one answer in it."""
    keep_nothing(window)
    answer(window, "yes")
    return window


def keep_nothing(window: Window) -> None:
    """Say that it is a shared computer, and wait until what was lost before was told there."""
    hands = Hands(window)
    window.more.show_computer()
    hands.tab_to("Keep nothing on this computer")
    hands.press(Key.Key_Space)
    hands.on_page("Before You Post")
    told: list[None] = []
    window.bridge.when_done(window.bridge.desk.ready, told.append)
    until(lambda: bool(told))


def answer(window: Window, choice: str) -> None:
    """Answer the first question of a journey, and wait until it is kept."""
    window.start("tiny")
    Hands(window).on_page("The post")
    window.bridge.session.answer("k-one", choice)
    # Nothing is behind, and the footer says so, while it is still on its way to the disk.
    until(lambda: window.bridge.desk.runs.owed() is None)


def asks(window: Window) -> bool:
    """Try to close; return whether it was asked, and led to the file to take along."""
    if window.close():
        return False
    Hands(window).on_page("Everything about me")
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return any(ASKED in text for text in said)


def _save(window: Window, report: Report, path: Path) -> None:
    job = PaperJob(path, report)
    job.make()
    window.bridge.desk.papers.made(job).result()


def test_who_has_nothing_in_a_file_is_asked_once(window: Window) -> None:
    """An hour's work went with one click on the cross."""
    assert asks(window)
    assert window.close()


def test_a_double_click_on_the_cross_is_no_answer(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What asks stood there for 150 ms, and all answers went with the second click."""
    monkeypatch.setattr(closing, "A_READ", 60_000)
    assert asks(window)
    assert asks(window)

    monkeypatch.setattr(closing, "A_READ", 0)
    assert window.close()


def test_what_was_answered_since_is_asked_about_too(window: Window) -> None:
    """Asked once, somebody goes on, and has forgotten it by the evening."""
    assert asks(window)
    answer(window, "no")

    assert asks(window)


def test_who_took_all_along_is_not_asked(window: Window, tmp_path: Path) -> None:
    """A question that is asked for nothing is not read when it matters."""
    carrying.take(window.bridge.desk, tmp_path / "mine.answers", "three plain words")

    assert not asks(window)


def test_who_saved_everything_is_not_asked(window: Window, tmp_path: Path) -> None:
    """It is in the readable archive as well as in the locked file."""
    keeping.Gathering(window.bridge.desk).save(tmp_path / "all.zip")

    assert not asks(window)


def test_who_only_opened_what_they_have_is_not_asked(window: Window, tmp_path: Path) -> None:
    """It still lies in the file that it came from."""
    desk, file = window.bridge.desk, tmp_path / "mine.answers"
    carrying.take(desk, file, "three plain words")
    desk.runs.erase_all().result()
    carrying.bring(desk, file, "three plain words")

    assert not asks(window)


def test_a_note_without_an_answer_is_asked_about(window: Window, tmp_path: Path) -> None:
    """Words are words, whether something was picked above them or not."""
    carrying.take(window.bridge.desk, tmp_path / "mine.answers", "three plain words")
    before = window.bridge.session
    window.start("tiny")
    until(lambda: window.bridge.session is not before)
    window.bridge.session.note("k-one", "I asked the office.")

    assert asks(window)


@pytest.mark.parametrize(
    ("reader", "with_data", "is_asked"),
    [("me", True, False), ("me", False, True), ("slt", True, True)],
)
def test_what_is_all_on_paper_is_not_asked_about(
    window: Window, tmp_path: Path, reader: str, with_data: bool, is_asked: bool
) -> None:
    """Whoever came for the paper has it; the one for SLT leaves private notes out.

    One without answers inside leaves out what is not asked just now, and plans.
    """
    desk, session = window.bridge.desk, window.bridge.session
    report = desk.papers.compose(
        session.pack, session.run, desk.school.profile, reader, with_data=with_data
    )
    _save(window, report, tmp_path / "paper.pdf")

    assert asks(window) is is_asked


def test_what_was_written_after_the_paper_is_asked_about_on_any_clock(
    window: Window, tmp_path: Path
) -> None:
    """The paper does not hold it, also where the clock was put back meanwhile."""
    desk, session = window.bridge.desk, window.bridge.session
    report = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    _save(window, report, tmp_path / "paper.pdf")
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.set(clock.now() - timedelta(days=1))
    session.note("k-one", "Written after the paper")
    until(lambda: not desk.runs.is_behind)

    assert asks(window)


def test_a_decision_recorded_since_is_asked_about(window: Window, tmp_path: Path) -> None:
    """What others decided, with its conditions, was in no file and went with the window."""
    desk, session = window.bridge.desk, window.bridge.session
    report = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    _save(window, report, tmp_path / "paper.pdf")
    (paper,) = desk.papers.made_of(session.run.id).result()
    carrying.take(desk, tmp_path / "mine.answers", "three plain words")
    desk.decisions.record(
        paper, Decided.WITH_CONDITIONS, who="Mair Price", conditions="Cover the faces."
    ).result()
    assert asks(window)
    carrying.take(desk, tmp_path / "mine too.answers", "three plain words")

    assert window.close()


def test_what_was_in_a_file_and_is_in_none_again_is_asked_about(
    window: Window, tmp_path: Path
) -> None:
    """Asked about hours before, it went with the window as its paper had been written over."""
    hands, path = Hands(window), tmp_path / "mine.pdf"
    assert asks(window)
    window.leave_aside()
    window.go("outcome")
    press(hands, "Save PDF for me")
    name_file(window, path)
    until(lambda: window.frame.sentence == "Saved as mine.pdf." or path.exists())
    until(lambda: window.bridge.files.under_way is None)
    path.write_bytes(b"Something else")

    assert asks(window)
    assert window.close()


def test_what_was_asked_stands_there_until_a_file_holds_it(window: Window, tmp_path: Path) -> None:
    """All was saved, and above it stood on that some answers are in no file."""
    assert asks(window)
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    page.desk.save(tmp_path / "all.zip")
    until(lambda: not window.frame.sentence)

    answer(window, "no")
    assert asks(window)
    window.go("outcome")
    press(Hands(window), "Save PDF for SLT")
    name_file(window, tmp_path / "slt.pdf")
    until(lambda: window.bridge.files.under_way is None)
    until(lambda: "Saved as slt.pdf." in words(window))
    assert ASKED in window.frame.sentence


def test_a_file_that_is_being_written_is_waited_for(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closed right after the click, neither the file was there nor the answers.

    Once it is there the cross does what it is for, however short the file took.
    """
    monkeypatch.setattr(closing, "A_READ", 60_000)
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    path, may_go_on = tmp_path / "all.zip", Event()
    # What comes before it on the same thread takes its time.
    window.bridge.in_background(may_go_on.wait)
    page.desk.save(path)
    assert not window.close()
    assert "a file is still being written" in words(window)

    may_go_on.set()
    until(lambda: window.bridge.files.under_way is None)
    assert path.exists()
    until(lambda: "a file is still being written" not in words(window))
    assert window.close()


def test_a_paper_that_is_being_drawn_is_waited_for(window: Window, tmp_path: Path) -> None:
    """It was dropped: closed in the two seconds of its drawing, the paper was nowhere."""
    path, may_go_on = tmp_path / "mine.pdf", Event()

    def wait() -> None:
        may_go_on.wait()

    window.go("outcome")
    # Another is drawn before it, and takes its time.
    window.bridge.files.draw(wait)
    press(Hands(window), "Save PDF for me")
    name_file(window, path)
    closed = window.close()
    may_go_on.set()

    assert not closed
    assert "a file is still being written" in words(window)
    until(lambda: window.bridge.files.under_way is None)
    assert path.exists()
    assert window.close()


def test_who_waits_for_a_paper_elsewhere_is_told_that_it_is_there(
    window: Window, tmp_path: Path
) -> None:
    """The plea to wait stood there for good, and "Saved as" never took the place of it."""
    path, may_go_on = tmp_path / "mine.pdf", Event()

    def wait() -> None:
        may_go_on.wait()

    window.go("outcome")
    window.bridge.files.draw(wait)
    press(Hands(window), "Save PDF for me")
    name_file(window, path)
    window.go_home()
    assert not window.close()
    window.dress()
    assert "a file is still being written" in words(window)
    may_go_on.set()

    until(lambda: window.frame.sentence == "Saved as mine.pdf.")
    assert window.close()


@pytest.mark.parametrize("is_taken", [False, True])
def test_what_was_kept_in_a_folder_that_went_is_asked_about(
    window: Window, temporary: Path, tmp_path: Path, is_taken: bool
) -> None:
    """A clean-up took it: the cross spoke of the other one's last words, and of this one never.

    What SLT decided since it was taken along goes with it, and can not be asked for any more.
    """
    if is_taken:
        carrying.take(window.bridge.desk, tmp_path / "mine.answers", "three plain words")
    window.go_home()
    answer(window, "no")
    (folder,) = temporary.iterdir()
    folder.rename(folder.with_name("away"))
    window.bridge.session.note("k-one", "further words")
    until(lambda: window.frame.footer.is_wrong)

    assert not window.close()
    assert "on no disk" in window.frame.sentence
    assert asks(window)
    assert window.close()
