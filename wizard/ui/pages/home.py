"""Home: a task list.  Carry on, start, what is finished, PDFs, the school."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk.front import Front, school_mark
from wizard.ui import accessible, settings, tab_order
from wizard.ui.pages.page import Page
from wizard.ui.parts.home.held_room import HeldRoom
from wizard.ui.parts.home.home_part import HomePart
from wizard.ui.parts.tiles import Tiles
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.decision import Decision
    from wizard.model.run import Run, RunCard
    from wizard.session import Session
    from wizard.ui.bridge import Bridge
    from wizard.ui.parts.home.papers_saved import MadePaper
    from wizard.ui.parts.home.run_list import RunList
    from wizard.ui.parts.home.run_row import RunRow
    from wizard.ui.parts.home.welcome import Welcome
    from wizard.ui.parts.notice import Notice


MOST_TO_DO = 10
"""How many come up from what is finished, at first: the last one then stays there."""


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
        start = HomePart(say("ui.home.start"), self, is_shown=True)
        self._put(start)
        self._tiles = Tiles(start)
        for card in known.cards:
            remark = say("ui.home.size", minutes=card.minutes)
            tile = self._tiles.add(card.title, card.about, remark)
            tile.setAccessibleIdentifier(f"start-{card.id}")
            tile.clicked.connect(self._starter(card.id))
        start.rows.addWidget(self._tiles)
        self._listed: tuple[RunCard, ...] | None = None
        self._told: Notice | None = None

    def take(self, bridge: Bridge) -> None:
        """The desk is open: all that needs it comes in, above the journeys and below."""
        from wizard.ui.parts.buttons import LinkButton
        from wizard.ui.parts.home.due_again import DueAgain
        from wizard.ui.parts.home.paper_links import PaperLinks
        from wizard.ui.parts.home.papers_saved import PapersSaved
        from wizard.ui.parts.home.school_at_home import SchoolAtHome

        self.bridge = bridge
        self._going = self._list(say("ui.home.carry-on"), above=True)
        self._todo = self._list(say("ui.home.to-do"), above=True)
        self._due = DueAgain(self._titles, self)
        self._due.copied.connect(self.copied)
        self._put(self._due, above=True)
        self._finished = self._list(say("ui.home.finished"))
        self._finished.made.connect(self._ask_planned)
        self._old = self._list(say("ui.home.old"), say("ui.home.old-lead"))
        self._lists = (self._going, self._todo, self._finished, self._old)
        self._papers = PapersSaved(self)
        self._put(self._papers)
        self._paper = self._part(say("papers.home"))
        self.paper_links = PaperLinks(self._paper)
        self._paper.rows.addWidget(self.paper_links)
        self._school = SchoolAtHome(self)
        self._school.wanted.connect(self.school_wanted)
        self._put(self._school)
        self._help = self._part(say("help.title"))
        read = LinkButton(say("help.home"), "search", self._help)
        read.clicked.connect(self.help_wanted)
        self._help.rows.addWidget(read)

    def arrive(self) -> None:
        """Ask what is saved; it is shown when the answer comes."""
        desk = self.bridge.desk
        school = desk.school.profile
        self._say_where()
        self._settle_welcome()
        self.heading.say(school.name or say("ui.home.title"))
        today = desk.clock.now().astimezone().date()
        self._school.show_school(school, desk.policy_name(school.policy), today)
        mark = school_mark(desk.places)
        if settings.name_of_school(mark) != school.name:
            settings.keep_name_of_school(mark, school.name)
        self.bridge.when_done(desk.runs.list(), self._show_runs)
        self.bridge.when_done(desk.papers.list(), self._show_papers)

    def first(self) -> QWidget | None:
        """The way on with what was begun or is still to do, else the first journey.

        What is finished stands far below: to begin there would hide the top of the page.
        """
        rows = [*self._going.rows, *self._todo.rows] if self._lists else []
        return rows[0].way_in if rows else self._tiles.first()

    def say_finished(self, session: Session) -> None:
        """Say that what was just finished stands here, until home is left.

        Where nothing was answered nothing is kept, and nothing is said.
        """
        if not any(session.answers[one.id].is_given for one in session.journey.questions()):
            return
        from wizard.ui import sight
        from wizard.ui.parts.notice import Notice

        name, title = session.journey.title, session.run.title
        if title:
            name = say("ui.run.name", journey=name, title=title)
        self._told = Notice("", say("ui.home.done", name=name), "info", self)
        self.rows.insertWidget(self.rows.indexOf(self.head) + 1, self._told)
        self._told.show()
        # Not where home was left last, which may be far below.
        self.heading.setFocus()
        sight.bring(self.heading, self._told)
        accessible.announce(self, self._told.words.text())

    def _greet(self, known: Front) -> Welcome | None:
        """Return what is said or asked first, if there is anything."""
        if not (known.is_shared or known.is_first or known.is_unsaid):
            return None
        from wizard.ui.parts.home.welcome import Welcome

        card = Welcome(known, self)
        card.asked.connect(self.computer_wanted)
        card.taken.connect(self.take_wanted)
        self.rows.addWidget(card)
        return card

    def _settle_welcome(self) -> None:
        """Go on asking whose computer this is until it is said, and no longer."""
        if self._welcome is not None:
            is_unsaid = self.bridge.desk.lock.is_unsaid
            self._welcome.settle(is_unsaid=is_unsaid, is_used=bool(self._listed))
            self._welcome.setVisible(self._welcome.is_needed)

    def flush(self) -> None:
        """Remember what room there must be above the journeys when home is painted next."""
        if self._told is not None:
            self._told.hide()
            self._told.deleteLater()
            self._told = None
        if self._listed is not None:
            # How much there is stays behind a lock, and goes where nothing is kept.
            lock = self.bridge.desk.lock
            is_told = self._listed and not (lock.has_lock or lock.kept_note)
            settings.keep_room_at_home(self._above.height() if is_told else 0)

    def _fit_room(self) -> None:
        """All that was asked for is known now, and stands where it belongs."""
        parts = (self._going, self._todo, self._due)
        self._above.fit(any(not part.isHidden() for part in parts))

    def _say_where(self) -> None:
        """Say that the answers stay here only where they do."""
        desk = self.bridge.desk
        where = "shared" if desk.lock.kept_note else "away" if desk.place_warning else "here"
        self.lead.setText(say("ui.home.lead") if where == "here" else say(f"ui.home.lead-{where}"))

    def _show_papers(self, papers: Sequence[MadePaper]) -> None:
        self._papers.show_papers(papers)
        self._put_in_order()

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
        from wizard.ui.sight import has_focus

        self._listed = runs
        was_first = has_focus(self._tiles) and not self._going.rows
        rows = [row for part in self._lists for row in part.rows]
        held = next((row.run_id for row in rows if has_focus(row)), "")
        self._settle_welcome()
        self._due.show_runs(runs, self.bridge.desk)
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
        rows = [row for part in self._lists for row in part.rows]
        # What was begun came in after the page: it is the first thing to offer.
        first = self._going.rows[:1] if was_first else [row for row in rows if row.run_id == held]
        if first:
            first[0].way_in.setFocus()
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
            if len(self._todo.rows) >= MOST_TO_DO and len(self._finished.rows) == 1:
                # Else each would bring up the next, and all there are would be read.
                return
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

    def _list(self, heading: str, lead: str = "", *, above: bool = False) -> RunList:
        from wizard.ui.parts.home.run_list import RunList

        runs = RunList(heading, self._titles, lead, self)
        runs.opened.connect(self.opened)
        runs.copied.connect(self.copied)
        runs.removed.connect(self._erase)
        self._put(runs, above=above)
        return runs

    def _part(self, heading: str) -> HomePart:
        part = HomePart(heading, self, is_shown=True)
        self._put(part)
        return part

    def _put(self, part: QWidget, *, above: bool = False) -> None:
        """Put a part above the journeys, or below all parts that are there."""
        if above:
            self._above.rows.addWidget(part)
        else:
            self.rows.insertWidget(self.rows.count() - 1, part)

    def _starter(self, journey_id: str) -> Callable[[], None]:
        return lambda: self.started.emit(journey_id)
