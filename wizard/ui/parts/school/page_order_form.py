"""The form for the order of a page's questions, open in its place on the school's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.school.additions import Additions, Entry, text_of
from wizard.errors import Problem
from wizard.model.journey import Journey
from wizard.report.blocks import BlankQuestion
from wizard.ui import accessible, sight, tab_order, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.paper.paper_picture import PaperPicture
from wizard.ui.parts.paper.paper_pieces import question_drawing, question_in_words
from wizard.ui.parts.school.form_buttons import FormButtons
from wizard.ui.parts.school.own_question_form import Fetch
from wizard.ui.parts.text import Body, Quiet, Strong, Warn
from wizard.ui.parts.writing.checked_picker import CheckedPicker
from wizard.words import say

LookAtPage = Callable[[Additions, str, str], Mapping[str, BlankQuestion]]
"""Makes of a journey's page all that stands on paper of it, by question; raises ``Problem``."""

STEPS = {"up": -1, "down": 1}


class PageOrderForm(QWidget):
    """``taken`` gives the additions with the order as it is here.

    ``reordered`` tells that the stops are others now.
    """

    taken = Signal(object)
    reordered = Signal()

    def __init__(
        self, additions: Additions, entry: Entry, journeys: Mapping[str, str], fetch: Fetch,
        look: LookAtPage, written: Mapping[str, str], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Begin with the page of an ``entry``, or with the first there is.

        ``written`` is what stood in the form when it was left, nothing for a fresh one.
        """
        super().__init__(parent)
        self._wanted = dict(written)
        entry = written or entry
        self._additions, self._entry, self._fetch, self._look = additions, entry, fetch, look
        self._plain: Journey | None = None
        self._asked: list[tuple[str, str]] = []
        self._lines: list[_Line] = []
        self._seen: Mapping[str, BlankQuestion] = {}
        self._papers: Mapping[str, BlankQuestion] = {}
        self._pictures: list[PaperPicture] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.look().gap(0.5), 0, 0)
        rows.setSpacing(theme.look().gap(0.75))
        rows.addWidget(Strong(say("school.order.form"), self))
        offered = [(title, key) for key, title in journeys.items()]
        self._journey = CheckedPicker(say("school.form.journey"), offered, self)
        self._section = CheckedPicker(say("school.form.section"), (), self)
        self._journey.choose(text_of(entry, "journey"))
        self._list, self._paper = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(theme.look().gap(0.75))
        self._wrong = Warn(parent=self)
        self._wrong.hide()
        self._buttons = FormButtons(self._take, self._show_paper, self)
        for part in (self._journey, self._section):
            rows.addWidget(part)
        rows.addLayout(self._list)
        rows.addWidget(self._wrong)
        rows.addWidget(self._buttons)
        rows.addLayout(self._paper)
        rows.addWidget(Quiet(say("school.form.later"), self))
        self._journey.picked.connect(self._read)
        self._section.picked.connect(self._show_page)
        self._read()

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes."""
        return [self._journey, self._section, *self._lines, self._buttons]

    def begin(self) -> None:
        """Put the focus into the first field."""
        self._journey.field.setFocus()

    @property
    def written(self) -> Mapping[str, str]:
        """Which page it is, and the order its questions have by now, an id on each line."""
        if self._wanted:
            # Its journey is still being read.
            return self._wanted
        order = "\n".join(key for key, _text in self._asked)
        return {"journey": self._journey.value, "section": self._section.value, "order": order}

    def _read(self) -> None:
        self._fetch(self._journey.value, self._list_sections)

    def _list_sections(self, journey: Journey) -> None:
        if journey.id != self._journey.value:
            return
        self._plain = journey
        # A page of a platform is only asked of those who chose the platform.
        shown = [one for one in journey.sections if not one.platform]
        shown = [one for one in shown if len(self._additions.asked_on(journey, one.id)) > 1]
        self._section.offer((one.title, one.id) for one in shown)
        self._section.choose(text_of(self._entry, "section"))
        self._show_page()

    def _show_page(self) -> None:
        """List the questions of the page chosen, in the order they are asked by now."""
        self._wrong.hide()
        self._papers = {}
        self._draw_papers()
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        if self._plain is not None and self._section.value:
            self._asked = list(self._additions.asked_on(self._plain, self._section.value))
            self._order_again()
        for key, text in self._asked:
            line = _Line(self._spoken(key, text), self)
            line.moved.connect(self._move)
            self._list.addWidget(line)
            self._lines.append(line)
            line.show()
        self._settle()
        self.reordered.emit()

    def _order_again(self) -> None:
        """Put the questions in the order they had when the form was left."""
        wanted, words = self._wanted.get("order", "").split("\n"), dict(self._asked)
        if sorted(wanted) == sorted(words):
            self._asked = [(key, words[key]) for key in wanted]
        self._wanted = {}

    def _spoken(self, key: str, text: str) -> str:
        number = self._plain.lines.get(key, "") if self._plain is not None else ""
        return say("ui.question.name", line=number, question=text) if number else text

    def _move(self, line: _Line, step: int) -> None:
        at = self._lines.index(line)
        to = at + step
        self._lines.insert(to, self._lines.pop(at))
        self._asked.insert(to, self._asked.pop(at))
        self._list.removeWidget(line)
        self._list.insertWidget(to, line)
        self._settle()
        self._draw_papers()
        self.reordered.emit()
        sight.bring(line)
        told = say("school.order.moved", question=line.says, place=to + 1, count=len(self._lines))
        accessible.announce(self, told)
        # What was told of the order before is settled, or told again when it is to be kept.
        self._wrong.hide()

    def _settle(self) -> None:
        """The first goes no further up, the last no further down."""
        for at, line in enumerate(self._lines):
            line.place(at + 1, len(self._lines))

    def _tried(self) -> Additions | None:
        """Return the additions with this order, or say why it can not be asked so."""
        if self._plain is None or not self._section.value:
            return None
        order = tuple(key for key, _text in self._asked)
        if self._warn(self._too_early()):
            return None
        tried = self._additions.with_order(self._plain, self._section.value, order)
        try:
            self._seen = self._look(tried, self._plain.id, self._section.value)
        except Problem as problem:
            self._warn(str(problem))
            return None
        return tried

    def _warn(self, sentence: str) -> bool:
        """Say what is wrong, or nothing; return whether anything is."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            sight.bring(self._wrong)
            accessible.announce(self, sentence)
        return bool(sentence)

    def _too_early(self) -> str:
        """Say which question stands before the answer it hangs on, if one does."""
        assert self._plain is not None
        words, seen = dict(self._asked), set[str]()
        conditions = {one.id: one.when for one in self._plain.questions()}
        for key, text in self._asked:
            seen.add(key)
            hangs_on = conditions[key].questions if key in conditions else frozenset()
            if later := [one for one in hangs_on if one in words and one not in seen]:
                question, other = self._spoken(key, text), self._spoken(later[0], words[later[0]])
                return say("school.order.hangs", question=question, other=other)
        return ""

    def _show_paper(self) -> None:
        if self._tried() is not None:
            self._papers = self._seen
            self._draw_papers()
            sight.bring(self._pictures[0])
            accessible.announce(self, self._pictures[0].accessibleName())

    def _draw_papers(self) -> None:
        """Draw the page as it stands here; once it was asked for it follows every move."""
        for picture in self._pictures:
            self._paper.removeWidget(picture)
            picture.hide()
            picture.deleteLater()
        self._pictures = []
        for key, _text in self._asked if self._papers else ():
            if key in self._papers:
                picture = PaperPicture(self)
                question = self._papers[key]
                picture.show_drawing(question_drawing(question), question_in_words(question))
                self._paper.addWidget(picture)
                self._pictures.append(picture)
                picture.show()

    def _take(self) -> None:
        if (tried := self._tried()) is not None:
            self.taken.emit(tried)


class _Line(QWidget):
    """A question and where it stands, with the ways up and down.  ``moved`` gives it and a step."""

    moved = Signal(object, int)

    def __init__(self, says: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.says = says
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.125))
        rows.addWidget(Body(says, self))
        self._where = Quiet(parent=self)
        rows.addWidget(self._where)
        buttons = QWidget(self)
        line = FlowRow(theme.look().gap(1))
        buttons.setLayout(line)
        self._ways: dict[int, LinkButton] = {}
        for name, step in STEPS.items():
            way = LinkButton(say(f"school.order.{name}"), "", buttons)
            way.setAccessibleName(f"{say(f'school.order.{name}')}, {says}")
            way.clicked.connect(lambda _on=False, step=step: self.moved.emit(self, step))
            line.addWidget(way)
            self._ways[step] = way
        rows.addWidget(buttons)
        tab_order.follow(list(self._ways.values()))

    def place(self, number: int, count: int) -> None:
        """Say where it stands, and offer the ways there are from there."""
        where = say("school.order.place", place=number, count=count)
        self._where.setText(where)
        for step, way in self._ways.items():
            way.setAccessibleDescription(where)
            way.setVisible(way.isVisibleTo(self) or 1 <= number + step <= count)
        for step, way in self._ways.items():
            if not 1 <= number + step <= count:
                if way.hasFocus():
                    # Here it goes no further: the focus stays with the question.
                    self._ways[-step].setFocus()
                way.hide()
