"""Somebody who walks a real journey by the keyboard alone, and remembers what was said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.ui.hands import CTRL, Hands, Key, until
from wizard.model.journey import Section
from wizard.model.question import AnswerKind, Question
from wizard.session import Session
from wizard.ui.pages.outcome import OutcomePage
from wizard.ui.pages.questions import QuestionsPage
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.parts.question.question_card import QuestionCard
from wizard.ui.parts.writing.fields import TextField
from wizard.words import say

ROUND = 400
"""Stops of Tab on the longest page and around it; what is not met by then can not be met."""

DIGITS = 9
"""Answers that a digit can pick."""

RISK = {
    "hazard": "A name is shown",
    "who_harmed": "Pupils",
    "already": "We look twice",
    "further": "A second adult looks",
    "who_acts": "Ms Ŵyn",
    "when": "8 January 2027",
}


@dataclass
class Said:
    """What was answered to a question, as it must stand on paper."""

    line: str
    question: str
    answer: list[str] = field(default_factory=list)
    note: str = ""


class Walker:
    """Answers all that is asked; ``picks`` settle what opens other questions.

    The other questions are answered by turns, so that every kind of answer occurs.
    """

    def __init__(self, hands: Hands, picks: Mapping[str, Sequence[str]]) -> None:
        self.hands, self._picks = hands, picks
        self.said: dict[str, Said] = {}
        self._turn = 0

    @property
    def session(self) -> Session:
        """The self-assessment being walked."""
        return self.hands.window.bridge.session

    def begin(self, title: str) -> None:
        """Start the journey of this title from home."""
        self.hands.tab_to(title)
        self.hands.press(Key.Key_Space)
        until(lambda: isinstance(self.hands.window.frame.stage.page, QuestionsPage))

    def walk(self, leave: Sequence[str] = ()) -> None:
        """Answer page after page, folded ones too, up to the review; ``leave`` some out."""
        seen: list[str] = []
        while section := self._section:
            assert section.id not in seen, f"{section.id} came twice"
            seen.append(section.id)
            self.answer_page(section, leave)
            following = self._after(section)
            if following is not None and following.optional:
                self.tab(partial(self._is_at, f"{following.title}, "))
                self.hands.press(Key.Key_Space)
            else:
                self.hands.press(Key.Key_Return, CTRL)
        self.hands.on_page(say("ui.review.title"))
        assert seen == [section.id for section in self.session.sections()]

    def answer_page(self, section: Section, leave: Sequence[str] = ()) -> None:
        """Answer every question in sight, those too that an answer opens."""
        done: set[str] = set()
        while asked := [q for q in self.session.questions(section) if q.id not in done]:
            question = asked[0]
            done.add(question.id)
            if question.id not in leave:
                self.answer(question)
                if question.note and len(done) == 1:
                    self.note(question)

    def answer(self, question: Question) -> None:
        """Come to a question by Tab and answer it with the keyboard."""
        line = self.session.journey.lines[question.id]
        self.said[question.id] = said = Said(line, question.text)
        if question.kind.has_choices:
            said.answer = self._choose(question)
        elif question.kind is AnswerKind.RISKS:
            said.answer = self._add_risk(question)
        else:
            is_day = question.kind is AnswerKind.DATE
            words = "12 January 2027" if is_day else f"In my words on {line}: Ŵ & <b>"
            self._come_to(question, question.text)
            self.hands.write(words)
            self.hands.press(Key.Key_Tab)
            said.answer = [words]
        assert self.session.answers[question.id].is_given, question.id

    def note(self, question: Question) -> None:
        """Write a note under a question, and tick that SLT may read it where they ever can."""
        line = self.session.journey.lines[question.id]
        if self._card_has_no_note(question):
            self.tab(lambda: self.hands.name == f"Note, question {line}")
            self.hands.press(Key.Key_Space)
        self.tab(lambda: self.hands.name == f"Note on question {line}")
        self.said[question.id].note = f"Noted at {line}: 1 < 2."
        self.hands.write(self.said[question.id].note)
        self.hands.press(Key.Key_Tab)
        if question.id in self.session.journey.asks_platforms:
            # SLT never sees one there: nothing is offered to tick.
            return
        self.hands.press(Key.Key_Space)
        assert self.session.answers[question.id].show_note

    def fill_gaps(self, gaps: Sequence[str]) -> None:
        """From the review, which names the gaps first, go to each and answer it."""
        for key in gaps:
            question = self.session.journey.question(key)
            assert question is not None
            line = self.session.journey.lines[key]
            assert self.hands.name == f"{line}. {question.text}"
            self.hands.press(Key.Key_Space)
            until(lambda: self._section is not None)
            self.answer(question)
            self.tab(lambda: self.hands.name == say("ui.footer.return"))
            self.hands.press(Key.Key_Space)
            self.hands.on_page(say("ui.review.title"))
        assert self.session.gaps() == ()

    def finish(self, name: str) -> None:
        """Go on to the outcome and say who it is."""
        self.hands.press(Key.Key_Return, CTRL)
        until(lambda: isinstance(self.hands.window.frame.stage.page, OutcomePage))
        self.tab(lambda: self.hands.name == say("ui.outcome.name"))
        self.hands.write(name)

    def save(self, reader: str, path: Path) -> None:
        """Save the PDF, typing where it shall go."""
        self.tab(lambda: self.hands.name == say(f"ui.paper.save-{reader}"))
        self.hands.press(Key.Key_Space)
        dialog = self.hands.window.findChild(QFileDialog)
        assert dialog is not None
        until(lambda: isinstance(self.hands.focus, QLineEdit) and dialog.isActiveWindow())
        self.hands.press(Key.Key_A, CTRL)
        self.hands.write(str(path))
        self.hands.press(Key.Key_Return)
        trays = self.hands.page.findChildren(PaperTray)
        until(lambda: path.exists() and not any(tray.is_making for tray in trays))
        # Without a screen nobody hands the keyboard back to the window behind a dialog.
        self.hands.window.activateWindow()
        until(self.hands.window.isActiveWindow)

    def tab(self, is_there: Callable[[], bool]) -> None:
        """Press Tab until something holds; once round at most."""
        for _ in range(ROUND):
            if is_there():
                return
            self.hands.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes there; it ends on {self.hands.name!r}")

    def _is_at(self, name: str) -> bool:
        return self.hands.name.startswith(name)

    @property
    def _section(self) -> Section | None:
        place = self.session.place
        return next((s for s in self.session.journey.sections if s.id == place), None)

    def _after(self, section: Section) -> Section | None:
        order = self.session.sections()
        place = order.index(section) + 1
        return order[place] if place < len(order) else None

    def _card(self) -> QuestionCard | None:
        widget = self.hands.focus.parentWidget()
        while widget is not None and not isinstance(widget, QuestionCard):
            widget = widget.parentWidget()
        return widget

    def _card_has_no_note(self, question: Question) -> bool:
        page = self.hands.page
        assert isinstance(page, QuestionsPage)
        card = page.part_of(question.id)
        assert card is not None
        name = say("ui.note.name", line=self.session.journey.lines[question.id])
        fields = card.findChildren(TextField)
        return not any(one.accessibleName() == name and one.isVisible() for one in fields)

    def _come_to(self, question: Question, *names: str) -> None:
        def is_there() -> bool:
            card = self._card()
            mine = card is not None and card.question.id == question.id
            return mine and self.hands.name in names

        self.tab(is_there)

    def _choose(self, question: Question) -> list[str]:
        choices = list(question.choices)
        picked = [c for c in choices if c.id in self._picks.get(question.id, ())]
        if not picked:
            picked = [choices[self._turn % len(choices)]]
            self._turn += 1
        hands = self.hands
        if question.kind is AnswerKind.SEVERAL:
            for choice in picked:
                self._come_to(question, choice.text)
                hands.press(Key.Key_Space)
            return [choice.text for choice in picked]
        self._come_to(question, *(choice.text for choice in choices))
        place = choices.index(picked[0])
        if self._turn % 2 and place < DIGITS:
            hands.press(Key(Key.Key_1.value + place))
        else:
            hands.press(Key.Key_Space)
            for _ in range(place - self._place_of(question)):
                hands.press(Key.Key_Down)
        return [picked[0].text]

    def _place_of(self, question: Question) -> int:
        texts = [choice.text for choice in question.choices]
        return texts.index(self.hands.name)

    def _add_risk(self, question: Question) -> list[str]:
        hands = self.hands
        self._come_to(question, say("ui.risk.add"))
        hands.press(Key.Key_Space)
        for key, words in RISK.items():
            label = say("ui.risk.field", field=say(f"ui.risk.{key}"), number=1)
            self.tab(partial(self._is_at, label))
            hands.write(words)
            hands.press(Key.Key_Tab)
            if key == "already":
                for _ in range(2):
                    hands.press(Key.Key_Down)
                    hands.press(Key.Key_Tab)
        return [*RISK.values()]
