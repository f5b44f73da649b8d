"""Hides everything at once: a plain sheet over the whole window, and a plain title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.ui.parts.buttons import PlainButton
from wizard.words import say


class Curtain(QWidget):
    """Covers menus and pages; its one button, or the same keys, take it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._title = ""
        self._focus: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        rows = QVBoxLayout(self)
        self._button = PlainButton(say("ui.curtain.open"), "", self)
        self._button.clicked.connect(self.turn)
        rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        window.installEventFilter(self)
        self.hide()

    def turn(self) -> None:
        """Cover the window, or show it again as it was."""
        if self.isVisible():
            self.hide()
            self._window.setWindowTitle(self._title)
            if self._focus is not None and isValid(self._focus):
                self._focus.setFocus()
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            # A menu or an open picker would stand before the sheet.
            popup.close()
        self._title, self._focus = self._window.windowTitle(), self._window.focusWidget()
        self._window.setWindowTitle(say("ui.curtain.title"))
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._button.setFocus()

    def put_behind(self, title: str, focus: QWidget) -> None:
        """Show this title, and give this the focus, once the sheet is gone."""
        self._title, self._focus = title, focus

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False


def change_behind(window: QWidget, title: str, focus: QWidget) -> None:
    """Give a window a title and a focus: at once or, where it is covered, when that ends."""
    curtain = window.findChild(Curtain)
    if curtain is not None and curtain.isVisible():
        curtain.put_behind(title, focus)
    else:
        window.setWindowTitle(title)
        focus.setFocus()


def turn(window: QWidget) -> None:
    """Cover a window, or show it again; the sheet is made when it is first wanted."""
    (window.findChild(Curtain) or Curtain(window)).turn()
