"""What tests of paper do at the window: answer the dialogs, press buttons, read the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from tests.ui import naming, rulers
from tests.ui.hands import Hands, press, until
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.parts.sure import SureButton
from wizard.ui.shell.window import Window


def name_file(window: Window, path: Path) -> None:
    """Answer the dialog that asks where, and go on at once."""
    until(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    close(window)


def put(window: Window, path: Path) -> None:
    """Answer the dialog that asks where, and wait until the file is made."""
    name_file(window, path)
    until(lambda: path.exists() and not any(
        tray.is_making for tray in window.findChildren(PaperTray)))  # fmt: skip


def ask_to_delete(hands: Hands) -> None:
    """Press what deletes, once it is there: all that goes must be known first."""
    until(lambda: any(one.isVisible() for one in hands.window.findChildren(SureButton)))
    press(hands, "Delete my answers from this computer")


def offered(window: Window) -> str:
    """Return the name that the dialog offers, and close it."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    name = Path(dialog.selectedFiles()[0]).name
    close(window)
    return name


def close(window: Window) -> None:
    """Close the dialog; the window has the keyboard again."""
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.done(0)
    until(lambda: not window.findChildren(QFileDialog))
    Hands(window)


def shown(window: Window) -> list[str]:
    """Return what has too little room or the name of something else on the page in sight."""
    assert window.frame.stage.page is not None
    return [*rulers.faults(window), *naming.faults(window.frame.stage.page)]
