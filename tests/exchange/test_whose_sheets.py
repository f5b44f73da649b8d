"""Whatever editions make of their questions, a sheet of one is read rightly under another.

As a viewer leaves it: boxes by their choices, words by their question, rows by their number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from tests.exchange.editions import Years
from wizard.exchange.form_reading import Filled, read_form
from wizard.exchange.returned import JOURNEY, Inside
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Question
from wizard.model.school import NO_SCHOOL
from wizard.report.compose_blank import compose_blank

WORD = re.compile(r"word-\d{3,}-")
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass
class Hand:
    """Somebody who fills in the sheet of an edition: what they typed, and at which question."""

    chance: Random
    pack: Pack
    fields: dict[str, str] = field(default_factory=dict)
    tips: dict[str, str] = field(default_factory=dict)
    stood: dict[str, Question] = field(default_factory=dict)
    picked: set[str] = field(default_factory=set)

    def fill(self) -> Inside:
        """Fill in most of it."""
        sheet = compose_blank(self.pack, NO_SCHOOL, "all", large_print=False, fillable=True)
        for question in self.pack.journey.questions():
            if self.chance.random() < 0.75:
                self._answer(question)
        return Inside(None, True, (), self.fields | {JOURNEY: sheet.form}, self.tips)

    def _answer(self, question: Question) -> None:
        tip = f"{self.pack.journey.lines[question.id]}  {question.text}"
        name = f"q:{question.id}"
        if question.kind is AnswerKind.RISKS:
            self.fields[f"r:{question.id}:1:hazard"] = self._word(question)
        elif not question.kind.has_choices:
            # Words that happen to be what a choice goes by are words.
            self.fields[name] = "a" if self.chance.random() < 0.3 else self._word(question)
            self.tips[name] = tip
        else:
            most = 1 if question.kind is AnswerKind.ONE else 2
            self.tips |= {name: tip} if most == 1 else {}
            for choice in question.choices[: self.chance.randint(0, most)]:
                self.fields[f"{name}/{choice.id}"] = choice.id
                self.tips[f"{name}/{choice.id}"] = f"{tip} – {choice.text}"
                self.picked.add(question.id)
            self.fields[f"n:{question.id}"] = self._word(question)
            self.tips[f"n:{question.id}"] = f"{tip} – Note"

    def _word(self, question: Question) -> str:
        word = f"word-{len(self.stood):03}-"
        self.stood[word] = question
        return word

    def strange(self, filled: Filled) -> list[str]:
        """Return what is nowhere, and what stands at a question it was not put down at."""
        pack, answers = filled.pack, filled.run.answers
        everywhere = repr((answers.answers, answers.earlier, filled.left))
        found = [f"{word} is nowhere" for word in self.stood if word not in everywhere]
        for one in pack.journey.questions():
            names = {one.id, *(old for old, now in pack.renamed.items() if now == one.id)}
            for word in WORD.findall(repr(answers[one.id])):
                was = self.stood[word]
                is_same = was.id in names and was.meaning == one.meaning
                if not is_same or was.kind.has_choices != one.kind.has_choices:
                    found.append(f"{word} of {was.text} stands at {one.text}")
            if one.kind.has_choices and answers[one.id].value and not names & self.picked:
                found.append(f"a choice nobody picked stands at {one.text}")
            beside = [earlier.said for earlier in answers.earlier.get(one.id, ())]
            if not self.picked and any(said.startswith("Choice") for said in beside):
                found.append(f"words stand beside {one.text} as a choice")
        return found


@pytest.mark.parametrize(
    "lives", [range(4), pytest.param(range(4, 300), marks=pytest.mark.full)], ids=["few", "many"]
)
def test_a_sheet_says_the_same_under_any_edition(tmp_path: Path, lives: range) -> None:
    """A pick became words, words a pick, and rows the answer to a question not on the sheet."""
    for seed in lives:
        chance = Random(seed)
        years = Years(chance)
        packs = [years.publish(tmp_path / str(seed)) for _ in range(5)]
        for then in packs:
            hand = Hand(chance, then)
            inside = hand.fill()
            for today in packs:
                filled = read_form(inside, "back.pdf", today, "all", NOW)

                assert hand.strange(filled) == [], seed
