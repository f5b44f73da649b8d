"""One question: its words, its answer, and what is folded beneath."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.desk.assessment import weighing
from wizard.desk.reading import on_screen
from wizard.model.answers import Answer
from wizard.model.carry import Fate
from wizard.model.platform import Setting
from wizard.model.question import AnswerKind, Question
from wizard.model.status import Status
from wizard.ui import accessible, tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.card import Card
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.question.earlier import EarlierRemark
from wizard.ui.parts.question.editor import make_editor, show_value
from wizard.ui.parts.question.note import Note
from wizard.ui.parts.question.policy_points import OtherPoints, OwnPoints, points
from wizard.ui.parts.question.setting_panel import SettingPanel
from wizard.ui.parts.question.why import Why
from wizard.ui.parts.reading.document import Document
from wizard.ui.parts.reading.glossary_line import GlossaryLine
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Number, Overline, QuestionText, Quiet
from wizard.ui.parts.writing.choices import ChoicesAnswer
from wizard.ui.reading_order import as_laid_out
from wizard.words import say

WIDE = 3
"""Letters of a printed line number (FB1) that need a wider margin than a plain one (7b)."""


class QuestionCard(Card):
    """A named group with the question's words as its name.

    ``letters`` is how long the longest line number of its page is: all words of a page
    begin in one line.
    """

    def __init__(
        self, bridge: Bridge, question: Question, letters: int, parent: QWidget | None = None
    ) -> None:
        self._line = bridge.session.journey.lines[question.id]
        super().__init__(say("ui.question.name", line=self._line, question=question.text), parent)
        self.setAccessibleIdentifier(question.id)
        self.question = question
        self._bridge = bridge
        self._note: Note | None = None
        self._points: OwnPoints | None = None
        self._others: OtherPoints | None = None
        look = theme.look()
        head = QHBoxLayout()
        number = Number(self._line, self)
        # Beside very large letters an indent would only take room from the words.
        is_large = look.is_large
        indent = 0 if is_large else look.text(2.25 if letters < WIDE else 3.25)
        head.setSpacing(look.gap(0.75) if is_large else 0)
        number.setMinimumWidth(indent)
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QuestionText(question.text, self)
        # Beside the number stands the first line, whatever room there is below the last.
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(words, 1)
        self.rows.addLayout(head)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(indent, 0, 0, 0)
        self._inner.setSpacing(look.gap(0.5))
        self.rows.addLayout(self._inner)
        self._setting: SettingPanel | None = None
        self._explain()
        if question.help or question.points or question.setting:
            self._inner.addSpacing(look.gap(0.25))
        self._earlier: EarlierRemark | None = None
        self._editor = make_editor(question, bridge.session, self._pick, self._keep_words, self)
        self._inner.addWidget(self._editor)
        self._add_folds()
        self.refresh()

    def first(self) -> QWidget:
        """Return what takes the focus when somebody comes to this question."""
        if isinstance(self._editor, ChoicesAnswer):
            return self._editor.first()
        return tab_order.stops(self._editor)[0]

    def refresh(self) -> None:
        """Show what the session has."""
        self._show_earlier()
        self._show_points()
        show_value(self._editor, self._bridge.session.answers[self.question.id].value)
        # A day that could not be read may just have gone into the note.
        answer = self._bridge.session.answers[self.question.id]
        self._clear.setVisible(answer.is_given and isinstance(self._editor, ChoicesAnswer))
        if self._note is not None:
            self._note.show_value(answer)
        status = self._show_advice(answer)
        wanted = self.question.note and (answer.note or status is Status.EXCEPTION)
        if wanted and not self._note_fold.is_open:
            self._note_fold.set_open(True)

    def follow_policy(self) -> None:
        """Show what the session has, and what another policy says of it."""
        for body in self._by_policy:
            body.renew()
        if self._setting is not None and self.question.setting is not None:
            old, self._setting = self._setting, self._make_setting(self.question.setting)
            self._inner.replaceWidget(old, self._setting)
            old.hide()
            old.deleteLater()
        self.refresh()

    def _show_earlier(self) -> None:
        answers = self._bridge.session.answers
        earlier = answers.earlier.get(self.question.id, ())
        if earlier and self._earlier is None:
            self._earlier = EarlierRemark(self)
            self._inner.insertWidget(self._inner.indexOf(self._editor), self._earlier)
            as_laid_out(self)
        self._remove.setVisible(bool(earlier))
        if self._earlier is not None:
            is_answered = answers[self.question.id].is_given
            self._earlier.show_said(earlier, is_answered=is_answered)
            self._earlier.setVisible(bool(earlier))

    def _show_points(self) -> None:
        """Say what holds by the policy chosen now; another one may have been chosen meanwhile."""
        if self._points is None:
            return
        self._points.refresh()
        _own, others = points(self._bridge.session, self.question)
        if self._others is not None:
            self._others.refresh()
        if not others:
            self._others_fold.set_open(False)
        self._others_fold.setVisible(bool(others))

    def flush(self) -> None:
        """Tell now what has been typed and not told yet."""
        if not isinstance(self._editor, ChoicesAnswer):
            self._editor.flush()
        if self._note is not None:
            self._note.flush()

    def _explain(self) -> None:
        question = self.question
        if self._bridge.session.fates.get(question.id) is Fate.NEW:
            self._inner.addWidget(Overline(say("ui.question.new"), self))
        several = question.kind is AnswerKind.SEVERAL
        told = " ".join(
            filter(None, (say("ui.question.several") if several else "", question.help))
        )
        if told:
            self._inner.addWidget(Quiet(told, self))
        if question.points:
            self._points = OwnPoints(self._bridge.session, question, self)
            self._inner.addWidget(self._points)
        if question.setting is not None:
            self._setting = self._make_setting(question.setting)
            self._inner.addWidget(self._setting)

    def _make_setting(self, setting: Setting) -> SettingPanel:
        stale = weighing.is_stale(setting, self._bridge.desk.clock)
        return SettingPanel(setting, self._bridge.session.run.policy, stale, self)

    def _add_folds(self) -> None:
        about = say("ui.question.number", line=self._line)
        row = FlowRow(theme.look().gap(0.75))
        self._inner.addSpacing(theme.look().gap(0.25))
        self._inner.addLayout(row)
        question = self.question
        bodies: list[Folded] = []
        if question.why or question.example or question.facts:
            why = FoldButton(say("ui.question.why"), about, self)
            row.addWidget(why)
            bodies.append(Folded(why, self._build_why, self, title=say("ui.question.why")))
        if question.assessed:
            policy = FoldButton(say("ui.question.policy"), about, self)
            row.addWidget(policy)
            title = say("ui.question.policy")
            bodies.append(Folded(policy, self._build_policy, self, title=title))
        # What stands below these says what holds at this school.
        self._by_policy = list(bodies)
        if question.points:
            self._others_fold = FoldButton(say("ui.question.others"), about, self)
            row.addWidget(self._others_fold)
            title = say("ui.question.others")
            bodies.append(Folded(self._others_fold, self._build_others, self, title=title))
        self._note_fold = FoldButton(say("ui.question.note"), about, self)
        # Where nothing must be written down, there is nothing to write in.
        self._note_fold.setVisible(question.note)
        row.addWidget(self._note_fold)
        self._clear = self._asks("ui.question.clear", about, self._take_back)
        row.addWidget(self._clear)
        self._remove = self._asks("ui.earlier.remove", about, self._take_earlier_away)
        row.addWidget(self._remove)
        bodies.append(Folded(self._note_fold, self._build_note, self))
        self._note_fold.clicked.connect(self._begin_note)
        for body in bodies:
            self._inner.addWidget(body)
        terms = self._bridge.session.pack.terms.get(question.id)
        if terms:
            self._inner.addWidget(GlossaryLine(terms, self._line, self))

    def _asks(self, what: str, about: str, does: Callable[[], None]) -> SureButton:
        """Return a link that asks: words typed on behind Tab begin with a blank, and press it."""
        label = say(what)
        link = SureButton(label, say(f"{what}-sure"), self, name=f"{label}, {about}")
        link.confirmed.connect(does)
        return link

    def _build_why(self) -> QWidget:
        return Why(self._bridge.session, self.question, self)

    def _build_policy(self) -> QWidget:
        session = self._bridge.session
        clock = self._bridge.desk.clock
        html = on_screen.policy_panel(session.pack, self.question, session.run.policy, clock)
        name = say("ui.question.policy-name", line=self._line)
        return Document(name, html, self)

    def _build_others(self) -> QWidget:
        self._others = OtherPoints(self._bridge.session, self.question, self)
        return self._others

    def _begin_note(self) -> None:
        """Who opens the note wants to write: on the button each blank would fold it again."""
        if self._note is not None and self._note_fold.is_open:
            self._note.text.setFocus()

    def _build_note(self) -> QWidget:
        session, key = self._bridge.session, self.question.id
        note = Note(self._line, self, may_be_shown=key not in session.journey.asks_platforms)
        note.show_value(session.answers[key])
        note.told.connect(lambda text: session.note(key, text))
        # What is typed is an act of its own, and was done before.
        note.shown.connect(self.flush)
        note.shown.connect(lambda show: session.show_note(key, show))
        self._note = note
        return note

    def _pick(self, value: str | tuple[str, ...]) -> None:
        # A screen reader, or a mouse on macOS, presses an answer and leaves the focus in the note.
        self.flush()
        self._bridge.session.answer(self.question.id, value)
        accessible.announce(self, self._advice_for(self._bridge.session.answers[self.question.id]))

    def _keep_words(self, typed: str) -> None:
        """Keep with the answer what was typed as a day and is none."""
        if self._note is not None:
            self._note.flush()
        self._bridge.session.keep_words(self.question.id, typed)

    def _take_earlier_away(self) -> None:
        self.flush()
        self.first().setFocus()
        self._bridge.session.take_earlier_away(self.question.id)

    def _take_back(self) -> None:
        self.flush()
        self.first().setFocus()
        self._bridge.session.answer(self.question.id, "")

    def _show_advice(self, answer: Answer) -> Status | None:
        finding = self._bridge.finding(self.question.id)
        if isinstance(self._editor, ChoicesAnswer):
            self._editor.show_advice(self._advice_for(answer))
        return finding.status if finding is not None else None

    def _advice_for(self, answer: Answer) -> str:
        finding = self._bridge.finding(self.question.id)
        picked = (self.question.choice(choice) for choice in answer.chosen)
        own = next((choice.advice for choice in picked if choice and choice.advice), "")
        if finding is None or not finding.advice:
            return own
        who = self._bridge.who(finding.who) if finding.status is Status.ASK else ""
        return say("ui.advice.who", advice=finding.advice, who=who) if who else finding.advice
