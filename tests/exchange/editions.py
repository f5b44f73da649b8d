"""Editions after one another, made by chance: questions renamed, made one, retired, turned.

Every name a question ever had stays in ``retired.tsv`` as it was written then, so names
lead on through each other; and whoever writes in one of them may find themselves in any.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.tiny import write_tiny
from wizard.assess.readings import planned
from wizard.clock import SystemClock
from wizard.exchange.answers_file import read_answers, write_answers
from wizard.model.answers import Action, Answers, RiskRow, Value
from wizard.model.carry import carry
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Question
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

KINDS = ("one", "several", "line", "text", "date", "risks")

JOURNEY = """\
id: tiny
uses: [tiny]
sections:
  - {{id: t-first, title: First, questions: [{first}]}}
  - {{id: t-last, title: Last, questions: [{last}]}}
outcome: {{change: Change this first, ask: Ask first, nothing: Nothing found to change}}
sign-off: {{staff: I have thought about it., slt: We talked about it.}}
"""


@dataclass(frozen=True)
class Asked:
    """One question as an edition asks it."""

    id: str
    kind: str
    meaning: int = 1

    @property
    def text(self) -> str:
        """Its words, that say which of its meanings they are of."""
        return f"Is it {self.id}, {self.kind}, in its meaning {self.meaning}?"

    def written(self) -> str:
        """Return it as it stands in a file of questions."""
        lines = [f"id: {self.id}", f'text: "{self.text}"', f"kind: {self.kind}", "assessed: no"]
        if self.meaning > 1:
            lines.append(f"meaning: {self.meaning}")
        if self.kind in ("one", "several"):
            lines.append("choices: [{id: a, text: Choice A}, {id: b, text: Choice B}]")
        return "  - " + "\n    ".join(lines) + "\n"


@dataclass
class Years:
    """The content as it changes from edition to edition."""

    chance: Random
    questions: list[Asked] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    ids: int = 0
    editions: int = 0

    def publish(self, folder: Path) -> Pack:
        """Publish an edition; every one but the first has something changed."""
        self.editions += 1
        if self.editions == 1:
            self.questions = [self._new(self.chance.choice(KINDS[:-1])) for _ in range(4)]
            self.questions.append(self._new("risks"))
        else:
            for _ in range(self.chance.randint(1, 3)):
                self._change()
        half = len(self.questions) // 2
        names = [one.id for one in self.questions]
        content = write_tiny(
            folder / f"edition-{self.editions}",
            questions="questions:\n" + "".join(one.written() for one in self.questions),
            journey=JOURNEY.format(first=", ".join(names[:half]), last=", ".join(names[half:])),
            retired="kind\tid\tbecame\tin\ttext\n" + "".join(self.retired),
        )
        edition = f'edition: "{self.editions}"\ndated: 2026-11-21\n'
        (content / "edition.yaml").write_text(edition, "utf-8")
        return open_pack(FolderSource(content), "tiny")

    def _new(self, kind: str) -> Asked:
        self.ids += 1
        return Asked(f"q{self.ids}", kind)

    def _went(self, one: Asked, became: str) -> None:
        self.retired.append(f"question\t{one.id}\t{became}\t{self.editions}\t{one.text}\n")

    def _change(self) -> None:
        at = self.chance.randrange(len(self.questions))
        one, is_many = self.questions[at], len(self.questions) > 2
        how = self.chance.choice(("renamed", "renamed", "one", "one", "in", "went", "turned", "as"))
        if how == "renamed":
            self.questions[at] = replace(one, id=self._new("").id)
            self._went(one, self.questions[at].id)
        elif how == "one" and is_many:
            other = self.questions[at - 1]
            new = self._new(one.kind)
            for gone in (one, other):
                self.questions.remove(gone)
                self._went(gone, new.id)
            self.questions.append(new)
        elif how in ("in", "went") and is_many:
            self.questions.remove(one)
            self._went(one, self.chance.choice(self.questions).id if how == "in" else "")
        elif how == "as" and one.kind != "risks":
            self.questions[at] = replace(one, kind=self.chance.choice(KINDS[:-1]))
        else:
            self.questions[at] = replace(one, meaning=one.meaning + 1)


@dataclass
class Writer:
    """Somebody who writes down words that stand nowhere else, and knows which should be there."""

    chance: Random
    words: set[str] = field(default_factory=set)
    said: int = 0

    def missing(self, answers: Answers) -> list[str]:
        """Return the words that were written down and are nowhere."""
        written = repr((answers.answers, answers.actions, answers.earlier))
        return sorted(word for word in self.words if word not in written)

    def write(self, pack: Pack, answers: Answers) -> Answers:
        """Answer, note or plan one thing; what stood in that field is taken away by it."""
        question = self.chance.choice(list(pack.journey.questions()))
        given = answers[question.id]
        how = self.chance.choice(("answer", "answer", "note", "plan"))
        if how == "answer":
            self._forget(given.value)
            answer = replace(given, value=self._answered(question))
            return answers.with_answer(question.id, answer)
        if how == "note":
            self._forget(given.note)
            return answers.with_answer(question.id, replace(given, note=self._word("note")))
        self._forget(answers.action(question.id))
        by = self.chance.choice(("", "2027-03-04"))
        return answers.with_action(question.id, Action(self._word("plan"), by))

    def _answered(self, question: Question) -> Value:
        if question.kind is AnswerKind.ONE:
            return self.chance.choice("ab")
        if question.kind is AnswerKind.SEVERAL:
            return ("a", "b")[: self.chance.randint(1, 2)]
        if question.kind is AnswerKind.DATE:
            return "2027-01-02"
        if question.kind is AnswerKind.RISKS:
            return (RiskRow(self._word("hazard"), who_acts=self._word("who")),)
        lines = "\n" if self.chance.random() < 0.2 else " "
        return self._word("first") + lines + self._word("then")

    def _word(self, what: str) -> str:
        self.said += 1
        word = f"{what}-{self.said:03}-"
        self.words.add(word)
        return word

    def _forget(self, thing: object) -> None:
        written = repr(thing)
        self.words -= {word for word in self.words if word in written}


Way = Callable[[Pack, Pack, Answers], Answers]
"""How answers come from one edition into another."""

SomeWriter = TypeVar("SomeWriter", bound=Writer)

NOW = SystemClock().now()


def kept(old: Pack, new: Pack, answers: Answers) -> Answers:
    """Open what is kept here with another edition."""
    return carry(old.journey, new.journey, new.renamed, answers, planned).answers


def by_file(old: Pack, new: Pack, answers: Answers) -> Answers:
    """Write a file with one edition and read it with another."""
    run = Run("a" * 32, "tiny", old.digest, NOW, NOW, answers=answers)
    return read_answers(json.loads(write_answers(old, run)), "f", new, NOW).answers


def live(
    begun: Callable[[Random], SomeWriter], way: Way, folder: Path, seed: int
) -> Iterator[tuple[SomeWriter, Pack, Answers]]:
    """Write, and come by ``way`` to one of four editions, twelve times: who wrote, where, what."""
    chance = Random(seed)
    years = Years(chance)
    packs = [years.publish(folder / str(seed)) for _ in range(4)]
    writer, answers, pack = begun(chance), Answers(), packs[0]
    for _ in range(12):
        for _ in range(chance.randint(1, 5)):
            answers = writer.write(pack, answers)
        before, pack = pack, chance.choice(packs)
        answers = way(before, pack, answers)
        yield writer, pack, answers
