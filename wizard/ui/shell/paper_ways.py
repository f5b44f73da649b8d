"""The ways to paper and back: blank sheets, files that come back, typing up, decisions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wizard.model.journey import Journey
from wizard.model.paper import Paper
from wizard.model.run import RunCard
from wizard.session import Session
from wizard.ui import settings
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.ui.shell.asides import Asides
from wizard.ui.shell.frame import Frame
from wizard.words import say

if TYPE_CHECKING:
    from wizard.ui.parts.writing.half_written import Begun


class Host(Protocol):
    """What the window is to this."""

    bridge: Bridge
    frame: Frame

    def enter(self, session: Session) -> None:
        """Show a self-assessment at its place."""

    def open_run(self, run_id: str, then: Callable[[Session], None] | None = None) -> None:
        """Go on with a self-assessment where it was left, or do with it what comes ``then``."""

    def go(self, place: str) -> None:
        """Show a section, the review or the outcome."""

    def leave_aside(self) -> None:
        """Go back from a page beside the journey."""

    def holds(self) -> bool:
        """Tell what can not be read on the page in sight; say whether to stay there for now."""


class PaperWays:
    """Dialogs lie over the frame; each page is imported when it is wanted."""

    def __init__(self, host: Host, asides: Asides) -> None:
        self._host, self._asides = host, asides

    def wire(self, page: Page) -> None:
        """Hear what a page of a journey asks for."""
        for name, act in (("blank_wanted", self.show_blanks), ("decide_wanted", self.decide_here)):
            if (signal := getattr(page, name, None)) is not None:
                signal.connect(act)

    def show_blanks(self) -> None:
        """Show the page of blank checklists; the journey on screen is ticked."""
        from wizard.ui.pages.blanks import BlanksPage

        bridge = self._host.bridge
        journey = bridge.session.journey.id if bridge.has_session else ""
        self._asides.show(BlanksPage(bridge, journey), self.show_blanks)

    def ask_which(self) -> None:
        """Ask for a form or a paper, and show what it is."""
        # Home is there sooner for not knowing how papers are made.
        from wizard.ui.paper_work import ask_which

        ask_which(self._host.frame, self.look_at)

    def look_at(self, path: Path) -> None:
        """Show what a PDF is."""
        from wizard.ui.pages.returned import ReturnedPage

        settings.keep_paper_folder(path.parent)
        page = ReturnedPage(self._host.bridge, path, self._host.open_run)
        page.decided.connect(self._decide)
        page.again.connect(self.ask_which)
        self._asides.show(page, lambda: self.look_at(path))

    def show_entry(self) -> None:
        """Type up the journey on screen; without one, ask which it shall be."""
        if self._host.bridge.has_session:
            self._turn(0)
        else:
            self._choose()

    def decide_here(self) -> None:
        """Record what SLT decided about the self-assessment on screen."""
        session = self._host.bridge.session
        self._show_decide(session.run.id, session.journey)

    def go_on_deciding(self, run_id: str) -> None:
        """Show the decision that is half written about a self-assessment, if that is kept."""
        from wizard.ui.pages.decide import DecidePage

        page = self._host.frame.stage.page
        if isinstance(page, DecidePage) and page.run_id == run_id:
            return
        bridge, runs = self._host.bridge, self._host.bridge.desk.runs

        def find() -> Journey:
            return runs.pack_to_read(runs.look(run_id).result().journey).result().journey

        finding = bridge.in_background(find)
        bridge.leads(finding, partial(self._show_decide, run_id), lambda _problem: None)

    def _decide(self, path: Path, kept: RunCard) -> None:
        bridge = self._host.bridge
        work = bridge.desk.runs.pack(kept.journey)
        bridge.leads(work, lambda pack: self._show_decide(kept.id, pack.journey, path))

    def _show_decide(self, run_id: str, journey: Journey, path: Path | None = None) -> None:
        from wizard.desk.paper.decisions import boxes
        from wizard.ui.pages.decide import DecidePage

        bridge = self._host.bridge

        def make(made: tuple[Paper, ...]) -> Page:
            # Made before the page in sight has told its words, it would tell older ones over them.
            self._host.frame.stage.flush()
            page = DecidePage(
                bridge, run_id, made, boxes(journey), partial(self._recorded, run_id), path
            )
            if (half := bridge.begun.get(run_id)) is not None:
                page.go_on(path or half.paper, half.asked, half.written)
            return page

        work = bridge.desk.papers.made_of()
        self._asides.show_when(work, make, lambda: self._show_decide(run_id, journey, path))

    def _recorded(self, run_id: str, sent: Begun) -> None:
        """Leave the page of a decision once all that stands on it is recorded."""
        from wizard.ui.pages.decide import DecidePage

        bridge, stage = self._host.bridge, self._host.frame.stage
        # What was written while it was on its way to the disk is told only now.
        stage.flush()
        is_all = bridge.begun.get(run_id, sent) == sent
        kept = say("papers.decide.kept")
        if not is_all:
            kept = say("papers.decide.kept-before", record=say("papers.decide.record"))
        page = stage.page
        if not isinstance(page, DecidePage) or page.run_id != run_id:
            bridge.done.emit(kept)
        elif is_all:
            page.end()
            self._host.leave_aside()
        else:
            page.go_on_from(kept)
        if is_all:
            bridge.begun.pop(run_id, None)

    def _choose(self) -> None:
        from wizard.ui.pages.entry_choice import EntryChoicePage

        page = EntryChoicePage(self._host.bridge)
        page.chosen.connect(self._start)
        self._asides.show(page, self._choose)

    def _start_another(self) -> None:
        if not self._host.holds():
            self._start(self._host.bridge.session.journey.id)

    def _start(self, journey_id: str) -> None:
        desk = self._host.bridge.desk
        work = desk.runs.start(journey_id, desk.school.profile.policy)

        def arrived(session: Session) -> None:
            self._host.enter(session)
            self._turn(0)

        self._host.bridge.leads(work, arrived)

    def _turn(self, number: int) -> None:
        from wizard.ui.pages.entry import EntryPage

        page = EntryPage(self._host.bridge, number)
        page.turned.connect(lambda to: None if self._host.holds() else self._turn(to))
        page.reached.connect(self._host.frame.stage.bring)
        page.checked.connect(lambda: self._host.go("review"))
        page.another.connect(self._start_another)
        self._asides.show(page, lambda: self._turn(number))
