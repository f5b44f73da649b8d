"""About the content: its edition, what is to be looked at again and when, faults in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.content.state import ContentState, Dated, Wrong, content_state
from wizard.errors import Problem
from wizard.ui import accessible, tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.paper_work import open_file
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.text import Body, Points, Quiet, SectionTitle, Strong
from wizard.words import say, say_day

PATIENCE = 300
"""Milliseconds of reading after which the page says that it reads."""

SHOWN = 30
"""Faults shown one by one; who has more mends these first."""


class ContentPage(AsidePage):
    """Everything is read and checked off this thread; the page says so meanwhile.

    ``school_wanted`` asks for the page on which the school's own file is mended.
    """

    school_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("ui.content.title"), say("ui.content.lead"))
        self._wait = Quiet(say("ui.content.wait"), self)
        self._wait.hide()
        self._again = PlainButton(say("content.again"), "rotate-ccw", self)
        self._again.clicked.connect(self._read)
        self._inside = QWidget(self)
        for part in (self._wait, self._inside):
            self.rows.addWidget(part)
        self.rows.addWidget(self._again)
        self.rows.addStretch(1)
        self._reading = QTimer(self, singleShot=True, interval=PATIENCE)
        self._reading.timeout.connect(self._wait.show)
        self._read()

    def stops(self) -> list[QWidget]:
        """The way back, what there is to open, and checking again."""
        return [self.back, self._inside, self._again]

    def _read(self) -> None:
        """Read and check everything, and show how it stands now."""
        if self._reading.isActive():
            return
        self._reading.start()
        desk = self.bridge.desk
        content, school = desk.places.content, desk.school.path
        day = desk.clock.now().astimezone().date()
        work = self.bridge.in_background(lambda: content_state(content, day, school))
        self.bridge.when_done(work, self._show)

    def _show(self, state: ContentState) -> None:
        if not isValid(self):
            return
        self._reading.stop()
        self._wait.hide()
        new = QWidget(self)
        rows = QVBoxLayout(new)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(1))
        is_unknown = not all(wrong.is_school for wrong in state.faults)
        for card in (
            self._faults(state, new), self._edition(state, new),
            self._aged("overdue", state.overdue, is_unknown, new),
            self._aged("soon", state.soon, is_unknown, new),
        ):  # fmt: skip
            rows.addWidget(card)
        self.rows.replaceWidget(self._inside, new)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = new
        new.show()
        tab_order.follow(self.stops())
        count = len(state.faults)
        accessible.announce(self, say("content.read", faults=count, overdue=len(state.overdue)))

    def _edition(self, state: ContentState, parent: QWidget) -> Card:
        card = _card("edition", parent)
        if state.dated is not None:
            told = say(
                "content.edition",
                edition=state.edition, day=say_day(state.dated), journeys=state.journeys,
            )  # fmt: skip
            card.rows.addWidget(Body(told, card))
        policies = [say("ui.policy.one", name=name, edition=edition)
                    for name, edition in state.policies]  # fmt: skip
        platforms = [say("content.platform", name=name, checked=say_day(day))
                     for name, day in state.checked]  # fmt: skip
        _fold(card, say("ui.content.edition.count", count=len(policies)), policies)
        if platforms:
            _fold(card, say("content.platforms", count=len(platforms)), platforms)
        return card

    def _aged(self, part: str, found: tuple[Dated, ...], is_unknown: bool, parent: QWidget) -> Card:
        card = _card(part, parent)
        if is_unknown:
            card.rows.addWidget(Quiet(say("content.unknown"), card))
            return card
        if not found:
            card.rows.addWidget(Quiet(say(f"ui.content.{part}.none"), card))
            return card
        count = say(f"ui.content.{part}.count", count=len(found))
        if part == "overdue":
            card.rows.addWidget(Notice(count, say("content.overdue.what"), "warn", card))
            count = say("content.overdue.which")
        lines = [
            say(f"content.{part}.line", says=one.says, checked=say_day(one.checked),
                until=say_day(one.until))
            if one.checked else say("content.undated.line", says=one.says)
            for one in found
        ]  # fmt: skip
        _fold(card, count, lines)
        return card

    def _faults(self, state: ContentState, parent: QWidget) -> Card:
        card = _card("faults", parent)
        if not state.faults:
            card.rows.addWidget(Quiet(say("ui.content.faults.none"), card))
            return card
        told = say("ui.content.faults.count", count=len(state.faults))
        card.rows.addWidget(Notice(told, say("content.faults.what"), "warn", card))
        for number, wrong in enumerate(state.faults[:SHOWN], 1):
            self._fault(card, number, wrong)
        if len(state.faults) > SHOWN:
            more = say("content.faults.more", count=len(state.faults) - SHOWN)
            card.rows.addWidget(Quiet(more, card))
        return card

    def _fault(self, card: Card, number: int, wrong: Wrong) -> None:
        where = str(wrong.file) if not wrong.line else f"{wrong.file}:{wrong.line}"
        card.rows.addWidget(Strong(where, card))
        said = ": ".join(part for part in (wrong.what, wrong.hint) if part)
        card.rows.addWidget(Body(f"{said[:1].upper()}{said[1:]}", card))
        is_ours = wrong.is_school and self._is_readable()
        label = say("content.school" if is_ours else "content.open")
        button = LinkButton(label, "school" if is_ours else "file-text", card)
        button.setAccessibleName(say("content.open-name", label=label, number=number))
        if is_ours:
            button.clicked.connect(self.school_wanted)
        else:
            button.clicked.connect(lambda: self._open(wrong.file))
        card.rows.addWidget(button)

    def _open(self, path: Path) -> None:
        if not open_file(path):
            self.bridge.failed.emit(say("content.no-viewer", path=path))

    def _is_readable(self) -> bool:
        """Whether the school's file reads by itself, so that its page can mend it."""
        try:
            return bool(self.bridge.desk.school.profile)
        except Problem:
            return False


def _card(part: str, parent: QWidget) -> Card:
    title = say(f"ui.content.{part}")
    card = Card(title, parent)
    card.rows.addWidget(SectionTitle(title, card))
    return card


def _fold(card: Card, words: str, lines: list[str]) -> None:
    fold = FoldButton(words, "", card)
    card.rows.addWidget(fold)
    card.rows.addWidget(Folded(fold, lambda: Points(lines, card), card))
