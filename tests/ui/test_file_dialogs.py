"""Dialogs of files: a name gets its ending before anybody is asked about replacing a file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QToolButton

from tests.ui.hands import Key, until
from wizard.ui import file_dialogs
from wizard.ui.shell.window import Window


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's")
def test_a_name_without_its_ending_is_asked_about_too(window: Window, tmp_path: Path) -> None:
    """GTK's dialog asked about the name as typed: the file that had the ending went unasked.

    Under Qt's own the program ended (std::bad_typeid) at each "No", with all that was open.
    """
    (tmp_path / "week.answers").write_text("all there is of last week")
    chosen: list[Path] = []
    asked: list[str] = []
    offered = tmp_path / "mine.answers"
    dialog = file_dialogs.ask_where(window, "Where?", offered, "(*.answers)", chosen.append)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)

    def keep() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.reject()

    looked = QTimer(interval=2)
    looked.timeout.connect(keep)
    looked.start()
    name = dialog.findChildren(QLineEdit)[0]
    name.setFocus()
    name.setText("week")
    QTimer.singleShot(0, dialog, lambda: QTest.keyClick(name, Key.Key_Return))
    until(lambda: bool(asked))
    looked.stop()

    assert "week.answers" in asked[0]
    assert not chosen
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
