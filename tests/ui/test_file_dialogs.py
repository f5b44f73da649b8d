"""Dialogs of files: a name gets its ending before anybody is asked about replacing a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QToolButton,
)
from shiboken6 import isValid

from tests.ui.hands import Hands, Key, press, until
from tests.ui.paper_hands import close
from tests.ui.school_hands import open_school
from wizard.session import Session
from wizard.ui import file_dialogs, settings
from wizard.ui.cover.curtain import Curtain
from wizard.ui.shell.window import Window


def while_asked(window: Window, dialog: QFileDialog, act: Callable[[], None]) -> None:
    """Name a file that is there, do something beneath "Replace it?", and say no to it.

    Fails where that question is not the dialog's own any more by then.
    """
    name = dialog.findChildren(QLineEdit)[0]
    name.setText("week")
    deep: list[int] = []

    def look() -> None:
        if QThread.currentThread().loopLevel() < 2:
            return
        looked.stop()
        act()
        # Long enough for what is put away at once to be gone.
        QTimer.singleShot(50, window, answer)

    def answer() -> None:
        deep.append(QThread.currentThread().loopLevel())
        asking = QApplication.activeModalWidget()
        assert asking is not None
        asking.close()

    looked = QTimer(interval=2)
    looked.timeout.connect(look)
    looked.start()
    QTimer.singleShot(0, window, lambda: QTest.keyClick(name, Key.Key_Return))

    until(lambda: bool(deep))
    assert deep == [2]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
def test_the_dialog_is_one_that_asks_about_the_whole_name(window: Window, tmp_path: Path) -> None:
    """GTK's asked about the name as typed: the file that had the ending went without a question.

    Qt's own puts the ending on first.
    """
    offered = tmp_path / "mine.answers"
    dialog = file_dialogs.ask_where(window, "Where?", offered, "(*.answers)", lambda _path: None)

    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.defaultSuffix() == "answers"
    dialog.done(0)
    until(lambda: not window.findChildren(QFileDialog))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
def test_its_buttons_are_those_that_have_pictures_of_ours(window: Window, tmp_path: Path) -> None:
    """Qt's own are black: on a dark ground nobody saw the ways back and up."""
    dialog = file_dialogs.ask_which(window, "Which?", tmp_path, "(*.pdf)", lambda _path: None)
    names = {one.objectName() for one in dialog.findChildren(QToolButton) if one.objectName()}

    assert names >= file_dialogs.PICTURES.keys()
    dialog.done(0)
    until(lambda: not window.findChildren(QFileDialog))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
def test_the_logo_is_not_looked_for_where_somebody_was_before(
    window: Window, hands: Hands, tmp_path: Path
) -> None:
    """Qt knows the last folder as long as the program runs: the next person saw its name."""
    file_dialogs.ask_which(window, "Which?", tmp_path, "(*.pdf)", lambda _path: None)
    close(window)
    settings.forget_paper_folder()
    open_school(window, hands)
    press(hands, "Choose a picture")
    (dialog,) = window.findChildren(QFileDialog)

    assert dialog.directory().absolutePath() != str(tmp_path)
    close(window)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
def test_a_dialog_that_is_put_away_over_its_question_waits_for_it(
    window: Window, tmp_path: Path
) -> None:
    """Told to press "Cancel" by voice, while "Replace it?" stood there, the program ended."""
    (tmp_path / "week.answers").write_text("all there is of last week")
    offered = tmp_path / "mine.answers"
    dialog = file_dialogs.ask_where(window, "Where?", offered, "(*.answers)", lambda _path: None)

    def press_cancel() -> None:
        buttons = dialog.findChild(QDialogButtonBox)
        assert isinstance(buttons, QDialogButtonBox)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    while_asked(window, dialog, press_cancel)

    until(lambda: not window.findChildren(QFileDialog))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
@pytest.mark.usefixtures("usual_size_after")
def test_larger_letters_beneath_a_question_wait_for_it_with_what_they_replace(
    session: Session, window: Window, tmp_path: Path
) -> None:
    """Told by voice, the menus act beneath a dialog: the frame went with it, and the program."""
    (tmp_path / "week.json").write_text("all there is of last week")
    window.more.save_elsewhere()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    frame, acts = window.frame, window.findChildren(QAction)
    larger = next(one for one in acts if one.shortcut().toString() == "Ctrl++")

    while_asked(window, dialog, larger.trigger)

    assert window.frame is not frame
    dialog.done(0)
    until(lambda: not isValid(frame))
    assert (tmp_path / "week.json").read_text() == "all there is of last week"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
@pytest.mark.usefixtures("usual_size_after")
def test_what_was_hidden_comes_back_though_a_dialog_opened_behind_the_sheet(
    window: Window, hands: Hands, tmp_path: Path
) -> None:
    """A page made anew meanwhile waits for its dialog; it went with the sheet, and the program."""
    hands.press(Key.Key_F12)
    dialog = file_dialogs.ask_which(window.frame, "Which?", tmp_path, "(*.pdf)", lambda _path: None)
    window.choose_size(125)
    cover = window.sheet
    assert isinstance(cover, Curtain)
    cover.lift()
    until(lambda: not isValid(cover))

    assert isValid(dialog)
    close(window)
    until(lambda: not isValid(dialog))
