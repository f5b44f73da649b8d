"""The pages beside a journey: school, guide, search, preview, keys, where the answers are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from shiboken6 import isValid

from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.words import say

if TYPE_CHECKING:
    from wizard.model.pack import Pack
    from wizard.ui.gate.keeper import Keeper
    from wizard.ui.pages.computer import ComputerPage
    from wizard.ui.shell.finding import Finding, Walks

T = TypeVar("T")

PRIVACY = ("where", "who", "network", "asks", "delete")
"""What is said of the answers, in this order."""


class Asides:
    """Makes such a page and hands it to ``show``; each is imported when it is wanted."""

    def __init__(self, bridge: Bridge, show: Callable[[Page], None]) -> None:
        self._bridge, self._put = bridge, show
        self._finding: Finding | None = None
        self._again: Callable[[], None] | None = None
        self._settle: Callable[[Page], None] | None = None
        self._computer: ComputerPage | None = None

    def make_anew(self, settle: Callable[[Page], None]) -> None:
        """Make the page that was shown last anew, for another look.

        ``settle`` is called with it once it is in sight, which some are only later.
        """
        self._settle = settle
        if self._again is not None:
            self._again()

    def show(self, page: Page, again: Callable[[], None]) -> None:
        """Show a page that somebody else made; ``again`` makes it anew."""
        self._show(page, again)

    def show_when(
        self, work: Future[T], make: Callable[[T], Page], again: Callable[[], None]
    ) -> None:
        """Show a page that is made of what slow work brings, unless somebody went elsewhere."""
        settle, self._settle = self._settle, None

        def arrived(brought: T) -> None:
            self._settle = settle
            self._show(make(brought), again)

        self._bridge.leads(work, arrived)

    def school(self, before: Callable[[], None]) -> None:
        """Show the school's profile, once ``before`` is done.

        Policies and roles come with any journey.
        """
        from wizard.desk.school.draft import Draft, plain
        from wizard.ui.pages.school import SchoolPage

        desk = self._bridge.desk
        journey = desk.cards[0].id

        def read() -> tuple[Pack, Draft]:
            # Not as the page comes: whoever is still at another must be able to hide and lock.
            kept = desk.school.kept()
            return plain(desk.places.content, journey, kept.school.nation), kept

        def make(found: tuple[Pack, Draft]) -> Page:
            # Made before the page in sight has told its words, it would tell older ones over them.
            before()
            return SchoolPage(self._bridge, *found)

        self.show_when(self._bridge.in_background(read), make, lambda: self.school(before))

    def guide(self, guide_id: str) -> None:
        """Show a guide page of the journey on screen."""
        from wizard.desk.reading import on_screen
        from wizard.ui.pages.reader import ReaderPage

        pack = self._bridge.session.pack
        # The page has the title already; the document would say it a second time.
        html = on_screen.guide(pack, guide_id, self._bridge.desk.clock).partition("</h1>")[2]
        page = ReaderPage(self._bridge, pack.guides[guide_id].title, "", html)
        self._show(page, lambda: self.guide(guide_id))

    def help(self, walks: Walks, *, about: bool) -> None:
        """Show guides, glossary and search; what is found there leads on by ``walks``.

        With ``about``, what helps with the page of the journey in sight comes first.
        """
        from wizard.ui.shell.finding import Finding

        if self._finding is None:
            self._finding = Finding(self._bridge, walks, self._put)
        self._again = self._finding.show_again
        self._finding.show(about=about)

    def back_from(self, page: Page) -> bool:
        """Go back to the search a page was opened from.  False if it was not."""
        return self._finding is not None and self._finding.back_from(page)

    def preview(self, reader: str) -> None:
        """Show a paper as it will read; nothing is saved."""
        from wizard.desk.paper.papers import compose_paper
        from wizard.desk.reading import on_screen
        from wizard.ui.pages.reader import ReaderPage

        desk, session = self._bridge.desk, self._bridge.session
        school, now = desk.school.profile, desk.clock.now()
        paper = compose_paper(session.pack, session.run, school, reader, now)
        title, html = say(f"ui.outcome.preview-{reader}"), on_screen.preview(paper)
        page = ReaderPage(self._bridge, title, say("ui.reader.preview"), html)
        self._show(page, lambda: self.preview(reader))

    def keys(self, shortcuts: list[tuple[str, str]]) -> None:
        """Show the sheet of keys, from what each does and its keys."""
        keys: dict[str, str] = {}
        for does, pressed in shortcuts:
            known = keys.get(does)
            keys[does] = say("ui.keys.or", keys=known, more=pressed) if known else pressed
        lines = [(pressed, does) for does, pressed in keys.items()]
        lines.append((say("ui.keys.digits"), say("ui.keys.digits-do")))
        self._plain("keys", say("ui.keys.lead"), lines)

    def privacy(self) -> None:
        """Show where the answers are, and what the program never does."""
        desk = self._bridge.desk
        where, lock = desk.lock.places.answers, desk.lock
        lines = [
            (say(f"ui.privacy.{part}"), say(f"ui.privacy.{part}-text", folder=where))
            for part in PRIVACY
        ]
        if lock.kept_note:
            lines[0] = (lines[0][0], say("ui.shared.about"))
        if lock.kept_note or lock.has_lock:
            text = say("ui.privacy.who-shared" if lock.kept_note else "ui.privacy.who-locked")
            lines[1] = (lines[1][0], text)
        where_kept = "-shared" if lock.kept_note else "-away" if desk.place_warning else ""
        self._plain("privacy", say(f"ui.privacy.lead{where_kept}"), lines)

    def everything(self) -> None:
        """Show the page that puts all that is kept here into one file."""
        from wizard.ui.pages.everything import EverythingPage

        self._show(EverythingPage(self._bridge), self.everything)

    def passphrase(self, path: Path, then: Callable[[Path, str], None]) -> None:
        """Ask for the passphrase of a file that was taken along; ``then`` opens it."""
        from wizard.ui.pages.passphrase import FilePassphrasePage

        page = FilePassphrasePage(self._bridge, path, then)
        self._show(page, lambda: self.passphrase(path, then))

    def content(self, to_school: Callable[[], None]) -> None:
        """Show which content this is, and what of it has aged; ``to_school`` leads on."""
        from wizard.ui.pages.content import ContentPage

        page = ContentPage(self._bridge)
        page.school_wanted.connect(to_school)
        self._show(page, lambda: self.content(to_school))

    def computer(self, gate: Keeper, code: str) -> None:
        """Show whose computer this is, and how the answers are locked, with a new ``code``."""
        from wizard.ui.pages.computer import ComputerPage

        def settled(made: str, is_late: bool) -> None:
            gate.watch()
            if is_late:
                # It opens everything for good: nobody sees it who has not the passphrase.
                gate.lock_now()
            elif page.is_there:
                page.show_settled(made)
            elif made:
                # A code is shown only once: who went on without it is shown it all the same.
                self.computer(gate, made)

        page = self._computer = ComputerPage(self._bridge, settled)
        page.shared.connect(gate.share)
        page.forgotten.connect(gate.forget)
        self._show(page, lambda: self.computer(gate, ""))
        if code:
            page.show_code(code)

    @property
    def owes_code(self) -> bool:
        """Whether a recovery code, which is shown only once, is in sight or on its way."""
        return self._computer is not None and self._computer.owes_code

    def withhold_code(self) -> None:
        """Take it that nobody has seen a recovery code that is in sight."""
        if self._computer is not None and isValid(self._computer):
            self._computer.withhold_code()

    def copies(self, why: str, go_home: Callable[[], None], settled: Callable[[], None]) -> None:
        """Show the copies that can be gone back to, and ``why`` if that is needed.

        ``go_home`` is called as somebody goes back, and once one is there again; ``settled`` then,
        wherever they went meanwhile.
        """
        from wizard.ui.pages.copies import CopiesPage

        def again() -> None:
            self.copies(why, go_home, settled)

        self._show(CopiesPage(self._bridge, go_home, again, settled, why), again)

    def _show(self, page: Page, again: Callable[[], None]) -> None:
        settle, self._settle = self._settle, None
        self._again = again
        self._put(page)
        if settle is not None:
            settle(page)

    def _plain(self, name: str, lead: str, lines: list[tuple[str, str]]) -> None:
        from wizard.ui.pages.plain import PlainPage

        page = PlainPage(self._bridge, say(f"ui.{name}.title"), lead, lines)
        self._show(page, lambda: self._plain(name, lead, lines))
