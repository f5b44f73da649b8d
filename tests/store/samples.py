"""Self-assessments for the tests of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from wizard.model.answers import Action, Answer, Person, RiskRow
from wizard.model.run import Run
from wizard.safe.canonical import digest

CONTENT = b'{"journey":"before-posting"}'
START = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
SECRET = "Nightjar-Quillwort"
"""A word that a person typed and that must never be readable on the disk."""


def draft(run_id: str = "one", **changes: object) -> Run:
    """Return a self-assessment that was just begun."""
    run = Run(run_id, "before-posting", digest(CONTENT), START, START, place="bp-the-post")
    return replace(run, **changes)  # type: ignore[arg-type]


def answered(run: Run, question: str, words: str, minutes: int = 1) -> Run:
    """Return ``run`` with one question answered and its action planned, a little later."""
    answers = run.answers.with_answer(question, Answer("no", note=words))
    answers = answers.with_action(question, Action(who=words))
    return replace(run, answers=answers, changed=run.changed + timedelta(minutes=minutes))


def both(question: str) -> frozenset[str]:
    """Return what ``answered`` changed."""
    return frozenset({f"answer:{question}", f"action:{question}"})


def full() -> Run:
    """Return a self-assessment with a thing of every kind in it."""
    rows = (RiskRow("Strangers", "Pupils", "Closed group", 2, 4, "Check", "Head", "2026-12-01"),)
    run = answered(draft(title="Year 5 – Ŵ ŵ Łukasz’s blog", policy="newport"), "q1", SECRET)
    answers = (
        run.answers.with_answer("q2", Answer(("facebook", "x")))
        .with_answer("q3", Answer(rows, show_note=True))
        .with_answer("q4", Answer("", note="محمد 😀 \x00 \ud83d </para> & <b>"))
        .with_person("staff", Person("Siân Ó Dálaigh", "Teacher"))
    )
    return replace(run, answers=answers, finished=START + timedelta(days=1))
