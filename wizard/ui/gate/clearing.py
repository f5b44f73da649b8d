"""Clears away what stands before the window: open menus, dialogs, and what a dialog asks.

Qt's dialogs ask from within.  While "replace it?" waits for its answer, the dialog that asks is
still at work: taken away with its page it would end the program.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.parting import PAUSE, depth

PATIENCE = 2.0
"""Seconds after which it is done all the same: what is to be locked must be locked."""


class Clearing(QObject):
    """Clears the way, and then does ``act`` once: at once where nothing is asked from within."""

    def __init__(self, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._act, self._until = act, monotonic() + PATIENCE
        self._depth = depth() + 1
        self._go_on()

    def _go_on(self) -> None:
        now = depth()
        if now <= 1 or monotonic() > self._until:
            _close_all()
            self.deleteLater()
            self._act()
            return
        if now < self._depth:
            # One step at a time: what asks is only gone once Qt has come out of it.
            self._depth = now
            if QApplication.activePopupWidget() is not None:
                _close_popups()
            elif (asking := QApplication.activeModalWidget()) is not None:
                _close(asking)
            else:
                # Words that somebody drags with the mouse: what they come from must not go first.
                QDrag.cancel()
        QTimer.singleShot(PAUSE, self, self._go_on)


def _close_all() -> None:
    _close_popups()
    while (dialog := QApplication.activeModalWidget()) is not None:
        _close(dialog)


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _close(dialog: QWidget) -> None:
    # As by its own cross.  One that is only rejected gives no button as the answer, and Qt's
    # dialog of files takes all but "No" for leave to delete a file.
    if not dialog.close():
        dialog.hide()
