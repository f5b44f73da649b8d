"""Plain English, counted offline: what a busy reader meets reads easily."""

from __future__ import annotations

import hashlib
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.readability import grade, words_in
from wizard import paths
from wizard.model.pack import Pack
from wizard.model.status import Status
from wizard.pack.check import check
from wizard.pack.source import FolderSource

CONTENT = paths.content_folder()
PACKS = check(FolderSource(CONTENT))[0]

SHORTEST = 20
"""Words; below that a grade says nothing."""

MEDIAN, HARDEST = 8.0, 12.0
LONGEST_QUESTION = 25

RUN = 7
RUNS = frozenset((Path(__file__).parent / "policy_runs.txt").read_text("ascii").split())
"""The first ten figures of the SHA-256 of every run of seven words in the five policies."""


def texts(pack: Pack) -> Iterator[str]:
    """Yield what a person reads of a journey; titles, labels and names left out."""
    for section in pack.journey.sections:
        yield section.intro
    for question in pack.journey.questions():
        yield from (question.text, question.help, question.why, question.example)
        yield from (question.todo, question.ask)
        for view in question.by_policy.values():
            yield from (view.todo, view.ask)
        for choice in question.choices:
            yield from (choice.text, choice.advice)
    for fact in pack.facts():
        yield fact.text
    for guide in pack.guides.values():
        yield guide.intro
    for law in pack.laws:
        yield from law.texts.values()
    yield from (pack.journey.sign_off.staff, pack.journey.sign_off.slt)


ALL = sorted({text for pack in PACKS for text in texts(pack) if text})
LONG = [text for text in ALL if len(words_in(text)) >= SHORTEST]


def test_the_usual_text_is_easy() -> None:
    """Half of what is long enough to count reads at grade 8 or below."""
    assert len(LONG) > 50
    assert statistics.median(grade(text) for text in LONG) <= MEDIAN


def test_no_text_is_hard() -> None:
    """One hard paragraph is enough to lose a reader."""
    assert [text for text in LONG if grade(text) > HARDEST] == []


def test_no_question_is_long() -> None:
    """A question is taken in at one look."""
    long = [
        (question.id, len(words_in(question.text)))
        for pack in PACKS
        for question in pack.journey.questions()
        if len(words_in(question.text)) > LONGEST_QUESTION
    ]

    assert long == []


def test_what_to_ask_begins_with_ask() -> None:
    """On paper the first word is the status: “Ask: Tell the DSL” reads like a slip."""
    asked = {
        text
        for pack in PACKS
        for question in pack.journey.questions()
        for text in (
            question.ask,
            *(view.ask for view in question.by_policy.values()),
            *(one.advice for one in question.choices if one.becomes is Status.ASK),
        )
    }

    assert {text for text in asked if text and not text.startswith("Ask ")} == set()


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The cat sat on the mat. It was fat.", -3.0, 1.0),
        ("Notwithstanding institutional considerations, accountability matters.", 18.0, 40.0),
    ],
)
def test_the_measure_tells_easy_from_hard(text: str, least: float, most: float) -> None:
    """A measure that calls everything easy would let anything through."""
    assert least <= grade(text) <= most


def shared_runs(text: str) -> list[str]:
    """Return the runs of seven words that a policy has too."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return [run for run in runs if hashlib.sha256(run.encode()).hexdigest()[:10] in RUNS]


def test_content_is_in_our_own_words() -> None:
    """Facts come from the policies, sentences do not; titles and names aside."""
    clauses = {
        clause.text
        for pack in PACKS
        for policy in pack.policies.values()
        for clause in policy.clauses.values()
    }
    words = {
        cell
        for file in (CONTENT / "words").rglob("*.tsv")
        for line in file.read_text("utf-8").splitlines()
        for cell in line.split("\t")[1:]
    }

    assert {run for text in clauses | words | set(ALL) for run in shared_runs(text)} == set()


def test_the_hashes_are_those_of_five_policies() -> None:
    """An empty list of hashes would let any sentence through."""
    assert len(RUNS) > 10_000
    assert all(re.fullmatch("[0-9a-f]{10}", run) for run in RUNS)
