"""Which checklist was filled in on paper?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui import tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.tiles import Tiles
from wizard.words import say


class EntryChoicePage(AsidePage):
    """A tile for each journey; ``chosen`` gives its id."""

    chosen = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("papers.entry.choose"), say("papers.entry.choose-lead"))
        self._tiles = Tiles(self)
        for card in bridge.desk.cards:
            tile = self._tiles.add(card.title, card.about)
            tile.clicked.connect(self._chooser(card.id))
        self.rows.addWidget(self._tiles)
        self.rows.addStretch(1)

    def first(self) -> QWidget | None:
        """The first journey."""
        return next(iter(tab_order.stops(self._tiles)), self.back)

    def stops(self) -> list[QWidget]:
        """The way back, then the journeys."""
        return [self.back, self._tiles]

    def _chooser(self, journey_id: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(journey_id)
