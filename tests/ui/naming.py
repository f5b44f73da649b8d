"""What the controls of a page are called: seen and heard alike, and once only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from wizard.ui import tab_order
from wizard.ui.parts.question.answer_line import AnswerLine

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
}


def faults(page: QWidget) -> Iterator[str]:
    """Give what has no name or role, or the same name as another, and what reads otherwise."""
    stops = [stop for stop in tab_order.stops(page) if stop.isVisible()]
    called = Counter(_called(stop) for stop in stops if not isinstance(stop, QComboBox))
    yield from (f"{count} are called {name}" for name, count in called.items() if count > 1)
    for stop in stops:
        heard = QAccessible.queryAccessibleInterface(stop)
        name, kind = heard.text(QAccessible.Text.Name), type(stop).__name__
        if isinstance(stop, QComboBox) and not heard.relations(QAccessible.RelationFlag.Label):
            # Here Qt gives the choice as a picker's name; what it is for, its label says.
            yield f"{kind} {name!r} has no label"
        if not name:
            yield f"{kind} has no name"
        if heard.role() not in ROLES and not stop.inherits("QTextBrowser"):
            yield f"{kind} {name!r} is a {heard.role().name}"
        seen = stop.text().replace("&&", "&") if isinstance(stop, QAbstractButton) else ""
        # The name may say more than the eye reads (which question), never something else.
        if seen not in name:
            yield f"{kind} reads {seen!r} and is called {name!r}"


def _called(stop: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(stop)
    name = heard.text(QAccessible.Text.Name)
    if isinstance(stop, AnswerLine):
        return name
    # Answers repeat from question to question; with each the question is read out.
    return f"{name!r} ({heard.text(QAccessible.Text.Description)!r})"
