"""Asks where a file goes, or which one it is: the one place that makes dialogs of files.

On Linux the dialog is Qt's own.  GTK's, which Qt would show on GNOME, asks whether to replace
a file by the name as it was typed, and Qt puts the ending on behind it: a file of that name
went without a question.  It lists what was saved for whoever is next at that login, too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from wizard.ui import icons, parting, theme

WIDE, HIGH = 48, 34
"""How large Qt's own dialog opens, in ems."""

MOST = 0.95
"""How much of the screen it may take."""

PICTURES = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "layout-grid",
    "detailModeButton": "list",
}
"""What Qt calls the buttons of its dialog, and our pictures for them: its own are black."""


def ask_where(
    parent: QWidget, title: str, offered: Path, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to put a file, offering a name whose ending it gets at the least."""
    dialog = _dialog(parent, title, offered.parent, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(offered.suffix.removeprefix("."))
    dialog.selectFile(offered.name)
    return _opened(dialog, then)


def ask_which(
    parent: QWidget, title: str, folder: Path, kind: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask which file to open, beginning in a folder.

    Without one Qt begins where its last dialog was, which may have been another person's.
    """
    dialog = _dialog(parent, title, folder, kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, then)


def _dialog(parent: QWidget, title: str, folder: Path, kind: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder), kind)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform == "linux")
    return dialog


def _opened(dialog: QFileDialog, then: Callable[[Path], None]) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(lambda _code: parting.let_go(dialog))
    _dress(dialog)
    dialog.open()
    return dialog


def _dress(dialog: QFileDialog) -> None:
    """Give Qt's own dialog room for its letters, and pictures that are seen on any ground."""
    look = theme.look()
    room = dialog.screen().availableSize() * MOST
    dialog.resize(QSize(look.text(WIDE), look.text(HIGH)).boundedTo(room))
    size = look.text(1.25)
    for button in dialog.findChildren(QToolButton):
        if (name := PICTURES.get(button.objectName())) is not None:
            button.setIcon(QIcon(icons.pixmap(name, look.colours.ink, size)))
            button.setIconSize(QSize(size, size))
