"""Everything about me: all that is kept here, readable, in one file."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from wizard.desk import files
from wizard.errors import Problem
from wizard.ui import tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.paper.file_desk import FileDesk, SavedAs
from wizard.ui.parts.text import Body, SectionTitle
from wizard.ui.parts.writing.twice import Twice
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.handover.keeping import Gathering


class EverythingPage(AsidePage):
    """Says what goes into the file, and who could read it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("ui.everything.title"), say("ui.everything.lead"))
        card = Card(say("ui.everything.title"), self)
        card.rows.addWidget(Body(say("ui.everything.about"), card))
        what = SavedAs(
            say("ui.everything.save"), "folder-open", (say("ui.everything.name"),), ".zip",
            say("ui.everything.kind"),
        )  # fmt: skip
        self._gathering: Gathering | None = None
        self._told: tuple[str, ...] = ()
        self.desk = FileDesk(
            bridge, what, self._save, card,
            underway=lambda: self._gathering, further=self._further,
        )  # fmt: skip
        card.rows.addWidget(self.desk)
        self.rows.addWidget(card)
        along = self._along_card()
        self.rows.addStretch(1)
        tab_order.follow([self.back, self.desk, along])

    def _along_card(self) -> Card:
        card = Card(say("ui.along.title"), self)
        card.rows.addWidget(SectionTitle(say("ui.along.title"), card))
        card.rows.addWidget(Body(say("ui.along.about"), card))
        self._passphrase = Twice(say("ui.along.passphrase"), say("ui.along.again"), card)
        card.rows.addWidget(self._passphrase)
        what = SavedAs(
            say("ui.along.save"), "lock", (say("ui.along.name"),), ".answers", say("ui.along.kind")
        )
        self.along = FileDesk(
            self.bridge, what, self._take, card, refusal=self._refusal, further=self._further
        )
        self._passphrase.entered.connect(self.along.button.click)
        card.rows.addWidget(self.along)
        self.rows.addWidget(card)
        return card

    def _refusal(self) -> str:
        """Say why no file can be made with what was typed; before it is asked where to put it."""
        from wizard.desk.lock.state import refuse_short

        fault = say("ui.along.differ") if self._passphrase.differs else ""
        try:
            refuse_short(self._passphrase.text())
        except Problem as short:
            fault = str(short)
        if fault:
            self._passphrase.first.setFocus()
        return fault

    def _take(self, place: files.Place) -> Future[None]:
        from wizard.desk.handover import carrying, keeping, replacing

        desk, words = self.bridge.desk, self._passphrase.text()

        def take() -> None:
            replacing.refuse_over(desk, place.path)
            taken = carrying.take(desk, place, words)
            self._told = keeping.told_of(taken.unsure, taken.lacking)

        return self.bridge.in_background(take)

    def _save(self, place: files.Place) -> Future[None]:
        # What writes and draws it all is needed by nobody who only answers questions.
        from wizard.desk.handover import replacing
        from wizard.desk.handover.keeping import Gathering, told_of

        self._gathering = gathering = Gathering(self.bridge.desk)

        def save() -> None:
            replacing.refuse_over(self.bridge.desk, place.path)
            gathering.save(place)
            self._told = told_of(gathering.unsure, gathering.lacking)

        return self.bridge.in_background(save)

    def _further(self) -> str:
        """Say what is not in the file, or may not open again elsewhere, if anything."""
        return "\n".join(self._told)
