"""Files that are asked for: where they go if something came there after somebody was asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QFileDialog

from tests.ui.hands import Hands, Key, until, words
from wizard.desk.assessment.out_there import words_in
from wizard.exchange.carry_file import write_carried
from wizard.session import Session
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.parts.outcome.ahead import calendar_desk
from wizard.ui.shell.window import Window

SECRET = "three plain words"


def _at_everything(window: Window, hands: Hands) -> EverythingPage:
    """Answer something, and come to the page with a passphrase chosen for the file."""
    hands.press(Key.Key_2)
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    for label in ("Choose a passphrase for the file", "The passphrase of the file once more"):
        hands.tab_to(label)
        hands.write(SECRET)
    return page


def test_nothing_goes_that_came_after_the_place_was_chosen(
    session: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """Nobody was asked about it: there was nothing to replace when they were."""
    page = _at_everything(window, hands)
    before = Event()
    window.bridge.in_background(before.wait)
    along, archive = tmp_path / "mine.answers", tmp_path / "mine.zip"
    page.along.save(along)
    page.desk.save(archive)
    along.write_bytes(b"a colleague's")
    archive.write_bytes(b"a colleague's")
    before.set()
    until(lambda: words(window).count("Saved as mine") == 2)

    assert "Saved as mine (2).answers." in words(window)
    assert "Saved as mine (2).zip." in words(window)
    assert along.read_bytes() == archive.read_bytes() == b"a colleague's"
    assert {one.name for one in tmp_path.glob("mine (2).*")} == {"mine (2).answers", "mine (2).zip"}


def _tells(window: Window, sentence: str) -> bool:
    return sentence in words(window)


def test_last_weeks_file_is_offered_no_name_of_and_stays(
    session: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """It had the same name each week: one yes to "Replace it?", and last week was gone."""
    page = _at_everything(window, hands)
    last_week = write_carried([b"{}"], SECRET)
    for desk, name in ((page.along, "My answers.answers"), (page.desk, "Everything.zip")):
        path = tmp_path / name
        path.write_bytes(last_week)
        desk.save(path)
        until(partial(_tells, window, f"{name} holds answers already"))
        assert path.read_bytes() == last_week

    page.desk.button.click()
    (dialog,) = window.findChildren(QFileDialog)
    day = window.bridge.desk.today.isoformat()
    assert [Path(one).name for one in dialog.selectedFiles()] == [f"Everything about me {day}.zip"]
    dialog.done(0)


def test_a_copy_elsewhere_says_what_it_lacks(
    session: Session, window: Window, tmp_path: Path
) -> None:
    """It was taken for all there is, and came home without what SLT had decided."""
    window.more.save_elsewhere()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mine.json"))
    dialog.done(0)

    until(lambda: "Saved as mine.json. What SLT decided" in words(window))


def _saves_behind_another(window: Window, path: Path) -> Event:
    """Choose a place for a copy elsewhere while another file is drawn, until what is returned."""
    may_go_on = Event()

    def wait() -> None:
        may_go_on.wait()

    window.bridge.files.draw(wait)
    window.more.save_elsewhere()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)
    return may_go_on


def test_a_copy_elsewhere_holds_up_no_window(
    session: Session, window: Window, tmp_path: Path
) -> None:
    """On a stick that hung nothing could be covered, locked or closed, with words on no disk."""
    path = tmp_path / "mine.json"
    may_go_on = _saves_behind_another(window, path)

    assert not path.exists()
    assert not window.close()
    assert "a file is still being written" in words(window)
    may_go_on.set()
    until(lambda: "Saved as mine.json." in words(window))
    assert path.exists()


def test_a_copy_elsewhere_goes_over_nothing_that_came_since(
    session: Session, window: Window, tmp_path: Path
) -> None:
    """It waits for the papers before it: a colleague's file of that name went unasked."""
    path = tmp_path / "mine.json"
    may_go_on = _saves_behind_another(window, path)
    path.write_bytes(b"a colleague's")
    may_go_on.set()

    until(lambda: "Saved as mine (2).json." in words(window))
    assert path.read_bytes() == b"a colleague's"


def test_nothing_goes_over_a_file_that_holds_what_could_not_come_in(
    session: Session, window: Window, tmp_path: Path
) -> None:
    """Told that it stays in the file, somebody saved a copy, or a calendar, over it."""
    path = tmp_path / "mine"
    path.write_bytes(b"all there is of last week")
    window.bridge.desk.elsewhere.holds_more(words_in(path))
    window.more.save_elsewhere()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.done(0)
    until(lambda: "mine still holds what could not be brought in here" in words(window))

    told: list[str] = []
    window.bridge.failed.connect(told.append)
    calendar_desk(window.bridge, window).save(path)
    until(lambda: bool(told))
    assert "mine still holds" in told[0]
    assert path.read_bytes() == b"all there is of last week"
