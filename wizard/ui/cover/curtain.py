"""Hides everything at once: a plain sheet in the place of all that is in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wizard.ui import accessible
from wizard.ui.cover.coverable import Coverable, Sheet
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.text import Body
from wizard.ui.shell.keys import HIDE_KEYS, LOCK_KEYS
from wizard.words import say


class Curtain(Sheet):
    """Its one button, or the same keys, end it; Escape says so."""

    def __init__(self, window: Coverable) -> None:
        super().__init__()
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        self._words = Body(parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.hide()
        rows.addWidget(self._words)
        self._button = _OpenButton(say("ui.curtain.open"), "", self)
        self._button.clicked.connect(self.lift)
        rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        # The menus, which have these keys else, wait behind the sheet with all the rest.
        for keys in HIDE_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            # Pressed in a hurry, and held a moment too long, it would show everything again.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.lift)
        # Pressed without a thought: it must not bring back what was hidden in a hurry.
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self._say_how)
        lock = QShortcut(QKeySequence(LOCK_KEYS), self)
        lock.activated.connect(window.lock_wanted)

    def draw(self) -> None:
        """Cover the window: from sight first, and then from all else."""
        self.setParent(self._window)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._window.cover(self, say("ui.curtain.title"))
        self._button.setFocus()

    def tell_kept(self) -> None:
        """Say that the window did not close, and nothing of what is hidden."""
        self._tell(say("ui.close.covered", show=say("ui.curtain.open")))

    def _say_how(self) -> None:
        self._tell(say("ui.curtain.how", show=say("ui.curtain.open"), key=HIDE_KEYS[0]))

    def _tell(self, sentence: str) -> None:
        self._words.setText(sentence)
        self._words.show()
        accessible.announce(self, sentence)

    def lift(self) -> None:
        """Show everything again, unless something else stands here by now."""
        if self._window.sheet is not self:
            return
        # Without a focus in between, nothing scrolls to where it comes back to.
        self._button.clearFocus()
        self._window.uncover()


class _OpenButton(PlainButton):
    """Its own keys alone press it: who hid the page in a hurry may still hold Ctrl."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)


def turn(window: QWidget) -> None:
    """Cover a window, or show it again."""
    assert isinstance(window, Coverable)
    sheet = window.sheet
    if sheet is not None:
        # What waits for a passphrase is lifted by that alone.
        if isinstance(sheet, Curtain):
            sheet.lift()
        return
    while (popup := QApplication.activePopupWidget()) is not None:
        # A menu or an open picker would stand before the sheet.
        popup.close()
    cover(window)


def cover(window: QWidget) -> None:
    """Cover a window; one that is covered stays so."""
    assert isinstance(window, Coverable)
    if not window.is_covered:
        Curtain(window).draw()
