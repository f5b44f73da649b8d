"""Whatever editions make of their questions, nothing stands at one that it was not put down at.

By the way of what is kept here and by the way of a file, to and fro between four editions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.exchange.editions import Way, Writer, by_file, kept, live
from wizard.model.answers import Answers
from wizard.model.pack import Pack
from wizard.model.question import Question

WORD = re.compile(r"(?:first|then|hazard|who|note|plan)-\d{3,}-")


@dataclass
class Witness(Writer):
    """A writer of whom it is known at which question each word was put down, and what SLT see."""

    stood: dict[str, Question] = field(default_factory=dict)
    ticked: set[str] = field(default_factory=set)

    def write(self, pack: Pack, answers: Answers) -> Answers:
        """Write one thing; now and then show SLT a note that is there, or take an answer back."""
        known = set(self.words)
        now = super().write(pack, answers)
        changed = [one for one in pack.journey.questions() if _at(one, now) != _at(one, answers)]
        for word in self.words - known:
            (self.stood[word],) = changed
            if word.startswith("note"):
                # As in the window: what is written in its place is another note.
                note = replace(now[changed[0].id], show_note=False)
                now = now.with_answer(changed[0].id, note)
        one = self.chance.choice(list(pack.journey.questions()))
        answer = now[one.id]
        if answer.note and self.chance.random() < 0.5:
            now = now.with_answer(one.id, replace(answer, show_note=True))
            self.ticked.update(WORD.findall(answer.note))
        elif self.chance.random() < 0.3:
            self._forget(answer.value)
            now = now.with_answer(one.id, replace(answer, value=""))
        return now

    def strange(self, pack: Pack, answers: Answers) -> Iterator[str]:
        """Yield what stands at a question that is not the one it was put down at."""
        for one in pack.journey.questions():
            for word in WORD.findall(repr(_at(one, answers))):
                was = self.stood[word]
                goes_on = one.id in (was.id, pack.renamed.get(was.id))
                if not goes_on or (was.kind, was.meaning) != (one.kind, one.meaning):
                    yield f"{word} of {was.text} stands at {one.text}"
            answer = answers[one.id]
            if answer.show_note and not self.ticked.issuperset(WORD.findall(answer.note)):
                yield f"SLT read {answer.note}"


def _at(question: Question, answers: Answers) -> object:
    return answers[question.id], answers.action(question.id)


@pytest.mark.parametrize("way", [kept, by_file])
@pytest.mark.parametrize(
    "lives", [range(12), pytest.param(range(12, 400), marks=pytest.mark.full)], ids=["few", "many"]
)
def test_nothing_stands_where_it_was_not_put_down(tmp_path: Path, way: Way, lives: range) -> None:
    """A note, a plan or its tick for SLT stood under words that its writer had not read."""
    for seed in lives:
        for writer, pack, came in live(Witness, way, tmp_path, seed):
            assert list(writer.strange(pack, came)) == [], seed
            assert writer.missing(came) == [], seed
