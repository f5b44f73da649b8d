"""What was copied out of the window, and taken back when the answers are locked."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

Mode = QClipboard.Mode


class Clippings(QObject):
    """Watches the clipboard and, on Linux, what was selected last.

    Not every system says whose the clipboard is: what came into it while one of our windows
    had the focus, and is still in it, is ours, too.  A screen reader copies out of a window that
    has none.  Kept is a number for it, never the words.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[Mode, int] = {}
        self._clipboard.changed.connect(self._see)

    def take_back(self) -> None:
        """Empty what still holds words of ours; what is from elsewhere stays."""
        ours, self._ours = self._ours, {}
        for mode, mark in ours.items():
            if hash(self._clipboard.text(mode)) == mark:
                self._clipboard.clear(mode)

    def _see(self, mode: Mode) -> None:
        self._ours.pop(mode, None)
        board = self._clipboard
        owns = board.ownsClipboard() if mode is Mode.Clipboard else board.ownsSelection()
        is_ours = owns or QGuiApplication.focusWindow() is not None
        if is_ours and (text := board.text(mode)):
            self._ours[mode] = hash(text)
