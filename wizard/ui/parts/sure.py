"""A link that asks once more, in its own place, before it does what can not be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import sight, tab_order, theme
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
        self._label, self._question, self._goes = label, question, goes
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._link = LinkButton(label, icon, self)
        self._link.clicked.connect(self._ask)
        rows.addWidget(self._link)
        # Each question of a page has some of these, and few are ever pressed.
        self._asked: _Asked | None = None
        self._name = ""
        if name:
            self.call(name)

    def call(self, name: str) -> None:
        """Have it heard by this name: several on a page have one label."""
        self._name = name
        self._link.setAccessibleName(name)
        if self._asked is not None:
            self._asked.call(name)

    def first(self) -> QWidget:
        """Return what is pressed first."""
        return self._link

    def put(self, question: str) -> None:
        """Ask another question from now on: what would go has changed."""
        self._question = question
        if self._asked is not None:
            self._asked.question.setText(question)

    def settle(self) -> None:
        """It is done, and can be asked for again; the focus has gone on by now."""
        if self._asked is not None:
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
        if self._asked is None:
            self._asked = self._make_asked()
        self._asked.show()
        self._asked.keep.setFocus()
        # Not sooner: the focus would go to what stands behind, and the page with it.
        self._link.hide()
        sight.bring(self._asked)

    def _make_asked(self) -> _Asked:
        asked = _Asked(self._question, self)
        if self._name:
            asked.call(self._name)
        else:
            asked.yes.setAccessibleName(f"{asked.yes.text()}, {self._label}")
        asked.keep.clicked.connect(self._leave)
        asked.yes.meant.connect(self.confirmed)
        rows = self.layout()
        assert rows is not None
        rows.addWidget(asked)
        tab_order.follow((self._link, asked))
        return asked

    def _leave(self) -> None:
        self._link.show()
        self._link.setFocus()
        self.settle()


class _Asked(QWidget):
    """The question and its two answers."""

    def __init__(self, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        # Beside the buttons its words would be squeezed into a narrow column.
        self.question = Body(question, self)
        inside.addWidget(self.question)
        row = FlowRow(theme.look().gap(0.75))
        inside.addLayout(row)
        self.keep = PlainButton(say("ui.sure.no"), "", self)
        row.addWidget(self.keep)
        self.yes = ForGoodButton(say("ui.sure.yes"), "", self)
        row.addWidget(self.yes)

    def call(self, name: str) -> None:
        """Have both answers heard with this name."""
        for button in (self.keep, self.yes):
            button.setAccessibleName(f"{button.text()}, {name}")
