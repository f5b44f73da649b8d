"""What the window shows while the answers are locked: one field, and nothing of anybody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import name_of, people
from wizard.desk.places import Places
from wizard.errors import Problem
from wizard.ui.gate.asking import Asking
from wizard.ui.parts.buttons import LinkButton
from wizard.words import say


class Unlocking(Asking):
    """``unlocked`` tells that ``lock`` is open, ``somebody_else`` that others want to come in."""

    somebody_else = Signal()

    def __init__(self, lock: Lock, parent: QWidget | None = None) -> None:
        # Several people may use this login.
        name = name_of(lock.places) if lock.places.person else ""
        whose = say("ui.people.whose", name=name) if name else ""
        super().__init__(say("ui.lock.lead"), lock.unlock, parent, whose=whose)
        if _may_be_others(lock.places):
            other = LinkButton(say("ui.people.other"), "users", self)
            other.clicked.connect(self._give_way)
            self.rows.insertWidget(self.rows.count() - 1, other)

    def _give_way(self) -> None:
        # What is being tried opens nothing any more: somebody else may sit there by then.
        self.give_up()
        self.somebody_else.emit()


def _may_be_others(places: Places) -> bool:
    try:
        return bool(people(places.data))
    except Problem:
        return True
