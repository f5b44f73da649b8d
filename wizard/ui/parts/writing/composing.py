"""Words that a keyboard is still composing, underlined: on the screen, and in no field yet.

Many languages are written so, and on touch screens any.  The system puts them into their
field as the focus leaves it; who closes, locks or goes on by a key leaves nothing.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from wizard.ui.parts.writing.fields import LineField, TextField


def take_in(field: QWidget) -> None:
    """Take in what is being composed in a field, as it stands."""
    method = QGuiApplication.inputMethod()
    if not isinstance(field, LineField | TextField):
        method.commit()
        return
    shown, before = field.composed, _words(field)
    method.commit()
    if shown and _words(field) == before:
        # Nothing answered that composes, or it took its words away (ibus-anthy does): what is
        # shown is what was meant.
        event = QInputMethodEvent()
        event.setCommitString(shown)
        QApplication.sendEvent(field, event)


def _words(field: LineField | TextField) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()
