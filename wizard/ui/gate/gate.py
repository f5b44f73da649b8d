"""The gate before the answers: opens them for a window, locks them, keeps none where asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wizard.desk.assessment.saving import SaveState, Saving
from wizard.desk.desk import Desk
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.desk.places import Places, has_people
from wizard.errors import Problem
from wizard.ui import accessible, settings
from wizard.ui.bridge import Bridge
from wizard.ui.gate import at_hand
from wizard.ui.gate.clippings import Clippings
from wizard.ui.gate.closing import Closing
from wizard.ui.gate.idle import Idle
from wizard.ui.gate.over_locks import OverLocks
from wizard.ui.gate.saving_again import SavingAgain
from wizard.ui.gate.unfinished import Unfinished
from wizard.ui.mistake import in_words
from wizard.ui.presses.by_mouse import ByMouse
from wizard.ui.presses.dropping import Dropping
from wizard.ui.presses.held_key import HeldKey
from wizard.ui.presses.read_on import ReadOn
from wizard.ui.presses.second_key import SecondKey
from wizard.ui.presses.second_press import SecondPress
from wizard.ui.presses.typed_on import TypedOn
from wizard.words import say, spoken, use

if TYPE_CHECKING:
    from wizard.ui.gate.unlocking import Unlocking
    from wizard.ui.shell.window import Window


class Gate(QObject):
    """One for a window.  It has the desk, and makes another after each lock."""

    def __init__(self, window: Window, places: Places) -> None:
        super().__init__(window)
        self._window, self._places = window, places
        self._desk: Desk | None = None
        self.is_refused = False
        self._over_locks = OverLocks()
        self._idle = Idle(window, places.clock.now)
        self._idle.gone.connect(self.lock_now)
        self._again = SavingAgain(lambda: self._desk, self)
        self._clippings = Clippings(self)
        self._unfinished = Unfinished(window, lambda: self._desk)
        self._closing = Closing(window, self._unfinished)
        window.gate = self
        window.lock_wanted.connect(self.lock_now)
        Dropping(window, self._bring_in)
        for hears in (ByMouse, SecondPress, SecondKey, HeldKey, TypedOn, ReadOn):
            hears(window)

    def begin(self) -> None:
        """Open the answers, or ask for what opens them."""
        # Most logins are one person's, and have no such folder.
        if not has_people(self._places.data) or not self._ask_who():
            self._go_in(self._places)

    def take(self, desk: Desk, *, is_first: bool = False) -> None:
        """Show a desk that is open."""
        self._desk = desk
        self._forget_place(desk.lock)
        bridge = Bridge(desk, is_first=is_first)
        bridge.saved.connect(self._saved)
        self._window.open_on(bridge)
        # Not before: where it would not open, what was left waits for the next time.
        desk.school.draft = self._over_locks.drafts.take(desk.lock)
        bridge.begun |= self._over_locks.begun.take(desk.lock) or {}
        bridge.ticked = self._over_locks.ticked
        bridge.cut_short = self._over_locks.cut_short(desk.lock)
        self.watch()

    def lock_now(self) -> None:
        """Close the answers, drop what opens them and clear the window.

        What could not be saved waits behind a veil, which the passphrase lifts, until it is.
        """
        desk = self._desk
        if desk is None or not desk.lock.has_lock:
            return
        try:
            at_hand.load(at_hand.ALWAYS + at_hand.TO_LOCK)
        except ImportError:
            # The program's own files are gone: no window at all is better than an open one.
            self._window.end()
            return
        from wizard.ui.gate.clearing import Clearing

        Clearing(lambda: self._lock(desk), self._window)

    def share(self) -> None:
        """Keep nothing from here on: this computer is everybody's."""
        if unfinished := self._unfinished.in_words():
            self._window.bridge.failed.emit(unfinished)
            return
        lock = self._shut()
        problem = lock.keep_nothing().exception()
        self._pass(lock)
        if problem is not None:
            self._window.bridge.failed.emit(in_words(problem))

    def forget(self) -> None:
        """Take away whoever is in, one of several people, and ask who comes next."""
        if self._unfinished.file() is not None:
            # "Take your answers along first" is what they were asked.
            self._window.bridge.failed.emit(say("ui.paper.under-way"))
            return
        lock = self._shut()
        problem = lock.forget().exception()
        if problem is None:
            # Nobody who comes next wrote it.
            self._over_locks.drafts.take(lock)
            self._over_locks.begun.take(lock)
            self.begin()
        else:
            self._ask(lock).tell(in_words(problem))

    def speak(self, language: str) -> None:
        """Say everything in another language, and open the same answers anew."""
        desk = self._desk
        if desk is None:
            return
        is_only_here = self._unfinished.in_words() or desk.lock.kept_note
        if is_only_here or self._window.more.owes_code:
            # Opening anew would lose what is on no disk: it is spoken from the next start.
            self._window.bridge.failed.emit(say("ui.language.next-start"))
            return
        use(spoken().in_language(language))
        lock = self._shut()
        self._window.put_menus()
        self._pass(lock)

    def watch(self) -> None:
        """Lock where there is a lock: after a while without anybody, and before sleep."""
        has_lock = self._desk is not None and self._desk.lock.has_lock
        self._idle.watch(has_lock)
        at_hand.load_soon(at_hand.ALWAYS, self._window)
        if has_lock:
            at_hand.load_soon(at_hand.TO_LOCK, self._window)
        elif self._desk is not None and self._desk.lock.kept_note:
            at_hand.load_soon(at_hand.TO_ASK, self._window)

    def close(self) -> None:
        """Finish every save and let go of the answers."""
        self._again.stop()
        if self._desk is not None:
            desk, self._desk = self._desk, None
            self._closing.forget()
            if desk.lock.has_lock or desk.lock.kept_note:
                self._clippings.take_back()
            self._forget_place(desk.lock)
            desk.close()
            # Not sooner: who takes a name meanwhile has their answers elsewhere then.
            self._over_locks.put_down(desk.lock)

    def _forget_place(self, lock: Lock) -> None:
        if lock.places.person or lock.kept_note:
            settings.forget_paper_folder()
        else:
            settings.put_down_paper_folder()

    def _lock(self, desk: Desk) -> None:
        if self._desk is not desk:
            return
        try:
            is_owing = self._is_owing()
        except Exception:
            # A mistake of ours, in a page: what it would have told is on no disk.
            self._veil(desk.lock)
            raise
        if is_owing:
            self._veil(desk.lock)
            return
        self._over_locks.leave_files(desk.lock, self._window.bridge.files.ends(self._idle.last))
        self._window.more.withhold_code()
        try:
            self._ask(desk.lock, shut=True)
        except Exception:
            # A mistake of ours on the way: no window at all is better than an open one, and nothing
            # is owed to a disk.
            self._window.hide()
            self._window.closed.emit()
            raise
        finally:
            desk.lock.lock_now()
        if self._window.is_veiled:
            self._window.uncover()

    def _veil(self, lock: Lock) -> None:
        # Whoever lifts it without a key, as by voice, may go again.
        self._idle.watch(True)
        if not self._window.is_veiled:
            from wizard.ui.gate.veil import draw

            self._clippings.take_back()
            draw(self._window, lock)

    def _go_in(self, places: Places) -> None:
        try:
            lock = Lock(places)
        except Problem as problem:
            self._refuse(str(problem))
        else:
            self._pass(lock)

    def _pass(self, lock: Lock) -> None:
        try:
            if lock.state is State.LOCKED:
                self._ask(lock)
            else:
                is_first = lock.state is State.NEW
                self.take(Desk(lock.places, lock), is_first=is_first)
        except Problem as problem:
            # Open and shown to nobody, it could neither be locked nor closed.
            self.close()
            if lock.has_lock or lock.places.person:
                # It may pass, and keeps nobody else out.
                lock.lock_now()
                self._ask(lock).tell(str(problem))
            else:
                self._refuse(str(problem))

    def _shut(self) -> Lock:
        """Close the answers and clear the window; return the lock, which stays as it is."""
        assert self._desk is not None
        lock = self._desk.lock
        self._put_away()
        self.close()
        return lock

    def _put_away(self) -> None:
        """Have everything of the person out of sight: what comes next waits for the disk."""
        from wizard.ui.shell.greeting import Greeting

        if self._desk is not None:
            # What was begun and not saved waits for whoever wrote it.
            lock = self._desk.lock
            self._over_locks.drafts.leave(lock, self._unfinished.draft())
            self._over_locks.begun.leave(lock, self._unfinished.begun())
        self._window.shut(Greeting(self._window))
        self._window.paint_now()

    def _ask_who(self) -> bool:
        """Let one of several people say who they are; False if nobody has a name here."""
        from wizard.desk.lock.people import whom_to_ask

        try:
            known = whom_to_ask(self._places.data)
            if not known:
                return False
            from wizard.ui.gate.choosing import Choosing

            asks = Choosing(self._places, known, self._window)
        except Problem as problem:
            self._refuse(str(problem))
            return True
        asks.chosen.connect(self._go_in)
        asks.made.connect(self._welcome)
        self._window.shut(asks)
        (asks.page.first() or asks).setFocus()
        accessible.announce(asks, say("ui.people.title"))
        return True

    def _welcome(self, lock: Lock, code: str) -> None:
        self._pass(lock)
        if self._desk is not None:
            self._window.more.show_computer(code)

    def _ask(self, lock: Lock, *, shut: bool = False) -> Unlocking:
        from wizard.ui.gate.unlocking import Unlocking

        self._idle.watch(False)
        if shut:
            # Whose it is lies on the disk.
            self._put_away()
        asks = Unlocking(lock, self._window)
        asks.unlocked.connect(lambda: self._pass(lock))
        asks.somebody_else.connect(self._ask_who)
        self._window.shut(asks)
        asks.begin()
        if shut:
            # Closing waits for the disk, too.
            self._window.paint_now()
            before = lock.places
            self.close()
            if lock.places is not before:
                # Taking a name was on its way.
                return self._ask(lock)
        accessible.announce(asks, say("ui.lock.title"))
        return asks

    def _refuse(self, sentence: str) -> None:
        from wizard.ui.shell.refusal import say_why

        self.is_refused = True
        say_why(self._window, sentence)

    def _bring_in(self, path: Path) -> None:
        if self._desk is not None and not self._window.is_covered:
            self._window.more.take_in(path)

    def _saved(self, state: SaveState) -> None:
        if state.saving is Saving.NOT_SAVED and not self._again.isActive():
            self._again.start()
        elif state.saving is Saving.SAVED and self._desk and not self._desk.runs.is_behind:
            self._again.stop()
            self._closing.begin_anew()
        if self._window.is_veiled and state.saving is Saving.SAVED:
            self.lock_now()

    def _is_owing(self) -> bool:
        """Say whether closing the answers now would lose something."""
        # Not what was told last: of what was deleted since nobody says that it is saved.
        return self._unfinished.owed() is not None
