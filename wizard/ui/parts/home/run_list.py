"""Self-assessments under a heading: the newest few, and more of them when they are wanted."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import tab_order, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.text import Quiet, SectionTitle
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.run import RunCard
    from wizard.ui.parts.home.run_row import RunRow

SHOWN, STEP = 5, 20
"""How many stand here at first, and how many more come with each press."""


class RunList(QWidget):
    """``opened``, ``copied`` and ``removed`` tell what somebody wants to do with one of them.

    ``made`` gives each row that comes into the list.  It is in sight while it has a row.
    """

    opened = Signal(str)
    copied = Signal(str, str)
    removed = Signal(str)
    made = Signal(object)

    def __init__(
        self,
        heading: str,
        titles: Mapping[str, str],
        begun: Container[str],
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``titles`` names the journeys by id; ``lead`` stands under the heading.

        ``begun`` has, at any time, the ids of those with a decision that is half written.
        """
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._titles, self._heading, self._begun = titles, heading, begun
        self.rows: list[RunRow] = []
        self._waiting: list[RunCard] = []
        self.alike: frozenset[tuple[str, str]] = frozenset()
        """Journey and name of those that home has several of, in whichever list."""
        look = theme.look()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, look.gap(0.75), 0, 0)
        inside.setSpacing(look.gap(0.75))
        inside.addWidget(SectionTitle(heading, self))
        if lead:
            inside.addWidget(Quiet(lead, self))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.gap(0.75))
        inside.addLayout(self._list)
        self._inside = inside
        self.hide()

    @cached_property
    def _more(self) -> LinkButton:
        more = LinkButton("", "chevron-down", self)
        more.clicked.connect(self._show_more)
        self._inside.addWidget(more)
        return more

    def show_runs(self, runs: Sequence[RunCard], *, leads: bool = False) -> None:
        """Show these in place of what was shown; with ``leads`` the first has the filled button."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self._waiting = [], list(runs)
        self._add(SHOWN, leads=leads)

    def give(self, row: RunRow) -> None:
        """Give a row away to another list."""
        self.rows.remove(row)
        self._list.removeWidget(row)
        # A heading never stands over nothing but "more".
        self._add(0 if self.rows else 1)

    def take(self, row: RunRow) -> None:
        """Take a row of another list in, behind those that are here."""
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        self._settle()

    def _show_more(self) -> None:
        before = len(self.rows)
        self._add(STEP)
        tab_order.follow([*self.rows, self._more])
        self.rows[before].way_in.setFocus()

    def _add(self, count: int, *, leads: bool = False) -> None:
        # Home is painted before anything that was kept is known.
        from wizard.ui.parts.home.run_row import RunRow

        for run in self._waiting[:count]:
            title = self._titles.get(run.journey, run.journey)
            row = RunRow(run, title, self._begun, leads and not self.rows, self)
            row.opened.connect(self.opened)
            row.copied.connect(lambda run_id, run=run: self.copied.emit(run.journey, run_id))
            row.removed.connect(self.removed)
            if (run.journey, run.title) in self.alike:
                row.tell_apart()
            self.rows.append(row)
            self._list.addWidget(row)
            row.show()
            self.made.emit(row)
        self._waiting = self._waiting[count:]
        self._settle()

    def _settle(self) -> None:
        if self._waiting or "_more" in self.__dict__:
            words = say("ui.home.more", count=len(self._waiting))
            self._more.say(words)
            self._more.setAccessibleName(f"{words}, {self._heading}")
            self._more.setVisible(bool(self._waiting))
        self.setVisible(bool(self.rows or self._waiting))
