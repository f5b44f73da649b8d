"""The keys that hide everything, whatever else is open over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.hands import CTRL, NONE, SHIFT, Hands, Key, until
from wizard.session import Session
from wizard.ui.shell.window import Window

KEYS = [(Key.Key_F12, NONE), (Key.Key_H, CTRL | SHIFT)]


@pytest.mark.parametrize(("key", "with_it"), KEYS)
def test_an_open_menu_does_not_keep_the_screen_in_sight(
    key: Key, with_it: Qt.KeyboardModifier, session: Session, window: Window, hands: Hands
) -> None:
    """A menu takes all keys to itself; the one that matters most must work all the same."""
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    until(menu.isVisible)
    QTest.keyClick(menu, key, with_it)

    assert "post" not in window.windowTitle().lower()
    assert QApplication.activePopupWidget() is None
