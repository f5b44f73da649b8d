"""What the window is furnished with once the desk is open.

Apart from the window, so that the window is painted before all this is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from wizard.desk.front import Front
from wizard.ui.bridge import Bridge
from wizard.ui.cover.hiding import Hiding
from wizard.ui.pages.home import HomePage
from wizard.ui.pages.page import Page
from wizard.ui.shell import entrance
from wizard.ui.shell.asides import Asides
from wizard.ui.shell.entrance import Entrance
from wizard.ui.shell.frame import Frame
from wizard.ui.shell.journey_pages import JourneyPages
from wizard.ui.shell.listening import Listening
from wizard.ui.shell.more import Host, More
from wizard.ui.sight import Sight


class Ways(Protocol):
    """The ways through the program that the window knows."""

    def go(self, place: str) -> None:
        """Show a section, the review or the outcome."""

    def go_home(self) -> None:
        """Show home."""

    def go_back(self) -> None:
        """Show what came before."""

    def go_on(self) -> None:
        """Show what comes next."""

    def start(self, journey_id: str, copy_from: str = "") -> None:
        """Begin a journey, empty or with the answers of an earlier one."""

    def open_run(self, run_id: str) -> None:
        """Go on with a self-assessment where it was left."""

    def show_school(self) -> None:
        """Show the school's profile."""

    def go_to_refused(self) -> None:
        """Go back to what could not be saved."""

    def show_help(self) -> None:
        """Show guides, glossary and search."""


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
        Listening(self.frame.stage)
        more = More(host, self.asides, keys)
        self.frame.elsewhere.connect(more.save_elsewhere)
        self.home.computer_wanted.connect(more.show_computer)
        self.home.take_wanted.connect(more.show_everything)
        self.home.paper_links.blanks_wanted.connect(more.papers.show_blanks)
        self.home.paper_links.file_wanted.connect(more.papers.ask_which)
        self.home.paper_links.entry_wanted.connect(more.papers.show_entry)
        self.pages.also(more.papers.wire)
        return more

    def lead(self, ways: Ways) -> None:
        """Let what is pressed in the frame and at home lead there."""
        frame, home = self.frame, self.home
        for signal, act in (
            (frame.chosen, ways.go), (frame.home, ways.go_home),
            (frame.back, ways.go_back), (frame.on, ways.go_on), (frame.wanted, ways.go_to_refused),
            (home.started, ways.start), (home.opened, ways.open_run), (home.copied, ways.start),
            (home.school_wanted, ways.show_school), (home.help_wanted, ways.show_help),
        ):  # fmt: skip
            signal.connect(act)


def furnish(
    bridge: Bridge,
    stands: Entrance | None,
    wire: Callable[[Page], None],
    put_aside: Callable[[Page], None],
    asides: Asides | None,
) -> Rooms:
    """Make everything at the size and in the colours that are on, or around what ``stands``.

    ``wire`` hears of each new page of a journey; ``put_aside`` shows one beside it.
    ``asides`` are those there are, where a window is only dressed anew.
    """
    # A school's file that is not right is told before anything changes in the window.
    name = bridge.desk.school.profile.name
    frame, home = stands or entrance.build(_front(bridge, name))
    frame.kept_note = lambda: bridge.desk.lock.kept_note
    frame.retry.connect(bridge.desk.runs.retry)
    home.take(bridge)
    pages = JourneyPages(bridge, frame.stage, wire)
    return Rooms(frame, pages, home, asides or Asides(bridge, put_aside))


def _front(bridge: Bridge, name: str) -> Front:
    lock = bridge.desk.lock
    return Front(
        bridge.desk.cards,
        name,
        is_first=bridge.is_first,
        is_shared=bool(lock.kept_note),
        is_unsaid=lock.is_unsaid,
    )
