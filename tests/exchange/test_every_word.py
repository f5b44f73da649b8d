"""Whatever editions make of their questions, every word that was put down is there after.

By the way of what is kept here and by the way of a file: they follow one rule.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.exchange.editions import Writer, Years
from wizard.assess.readings import planned
from wizard.clock import SystemClock
from wizard.exchange.answers_file import read_answers, write_answers
from wizard.model.answers import Answers
from wizard.model.carry import carry
from wizard.model.pack import Pack
from wizard.model.run import Run

NOW = SystemClock().now()

Way = Callable[[Pack, Pack, Answers], Answers]


def kept(old: Pack, new: Pack, answers: Answers) -> Answers:
    """Open what is kept here with another edition."""
    return carry(old.journey, new.journey, new.renamed, answers, planned).answers


def by_file(old: Pack, new: Pack, answers: Answers) -> Answers:
    """Write a file with one edition and read it with another."""
    run = Run("a" * 32, "tiny", old.digest, NOW, NOW, answers=answers)
    return read_answers(json.loads(write_answers(old, run)), "f", new, NOW).answers


def out_of_sight(pack: Pack, answers: Answers) -> set[str]:
    """Return the ids of what waits unseen though its question is asked, under a newer name."""
    asked = {question.id for question in pack.journey.questions()}
    ids = {*answers.answers, *answers.actions, *answers.earlier}
    return {one for one in ids - asked if pack.renamed.get(one) in asked}


@pytest.mark.parametrize("way", [kept, by_file])
@pytest.mark.parametrize(
    "lives", [range(12), pytest.param(range(12, 400), marks=pytest.mark.full)], ids=["few", "many"]
)
def test_every_word_put_down_is_there_after(tmp_path: Path, way: Way, lives: range) -> None:
    """Where two old questions became one, an answer, its note or its plan went without a word."""
    for seed in lives:
        chance = Random(seed)
        years = Years(chance)
        packs = [years.publish(tmp_path / str(seed)) for _ in range(4)]
        writer, answers, pack = Writer(chance), Answers(), packs[0]
        for _ in range(12):
            for _ in range(chance.randint(1, 5)):
                answers = writer.write(pack, answers)
            before, pack = pack, chance.choice(packs)
            came = way(before, pack, answers)

            assert writer.missing(came) == [], seed
            assert out_of_sight(pack, came) == set(), seed
            assert way(pack, pack, came) == came, f"{seed}: twice is as good as once"
            answers = came
