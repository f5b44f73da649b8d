"""Who are you?  Where several people use one login, each opens their own answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.desk.lock.people import Person
from wizard.ui import tab_order
from wizard.ui.pages.page import Page
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import Body, Quiet, SectionTitle
from wizard.ui.parts.writing.new_lock import NewLock
from wizard.words import say


class PeoplePage(Page):
    """``chosen`` gives the id of whoever it is, empty for what was kept before.

    ``added`` gives the name and the passphrase of somebody new.
    """

    chosen = Signal(str)
    added = Signal(str, str)

    def __init__(self, people: tuple[Person, ...], *, has_before: bool) -> None:
        super().__init__(None, say("ui.people.title"), say("ui.people.lead"))
        self._ways: list[QWidget] = []
        for one in people:
            self._way(one.name, one.id)
        if has_before:
            self._way(say("people.before"), "")
            self.rows.addWidget(Quiet(say("ui.people.before"), self))
        self._add = PlainButton(say("ui.people.add"), "users", self)
        self._add.clicked.connect(self._open_form)
        self.rows.addWidget(self._add)
        self._card: Card | None = None
        self.form: NewLock | None = None
        self.rows.addStretch(1)

    def first(self) -> QWidget | None:
        """The first name."""
        return self._ways[0]

    def stops(self) -> list[QWidget]:
        """The names, then the way in for somebody new."""
        return [*self._ways, *([self._card] if self._card is not None else [self._add])]

    def _way(self, words: str, person_id: str) -> None:
        button = PlainButton(words, "", self)
        button.clicked.connect(lambda: self.chosen.emit(person_id))
        self.rows.addWidget(button)
        self._ways.append(button)

    def _open_form(self) -> None:
        self._add.hide()
        self._card = card = Card(say("ui.people.add"), self)
        card.rows.addWidget(SectionTitle(say("ui.people.add"), card))
        card.rows.addWidget(Body(say("ui.people.add.about"), card))
        words = tuple(say(f"ui.people.{part}") for part in ("name", "passphrase", "again", "make"))
        name, passphrase, again, make = words
        self.form = NewLock((name, passphrase, again, make), "lock", card)
        self.form.wanted.connect(self.added)
        card.rows.addWidget(self.form)
        self.rows.insertWidget(self.rows.indexOf(self._add), card)
        card.show()
        tab_order.follow([self.heading, *self.stops()])
        self.form.first().setFocus()
