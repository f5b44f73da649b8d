"""What is typed is kept by this program alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.ui.hands import Hands, until
from wizard.session import Session
from wizard.ui.pages.help import HelpPage
from wizard.ui.pages.school import SchoolPage
from wizard.ui.shell.window import Window

KEEP = Qt.InputMethodHint.ImhSensitiveData


def test_no_keyboard_learns_what_is_typed(session: Session, window: Window, hands: Hands) -> None:
    """One that offers words as one types keeps them, for whoever types next at this login."""
    asked: dict[str, bool] = {}

    def look() -> None:
        for kind in (QLineEdit, QPlainTextEdit):
            for field in window.findChildren(kind):
                asked[field.accessibleName()] = bool(field.inputMethodHints() & KEEP)

    for place in ("k-second", "review", "outcome"):
        window.go(place)
        look()
    window.show_help()
    until(lambda: isinstance(window.frame.stage.page, HelpPage))
    look()
    window.show_school()
    until(lambda: isinstance(window.frame.stage.page, SchoolPage))
    look()

    assert {"What does it say?", "Your name", "What is it called?"} <= set(asked)
    assert [name for name, is_asked in asked.items() if not is_asked] == []
