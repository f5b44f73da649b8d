"""Blank checklists: which journeys, for a pen or a screen, and how many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk.paper import blanks
from wizard.desk.paper.blanks import MOST_COPIES, BlankOrder, Sheet
from wizard.errors import Problem
from wizard.report.blocks import Report
from wizard.ui import accessible, days, tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage, Page
from wizard.ui.parts.buttons import PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.parts.text import Quiet, SectionTitle, Small, Warn
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.parts.writing.fields import Labelled, LineField
from wizard.ui.parts.writing.half_written import Half, put_back, read
from wizard.ui.parts.writing.options import Options
from wizard.words import say


class BlanksPage(AsidePage):
    """One file with all that is ticked; ``journey`` is ticked to begin with."""

    def __init__(self, bridge: Bridge, journey: str = "") -> None:
        super().__init__(bridge, say("papers.blanks.title"), say("papers.blanks.lead"))
        self._was: Half = {}
        self._titles = {card.id: card.title for card in bridge.desk.cards}
        self._journeys = self._journeys_card()
        self._sheets = self._sheets_card()
        self._platforms = self._platforms_card()
        self._end = self._end_card()
        self.rows.addStretch(1)
        self._platforms.hide()
        if journey:
            self._ticks[journey].show_ticked(True)
            self._ask_platforms()

    def stops(self) -> list[QWidget]:
        """The way back, what to print, how, and the button."""
        return [self.back, self._journeys, self._sheets, self._platforms, self._end]

    def half_written(self) -> Callable[[Page], None]:
        """The platforms, too: they are offered once the journeys ticked have been read."""
        half = read(self)

        def write_again(page: Page) -> None:
            assert isinstance(page, BlanksPage)
            page.go_on(half)

        return write_again

    def go_on(self, half: Half) -> None:
        """Tick and write what was ticked and written on such a page before."""
        self._was = half
        put_back(self, half)

    def _journeys_card(self) -> Card:
        card = Card(say("papers.blanks.which"), self)
        card.rows.addWidget(SectionTitle(say("papers.blanks.which"), card))
        ticks = QWidget(card)
        ticks.setLayout(columns := Columns(theme.look().text(18), theme.look().gap(0.25)))
        self._ticks = {key: CheckChoice(title, ticks) for key, title in self._titles.items()}
        for tick in self._ticks.values():
            tick.toggled.connect(lambda _on: self._ask_platforms())
            columns.addWidget(tick)
        card.rows.addWidget(ticks)
        self.rows.addWidget(card)
        return card

    def _sheets_card(self) -> Card:
        card = Card(say("papers.blanks.how"), self)
        card.rows.addWidget(SectionTitle(say("papers.blanks.how"), card))
        kinds = [(sheet.value, say(f"papers.blanks.{sheet.value}")) for sheet in Sheet]
        self._sheet = Options(say("papers.blanks.how"), kinds, card)
        self._sheet.choose(Sheet.PEN.value)
        card.rows.addWidget(self._sheet)
        self._copies = LineField(say("papers.blanks.copies"), card)
        self._copies.setText("1")
        self._copies.setMaximumWidth(theme.look().text(6))
        self._many = Labelled(say("papers.blanks.copies"), self._copies, card)
        card.rows.addWidget(self._many)
        # A form is filled in on screen: one is enough.
        self._sheet.chosen.connect(lambda sheet: self._many.setVisible(sheet != Sheet.FORM.value))
        self.rows.addWidget(card)
        return card

    def _platforms_card(self) -> Card:
        card = Card(say("papers.blanks.platforms"), self)
        card.rows.addWidget(SectionTitle(say("papers.blanks.platforms"), card))
        card.rows.addWidget(Quiet(say("papers.blanks.platforms-lead"), card))
        self._platform_ticks: dict[str, CheckChoice] = {}
        self._platform_row = QWidget(card)
        self._platform_row.setLayout(Columns(theme.look().text(11), theme.look().gap(0.25)))
        card.rows.addWidget(self._platform_row)
        self.rows.addWidget(card)
        return card

    def _end_card(self) -> Card:
        card = Card(say("papers.blanks.save"), self)
        self._wrong = Warn(parent=card)
        self._wrong.hide()
        card.rows.addWidget(self._wrong)
        button = PrimaryButton(say("papers.blanks.save"), "file-text", card)
        button.clicked.connect(self._save)
        card.rows.addWidget(button)
        card.rows.addWidget(Small(say("papers.blanks.after"), card))
        self.tray = PaperTray(self.bridge, card)
        card.rows.addWidget(self.tray)
        self.rows.addWidget(card)
        return card

    def _chosen(self) -> tuple[str, ...]:
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def _ask_platforms(self) -> None:
        """Read the journeys that are ticked; one that asks about platforms lets them be chosen."""
        self._wrong.hide()
        chosen = self._chosen()
        if not chosen:
            self._show_platforms({})
            return
        runs = self.bridge.desk.runs

        def arrived(found: dict[str, str]) -> None:
            if isValid(self) and self._chosen() == chosen:
                self._show_platforms(found)

        work = self.bridge.in_background(lambda: blanks.platforms(runs, chosen))
        self.bridge.when_done(work, arrived)

    def _show_platforms(self, found: dict[str, str]) -> None:
        if list(found) != list(self._platform_ticks):
            row = self._platform_row.layout()
            assert row is not None
            # Another journey ticked takes no tick away from a platform.
            self._was = {**self._was, **read(self._platform_row)}
            for tick in self._platform_ticks.values():
                row.removeWidget(tick)
                tick.hide()
                tick.deleteLater()
            self._platform_ticks = {
                key: CheckChoice(name, self._platform_row) for key, name in found.items()
            }
            for tick in self._platform_ticks.values():
                row.addWidget(tick)
                tick.show()
            put_back(self._platform_row, self._was)
            tab_order.follow(self.stops())
        self._platforms.setVisible(bool(found))

    def _save(self) -> None:
        self._wrong.hide()
        self.tray.clear()
        chosen, sheet = self._chosen(), Sheet(self._sheet.value)
        copies = self._copies.text().strip() if sheet is not Sheet.FORM else "1"
        if not chosen:
            self._lack(say("papers.blanks.none"))
        elif not copies.isdecimal() or not 1 <= int(copies) <= MOST_COPIES:
            self._lack(say("papers.blanks.number", most=MOST_COPIES))
        else:
            ticked = (key for key, tick in self._platform_ticks.items() if tick.isChecked())
            order = BlankOrder(chosen, sheet, int(copies), tuple(ticked))
            places = self.bridge.desk.places
            compose, bridge = partial(blanks.compose, places, order), self.bridge
            work = bridge.once("blanks", lambda: bridge.in_background(compose))
            if work is not None:
                bridge.when_done(work, lambda made: self._offer(made, order), self._failed)

    def _offer(self, made: tuple[Report, ...], order: BlankOrder) -> None:
        if not isValid(self) or not self.isVisible():
            # A dialog would stand before the sheet of whoever has hidden everything meanwhile.
            return
        many = len(order.journeys) > 1
        title = say("papers.blanks.name") if many else self._titles[order.journeys[0]]
        today = self.bridge.desk.clock.now().astimezone().date().isoformat()
        kind = say(f"papers.blanks.name-{order.sheet.value}")
        self.tray.offer(made, title, days.spoken(today), kind)

    def _failed(self, problem: Problem) -> None:
        if isValid(self):
            self._lack(str(problem))

    def _lack(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()
        accessible.announce(self, sentence)
