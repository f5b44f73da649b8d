"""A page of questions: one section of a journey."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.assessment import weighing
from wizard.desk.reading import on_screen
from wizard.model.answers import Answers
from wizard.model.clause import ALL_POLICIES
from wizard.model.journey import Section
from wizard.model.question import Question
from wizard.ui import tab_order, theme
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import Page
from wizard.ui.parts.folded import FoldButton, Folded
from wizard.ui.parts.notice import Notice
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.question.remarks import SaysLittle
from wizard.ui.parts.text import Points, bullets
from wizard.ui.reading_order import as_laid_out
from wizard.words import say


class QuestionsPage(Page):
    """The questions of one section that are asked now, a card each."""

    tells = True

    def __init__(self, bridge: Bridge, section: Section) -> None:
        super().__init__(bridge, section.title, section.intro)
        self._section = section
        self._steps: Notice | None = None
        if section.points:
            self._steps = Notice("", (), "info", self)
            self.rows.addWidget(self._steps)
            self._say_steps(self._steps)
        self._above: list[QWidget] = []
        if section.id == bridge.session.journey.sections[0].id:
            self._offer_all()
        self._facts: Folded | None = None
        if section.facts:
            fold = FoldButton(say("ui.page.facts"), "", self)
            self._above.append(fold)
            self.rows.addWidget(fold)
            self._facts = Folded(fold, self._build_facts, self)
            self.rows.addWidget(self._facts)
        lines = bridge.session.journey.lines
        self._letters = max((len(lines[one.id]) for one in section.questions), default=0)
        self._cards: dict[str, QuestionCard] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.look().gap(1))
        self.rows.addLayout(self._list)
        self.rows.addStretch(1)
        self._seen: tuple[Answers, str] | None = None
        self._settle()
        self._remember()

    def _offer_all(self) -> None:
        session = self.bridge.session
        if not weighing.policy_says_little(session):
            return
        little = SaysLittle(self)
        # What has the focus goes; Qt would give that to an answer, which an arrow changes.
        little.widened.connect(self.heading.setFocus)
        little.widened.connect(lambda: session.choose_policy(ALL_POLICIES))
        little.widened.connect(little.hide)
        self._above.append(little)
        self.rows.addWidget(little)

    def arrive(self) -> None:
        """Show every answer as it is now, unless nothing changed meanwhile."""
        session = self.bridge.session
        if (session.answers, session.run.policy) == self._seen:
            return
        self._settle()
        if not self._follow_policy():
            for card in self._cards.values():
                card.refresh()
        self._remember()

    def refresh(self, changed: frozenset[str]) -> None:
        """Redraw the cards whose answers changed; ask what is asked now."""
        acts = (act.partition(":") for act in changed)
        for key in {key for kind, _, key in acts if kind in ("answer", "earlier")}:
            if key in self._cards:
                self._cards[key].refresh()
        self._follow_policy()
        self._settle()
        self._remember()

    def _follow_policy(self) -> bool:
        """Say all that hangs on the policy anew, if it is another one than was seen here."""
        if self._seen is None or self._seen[1] == self.bridge.session.run.policy:
            return False
        if self._steps is not None:
            self._say_steps(self._steps)
        if self._facts is not None:
            self._facts.renew()
        for card in self._cards.values():
            card.follow_policy()
        return True

    def _say_steps(self, steps: Notice) -> None:
        session = self.bridge.session
        told = bullets(on_screen.steps(session.pack, self._section, session.run.policy))
        steps.words.setText(told)
        steps.setAccessibleName(told)
        self.heading.setAccessibleDescription(told)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for card in self._cards.values():
            card.flush()

    def first(self) -> QWidget | None:
        """The first question without an answer.

        Where each has one the page begins at its top: an arrow key meant for reading on would
        pick another.  So it does where it says what to do now: that is read before anything is
        answered.  In a record it is read anew whenever somebody comes back: the picture they
        must not open again may still be on the screen beside this one.
        """
        asked = self._asked()
        session = self.bridge.session
        answers, is_record = session.answers, session.journey.is_record
        is_begun = any(answers[question.id].is_given for question in asked)
        if self._section.points and (is_record or not is_begun):
            return None
        unanswered = (question for question in asked if not answers[question.id].is_given)
        found = next(unanswered, None)
        return self._cards[found.id].first() if found else None

    def part_of(self, question_id: str) -> QWidget | None:
        """Return a question's card."""
        return self._cards.get(question_id)

    def focus_on(self, question_id: str) -> None:
        """Bring the focus to a question's answer."""
        if question_id in self._cards:
            self._cards[question_id].first().setFocus()

    def group_of(self, control: QWidget) -> QWidget | None:
        """Return the card that a control stands on."""
        return next((card for card in self._cards.values() if card.isAncestorOf(control)), None)

    def begins_with(self, control: QWidget) -> bool:
        """Return whether a control stands on the card of the first question."""
        return any(self._cards[one.id].isAncestorOf(control) for one in self._asked()[:1])

    def stops(self) -> list[QWidget]:
        """The cards in their order, whenever each was made."""
        return [*self._above, *(self._cards[q.id] for q in self._asked() if q.id in self._cards)]

    def _remember(self) -> None:
        session = self.bridge.session
        self._seen = (session.answers, session.run.policy)

    def _asked(self) -> tuple[Question, ...]:
        return self.bridge.session.questions(self._section)

    def _settle(self) -> None:
        """Make and order the cards asked now; the others are hidden, their answers kept."""
        asked = self._asked()
        wanted = {question.id for question in asked}
        for key in self._cards.keys() - wanted:
            self._cards[key].hide()
        is_new = False
        for row, question in enumerate(asked):
            if question.id not in self._cards:
                self._cards[question.id] = QuestionCard(self.bridge, question, self._letters, self)
                is_new = True
            card = self._cards[question.id]
            if self._list.indexOf(card) != row:
                self._list.removeWidget(card)
                self._list.insertWidget(row, card)
                as_laid_out(self)
            card.show()
        if is_new and self.isVisible():
            tab_order.follow(self.stops())

    def _build_facts(self) -> QWidget:
        session = self.bridge.session
        told = on_screen.facts(session.pack, self._section.facts, session.run.policy)
        return Points(told, self)
