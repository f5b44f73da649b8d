"""What is due again: a year has passed since it was finished."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.ui import days
from wizard.ui.parts.home.home_part import HomePart
from wizard.ui.parts.text import Quiet
from wizard.ui.parts.tiles import Tiles
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.desk import Desk
    from wizard.model.run import RunCard


class DueAgain(HomePart):
    """A tile each.  ``copied`` gives journey and self-assessment to begin anew from."""

    copied = Signal(str, str)

    def __init__(self, titles: Mapping[str, str], parent: QWidget) -> None:
        """``titles`` are those of the journeys, by id."""
        super().__init__(say("ui.home.due"), parent)
        self._names = titles
        self.rows.addWidget(Quiet(say("ui.home.due-lead"), self))
        self._tiles = Tiles(self)
        self.rows.addWidget(self._tiles)

    def show_runs(self, runs: tuple[RunCard, ...], desk: Desk) -> None:
        """Show what of all that is kept is due by the desk's clock."""
        self._tiles.clear()
        self.hide()
        if not runs:
            return
        # Whose first time it is has nothing that could be due.
        from wizard.desk.assessment import planning

        due = planning.due(runs, desk.clock.now().astimezone().date(), desk.cards)
        for run in due:
            assert run.finished is not None
            day = days.spoken(run.finished.astimezone().date().isoformat())
            title = self._names.get(run.journey, run.journey)
            tile = self._tiles.add(title, say("ui.home.due-row", date=day))
            tile.setAccessibleName(f"{say('ui.home.due')}, {title}")
            tile.clicked.connect(lambda _on=False, run=run: self.copied.emit(run.journey, run.id))
        self.setVisible(bool(due))
