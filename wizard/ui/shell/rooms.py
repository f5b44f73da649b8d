"""What the window is furnished with once the desk is open.

Apart from the window, so that the window is painted before all this is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wizard.desk.front import Front
from wizard.ui.bridge import Bridge
from wizard.ui.pages.home import HomePage
from wizard.ui.pages.page import Page
from wizard.ui.reading_order import ReadingOrder
from wizard.ui.shell import entrance
from wizard.ui.shell.asides import Asides
from wizard.ui.shell.entrance import Entrance
from wizard.ui.shell.frame import Frame
from wizard.ui.shell.hiding import Hiding
from wizard.ui.shell.journey_pages import JourneyPages
from wizard.ui.shell.more import Host, More
from wizard.ui.sight import Sight


@dataclass(frozen=True)
class Rooms:
    """The frame, the pages of the journey in it, home, and the pages beside the journey."""

    frame: Frame
    pages: JourneyPages
    home: HomePage
    asides: Asides

    def more(self, host: Host, keys: list[tuple[str, str]]) -> More:
        """Return what the menus offer beside the way through a journey."""
        Hiding(self.frame)
        Sight(self.frame.stage)
        ReadingOrder(self.frame.stage)
        more = More(host, self.frame, self.asides, keys)
        self.frame.elsewhere.connect(more.save_elsewhere)
        self.home.computer_wanted.connect(more.show_computer)
        self.home.take_wanted.connect(more.show_everything)
        self.home.paper_links.blanks_wanted.connect(more.papers.show_blanks)
        self.home.paper_links.file_wanted.connect(more.papers.ask_which)
        self.home.paper_links.entry_wanted.connect(more.papers.show_entry)
        self.pages.also(more.papers.wire)
        return more


def furnish(
    bridge: Bridge,
    stands: Entrance | None,
    wire: Callable[[Page], None],
    put_aside: Callable[[Page], None],
) -> Rooms:
    """Make everything at the size and in the colours that are on, or around what ``stands``.

    ``wire`` hears of each new page of a journey; ``put_aside`` shows one beside it.
    """
    # A school's file that is not right is told before anything changes in the window.
    name = bridge.desk.school.profile.name
    frame, home = stands or entrance.build(_front(bridge, name))
    frame.kept_note = lambda: bridge.desk.lock.kept_note
    frame.retry.connect(bridge.desk.runs.retry)
    home.take(bridge)
    pages = JourneyPages(bridge, frame.stage, wire)
    return Rooms(frame, pages, home, Asides(bridge, put_aside))


def _front(bridge: Bridge, name: str) -> Front:
    lock = bridge.desk.lock
    return Front(
        bridge.desk.cards,
        name,
        is_first=bridge.is_first,
        is_shared=bool(lock.kept_note),
        is_unsaid=lock.is_unsaid,
    )
