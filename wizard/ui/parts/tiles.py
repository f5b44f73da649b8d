"""Tiles side by side in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.ui import theme
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.tile import Tile


class Tiles(QWidget):
    """Tiles that come and go together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Columns(theme.look().text(15), theme.look().gap(1))
        self.setLayout(self._columns)
        self._tiles: list[Tile] = []

    def add(self, title: str, about: str, remark: str = "") -> Tile:
        """Put a tile at the end."""
        tile = Tile(title, about, remark, self)
        self._columns.addWidget(tile)
        self._tiles.append(tile)
        if self.isVisible():
            tile.show()
        return tile

    def first(self) -> Tile | None:
        """Return the tile that stands first, if there is one."""
        return self._tiles[0] if self._tiles else None

    def clear(self) -> None:
        """Take all tiles away."""
        for tile in self._tiles:
            self._columns.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = []
