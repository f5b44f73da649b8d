"""The page of guides, glossary and search, and the way from what was found to its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from shiboken6 import isValid

from wizard.desk.reading.index import Kind, Way
from wizard.model import flow
from wizard.model.answers import Answers
from wizard.model.journey import Journey
from wizard.model.run import RunCard
from wizard.session import Session
from wizard.ui.bridge import Bridge
from wizard.ui.pages.help import HelpPage
from wizard.ui.pages.page import Page
from wizard.words import say


class Walks(Protocol):
    """How the window moves."""

    def enter(self, session: Session) -> None:
        """Show a self-assessment at its place."""

    def go(self, place: str) -> None:
        """Show a section, the review or the outcome."""

    def change(self, question_id: str) -> None:
        """Show one question."""


class Finding:
    """Shows the page, follows what is chosen on it, and comes back to it from a guide."""

    def __init__(self, bridge: Bridge, walks: Walks, put_aside: Callable[[Page], None]) -> None:
        self._bridge, self._walks, self._put_aside = bridge, walks, put_aside
        self._page: HelpPage | None = None
        self._guide: Page | None = None
        self._query = self._read = ""
        self._opened: tuple[str, str, str] | None = None
        self._about = False

    def show(self, *, about: bool) -> None:
        """Show the page; if it is in sight, begin another search on it.

        With ``about`` it begins with what helps with the page of the journey in sight.
        """
        page = self._page
        if page is not None and isValid(page) and page.isVisible():
            page.search_again()
            return
        self._query = self._read = ""
        self._about = about
        self._make()

    def show_again(self) -> None:
        """Make what was in sight anew, a guide or the search with its words."""
        if self._opened is not None and self._guide is not None:
            self._open(*self._opened)
            return
        if self._page is not None and isValid(self._page):
            self._query = self._page.query
        self._make()

    def back_from(self, page: Page) -> bool:
        """Go back from a guide that was opened here.  False if the page is no such guide."""
        if page is not self._guide:
            return False
        self._guide = None
        self._make()
        return True

    def _make(self) -> None:
        self._page = HelpPage(self._bridge, self._query, self._read, about=self._about)
        self._page.followed.connect(self._follow)
        self._put_aside(self._page)

    def _follow(self, way: Way) -> None:
        if way.kind is Kind.GUIDE:
            clock = self._bridge.desk.clock
            work = self._bridge.desk.searching.room()
            self._bridge.leads(work, lambda room: self._open(way.id, *room.guide(way.id, clock)))
        elif self._bridge.has_session and self._bridge.session.journey.id == way.journey:
            self._arrive(way)
        else:
            runs = self._bridge.desk.runs.list()
            self._bridge.leads(runs, lambda runs: self._resume(way, runs))

    def _open(self, guide_id: str, title: str, html: str) -> None:
        from wizard.ui.pages.reader import ReaderPage

        if self._page is not None and isValid(self._page):
            self._query = self._page.query
        self._read, self._opened = guide_id, (guide_id, title, html)
        # The page has the title already; the document would say it a second time.
        self._guide = ReaderPage(self._bridge, title, "", html.partition("</h1>")[2])
        self._put_aside(self._guide)

    def _resume(self, way: Way, saved: tuple[RunCard, ...]) -> None:
        """Go on with the latest draft of the journey; without one begin, and keep nothing."""
        runs, bridge = self._bridge.desk.runs, self._bridge
        draft = next((r.id for r in saved if r.journey == way.journey and not r.finished), "")
        if draft:
            bridge.leads(runs.open(draft), lambda session: self._enter(session, way))
            return
        policy = bridge.desk.school.profile.policy

        def begin(place: str) -> None:
            work = runs.start(way.journey, policy, place=place)
            bridge.leads(work, lambda session: self._enter(session, way))

        if way.kind is Kind.SIGN_OFF:
            begin(flow.OUTCOME)
            return

        def find(journey: Journey) -> None:
            section = journey.section_of(flow.way_to(journey, Answers(), way.id))
            begin(section.id if section is not None else "")

        bridge.leads(runs.pack(way.journey), lambda pack: find(pack.journey))

    def _enter(self, session: Session, way: Way) -> None:
        self._walks.enter(session)
        self._arrive(way)

    def _arrive(self, way: Way) -> None:
        if way.kind is Kind.SIGN_OFF:
            self._walks.go(flow.OUTCOME)
            return
        session = self._bridge.session
        first = flow.way_to(session.journey, session.answers, way.id)
        self._walks.change(first)
        if first != way.id:
            self._bridge.failed.emit(say("help.asked-later", question=way.title))
