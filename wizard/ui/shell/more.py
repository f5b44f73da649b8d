"""What the menus offer beside the way through a journey: files in and out, things to read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from errno import ETIMEDOUT
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wizard import there
from wizard.desk.files import Place
from wizard.errors import Problem, StoreDamaged
from wizard.ui import accessible, file_dialogs, settings
from wizard.ui.presses.meanwhile import Meanwhile
from wizard.ui.shell.asides import Asides
from wizard.ui.shell.message import Way
from wizard.ui.shell.paper_ways import Host as PaperHost
from wizard.ui.shell.paper_ways import PaperWays
from wizard.words import say, say_reason

if TYPE_CHECKING:
    from wizard.desk.handover.bringing import Brought
    from wizard.session import Session
    from wizard.ui.gate.keeper import Keeper

MOST_TOLD = 5
"""Of what could not be brought in, each is told up to so many."""

_LOST: Mapping[settings.Lost, str] = {
    "draft": "ui.close.lost-draft",
    "decision": "ui.close.lost-decision",
    "file": "ui.lock.file",
    "left": "ui.close.lost-left",
}
"""What is told of each thing that went with the program."""


class Host(PaperHost, Protocol):
    """What the window is to this."""

    gate: Keeper

    def go_home(self) -> None:
        """Show home."""

    def choose_size(self, percent: int) -> None:
        """Change the size of text; the look is put on anew."""

    def show_school(self) -> None:
        """Show the school's profile."""


class More:
    """Made anew with the frame; keeps nothing."""

    def __init__(self, host: Host, asides: Asides, keys: list[tuple[str, str]]) -> None:
        """``keys`` is what the sheet of keys lists."""
        self._host, self._asides, self._keys = host, asides, keys
        self.papers = PaperWays(host, asides)

    def show_guide(self, guide_id: str) -> None:
        """Show a guide page of this journey."""
        self._asides.guide(guide_id)

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        self._asides.keys(self._keys)

    def show_privacy(self) -> None:
        """Show where the answers are, and what the program never does."""
        self._asides.privacy()

    def show_content(self) -> None:
        """Show which content this is, and what of it has aged."""
        self._asides.content(self._host.show_school)

    def show_everything(self) -> None:
        """Show the page that puts all that is kept here into one file."""
        self._asides.everything()

    def hide_all(self) -> None:
        """Hide everything at once, or show it again."""
        from wizard.ui.cover.curtain import turn

        turn(self._host.frame.window())

    def space(self, is_wide: bool) -> None:
        """Put letters and words further apart, or back."""
        settings.keep_is_wide(is_wide)
        self._host.choose_size(settings.text_size())

    def speak(self, language: str) -> None:
        """Speak another language from here on, and open the answers anew in it."""
        settings.keep_language(language)
        self._host.gate.speak(language)

    def show_computer(self, code: str = "") -> None:
        """Show whose computer this is, how the answers are locked, and a new recovery ``code``."""
        self._asides.computer(self._host.gate, code)

    def withhold_code(self) -> None:
        """The lock falls: a recovery code in sight was not put away by whoever has to have it."""
        self._asides.withhold_code()

    @property
    def owes_code(self) -> bool:
        """Whether a recovery code is in sight or on its way."""
        return self._asides.owes_code

    def lock(self) -> None:
        """Lock at once, or show how to have a lock."""
        if self._host.bridge.desk.lock.has_lock:
            self._host.gate.lock_now()
        else:
            self.show_computer()

    def show_copies(self) -> None:
        """Show the copies that can be gone back to."""
        self._asides.copies("", self._host.go_home, lambda: None)

    def tell_shut(self, problem: Problem) -> None:
        """Say why the answers can not be had; if they are damaged, with the way back."""
        if isinstance(problem, StoreDamaged):

            def settled() -> None:
                # Told beside what is there again, it would have somebody go back once more.
                self._host.frame.message.take_back(str(problem))

            self._asides.copies(str(problem), self._host.go_home, settled)
        else:
            self._host.bridge.failed.emit(str(problem))

    def tell_of_before(self, _opened: None) -> None:
        """Say what was lost before, if anything was, or that the answers lie elsewhere."""
        desk = self._host.bridge.desk
        answers, told, way = desk.places.answers, [], None
        if desk.lock.code_unseen:
            told.append(say("lock.code-unseen"))
            way = Way(say("lock.code-unseen.go"), "lock", self.show_computer)
        if desk.is_put_back:
            told.append(say("errors.store.put-back"))
            way = way or Way(say("ui.copies.go"), "arrow-right", self.show_copies)
        if cut_short := self._host.bridge.cut_short:
            told.append(cut_short)
        for what, sentence in _LOST.items():
            if settings.is_lost(what, answers):
                settings.keep_lost(what, answers, False)
                told.append(say(sentence))
        if warning := desk.place_warning:
            told.append(warning)
        if told:
            # All at once: each would take the place of the one before it.
            self._host.frame.message.tell(" ".join(told), way)

    def bring_in(self) -> None:
        """Ask for a file with answers, and open what it holds."""
        title, kind = say("ui.bring.title"), say("ui.bring.kind")
        file_dialogs.ask_which(self._host.frame, title, settings.paper_folder(), kind, self.take_in)

    def save_elsewhere(self) -> None:
        """Ask where to put a copy of the answers on screen, which could not be saved."""
        desk, session = self._host.bridge.desk, self._host.bridge.session
        offered = desk.copies.suggest(session, settings.usual_folder())

        def write(path: Path) -> None:
            bridge, place = self._host.bridge, Place(path)

            def save() -> None:
                from wizard.desk.handover import replacing

                replacing.refuse_over(desk, path)
                desk.copies.save_elsewhere(session, place)

            def saved(_none: None) -> None:
                bridge.done.emit(say("ui.elsewhere.done", name=place.path.name))

            # A stick that hangs must not hold up the window: its words are on no disk yet.
            bridge.when_done(bridge.files.draw(save), saved)

        title, kind = say("ui.footer.elsewhere"), say("ui.elsewhere.kind")
        file_dialogs.ask_where(self._host.frame, title, offered, kind, write)

    def take_in(self, path: Path, passphrase: str = "") -> None:
        """Keep the self-assessments of a file here, and show what came in.

        ``passphrase`` opens a file that was taken along from another computer; where one
        is needed and not given, it is asked for.
        """
        from wizard.desk.handover import bringing, carrying

        bridge = self._host.bridge
        desk = bridge.desk

        def look(at: Path) -> tuple[bool, bool]:
            return bringing.is_paper(at), carrying.is_carried(at)

        # A stick that hangs must not hold up the window.
        if (found := there.soon(path, look, otherwise=None)) is None:
            reason = say_reason(OSError(ETIMEDOUT, os.strerror(ETIMEDOUT)))
            bridge.failed.emit(say("reading.unread", file=path, reason=reason))
            return
        is_paper, is_carried = found
        if is_paper:
            # What a PDF is has to be seen before anything of it is kept.
            self.papers.look_at(path)
            return
        if is_carried:
            if not passphrase:
                self._asides.passphrase(path, self.take_in)
                return
            bring = partial(carrying.bring, desk, path, passphrase)
        else:
            bring = partial(bringing.bring_in, desk, path)
        work = bridge.once(("bring", path), lambda: bridge.in_background(bring))
        if work is None:
            return
        bridge.files.add(work)
        meanwhile = Meanwhile(bridge)
        bridge.when_done(work, lambda brought: self._arrived(brought, meanwhile))

    def _arrived(self, brought: Brought, meanwhile: Meanwhile) -> None:
        bridge, ids = self._host.bridge, brought.ids
        # Not the frame it was asked from: other letters may have taken that away.
        accessible.announce(self._host.frame, say("ui.bring.done", count=len(ids)))
        # A recovery code is shown only once: nothing takes its place but who has it to put away.
        if self.owes_code or meanwhile.has_acted:
            self._tell_brought(ids)
        elif len(ids) == 1:
            self._host.open_run(ids[0], lambda session: self._enter(session, meanwhile))
        else:
            self._host.go_home()
        if brought.unread:
            told = [say("ui.bring.unread", count=len(brought.unread)), *brought.unread[:MOST_TOLD]]
            if (further := len(brought.unread) - MOST_TOLD) > 0:
                told.append(say("ui.bring.unread-more", count=further))
            bridge.failed.emit("\n".join(told))

    def _enter(self, session: Session, meanwhile: Meanwhile) -> None:
        if meanwhile.has_acted:
            self._tell_brought((session.run.id,))
        else:
            self._host.enter(session)

    def _tell_brought(self, ids: tuple[str, ...]) -> None:
        """Say what came in, and where it is: whoever is writing stays where they are.

        What they type on would be taken for answers, or press what has the focus there.
        """
        host = self._host
        way = Way(say("ui.bring.open"), "arrow-right", lambda: host.open_run(ids[0]))
        if len(ids) != 1:
            way = Way(say("ui.bring.home"), "house", host.go_home)
        told = say("ui.bring.done", count=len(ids))
        host.frame.message.tell(told, None if self.owes_code else way, is_well=True)
