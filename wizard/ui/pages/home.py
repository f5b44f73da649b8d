"""Home: a task list.  Carry on, start, what is finished, PDFs, the school."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.desk.front import Front, school_mark
from wizard.ui import accessible, settings, tab_order
from wizard.ui.pages.page import Page
from wizard.ui.parts.home.held_room import HeldRoom
from wizard.ui.parts.home.home_part import HomePart
from wizard.ui.parts.tiles import Tiles
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.assessment.saving import SaveState
    from wizard.model.paper import Paper
    from wizard.session import Session
    from wizard.ui.bridge import Bridge
    from wizard.ui.parts.home.kept_runs import KeptRuns
    from wizard.ui.parts.home.welcome import Welcome
    from wizard.ui.parts.notice import Notice


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
        self._kept: KeptRuns | None = None
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
        self._told: Notice | None = None

    def take(self, bridge: Bridge) -> None:
        """The desk is open: all that needs it comes in, above the journeys and below."""
        from wizard.ui.parts.buttons import LinkButton
        from wizard.ui.parts.home.kept_runs import KeptRuns
        from wizard.ui.parts.home.paper_links import PaperLinks
        from wizard.ui.parts.home.papers_saved import PapersSaved
        from wizard.ui.parts.home.school_at_home import SchoolAtHome

        self.bridge = bridge
        self._kept = kept = KeptRuns(bridge, self._titles, self._tiles, self)
        kept.opened.connect(self.opened)
        kept.copied.connect(self.copied)
        kept.shown.connect(self._make_room)
        kept.settled.connect(self._fit_room)
        for part in kept.above:
            self._put(part, above=True)
        for part in kept.below:
            self._put(part)
        self._papers = PapersSaved(self)
        self._put(self._papers)
        bridge.filed.connect(self._ask_papers)
        bridge.saved.connect(self._stand_by_it)
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
        self._runs.ask()
        self._ask_papers()

    def first(self) -> QWidget | None:
        """The way on with what was begun or is still to do, else the first journey.

        What is finished stands far below: to begin there would hide the top of the page.
        """
        way_on = self._kept.way_on if self._kept is not None else None
        return way_on or self._tiles.first()

    def begins_with(self, _control: QWidget) -> bool:
        """Always: what stands above the first way in is to be read."""
        return True

    def say_finished(self, session: Session) -> None:
        """Say that what was just finished stands here, until home is left.

        Where nothing was answered nothing is kept, and nothing is said; nor of what the disk
        has refused, which is on no list.
        """
        desk = self.bridge.desk
        is_answered = any(session.answers[one.id].is_given for one in session.journey.questions())
        if not is_answered or desk.runs.is_behind:
            return
        from wizard.ui import sight
        from wizard.ui.parts.notice import Notice

        name, title = session.journey.title, session.run.title
        if title:
            name = say("ui.run.name", journey=name, title=title)
        done = "ui.home.done-shared" if desk.lock.kept_note else "ui.home.done"
        self._told = Notice("", say(done, name=name), "info", self)
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
            self._welcome.settle(is_unsaid=is_unsaid, is_used=bool(self._runs.listed))
            self._welcome.setVisible(self._welcome.is_needed)

    def flush(self) -> None:
        """Remember what room there must be above the journeys when home is painted next."""
        self._take_back()
        if self._runs.listed is not None:
            # How much there is stays behind a lock, and goes where nothing is kept.
            lock = self.bridge.desk.lock
            is_told = self._runs.listed and not (lock.has_lock or lock.kept_note)
            settings.keep_room_at_home(self._above.height() if is_told else 0)

    def _stand_by_it(self, state: SaveState) -> None:
        """List what is saved only now, and say no more that what was refused stands here."""
        from wizard.desk.assessment.saving import Saving

        if state.saving is Saving.NOT_SAVED:
            self._take_back()
        elif state.saving is Saving.SAVED and not self.isHidden():
            self._runs.ask()

    def _take_back(self) -> None:
        if self._told is not None:
            self._told.hide()
            self._told.deleteLater()
            self._told = None

    @property
    def _runs(self) -> KeptRuns:
        """What is kept; there once the desk is open."""
        assert self._kept is not None
        return self._kept

    def _make_room(self) -> None:
        """Other self-assessments stand there: all is read and reached in the new order."""
        self._settle_welcome()
        self._put_in_order()
        if self._runs.listed:
            self._above.show()

    def _fit_room(self) -> None:
        """All that was asked for is known now, and stands where it belongs."""
        self._above.fit(any(not part.isHidden() for part in self._runs.above))

    def _say_where(self) -> None:
        """Say that the answers stay here only where they do."""
        desk = self.bridge.desk
        where = "shared" if desk.lock.kept_note else "away" if desk.place_warning else "here"
        self.lead.setText(say("ui.home.lead") if where == "here" else say(f"ui.home.lead-{where}"))

    def _ask_papers(self) -> None:
        asked = self.bridge.desk.papers.made_of()
        self.bridge.when_done(asked, self._show_papers, self._runs.tell_why)

    def _show_papers(self, made: Sequence[Paper]) -> None:
        self._papers.show_papers(made)
        self._put_in_order()

    def _put_in_order(self) -> None:
        greeted = [self._welcome] if self._welcome is not None else []
        tab_order.follow(
            [*greeted, *self._runs.above, self._tiles, *self._runs.below, self._papers,
             self._paper, self._school, self._help]
        )  # fmt: skip

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
