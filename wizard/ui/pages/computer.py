"""Whose computer is this?  Own login, a passphrase, or a shared one where nothing is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wizard.desk import files, papers
from wizard.model.run import RunCard
from wizard.ui import accessible, settings, tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.fields import Labelled
from wizard.ui.parts.file_desk import FileDesk, SavedAs
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Strong, Warn
from wizard.words import say


class ComputerPage(AsidePage):
    """Each way says in honest words who can read what, and which one it is now.

    ``shared`` asks to keep nothing; ``settled`` tells that another way was taken.
    """

    shared = Signal()
    settled = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("ui.computer.title"), say("ui.computer.lead"))
        self._lock = bridge.desk.lock
        self._now: dict[str, Strong] = {}
        self._code: Card | None = None
        own, locked, shared = (self._card(way) for way in ("own", "locked", "shared"))
        self._own = PlainButton(say("ui.computer.own.choose"), "", own)
        self._own.clicked.connect(self._choose_own)
        own.rows.addWidget(self._own)
        self._first, self._again = self._secret(locked, "new"), self._secret(locked, "again")
        self._wrong = Warn(parent=locked)
        self._wrong.hide()
        locked.rows.addWidget(self._wrong)
        choose = PlainButton(say("ui.computer.locked.choose"), "lock", locked)
        choose.clicked.connect(self._choose_lock)
        locked.rows.addWidget(choose)
        self._locked = locked
        self._share = PlainButton(say("ui.computer.shared.choose"), "users", shared)
        self._share.clicked.connect(self.shared)
        shared.rows.addWidget(self._share)
        self._kept = Quiet(say("ui.computer.shared.kept"), shared)
        self._kept.hide()
        shared.rows.addWidget(self._kept)
        self.rows.addStretch(1)
        tab_order.follow([self.back, own, locked, shared])
        self._refresh()
        bridge.when_done(bridge.desk.runs.list(), self._show_kept)

    def _card(self, way: str) -> Card:
        title = say(f"ui.computer.{way}")
        card = Card(title, self)
        card.rows.addWidget(SectionTitle(title, card))
        self._now[way] = Strong(say("ui.computer.now"), card)
        card.rows.addWidget(self._now[way])
        card.rows.addWidget(Body(say(f"ui.computer.{way}.about"), card))
        self.rows.addWidget(card)
        return card

    def _secret(self, card: Card, which: str) -> QLineEdit:
        field = QLineEdit(card)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        label = say(f"ui.computer.locked.{which}")
        field.setAccessibleName(label)
        card.rows.addWidget(Labelled(label, field, card))
        return field

    def _refresh(self) -> None:
        is_shared, is_locked = bool(self._lock.kept_note), self._lock.has_lock
        now = "shared" if is_shared else "locked" if is_locked else "own"
        for way, words in self._now.items():
            words.setVisible(way == now)
        self._own.setVisible(now != "own")
        self._share.setVisible(now == "own")
        self._kept.setVisible(now == "locked")

    def _show_kept(self, runs: tuple[RunCard, ...]) -> None:
        # What is kept here already is not left behind by a click.
        if runs and not self._lock.kept_note:
            self._share.hide()
            self._kept.show()

    def _choose_own(self) -> None:
        self.bridge.when_done(self._lock.choose_own_login(), lambda _none: self._settled())

    def _settled(self) -> None:
        settings.keep_shared(False)
        if self._code is not None:
            # It opens nothing any more.
            self._code.hide()
        self._refresh()
        self.bridge.when_done(self.bridge.desk.runs.list(), self._show_kept)
        self.settled.emit()
        self.remark(say("ui.computer.done"))
        accessible.announce(self, say("ui.computer.done"))
        self.back.setFocus()

    def _choose_lock(self) -> None:
        if self._first.text() != self._again.text():
            self._warn(say("ui.computer.locked.differ"))
            return
        work = self._lock.choose(self._first.text())
        self.bridge.when_done(work, self._show_code, lambda fault: self._warn(str(fault)))

    def _warn(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        accessible.announce(self, sentence)

    def _show_code(self, code: str) -> None:
        """Show the recovery code, once: nobody can look it up later."""
        settings.keep_shared(False)
        self._refresh()
        self.settled.emit()
        self._warn("")
        if self._code is not None:
            self._code.hide()
        for field in (self._first, self._again):
            field.clear()
        self._code = card = Card(say("ui.computer.code"), self)
        card.rows.addWidget(SectionTitle(say("ui.computer.code"), card))
        card.rows.addWidget(Body(say("ui.computer.code.about"), card))
        shown = Strong(code, card)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(code)
        card.rows.addWidget(shown)
        what = SavedAs(
            say("ui.computer.code.save"), "printer", (say("lock.sheet.title"),), ".pdf",
            say("ui.paper.kind"),
        )  # fmt: skip
        sheet = self._lock.recovery_sheet(code)

        def draw(path: Path) -> None:
            files.write(path, papers.draw(sheet))

        desk = FileDesk(
            self.bridge, what, lambda path: self.bridge.in_background(lambda: draw(path)), card
        )
        card.rows.addWidget(desk)
        self.rows.insertWidget(self.rows.indexOf(self._locked), card)
        card.show()
        desk.button.setFocus()
        accessible.announce(card, say("ui.computer.code.about"))

    def stops(self) -> list[QWidget]:
        """The way back, then the three ways."""
        return [self]
