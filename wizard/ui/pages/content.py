"""About the content: its edition, the policies, what is to be looked at again, faults."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk.content_state import ContentState, content_state
from wizard.ui import accessible, tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.text import Body, Quiet, SectionTitle, bullets
from wizard.words import say, say_day

PATIENCE = 300
"""Milliseconds of reading after which the page says that it reads."""


class ContentPage(AsidePage):
    """Everything is read and checked first, off this thread; the page says so meanwhile."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("ui.content.title"), say("ui.content.lead"))
        self._wait = Quiet(say("ui.content.wait"), self)
        self._wait.hide()
        self.rows.addWidget(self._wait)
        self.rows.addStretch(1)
        self._reading = QTimer(self, singleShot=True, interval=PATIENCE)
        self._reading.timeout.connect(self._wait.show)
        self._reading.start()
        content = bridge.desk.places.content
        day = bridge.desk.clock.now().astimezone().date()
        work = bridge.in_background(lambda: content_state(content, day))
        bridge.when_done(work, self._show)

    def _show(self, state: ContentState) -> None:
        if not isValid(self):
            return
        self._reading.stop()
        self._wait.hide()
        old = [
            say("ui.content.aged", says=one.says, checked=say_day(one.checked))
            for one in state.overdue
        ]
        policies = [
            say("ui.policy.one", name=name, edition=edition) for name, edition in state.policies
        ]
        cards = [
            self._card("edition", [state.edition], len(state.policies), policies),
            self._card("overdue", [], len(old), old),
            self._card("faults", [], len(state.faults), list(state.faults)),
        ]
        tab_order.follow([self.back, *cards])
        accessible.announce(self, say("ui.content.read"))

    def _card(self, part: str, lines: list[str], count: int, folded: list[str]) -> QWidget:
        title = say(f"ui.content.{part}")
        card = Card(title, self)
        card.rows.addWidget(SectionTitle(title, card))
        for line in lines:
            card.rows.addWidget(Body(line, card))
        if folded:
            fold = FoldButton(say(f"ui.content.{part}.count", count=count), "", card)
            card.rows.addWidget(fold)
            card.rows.addWidget(Folded(fold, lambda: Body(bullets(folded), card), card))
        else:
            card.rows.addWidget(Quiet(say(f"ui.content.{part}.none"), card))
        self.rows.insertWidget(self.rows.count() - 1, card)
        card.show()
        return card
