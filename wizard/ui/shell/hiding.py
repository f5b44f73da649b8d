"""The keys that hide everything, in dialogs too: a dialog keeps the window's keys to itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from wizard.ui.shell.menus import HIDE_KEYS

NAME = "hide"
"""What our keys are called among those that a dialog has of its own."""


class Hiding(QObject):
    """Gives the keys to each dialog of the program as it takes the focus.

    A dialog that the system draws itself has the system's keys only.
    """

    def __init__(self, part: QWidget) -> None:
        """``part`` is anything within the window that is hidden; it lives as long."""
        super().__init__(part)
        self._part = part
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._meet)

    def _meet(self, _old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, NAME) is None:
            for own in dialog.findChildren(QAction):
                # Qt's dialog of files would go to the home folder by one of them.
                if own.shortcut().toString() in HIDE_KEYS:
                    own.setShortcut(QKeySequence())
            for key in HIDE_KEYS:
                shortcut = QShortcut(QKeySequence(key), dialog)
                # In the list that one of its pickers opens, too.
                shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
                shortcut.setObjectName(NAME)
                shortcut.activated.connect(self._hide)

    def _hide(self) -> None:
        from wizard.ui.shell.clearing import Clearing
        from wizard.ui.shell.curtain import cover

        # It may show the names of files, and would stand before the sheet.
        window = self._part.window()
        Clearing(lambda: cover(window), window)
