"""Home: a task list.  Carry on, start, what is finished, PDFs, the school."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.front import Front, school_mark
from wizard.ui import accessible, days, settings, tab_order, theme
from wizard.ui.pages.page import Page
from wizard.ui.parts.held_room import HeldRoom
from wizard.ui.parts.text import Body, Quiet, SectionTitle
from wizard.ui.parts.tiles import Tiles
from wizard.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import Protocol

    from wizard.model.decision import Decision
    from wizard.model.run import Run, RunCard
    from wizard.ui.bridge import Bridge
    from wizard.ui.parts.card import Card
    from wizard.ui.parts.paper_row import PaperRow
    from wizard.ui.parts.run_list import RunList
    from wizard.ui.parts.run_row import RunRow

    class MadePaper(Protocol):
        """What the desk says of a PDF that was saved."""

        @property
        def reader(self) -> str:
            """Whom it is for: ``me`` or ``slt``."""

        @property
        def made(self) -> datetime:
            """When it was saved."""

        @property
        def path(self) -> Path:
            """Where it was put; it may have been moved since."""


SHOWN = 5
"""How many papers stand here."""


class HomePage(Page):
    """The page the program opens with."""

    started = Signal(str)
    opened = Signal(str)
    copied = Signal(str, str)
    school_wanted = Signal()
    computer_wanted = Signal()
    take_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, known: Front) -> None:
        lead = say("ui.home.lead-shared" if known.is_shared else "ui.home.lead")
        super().__init__(None, known.school or say("ui.home.title"), lead)
        self._titles = {card.id: card.title for card in known.cards}
        self._lists: tuple[RunList, ...] = ()
        self._welcome = self._greet(known)
        self.rows.addStretch(1)
        self._above = HeldRoom(settings.room_at_home(), self)
        self._put(self._above)
        start = self._part(say("ui.home.start"), is_shown=True)
        self._tiles = Tiles(start)
        for card in known.cards:
            remark = say("ui.home.size", minutes=card.minutes)
            tile = self._tiles.add(card.title, card.about, remark)
            tile.setAccessibleIdentifier(f"start-{card.id}")
            tile.clicked.connect(self._starter(card.id))
        _rows(start).addWidget(self._tiles)
        self._listed: tuple[RunCard, ...] | None = None
        self._paper_rows: list[PaperRow] = []

    def take(self, bridge: Bridge) -> None:
        """The desk is open: all that needs it comes in, above the journeys and below."""
        from wizard.ui.parts.buttons import LinkButton
        from wizard.ui.parts.paper_links import PaperLinks

        self.bridge = bridge
        self._going = self._list(say("ui.home.carry-on"), above=True)
        self._todo = self._list(say("ui.home.to-do"), above=True)
        self._due = self._part(say("ui.home.due"), above=True)
        _rows(self._due).addWidget(Quiet(say("ui.home.due-lead"), self._due))
        self._due_tiles = Tiles(self._due)
        _rows(self._due).addWidget(self._due_tiles)
        self._finished = self._list(say("ui.home.finished"))
        self._finished.made.connect(self._ask_planned)
        self._old = self._list(say("ui.home.old"), say("ui.home.old-lead"))
        self._lists = (self._going, self._todo, self._finished, self._old)
        self._papers = self._part(say("ui.home.papers"))
        self._paper = self._part(say("papers.home"), is_shown=True)
        self.paper_links = PaperLinks(self._paper)
        _rows(self._paper).addWidget(self.paper_links)
        self._school = self._part(say("ui.home.school"), is_shown=True)
        self._school_words = Quiet(parent=self._school)
        change = LinkButton(say("ui.home.school-change"), "school", self._school)
        change.clicked.connect(self.school_wanted)
        _rows(self._school).addWidget(self._school_words)
        _rows(self._school).addWidget(change)
        self._help = self._part(say("help.title"), is_shown=True)
        read = LinkButton(say("help.home"), "search", self._help)
        read.clicked.connect(self.help_wanted)
        _rows(self._help).addWidget(read)

    def arrive(self) -> None:
        """Ask what is saved; it is shown when the answer comes."""
        school = self.bridge.desk.school.profile
        self._say_where()
        self.heading.say(school.name or say("ui.home.title"))
        self._school_words.setText(self._about_school())
        mark = school_mark(self.bridge.desk.places)
        if settings.name_of_school(mark) != school.name:
            settings.keep_name_of_school(mark, school.name)
        self.bridge.when_done(self.bridge.desk.runs.list(), self._show_runs)
        self.bridge.when_done(self.bridge.desk.papers.list(), self._show_papers)

    def first(self) -> QWidget | None:
        """The way on with what was begun, else the first journey."""
        rows = [row for part in self._lists for row in part.rows]
        return rows[0].way_in if rows else self._tiles.first()

    def _greet(self, known: Front) -> Card | None:
        """Return what somebody new is told, or whoever works where nothing is kept."""
        if not known.is_shared and not known.is_first:
            return None
        from wizard.ui.parts.buttons import LinkButton
        from wizard.ui.parts.card import Card

        kind = "shared" if known.is_shared else "welcome"
        card = Card(say(f"ui.{kind}.title"), self)
        card.rows.addWidget(SectionTitle(say(f"ui.{kind}.title"), card))
        card.rows.addWidget(Body(say(f"ui.{kind}.about"), card))
        link = LinkButton(say(f"ui.{kind}.on"), "lock", card)
        link.clicked.connect(self.take_wanted if known.is_shared else self.computer_wanted)
        card.rows.addWidget(link)
        self.rows.addWidget(card)
        return card

    def flush(self) -> None:
        """Remember what room there must be above the journeys when home is painted next."""
        if self._listed is not None:
            settings.keep_room_at_home(self._above.height() if self._listed else 0)

    def _fit_room(self) -> None:
        """All that was asked for is known now, and stands where it belongs."""
        parts = (self._going, self._todo, self._due)
        self._above.fit(any(not part.isHidden() for part in parts))

    def _say_where(self) -> None:
        """Say that the answers stay here only where they do."""
        desk = self.bridge.desk
        where = "shared" if desk.lock.kept_note else "away" if desk.place_warning else "here"
        self.lead.setText(say("ui.home.lead") if where == "here" else say(f"ui.home.lead-{where}"))

    def _about_school(self) -> str:
        school = self.bridge.desk.school.profile
        policy = self.bridge.desk.policy_name(school.policy)
        lines = [say("ui.home.has-school" if school.name else "ui.home.no-school", policy=policy)]
        lines += [say("ui.home.link", title=title, address=at) for title, at in school.links]
        lines += [
            say("ui.home.helpline", name=line.name, purpose=line.purpose,
                reach=", ".join(part for part in (line.reach, line.hours) if part))
            for line in school.helplines
        ]  # fmt: skip
        return "\n".join(lines)

    def _show_decided(self, decided: tuple[Decision, ...]) -> None:
        """Say with each self-assessment what SLT decided about it last."""
        from wizard.desk.decisions import sentence

        last = {one.run: sentence(one) for one in reversed(decided)}
        for row in (row for part in self._lists for row in part.rows):
            row.show_decided(last.get(row.run_id, ""))
        self._fit_room()

    def _show_runs(self, runs: tuple[RunCard, ...]) -> None:
        if runs == self._listed:
            # Coming home to what stands there already costs little.
            self._ask_decided(runs)
            return
        self._listed = runs
        # Asked of the window: while it is not the active one, nothing has the real focus.
        focused: QWidget | None = self.window().focusWidget()
        at_start = focused is not None and self._tiles.isAncestorOf(focused)
        was_first = at_start and not self._going.rows
        if self._welcome is not None and runs and not self.bridge.desk.lock.kept_note:
            self._welcome.hide()
        self._show_due(runs)
        old = self._long_untouched(runs)
        fresh = [run for run in runs if run not in old]
        self._going.show_runs([run for run in fresh if run.finished is None], leads=True)
        self._todo.show_runs(())
        self._finished.show_runs([run for run in fresh if run.finished is not None])
        self._old.show_runs(old)
        if was_first and self._going.rows:
            # What was begun came in after the page: it is the first thing to offer.
            self._going.rows[0].way_in.setFocus()
        self._put_in_order()
        if runs:
            self._above.show()
        else:
            self._fit_room()
        self._ask_decided(runs)

    def _ask_decided(self, runs: tuple[RunCard, ...]) -> None:
        """Ask last what SLT decided: when that is answered, all that was asked is known."""
        if runs:
            self.bridge.when_done(self.bridge.desk.decisions.list(), self._show_decided)

    def _ask_planned(self, row: RunRow) -> None:
        looked = self.bridge.desk.runs.look(row.run_id)
        self.bridge.when_done(looked, lambda kept: self._show_planned(row, kept))

    def _show_planned(self, row: RunRow, run: Run) -> None:
        """Let what is still to do stand above what is finished and done with."""
        if isValid(row) and row in self._finished.rows and row.show_planned(run):
            self._finished.give(row)
            self._todo.take(row)
            self._above.show()
            self._put_in_order()

    def _put_in_order(self) -> None:
        greeted = [self._welcome] if self._welcome is not None else []
        tab_order.follow(
            [*greeted, self._going, self._todo, self._due, self._tiles, self._finished,
             self._old, self._papers, self._paper, self._school, self._help]
        )  # fmt: skip

    def _show_due(self, runs: tuple[RunCard, ...]) -> None:
        self._due_tiles.clear()
        self._due.setVisible(False)
        if not runs:
            return
        # Whose first time it is has nothing that could be due.
        from wizard.desk import planning

        desk = self.bridge.desk
        due = planning.due(runs, desk.clock.now().astimezone().date(), desk.cards)
        for run in due:
            assert run.finished is not None
            day = days.spoken(run.finished.astimezone().date().isoformat())
            title = self._titles.get(run.journey, run.journey)
            tile = self._due_tiles.add(title, say("ui.home.due-row", date=day))
            tile.setAccessibleName(f"{say('ui.home.due')}, {title}")
            tile.clicked.connect(lambda _on=False, run=run: self.copied.emit(run.journey, run.id))
        self._due.setVisible(bool(due))

    def _long_untouched(self, runs: tuple[RunCard, ...]) -> list[RunCard]:
        """Return what may be deleted: old drafts, and what the school keeps no longer."""
        if not runs:
            return []
        # What may go is worth a look only where something is kept at all.
        from wizard.desk.keeping import may_go

        now, retention = self.bridge.desk.clock.now(), self.bridge.desk.school.profile
        asked = [run for run in runs if run.finished is None or retention.retention_days]
        return list(may_go(asked, retention.retention_days, now))

    def _erase(self, run_id: str) -> None:
        runs, bridge = self.bridge.desk.runs, self.bridge
        rows = [row for part in self._lists for row in part.rows]
        place = next((n for n, row in enumerate(rows) if row.run_id == run_id), 0)

        def show(left: tuple[RunCard, ...]) -> None:
            self._show_runs(left)
            # Where it stood, the next one stands now: that is where the person was.
            rows = [row for part in self._lists for row in part.rows]
            beside = rows[min(place, len(rows) - 1)].way_in if rows else self.first()
            if beside is not None:
                beside.setFocus()
            accessible.announce(self, say("ui.run.removed"))

        bridge.when_done(runs.erase(run_id), lambda _gone: bridge.when_done(runs.list(), show))

    def _show_papers(self, papers: Sequence[MadePaper]) -> None:
        for row in self._paper_rows:
            row.hide()
            row.deleteLater()
        self._paper_rows = []
        from wizard.ui.parts.paper_row import PaperRow

        for paper in papers[:SHOWN]:
            day = days.spoken(paper.made.astimezone().date().isoformat())
            row = PaperRow(paper.path, paper.reader, day, self._papers)
            _rows(self._papers).addWidget(row)
            self._paper_rows.append(row)
        self._papers.setVisible(bool(papers))

    def _list(self, heading: str, lead: str = "", *, above: bool = False) -> RunList:
        from wizard.ui.parts.run_list import RunList

        runs = RunList(heading, self._titles, lead, self)
        runs.opened.connect(self.opened)
        runs.copied.connect(self.copied)
        runs.removed.connect(self._erase)
        self._put(runs, above=above)
        return runs

    def _part(self, heading: str, *, above: bool = False, is_shown: bool = False) -> QWidget:
        part = QWidget(self)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, theme.look().gap(0.75), 0, 0)
        rows.setSpacing(theme.look().gap(0.75))
        rows.addWidget(SectionTitle(heading, part))
        self._put(part, above=above)
        if not is_shown:
            part.hide()
        return part

    def _put(self, part: QWidget, *, above: bool = False) -> None:
        """Put a part above the journeys, or below all parts that are there."""
        if above:
            self._above.rows.addWidget(part)
        else:
            self.rows.insertWidget(self.rows.count() - 1, part)

    def _starter(self, journey_id: str) -> Callable[[], None]:
        return lambda: self.started.emit(journey_id)


def _rows(part: QWidget) -> QVBoxLayout:
    rows = part.layout()
    assert isinstance(rows, QVBoxLayout)
    return rows
