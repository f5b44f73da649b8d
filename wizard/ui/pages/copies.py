"""The copies of the answers, and the way back to one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk.assessment.copies import Copy
from wizard.errors import Problem
from wizard.ui import tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Body, Strong
from wizard.words import say, say_day


class CopiesPage(AsidePage):
    """Each copy with its way back, which asks once more."""

    def __init__(
        self,
        bridge: Bridge,
        go_home: Callable[[], None],
        stay: Callable[[], None],
        settled: Callable[[], None],
        why: str,
    ) -> None:
        """Show the copies; ``why`` says what is wrong with the answers, if anything is.

        ``go_home`` is called as somebody goes back and once the answers of the copy are there,
        ``stay`` where they can not be had, and ``settled`` once they are there, wherever somebody
        went meanwhile.  They are no signals: this page is left by then.
        """
        super().__init__(bridge, say("ui.copies.title"), say("ui.copies.lead"))
        if why:
            self.remark(why)
        self._go_home, self._stay, self._settled = go_home, stay, settled
        self._is_needed = bool(why)
        self._card: Card | None = None
        self.rows.addStretch(1)
        bridge.when_done(bridge.desk.copies.list(), self._show)

    def _show(self, copies: tuple[Copy, ...]) -> None:
        if not isValid(self):
            return
        card = Card(say("ui.copies.title"), self)
        for copy, name in zip(copies, _names(copies), strict=True):
            day = say_day(copy.day)
            card.rows.addWidget(Strong(name, card))
            label = say("ui.copies.back")
            sure = say("ui.copies.sure", date=day)
            back = SureButton(label, sure, card, name=f"{label}, {name}")
            back.confirmed.connect(lambda copy=copy: self._go_back(copy))
            card.rows.addWidget(back)
        if not copies:
            card.rows.addWidget(Body(say("ui.copies.none"), card))
        self.rows.insertWidget(self.rows.count() - 1, card)
        card.show()
        tab_order.follow([self.back, card])

    def _go_back(self, copy: Copy) -> None:
        if self.bridge.begun and not self._is_needed:
            # What was decided about may be in no copy: where would the words go?
            record = say("papers.decide.record")
            self.bridge.failed.emit(say("ui.computer.begun", record=record))
            return
        if self.bridge.files.under_way is not None and not self._is_needed:
            # Half of what comes in with it would lie in the copy that is gone back from.
            self.bridge.failed.emit(say("ui.computer.under-way"))
            return
        # What was told, or written, later would be told of what the copy may not have, and refused
        # for ever: nothing that was open stays so.
        self._go_home()
        bridge, copies = self.bridge, self.bridge.desk.copies
        work = bridge.once("copy", lambda: copies.restore(copy.name))

        def failed(problem: Problem) -> None:
            self._stay()
            bridge.failed.emit(str(problem))

        def came(_none: None) -> None:
            self._settled()
            self._go_home()

        if work is not None:
            bridge.leads(work, came, failed, lambda _none: self._settled())

    def stops(self) -> list[QWidget]:
        """The way back, then each copy."""
        return [self]


def _names(copies: tuple[Copy, ...]) -> list[str]:
    """Call each copy by its day; the earlier ones of a day by their number, too."""
    seen: Counter[date] = Counter()
    names = []
    for copy in copies:
        seen[copy.day] += 1
        key = "ui.copies.copy" if seen[copy.day] == 1 else "ui.copies.copy-earlier"
        names.append(say(key, date=say_day(copy.day), number=seen[copy.day]))
    return names
