"""Recording the decision: what stands in ink on the signed paper, beside its fingerprint."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard.desk.looking import Kind, Looked, look
from wizard.errors import InputFault, Problem
from wizard.model.decision import Decided
from wizard.ui import accessible, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.paper_work import ask_which
from wizard.ui.parts.buttons import LinkButton, PrimaryButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.columns import Columns
from wizard.ui.parts.fields import DayField, Labelled, LineField, TextField
from wizard.ui.parts.options import Options
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Small, Warn
from wizard.words import say


class DecidePage(AsidePage):
    """Which paper was signed, then what was decided on it.

    ``papers`` are PDFs that were saved from this self-assessment, ``boxes`` those on its
    page to sign; ``recorded`` tells that it was put down.
    """

    recorded = Signal()

    def __init__(
        self, bridge: Bridge, run_id: str, papers: tuple[Path, ...], boxes: tuple[Decided, ...]
    ) -> None:
        super().__init__(bridge, say("papers.decide.title"), say("papers.decide.page-lead"))
        self._run = run_id
        self._looked: Looked | None = None
        self._papers = list(papers)
        self._which = self._which_card()
        self._form = self._form_card(boxes)
        self.rows.addStretch(1)
        self._form.hide()
        if papers:
            self._paper.choose(str(papers[0]))
            self._look(papers[0])

    def stops(self) -> list[QWidget]:
        """The way back, the paper, the decision."""
        return [self.back, self._which, self._form]

    def first(self) -> QWidget | None:
        """The way back: what is signed is looked at meanwhile."""
        return self.back

    def flush(self) -> None:
        """Take what is typed as it stands."""
        for field in (self._day, self._review):
            field.flush()

    def _which_card(self) -> Card:
        card = Card(say("papers.decide.which"), self)
        card.rows.addWidget(SectionTitle(say("papers.decide.which"), card))
        offered = [(str(path), path.name) for path in self._papers]
        self._paper = Options(say("papers.decide.which"), offered, card)
        self._paper.chosen.connect(lambda name: self._look(Path(name)))
        card.rows.addWidget(self._paper)
        self._none = Quiet(say("papers.decide.none"), card)
        self._none.setVisible(not self._papers)
        card.rows.addWidget(self._none)
        other = LinkButton(say("papers.decide.other"), "folder-open", card)
        other.clicked.connect(lambda: ask_which(self, self._add))
        card.rows.addWidget(other)
        self._says, self._wrong = Body(parent=card), Warn(parent=card)
        for words in (self._says, self._wrong):
            words.hide()
            card.rows.addWidget(words)
        self.rows.addWidget(card)
        return card

    def _form_card(self, offered: tuple[Decided, ...]) -> Card:
        card = Card(say("papers.decide.what"), self)
        card.rows.addWidget(SectionTitle(say("papers.decide.what"), card))
        boxes = [(one.value, say(f"papers.decided.{one.value}")) for one in offered]
        self._decided = Options(say("papers.decide.what"), boxes, card)
        if len(offered) == 1:
            self._decided.choose(offered[0].value)
        card.rows.addWidget(self._decided)
        names = QWidget(card)
        names.setLayout(Columns(theme.look().text(14), theme.look().gap(1)))
        self._who = LineField(say("papers.decide.who"), names)
        self._role = LineField(say("papers.decide.role"), names)
        self._day = DayField(say("papers.decide.day"), names)
        self._review = DayField(say("papers.decide.review"), names)
        self._conditions = TextField(say("papers.decide.conditions"), 2, card)
        today = self.bridge.desk.clock.now().astimezone().date().isoformat()
        self._days = {self._day: today, self._review: ""}
        self._day.show_value(today)
        for day in self._days:
            day.told.connect(lambda iso, which=day: self._days.update({which: iso}))
        for key, field in (
            ("who", self._who), ("role", self._role), ("day", self._day),
            ("review", self._review),
        ):  # fmt: skip
            columns = names.layout()
            assert columns is not None
            columns.addWidget(Labelled(say(f"papers.decide.{key}"), field, names))
        card.rows.addWidget(names)
        label = say("papers.decide.conditions")
        card.rows.addWidget(Labelled(label, self._conditions, card))
        self._lacking = Warn(parent=card)
        self._lacking.hide()
        card.rows.addWidget(self._lacking)
        record = PrimaryButton(say("papers.decide.record"), "check", card)
        record.clicked.connect(self._record)
        card.rows.addWidget(record)
        card.rows.addWidget(Small(say("papers.decide.ink"), card))
        self.rows.addWidget(card)
        return card

    def _add(self, path: Path) -> None:
        if path not in self._papers:
            self._papers.append(path)
            self._paper.add(str(path), path.name)
        self._none.hide()
        self._paper.choose(str(path))
        self._look(path)

    def _look(self, path: Path) -> None:
        self._looked = None
        self._form.hide()
        self._tell(say("papers.looking", name=path.name))
        places = self.bridge.desk.places
        work = self.bridge.in_background(lambda: look(path, places))
        self.bridge.when_done(work, lambda one: self._found(path, one), self._failed)

    def _found(self, path: Path, looked: Looked) -> None:
        if not isValid(self) or self._paper.value != str(path):
            return
        paper = looked.paper
        if looked.kind is not Kind.INTACT or paper is None:
            self._tell("", looked.sentence)
        elif not self.bridge.desk.decisions.is_of(paper, self._run):
            self._tell("", say("returning.decision.other-run", file=path.name))
        else:
            self._looked = looked
            mark = say("papers.mark", reference=paper.reference, fingerprint=paper.fingerprint)
            self._tell(say("papers.decide.compare", mark=mark))
            self._form.show()

    def _failed(self, problem: Problem) -> None:
        if isValid(self):
            self._tell("", str(problem))

    def _record(self) -> None:
        self.flush()
        assert self._looked is not None
        assert self._looked.paper is not None
        if not self._decided.value:
            self._lack(say("papers.decide.no-box"))
            return
        if any(field.warning.isVisibleTo(field) for field in self._days):
            self._lack(say("ui.day.unreadable"))
            return
        try:
            work = self.bridge.desk.decisions.record(
                self._run,
                self._looked.paper,
                Decided(self._decided.value),
                who=self._who.text(),
                role=self._role.text(),
                day=self._days[self._day],
                conditions=self._conditions.toPlainText(),
                review=self._days[self._review],
            )
        except InputFault as fault:
            self._lack(str(fault))
            return
        self.bridge.when_done(work, lambda _none: self._kept())

    def _kept(self) -> None:
        accessible.announce(self, say("papers.decide.kept"))
        self.recorded.emit()

    def _lack(self, sentence: str) -> None:
        self._lacking.setText(sentence)
        self._lacking.show()
        accessible.announce(self, sentence)

    def _tell(self, text: str, wrong: str = "") -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        accessible.announce(self, text or wrong)
