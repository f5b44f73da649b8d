"""What a search found of one kind, each with the way to where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.reading.index import Group, Kind, Thing, Way
from wizard.model.glossary import Term
from wizard.ui import theme
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.reading.glossary_list import GlossaryList
from wizard.ui.parts.text import Body, SectionTitle, Small
from wizard.ui.parts.tile import Tile
from wizard.words import say

WAYS = 6
"""How many of the places that carry a clause are offered."""


class FoundGroup(QWidget):
    """A heading and what was found.  ``followed`` gives the way that was chosen."""

    followed = Signal(object)

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.look().gap(0.75), 0, 0)
        rows.setSpacing(theme.look().gap(0.75))
        heading = say(f"help.found.{group.kind.value}")
        rows.addWidget(SectionTitle(heading, self))
        if group.kind is Kind.TERM:
            terms = (Term(thing.id, thing.text, thing.remark) for thing in group.things)
            rows.addWidget(GlossaryList(heading, terms, self))
        elif group.kind is Kind.CLAUSE:
            for thing in group.things:
                rows.addWidget(self._clause(thing))
        else:
            tiles = Ways(self)
            tiles.followed.connect(self.followed)
            for thing in group.things:
                tiles.offer(thing.ways[0], thing.remark, thing.where)
            rows.addWidget(tiles)
        if group.count > len(group.things):
            shown = say("help.found.more", shown=len(group.things), count=group.count)
            rows.addWidget(Small(shown, self))

    def _clause(self, thing: Thing) -> QWidget:
        card = Card(thing.text, self)
        card.rows.addWidget(Body(thing.text, card))
        card.rows.addWidget(Small(thing.where, card))
        if not thing.ways:
            card.rows.addWidget(Small(say("help.found.no-ways"), card))
            return card
        # Two policies may say the same in the same words.
        fold = FoldButton(say("help.found.ways"), f"{thing.where}: {thing.text}", card)
        card.rows.addWidget(fold)
        card.rows.addWidget(Folded(fold, lambda: self._ways(thing.ways), card))
        return card

    def _ways(self, ways: Iterable[Way]) -> QWidget:
        tiles = Ways(self)
        tiles.followed.connect(self.followed)
        for way in tuple(ways)[:WAYS]:
            tiles.offer(way, "", say(f"help.way.{way.kind.value}"))
        return tiles


class Ways(QWidget):
    """Tiles side by side, each leading somewhere.  ``followed`` gives its way."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Columns(theme.look().text(15), theme.look().gap(1))
        self.setLayout(self._columns)
        self._tiles: dict[tuple[Kind, str], Tile] = {}

    def offer(self, way: Way, about: str, remark: str) -> None:
        """Add a way, with what it is about and a remark."""
        tile = Tile(way.title, about, remark, self)
        if any(other.accessibleName() == way.title for other in self._tiles.values()):
            # The same is asked of several platforms: only where it stands tells them apart.
            tile.setAccessibleName(f"{way.title} {remark}")
        tile.clicked.connect(lambda: self.followed.emit(way))
        self._tiles[way.kind, way.id] = tile
        self._columns.addWidget(tile)

    def tile(self, kind: Kind, thing_id: str) -> Tile | None:
        """Return the tile that leads to a thing, or None."""
        return self._tiles.get((kind, thing_id))
