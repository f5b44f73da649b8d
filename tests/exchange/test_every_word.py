"""Whatever editions make of their questions, every word that was put down is there after.

By the way of what is kept here and by the way of a file: they follow one rule.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.editions import Way, Writer, by_file, kept, live
from wizard.model.answers import Answers
from wizard.model.pack import Pack


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
        for writer, pack, came in live(Writer, way, tmp_path, seed):
            assert writer.missing(came) == [], seed
            assert out_of_sight(pack, came) == set(), seed
            assert way(pack, pack, came) == came, f"{seed}: twice is as good as once"
