"""The self-assessments at home, each in its list: begun, to do, due again, finished, old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.ui import accessible
from wizard.ui.parts.home.due_again import DueAgain
from wizard.ui.parts.home.run_list import RunList
from wizard.ui.sight import has_focus
from wizard.words import say

if TYPE_CHECKING:
    from wizard.errors import Problem
    from wizard.model.decision import Decision
    from wizard.model.run import Run, RunCard
    from wizard.ui.bridge import Bridge
    from wizard.ui.parts.home.run_row import RunRow
    from wizard.ui.parts.tiles import Tiles

MOST_TO_DO = 10
"""How many come up from what is finished, at first: the last one then stays there."""


class KeptRuns(QObject):
    """Fills the lists with what is kept; where each of them stands is the page's.

    ``opened`` and ``copied`` tell what somebody wants to do with one.  ``shown`` tells that
    other rows stand there, ``settled`` that all that was asked for about them is known.
    """

    opened = Signal(str)
    copied = Signal(str, str)
    shown = Signal()
    settled = Signal()

    def __init__(
        self, bridge: Bridge, titles: Mapping[str, str], tiles: Tiles, page: QWidget
    ) -> None:
        """``titles`` names the journeys by id; ``tiles`` are those to start one with."""
        super().__init__(page)
        self._bridge, self._titles, self._tiles, self._page = bridge, titles, tiles, page
        self.listed: tuple[RunCard, ...] | None = None
        """What stands there; None until that is known."""
        self._going = self._list("carry-on")
        self._todo = self._list("to-do")
        self._due = DueAgain(titles, page)
        self._due.copied.connect(self.copied)
        self._finished = self._list("finished")
        self._finished.made.connect(self._ask_planned)
        self._old = self._list("old", say("ui.home.old-lead"))
        self._lists = (self._going, self._todo, self._finished, self._old)
        self.above: tuple[QWidget, ...] = (self._going, self._todo, self._due)
        """What stands above the journeys, in its order."""
        self.below: tuple[QWidget, ...] = (self._finished, self._old)
        """What stands below them."""
        self._removed_at: int | None = None
        bridge.erased.connect(self._ask_left)

    @property
    def way_on(self) -> QWidget | None:
        """The way on with what was begun or is still to do, if there is any."""
        rows = [*self._going.rows, *self._todo.rows]
        return rows[0].way_in if rows else None

    def ask(self) -> None:
        """Ask what is kept; it is shown when the answer comes."""
        asked = self._bridge.desk.runs.list()
        self._bridge.when_done(asked, self._show_unless_asking, self.tell_why)

    def tell_why(self, problem: Problem) -> None:
        """Tell why home does not know what is kept, unless it was left: other words stand there.

        Closing may have told there what would go, and the next press is the answer to that.
        """
        if isValid(self) and not self._page.isHidden():
            self._bridge.failed.emit(str(problem))

    def _list(self, name: str, lead: str = "") -> RunList:
        begun = self._bridge.begun
        runs = RunList(say(f"ui.home.{name}"), self._titles, begun, lead, self._page)
        runs.opened.connect(self.opened)
        runs.copied.connect(self.copied)
        runs.removed.connect(self._erase)
        runs.made.connect(lambda row: row.stays.connect(self.ask))
        return runs

    def _rows(self) -> list[RunRow]:
        return [row for part in self._lists for row in part.rows]

    def _show_unless_asking(self, runs: tuple[RunCard, ...]) -> None:
        # What was saved meanwhile would take the question from under whoever reads it.
        if not any(row.is_asking for row in self._rows()):
            self._show(runs)

    def _show(self, runs: tuple[RunCard, ...]) -> None:
        # Coming home to what stands there already costs little.
        if runs != self.listed:
            self._list_anew(runs)
        if runs:
            # Asked last: when that is answered, all that was asked is known.
            asked = self._bridge.desk.decisions.list()
            self._bridge.when_done(asked, self._show_decided, self.tell_why)

    def _list_anew(self, runs: tuple[RunCard, ...]) -> None:
        self.listed = runs
        was_first = has_focus(self._tiles) and not self._going.rows
        held = next((row.run_id for row in self._rows() if has_focus(row)), "")
        self._due.show_runs(runs, self._bridge.desk)
        old = self._long_untouched(runs)
        fresh = [run for run in runs if run not in old]
        names = Counter((run.journey, run.title) for run in runs)
        alike = frozenset(name for name, count in names.items() if count > 1)
        for part in self._lists:
            part.alike = alike
        self._going.show_runs([run for run in fresh if run.finished is None], leads=True)
        self._todo.show_runs(())
        self._finished.show_runs([run for run in fresh if run.finished is not None])
        self._old.show_runs(old)
        # What was begun came in after the page: it is the first thing to offer.
        again = [row for row in self._rows() if row.run_id == held]
        first = self._going.rows[:1] if was_first else again
        if first:
            first[0].way_in.setFocus()
        self.shown.emit()
        if not runs:
            self.settled.emit()

    def _long_untouched(self, runs: tuple[RunCard, ...]) -> list[RunCard]:
        """Return what may be deleted: old drafts, and what the school keeps no longer."""
        if not runs:
            return []
        # What may go is worth a look only where something is kept at all.
        from wizard.desk.handover.keeping import may_go

        now, retention = self._bridge.desk.clock.now(), self._bridge.desk.school.profile
        asked = [run for run in runs if run.finished is None or retention.retention_days]
        return list(may_go(asked, retention.retention_days, now))

    def _show_decided(self, decided: tuple[Decision, ...]) -> None:
        """Say with each self-assessment what SLT decided about it last."""
        from wizard.desk.paper.decisions import sentence

        last = {one.run: sentence(one) for one in reversed(decided)}
        for row in self._rows():
            row.show_decided(last.get(row.run_id, ""))
        self.settled.emit()

    def _ask_planned(self, row: RunRow) -> None:
        looked = self._bridge.desk.runs.look(row.run_id)
        self._bridge.when_done(looked, lambda kept: self._show_planned(row, kept), self.tell_why)

    def _show_planned(self, row: RunRow, run: Run) -> None:
        """Let what is still to do stand above what is finished and done with."""
        if isValid(row) and row in self._finished.rows and row.show_planned(run):
            if len(self._todo.rows) >= MOST_TO_DO and len(self._finished.rows) == 1:
                # Else each would bring up the next, and all there are would be read.
                return
            # On its way up it is hidden for a moment, and would hand the focus to what comes next.
            held = row.window().focusWidget() if has_focus(row) else None
            self._finished.give(row)
            self._todo.take(row)
            if held is not None:
                held.setFocus()
            self.shown.emit()

    def _erase(self, run_id: str) -> None:
        if (erasing := self._bridge.erase(run_id)) is not None:
            rows = enumerate(self._rows())
            self._removed_at = next((n for n, row in rows if row.run_id == run_id), 0)
            self._bridge.when_done(erasing, lambda _gone: None)

    def _ask_left(self) -> None:
        """One is gone, whoever asked for it: home may have been made anew since."""
        self._bridge.when_done(self._bridge.desk.runs.list(), self._show_left, self.tell_why)

    def _show_left(self, left: tuple[RunCard, ...]) -> None:
        self._show(left)
        place, self._removed_at = self._removed_at, None
        if place is None or self._page.isHidden():
            # Whoever writes elsewhere by now would press what is out of sight.
            return
        # Where it stood, the next one stands now: that is where the person was.
        rows = self._rows()
        beside = rows[min(place, len(rows) - 1)].way_in if rows else self._tiles.first()
        if beside is not None:
            beside.setFocus()
        accessible.announce(self._page, say("ui.run.removed"))
