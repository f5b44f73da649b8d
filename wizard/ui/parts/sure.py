"""A link that asks once more, in its own place, before it does what can not be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.parts.text import Body
from wizard.words import say


class SureButton(QWidget):
    """``confirmed`` tells after the second press; the focus waits on the way out.

    What went out of sight asks anew: more may go by the time somebody is back.  ``goes`` says
    whether there is anything that would go: where there is not, one press is enough.
    """

    confirmed = Signal()

    def __init__(
        self, label: str, question: str, parent: QWidget | None = None,
        *, icon: str = "", name: str = "", goes: Callable[[], bool] = lambda: True,
    ) -> None:  # fmt: skip
        """``name`` is what is heard of it where several on a page have one label."""
        super().__init__(parent)
        self._goes = goes
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._link = LinkButton(label, icon, self)
        self._link.clicked.connect(self._ask)
        rows.addWidget(self._link)
        self._asked = QWidget(self)
        inside = QVBoxLayout(self._asked)
        inside.setContentsMargins(0, 0, 0, 0)
        # Beside the buttons its words would be squeezed into a narrow column.
        self._question = Body(question, self._asked)
        inside.addWidget(self._question)
        row = FlowRow(theme.look().gap(0.75))
        inside.addLayout(row)
        self._keep = PlainButton(say("ui.sure.no"), "", self._asked)
        self._keep.clicked.connect(self._leave)
        row.addWidget(self._keep)
        self._yes = ForGoodButton(say("ui.sure.yes"), "", self._asked)
        self._yes.setAccessibleName(f"{say('ui.sure.yes')}, {label}")
        self._yes.meant.connect(self.confirmed)
        row.addWidget(self._yes)
        if name:
            self.call(name)
        rows.addWidget(self._asked)
        self._asked.hide()

    def call(self, name: str) -> None:
        """Have it heard by this name: several on a page have one label."""
        self._link.setAccessibleName(name)
        for button in (self._keep, self._yes):
            button.setAccessibleName(f"{button.text()}, {name}")

    def first(self) -> QWidget:
        """Return what is pressed first."""
        return self._link

    def put(self, question: str) -> None:
        """Ask another question from now on: what would go has changed."""
        self._question.setText(question)

    def settle(self) -> None:
        """It is done, and can be asked for again; the focus has gone on by now."""
        self._asked.hide()
        self._link.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no question open for whoever comes back to it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.settle()

    def _ask(self) -> None:
        if not self._goes():
            self.confirmed.emit()
            return
        self._link.hide()
        self._asked.show()
        self._keep.setFocus()

    def _leave(self) -> None:
        self._asked.hide()
        self._link.show()
        self._link.setFocus()
