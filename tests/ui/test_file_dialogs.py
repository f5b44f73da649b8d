"""Dialogs of files: a name gets its ending before anybody is asked about replacing a file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QToolButton

from tests.ui.hands import until
from wizard.ui import file_dialogs
from wizard.ui.shell.window import Window


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
