"""The keys that hide everything, in dialogs too: a dialog keeps the window's keys to itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from wizard.ui.shell.keys import HIDE_KEYS

NAME = "hide"
"""What our keys are called among those that a dialog has of its own."""


class Hiding(QObject):
    """Gives the keys to each dialog of the program as it takes the focus.

    A dialog that the system draws itself has the system's keys only.
    """

    def __init__(self, part: QWidget) -> None:
        """``part`` is anything within the window that is hidden; it lives as long."""
        super().__init__(part)
        self._part, self._is_off = part, True
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._meet)

    def _meet(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._is_off:
            self._settle()
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
                shortcut.activatedAmbiguously.connect(self._hide)
            dialog.finished.connect(self._settle)
            self._settle()

    def _settle(self) -> None:
        """Leave the keys to the dialogs while there is one.

        Over an open picker those of the window count, too, and of two Qt takes neither.
        """
        tops = QApplication.topLevelWidgets()
        self._is_off = any(isinstance(one, QDialog) and one.isVisible() for one in tops)
        for action in self._part.window().findChildren(QAction):
            if action.shortcut().toString() in HIDE_KEYS:
                action.setEnabled(not self._is_off)

    def _hide(self) -> None:
        from wizard.ui.cover.curtain import cover
        from wizard.ui.gate.clearing import Clearing

        # It may show the names of files, and would stand before the sheet.
        window = self._part.window()
        Clearing(lambda: cover(window), window)
