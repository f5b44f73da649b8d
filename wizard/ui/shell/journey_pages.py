"""The pages of the self-assessment on screen: built when wanted, few kept."""

from __future__ import annotations

from collections.abc import Callable

from wizard.model import flow
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.ui.shell.stage import Stage

KEPT = 4
"""Pages kept alive: the one in sight, its neighbours, and the review."""


class JourneyPages:
    """Gives the page of a place, from those kept or newly built."""

    def __init__(self, bridge: Bridge, stage: Stage, wire: Callable[[Page], None]) -> None:
        self._bridge, self._stage, self._wires = bridge, stage, [wire]
        self._kept: dict[str, Page] = {}

    def also(self, wire: Callable[[Page], None]) -> None:
        """Let somebody else hear of each new page too."""
        self._wires.append(wire)

    @property
    def next_place(self) -> str:
        """Where Carry on leads from the place the session is at."""
        session = self._bridge.session
        return flow.next_place(session.journey, session.answers, session.place)

    @property
    def previous_place(self) -> str:
        """Where Back leads; empty at the start of the journey."""
        session = self._bridge.session
        return flow.previous_place(session.journey, session.answers, session.place)

    @property
    def is_last(self) -> bool:
        """Whether the journey ends on the page in sight."""
        return self._bridge.session.place == flow.OUTCOME

    def is_asked(self, place: str) -> bool:
        """Whether a place is still on the way: what a page hangs on may be taken back."""
        session = self._bridge.session
        return flow.resume_place(session.journey, session.answers, place) == place

    def page(self, place: str) -> Page:
        """Return the page of a place; the one unused for longest makes room."""
        page = self._kept.pop(place, None)
        if page is None:
            page = self._build(place)
            self._stage.take_in(page)
            for wire in self._wires:
                wire(page)
        self._kept[place] = page
        self._make_room()
        return page

    def prepare(self, place: str) -> None:
        """Build the page of a place in idle time, so that it is there at once when wanted."""
        if place and place not in self._kept:
            self.page(place).ensurePolished()

    def clear(self) -> None:
        """Forget all pages, after telling what was typed in them."""
        for page in self._kept.values():
            self._stage.let_go(page)
        self._kept = {}

    def _make_room(self) -> None:
        for place in list(self._kept)[: max(0, len(self._kept) - KEPT)]:
            if self._kept[place] is not self._stage.page:
                self._stage.let_go(self._kept.pop(place))

    def _build(self, place: str) -> Page:
        if place == flow.REVIEW:
            from wizard.ui.pages.review import ReviewPage

            return ReviewPage(self._bridge)
        if place == flow.OUTCOME:
            from wizard.ui.pages.outcome import OutcomePage

            return OutcomePage(self._bridge)
        # Home is painted sooner for not knowing what a question looks like.
        from wizard.ui.pages.questions import QuestionsPage

        sections = self._bridge.session.journey.sections
        return QuestionsPage(self._bridge, next(s for s in sections if s.id == place))
