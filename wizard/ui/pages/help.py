"""Guides, glossary and search: everything to read, without starting anything."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.desk.reading.index import Kind, Thing
from wizard.desk.reading.room import ReadingRoom
from wizard.model.journey import Section
from wizard.ui import accessible, tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.reading.found_group import FoundGroup, Ways
from wizard.ui.parts.reading.glossary_list import GlossaryList
from wizard.ui.parts.text import Quiet, SectionTitle
from wizard.ui.parts.writing.own_keys import keep_to_itself
from wizard.words import say

PAUSE = 150
"""Milliseconds without a key after which is searched."""

PATIENCE = 300
"""Milliseconds of reading after which the page says that it reads."""


class HelpPage(AsidePage):
    """A search line; beneath it the guides and the glossary, or what was found.

    ``followed`` gives the way (:class:`wizard.desk.reading.index.Way`) that was chosen.
    """

    followed = Signal(object)

    def __init__(
        self, bridge: Bridge, query: str = "", guide: str = "", *, about: bool = False
    ) -> None:
        """Make the page as it was left: with a query, and at the guide that was read.

        With ``about`` it begins with the words on the page of the journey in sight.
        """
        self._section = _section_in_sight(bridge) if about else None
        section = self._section
        title = say("help.about", page=section.title) if section else say("help.title")
        super().__init__(bridge, title, say("help.lead"))
        self._guide = guide
        self._room: ReadingRoom | None = None
        self.let_escape_leave()
        self._field = QLineEdit(query, self)
        self._field.setMaxLength(200)
        keep_to_itself(self._field)
        self._field.setPlaceholderText(say("help.search"))
        self._field.setAccessibleName(say("help.search"))
        self._field.installEventFilter(self)
        self.rows.addWidget(self._field)
        self._state = Quiet("", self)
        self._state.hide()
        self.rows.addWidget(self._state)
        self._found = self._part()
        self._shelf = self._part()
        self.rows.addStretch(1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self._field.textChanged.connect(lambda _text: self._pause.start())
        self._field.returnPressed.connect(self._search)
        # Who searches on wants to stay: typed on there, words would answer what was found before.
        self._field.textEdited.connect(lambda _text: self.bridge.has_come())
        self._reading = QTimer(self, singleShot=True, interval=PATIENCE)
        self._reading.timeout.connect(lambda: self._tell(say("help.wait")))
        self._reading.start()
        reading = bridge.desk.searching.room()
        if reading.done() and reading.exception() is None:
            # Whoever comes back from a guide finds all as it was left, from the first moment.
            self._arrived(reading.result())
        else:
            bridge.when_done(reading, self._arrived)

    @property
    def query(self) -> str:
        """What is being looked for."""
        return self._field.text()

    def first(self) -> QWidget | None:
        """The guide that was read last, else the search line; about a page, the heading."""
        read = (tiles.tile(Kind.GUIDE, self._guide) for tiles in self.findChildren(Ways))
        start = None if self._section is not None and not self.query else self._field
        return next((tile for tile in read if tile is not None), start)

    def search_again(self) -> None:
        """Bring the focus to the search line, ready for other words."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.back)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the search line before it means anything else."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Escape
            and self._field.text()
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._field.clear()
            return True
        return False

    def _arrived(self, room: ReadingRoom) -> None:
        # Who closed the page before everything was read waits for nothing.
        if not isValid(self):
            return
        self._reading.stop()
        self._tell("")
        self._room = room
        self._fill_shelf(room)
        self._search()

    def _fill_shelf(self, room: ReadingRoom) -> None:
        if self._section is not None:
            self._explain_page(self._section)
        beside: tuple[str, ...] = ()
        if self.bridge.has_session:
            journey = self.bridge.session.journey
            beside = journey.guides
            mine = [replace(thing, where="") for thing in room.guides if thing.id in beside]
            self._guides(say("help.beside", journey=journey.title), mine)
        if room.terms:
            name, terms, rows = say("help.glossary"), room.terms, _rows(self._shelf)
            rows.addWidget(SectionTitle(name, self._shelf))
            fold = FoldButton(say("help.glossary-open", count=len(terms)), "", self._shelf)
            rows.addWidget(fold)
            rows.addWidget(Folded(fold, lambda: GlossaryList(name, terms, self), self._shelf))
        others = [thing for thing in room.guides if thing.id not in beside]
        self._guides(say("help.others" if beside else "help.guides"), others)

    def _explain_page(self, section: Section) -> None:
        explained = self.bridge.session.pack.terms
        found = (explained.get(question.id, ()) for question in section.questions)
        terms = tuple(dict.fromkeys(term for terms in found for term in terms))
        if terms:
            heading = say("help.on-page")
            _rows(self._shelf).addWidget(SectionTitle(heading, self._shelf))
            _rows(self._shelf).addWidget(GlossaryList(heading, terms, self._shelf))

    def _guides(self, heading: str, guides: list[Thing]) -> None:
        if not guides:
            return
        _rows(self._shelf).addWidget(SectionTitle(heading, self._shelf))
        tiles = Ways(self._shelf)
        tiles.followed.connect(self.followed)
        for thing in guides:
            tiles.offer(thing.ways[0], thing.remark, thing.where)
        _rows(self._shelf).addWidget(tiles)

    def _search(self) -> None:
        self._pause.stop()
        if self._room is None:
            return
        for old in self._found.findChildren(FoundGroup):
            _rows(self._found).removeWidget(old)
            old.hide()
            old.deleteLater()
        query = self._field.text().strip()
        groups = self._room.find(query, self.bridge.desk.school.profile.policy)
        for group in groups:
            shown = FoundGroup(group, self._found)
            shown.followed.connect(self.followed)
            _rows(self._found).addWidget(shown)
            shown.show()
        self._found.setVisible(bool(groups))
        self._shelf.setVisible(not query)
        if not query:
            self._tell("")
        elif groups:
            self._tell(say("help.found.count", count=sum(group.count for group in groups)))
        else:
            self._tell(say("help.found.none", query=query))
        tab_order.follow([self._field, self._found, self._shelf])

    def _tell(self, sentence: str) -> None:
        self._state.setText(sentence)
        self._state.setVisible(bool(sentence))
        accessible.announce(self._state, sentence)

    def _part(self) -> QWidget:
        part = QWidget(self)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(1))
        self.rows.addWidget(part)
        return part


def _section_in_sight(bridge: Bridge) -> Section | None:
    """Return the page of questions the person came from; None at home, review or outcome."""
    if not bridge.has_session:
        return None
    sections, place = bridge.session.sections(), bridge.session.place
    return next((section for section in sections if section.id == place), None)


def _rows(part: QWidget) -> QVBoxLayout:
    rows = part.layout()
    assert isinstance(rows, QVBoxLayout)
    return rows
