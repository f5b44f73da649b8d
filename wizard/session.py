"""One run-through: where the person is, and the answers so far.

A page reads a session, sends it one message per act, and redraws when it says so.
The session knows no window, no store and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from wizard.clock import Clock
from wizard.model import flow
from wizard.model.answers import Action, Answer, Answers, Earlier, Person, Value, joined
from wizard.model.carry import Fate
from wizard.model.journey import Journey, Section
from wizard.model.note import goes_on
from wizard.model.question import Question
from wizard.model.run import Run

if TYPE_CHECKING:
    from wizard.model.pack import Pack


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed: ``answer:<id>``, ``action:<id>``, ``person:<role>``, ``head``.

    ``earlier:<id>`` is what was answered to a question before its meaning changed.
    ``head`` stands for place, title, policy and whether it is finished.
    """

    changed: frozenset[str]


Listener = Callable[[Change], None]

NO_FATES: Mapping[str, Fate] = MappingProxyType({})

UNDO_STEPS = 200


class Session:
    """A self-assessment being worked on."""

    def __init__(
        self,
        pack: Pack,
        run: Run,
        clock: Clock,
        fates: Mapping[str, Fate] = NO_FATES,
        lost_policy: str = "",
    ) -> None:
        """Go on with ``run``; ``fates`` says what became of questions since it was left.

        ``lost_policy`` names the policy it was weighed by, where that is no more.
        """
        place = flow.resume_place(pack.journey, run.answers, run.place)
        self._pack = pack
        self._run = replace(run, place=place)
        self._clock = clock
        self.fates = fates
        self.lost_policy = lost_policy
        self._listeners: list[Listener] = []
        self._undone: list[Run] = []
        self._redone: list[Run] = []
        self._acts = 0
        self._is_unasked = False
        # The notes that SLT may read, as they were when that was ticked or this was opened.
        self._ticked: dict[str, str] = {}

    @property
    def pack(self) -> Pack:
        """The content it draws on."""
        return self._pack

    @property
    def journey(self) -> Journey:
        """The journey being walked."""
        return self._pack.journey

    @property
    def run(self) -> Run:
        """The self-assessment as it is now."""
        return self._run

    @property
    def to_keep(self) -> Run:
        """The self-assessment as it is kept: a policy that is gone may come back."""
        return replace(self._run, policy=self.lost_policy or self._run.policy)

    @property
    def answers(self) -> Answers:
        """The answers as they are now."""
        return self._run.answers

    @property
    def place(self) -> str:
        """The section on screen, or ``review`` or ``outcome``."""
        return self._run.place

    def sections(self) -> tuple[Section, ...]:
        """Return the sections asked now."""
        return flow.visible_sections(self.journey, self.answers)

    def by_section(self) -> tuple[tuple[Section, tuple[Question, ...]], ...]:
        """Return the sections asked now, each with its questions asked now."""
        return flow.asked_by_section(self.journey, self.answers)

    def questions(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of a section that are asked now."""
        return flow.visible_questions(self.journey, section, self.answers)

    def gaps(self) -> tuple[Question, ...]:
        """Return the questions without an answer."""
        return flow.gaps(self.journey, self.answers)

    def moment(self) -> object:
        """Return what tells this moment from others: how much was done, and taken back since.

        What a page puts down by itself is nobody's act, and makes no other moment.
        """
        return self._acts, len(self._redone)

    def counts(self) -> tuple[int, int]:
        """Return (answered, asked)."""
        return flow.count(self.journey, self.answers)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; the function returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def answer(self, question_id: str, value: Value) -> None:
        """Put down an answer; an empty one takes it back."""
        self._put(question_id, replace(self.answers[question_id], value=value))

    def note(self, question_id: str, note: str) -> None:
        """Put down a note, private unless it is shown.

        That it is shown goes with its words: what is written in their place is another note.
        """
        before = self.answers[question_id]
        ticked = self._ticked.setdefault(question_id, before.note) if before.show_note else ""
        shows = before.show_note and goes_on(ticked, before.note, note)
        self._put(question_id, replace(before, note=note, show_note=shows))

    def keep_words(self, question_id: str, words: str) -> None:
        """Keep words that can be no answer: in the note, or beside a question that takes none.

        Beside it, too, where SLT sees the note: nobody has shown them these.
        """
        question, stood = self.journey.question(question_id), self.answers[question_id]
        if question is None or (question.note and not stood.show_note):
            self.note(question_id, " – ".join(part for part in (stood.note, words) if part))
            return
        kept = Earlier(question.text, words)
        earlier = joined(self.answers.earlier.get(question_id, ()), (kept,))
        self._turn(self.answers.with_earlier(question_id, earlier))

    def show_note(self, question_id: str, show: bool) -> None:
        """Let SLT's paper have a note, or keep it private."""
        answer = self.answers[question_id]
        if show:
            self._ticked[question_id] = answer.note
        now = self.answers.with_answer(question_id, replace(answer, show_note=show))
        is_slip = not show and self._undone[-1:] and self._undone[-1].answers == now
        self._put(question_id, now[question_id])
        if is_slip:
            # No step back leads to a note that was shown for a moment: SLT would come to see it.
            del self._undone[-2:]

    def take_earlier_away(self, question_id: str) -> None:
        """Take away all that was answered to a question before its meaning changed."""
        self._turn(self.answers.with_earlier(question_id, ()))

    def plan(self, question_id: str, action: Action) -> None:
        """Say who does what an answer asks for, and by when."""
        self._turn(self.answers.with_action(question_id, action))

    def person(self, role: str, person: Person) -> None:
        """Put a name to a role for this self-assessment."""
        self._turn(self.answers.with_person(role, person))

    def go(self, place: str) -> None:
        """Move to a section, ``review`` or ``outcome``.  Nothing is judged on the way."""
        if place and place != self.place:
            self._change(replace(self._run, place=place))

    def rename(self, title: str) -> None:
        """Give the self-assessment a name of the person's own."""
        if title != self._run.title:
            self._act(replace(self._run, title=title))

    def choose_policy(self, policy: str) -> None:
        """Weigh the answers by another policy."""
        if policy != self._run.policy or self.lost_policy:
            self.lost_policy = ""
            self._change(replace(self._run, policy=policy))

    def finish(self) -> None:
        """Mark it as finished now; answering again makes it a draft once more."""
        if self._run.finished is None:
            moment = self._clock.now()
            self._change(replace(self._run, finished=moment))

    def undo(self) -> bool:
        """Take back the last answer, note, plan or name.  False if there is none."""
        return self._step(self._undone, self._redone)

    def redo(self) -> bool:
        """Bring back what was taken back last, until something else is done.  False if none is."""
        return self._step(self._redone, self._undone)

    def _step(self, come_from: list[Run], leave_to: list[Run]) -> bool:
        if not come_from:
            return False
        was = come_from.pop()
        leave_to.append(self._run)
        run = replace(self._run, answers=was.answers, title=was.title, finished=was.finished)
        with self.unasked():
            self._change(run)
        return True

    @contextmanager
    def unasked(self) -> Iterator[None]:
        """Have what is put down within be nobody's act: what was taken back can still come."""
        before, self._is_unasked = self._is_unasked, True
        try:
            yield
        finally:
            self._is_unasked = before

    def _put(self, question_id: str, answer: Answer) -> None:
        answers = self.answers.with_answer(question_id, answer)
        earlier = self.answers.earlier.get(question_id, ())
        if earlier and answer.is_given and not self.answers[question_id].is_given:
            # A choice is replaced by the new one; what somebody wrote is theirs to take away.
            left = tuple(one for one in earlier if one.is_written)
            answers = answers.with_earlier(question_id, left)
        self._turn(answers)

    def _turn(self, answers: Answers) -> None:
        if answers == self.answers:
            return
        run = replace(self._run, answers=answers, finished=None)
        before, title = self._answered_name(self._run), self._answered_name(run)
        # A name of the person's own stays, and so does a name taken away.
        if before != title and before == run.title:
            run = replace(run, title=title)
        self._act(run)

    def _act(self, run: Run) -> None:
        before = self._undone[-1] if self._undone else None
        if before and (before.answers, before.title) == (run.answers, run.title):
            # A slip that was put right by hand: what was finished still is.
            run = replace(run, finished=before.finished)
        self._undone = [*self._undone, self._run][-UNDO_STEPS:]
        if self._is_unasked:
            # What a page keeps by itself must not go either, as the rest comes again.
            self._redone = [self._going_on(one, run) for one in self._redone]
        else:
            self._redone = []
            self._acts += 1
        self._change(run)

    def _change(self, run: Run) -> None:
        # Looked at, not known of the act: a step may lead over more than was done then.
        changed = frozenset(run.answers.that_differ(self.answers))
        is_same = (run.title, run.finished) == (self._run.title, self._run.finished)
        if not (changed and is_same):
            changed |= {"head"}
        self._run = replace(run, changed=self._clock.now())
        for listener in tuple(self._listeners):
            listener(Change(changed))

    def _going_on(self, redone: Run, now: Run) -> Run:
        def asked(question_id: str) -> str:
            question = self.journey.question(question_id)
            return question.text if question else ""

        answers = redone.answers.going_on(self.answers, now.answers, asked)
        return (
            redone if answers == redone.answers else replace(redone, answers=answers, finished=None)
        )

    def _answered_name(self, run: Run) -> str:
        value = run.answers[self.journey.named_by].value
        return " ".join(value.split()) if isinstance(value, str) else ""
