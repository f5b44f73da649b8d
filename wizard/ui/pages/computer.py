"""Whose computer is this?  Own login, a passphrase, a name each, or nothing kept at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.errors import Problem
from wizard.model.run import RunCard
from wizard.ui import accessible, sight, tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage, Page
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.paper.recovery_code import RecoveryCode
from wizard.ui.parts.paper.sheet_card import SheetCard
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Body, Quiet
from wizard.ui.parts.way_card import WayCard
from wizard.ui.parts.writing.new_lock import NewLock
from wizard.ui.parts.writing.proving import Proving
from wizard.ui.parts.writing.secret_field import WAITS
from wizard.words import say

if TYPE_CHECKING:
    from concurrent.futures import Future

    from wizard.desk.assessment.copies import Copy

_PARTS = ("new", "again", "choose")
_APART = ("name", "passphrase", "again", "choose")


class ComputerPage(AsidePage):
    """Each way says in honest words who can read what, and which one it is now.

    ``shared`` asks to keep nothing, ``forgotten`` to take whoever is in away.
    """

    shared = Signal()
    forgotten = Signal()

    def __init__(self, bridge: Bridge, settled: Callable[[str, bool], None]) -> None:
        """``settled`` is told that another way was taken, with a new recovery code if any.

        And whether that comes so late that whoever asked may have gone.  It is no signal: it is
        told, too, when the page was left before it was done.
        """
        super().__init__(bridge, say("ui.computer.title"), say("ui.computer.lead"))
        self._lock, self._told = bridge.desk.lock, settled
        self._code: RecoveryCode | None = None
        self._shown = ""
        # Whoever chose the lock on this very page has just typed what opens it.
        self._is_proven = not self._lock.has_lock
        self._proving = Proving(self._lock.prove, self)
        self._proving.proven.connect(self._go_on)
        self._sheet = SheetCard(self)
        self._renew = self._sheet.renew
        self._renew.confirmed.connect(self._make_sheet)
        own, locked = WayCard("computer.own", self), WayCard("computer.locked", self)
        apart, shared = self._apart_card(), WayCard("computer.shared", self)
        self._cards = {"own": own, "locked": locked, "apart": apart, "shared": shared}
        for card in (self._proving, self._sheet, *self._cards.values()):
            self.rows.addWidget(card)
        self._own = PlainButton(say("ui.computer.own.choose"), "", own)
        self._own.clicked.connect(self._choose_own)
        own.rows.addWidget(self._own)
        # One press of a key too many must not end a passphrase, nor the sheet in the drawer.
        label = say("ui.computer.own.choose")
        self._give_up = SureButton(label, say("ui.computer.own.sure"), own)
        self._give_up.confirmed.connect(self._choose_own)
        own.rows.addWidget(self._give_up)
        locked.rows.addWidget(locked.copies)
        new, again, choose = (say(f"ui.computer.locked.{part}") for part in _PARTS)
        self._lock_form = NewLock(("", new, again, choose), "lock", locked)
        self._lock_form.wanted.connect(self._choose_lock)
        locked.rows.addWidget(self._lock_form)
        self._share = PlainButton(say("ui.computer.shared.choose"), "users", shared)
        self._share.clicked.connect(self._share_all)
        shared.rows.addWidget(self._share)
        self._kept = Quiet(say("ui.computer.shared.kept"), shared)
        shared.rows.addWidget(self._kept)
        self.rows.addStretch(1)
        self._refresh()
        bridge.when_done(bridge.desk.runs.list(), self._show_kept)
        bridge.when_done(bridge.desk.copies.list(), self._tell_of_copies)

    def _tell_of_copies(self, copies: tuple[Copy, ...]) -> None:
        """What was gone back from lies in a copy alone, and goes with the key of it."""
        if isValid(self) and copies and not self._lock.kept_note:
            is_apart = self._way == "apart"
            self._cards["locked"].copies.show()
            self._cards["apart"].copies.setVisible(not is_apart)

    def _apart_card(self) -> WayCard:
        card = WayCard("people.apart", self)
        name, new, again, choose = (say(f"ui.people.apart.{part}") for part in _APART)
        self._apart_form = NewLock((name, new, again, choose), "users", card)
        self._apart_form.wanted.connect(self._choose_apart)
        self._moves = Body(say("ui.people.apart.moves"), card)
        card.rows.addWidget(self._moves)
        card.rows.addWidget(card.copies)
        card.rows.addWidget(self._apart_form)
        label = say("ui.people.forget")
        self._forget = SureButton(label, say("ui.people.forget.sure"), card)
        self._forget.confirmed.connect(self._leave_for_good)
        card.rows.addWidget(self._forget)
        return card

    @property
    def is_there(self) -> bool:
        """Whether nobody has left the page; what was left is hidden first, and then deleted."""
        return isValid(self) and not self.isHidden()

    @property
    def owes_code(self) -> bool:
        """Whether a recovery code stands here, or is on its way to whoever chose a lock here."""
        return self.bridge.is_under_way("code") or (bool(self._shown) and self.is_there)

    @property
    def _way(self) -> str:
        """How it is now."""
        if self._lock.places.person:
            return "apart"
        if self._lock.kept_note:
            return "shared"
        return "locked" if self._lock.has_lock else "own"

    def _refresh(self) -> None:
        now, may_change = self._way, self._is_proven
        self._proving.setVisible(not may_change)
        # Among several people there is no way without a passphrase, and nothing for nobody.
        is_apart = now == "apart"
        for way, card in self._cards.items():
            card.now.setVisible(way == now)
            is_open = may_change and not (is_apart and way in ("own", "shared"))
            card.setVisible(is_open or way == now)
        self._lock_form.setVisible(may_change)
        self._apart_form.setVisible(not is_apart)
        self._moves.setVisible(not is_apart)
        self._forget.setVisible(is_apart and may_change)
        # Until somebody says so it is so, and still asked.
        has_lock = self._lock.has_lock
        self._own.setVisible(not has_lock and (now != "own" or self._lock.is_unsaid))
        self._give_up.setVisible(has_lock)
        self._share.setVisible(now == "own")
        self._kept.setVisible(now == "locked")
        self._sheet.setVisible(may_change and has_lock)

    def let_change(self, since: QElapsedTimer | None = None) -> None:
        """Offer what can be changed: somebody has said that it is them, maybe a while ago."""
        self._proving.take_for_proven(since)
        self._is_proven = True
        self._refresh()

    def _go_on(self) -> None:
        self.let_change()
        self._renew.first().setFocus()

    def _may_change(self) -> bool:
        """Ask once more who it is, where that was said a while ago; say whether to go on."""
        if self._lock.has_lock and self._proving.is_stale:
            self._is_proven = False
            self._refresh()
            self._proving.begin()
        return self._is_proven

    def _leave_for_good(self) -> None:
        if self._may_change():
            self.forgotten.emit()

    def _show_kept(self, runs: tuple[RunCard, ...]) -> None:
        # What is kept here already is not left behind by a click.
        if isValid(self) and runs and not self._lock.kept_note:
            self._share.hide()
            self._kept.show()

    def _share_all(self) -> None:
        # Answers are kept by the time it is done; the window would be opened anew over the code.
        if not self.bridge.is_under_way("code"):
            self.shared.emit()

    def _choose_own(self) -> None:
        if not self._may_change():
            return

        def failed(problem: Problem) -> None:
            if isValid(self):
                self._give_up.settle()
            self.bridge.failed.emit(str(problem))

        def done(_none: None) -> None:
            if isValid(self):
                self._give_up.settle()
            self._told("", False)

        self.bridge.when_done(self._lock.choose_own_login(), done, failed)

    def show_settled(self, code: str) -> None:
        """Show the way that was taken, and the recovery ``code`` if there is one to it."""
        if code:
            self.show_code(code)
            return
        if self._code is not None:
            # It opens nothing any more.
            self._code.hide()
            self._shown = ""
        self._refresh()
        self.bridge.when_done(self.bridge.desk.runs.list(), self._show_kept)
        self.remark(say("ui.computer.done"))
        accessible.announce(self, say("ui.computer.done"))
        self.back.setFocus()

    def _choose_lock(self, _name: str, passphrase: str) -> None:
        self._await(lambda: self._lock.choose(passphrase), self._lock_form.warn)

    def _choose_apart(self, name: str, passphrase: str) -> None:
        self._await(lambda: self._lock.choose_apart(name, passphrase), self._apart_form.warn)

    def _make_sheet(self) -> None:
        def failed(sentence: str) -> None:
            self._renew.settle()
            self.bridge.failed.emit(sentence)

        self._await(self._lock.new_recovery_code, failed)

    def _await(self, make: Callable[[], Future[str]], warn: Callable[[str], None]) -> None:
        # A second code would take the place of one that may be on paper by then.
        if not self._may_change() or (code := self.bridge.once("code", make)) is None:
            return
        since = QElapsedTimer()
        since.start()

        def made(code: str) -> None:
            self._told(code, since.hasExpired(WAITS))
            if self._lock.left_behind:
                self.bridge.failed.emit(self._lock.left_behind)

        def failed(problem: Problem) -> None:
            tell = warn if self.is_there else self.bridge.failed.emit
            tell(str(problem))

        self.bridge.when_done(code, made, failed)

    def half_written(self) -> Callable[[Page], None]:
        """The code that is shown only once, too, and then what is typed."""
        code, is_proven, write_fields = self._shown, self._is_proven, super().half_written()
        since = self._proving.since
        # It is handed on, not put away.
        self.withhold_code()

        def write_again(page: Page) -> None:
            assert isinstance(page, ComputerPage)
            if is_proven:
                page.let_change(since)
            if code:
                page.show_code(code)
            write_fields(page)

        return write_again

    def withhold_code(self) -> None:
        """Leave it open whether anybody has seen the code that is in sight."""
        self._shown = ""

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes on from the code has seen it; a window that closes has not asked them."""
        if self._shown and self.isHidden() and self._code is not None and self._code.is_read:
            # Should it not be put down, the next unlocking asks about a sheet too many.
            self._lock.code_seen(self._shown)
        super().hideEvent(event)

    def show_code(self, code: str) -> None:
        """Show the recovery code, once: nobody can look it up later."""
        # A page asked for before it would take it away, and count as going on from it.
        self.bridge.has_come()
        self._shown = code
        self.let_change()
        if self._code is not None:
            self._code.hide()
        for form in (self._lock_form, self._apart_form):
            form.clear()
        self._code = card = RecoveryCode(self.bridge, code, self)
        self.rows.insertWidget(self.rows.indexOf(self._sheet), card)
        card.show()
        # The file's button was made before the printer's, and stands below it.
        tab_order.follow([self.back, *card.ways, *self.stops()[1:]])
        card.first.setFocus()
        # In large letters the code itself would lie above the edge, with its button in sight.
        sight.bring(card, card.first)
        self._renew.settle()
        accessible.announce(card, say("ui.computer.code.about"))

    def stops(self) -> list[QWidget]:
        """The way back, the recovery sheet, then the four ways, as they stand."""
        return [self.back, self._proving, self._sheet, *self._cards.values()]
