"""The answers file: a self-assessment as JSON, to fill in by hand or script, or to carry.

``docs/answers.schema.json`` describes it.  The same shape serves as template (nothing
answered), as export of what is kept here, and as input of a report.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from wizard.exchange.answer_values import write_earlier, write_value
from wizard.exchange.coming_in import read_said
from wizard.exchange.decisions import read_decisions, write_decisions
from wizard.exchange.papers import read_papers, write_papers
from wizard.exchange.people import read_people, write_people
from wizard.exchange.reading import Reading
from wizard.exchange.untouched import MARK, is_untouched
from wizard.model.answers import LINE_LETTERS, Answer
from wizard.model.clause import ALL_POLICIES
from wizard.model.decision import Decision
from wizard.model.pack import Pack
from wizard.model.paper import Paper
from wizard.model.question import AnswerKind, Question
from wizard.model.run import Run
from wizard.safe.limits import TITLE_LETTERS
from wizard.words import say

FORMAT = "before-you-post answers"
VERSION = 1
"""Whoever adds a key raises it: an older program then says what to do, not that a key is wrong."""
KEYS = (
    "format", "version", "id", "journey", "edition", "policy", "title", "place", "started",
    "changed", "finished", "people", "answers", "actions", "earlier", "papers",
    "decisions", MARK,
)  # fmt: skip


def write_answers(
    pack: Pack, run: Run, decisions: Iterable[Decision] = (), papers: Iterable[Paper] = ()
) -> bytes:
    """Return a self-assessment as an answers file, every question of its journey in it.

    Which papers were made of it and what SLT decided stand there too, if anything.
    """
    answers = {
        question.id: _described(pack, question, run.answers[question.id])
        for question in pack.journey.questions()
    }
    said = run.answers
    for question_id in (*said.answers, *said.actions, *said.earlier):
        # What was said to questions this content no longer asks is carried along.
        answers.setdefault(question_id, _waiting(said[question_id]))
    document: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "id": run.id,
        "journey": run.journey,
        "edition": pack.edition,
        "policy": run.policy,
        "title": run.title,
        "place": run.place,
        "started": run.started.isoformat(),
        "changed": run.changed.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
        "people": write_people(pack, run.answers.people),
        "answers": answers,
        "actions": {
            question_id: {"who": action.who, "by": action.by, "done": action.done}
            for question_id, action in run.answers.actions.items()
        },
        "earlier": {
            question_id: write_earlier(one) for question_id, one in run.answers.earlier.items()
        },
    }
    if made := write_papers(papers):
        document["papers"] = made
    if decided := write_decisions(decisions):
        document["decisions"] = decided
    # Half a letter, pasted on Windows, is none for a file.
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def journey_of(document: object, shown: str) -> str:
    """Return the journey that a file says it belongs to.

    Raises ``InputFault`` for a file that is no answers file or comes from a later version.
    """
    # First what it is: a key that is not known here may be no slip but of a later version.
    head = Reading(document, shown, document if isinstance(document, dict) else ())
    told = head.text("format", limit=TITLE_LETTERS)
    if told != FORMAT:
        raise head.fault("format", "format", format=FORMAT)
    version = head.whole("version")
    if version > VERSION:
        raise head.fault("newer", "version", version=version, known=VERSION)
    return Reading(document, shown, KEYS).text("journey", limit=TITLE_LETTERS, required=True)


def read_answers(document: object, shown: str, pack: Pack, now: datetime) -> Run:
    """Return the self-assessment that a file holds.

    One of another edition may be weighed by a policy that is not known here; whoever opens
    it says so.  ``now`` stands in for times the file leaves out.  Raises ``InputFault`` with one
    sentence naming the place for anything that does not belong.
    """
    journey_of(document, shown)
    top = Reading(document, shown, KEYS)
    # Content that somebody changed may go by the edition it had; in what the program wrote and
    # nobody touched there is no slip.
    is_other = _is_of_other(top, pack) or (isinstance(document, dict) and is_untouched(document))
    policy = top.text("policy", limit=TITLE_LETTERS) or ALL_POLICIES
    if not is_other:
        top.known("policy", policy, (ALL_POLICIES, *pack.policies))
    changed = top.moment("changed") or now
    # A template carries a random id, so that the same file makes the same paper and
    # nobody can find by trial what was left out of it.
    name = top.text("id", limit=TITLE_LETTERS) or uuid4().hex
    said = read_said(top, pack, is_other=is_other)
    people = read_people(top, pack, is_other=is_other)
    return Run(
        id=name,
        journey=pack.journey.id,
        content=pack.digest,
        started=top.moment("started") or changed,
        changed=changed,
        policy=policy,
        title=top.text("title", limit=LINE_LETTERS),
        place=top.text("place", limit=TITLE_LETTERS),
        finished=top.moment("finished"),
        answers=replace(said, people=people),
    )


def decisions_in(document: object, shown: str, run_id: str, now: datetime) -> tuple[Decision, ...]:
    """Return what SLT decided about the self-assessment in a file, as of ``run_id``.

    ``now`` stands in for times the file leaves out.  Raises ``InputFault``.
    """
    return read_decisions(Reading(document, shown, KEYS), run_id, now)


def papers_in(document: object, shown: str, run_id: str) -> tuple[Paper, ...]:
    """Return the papers made of the self-assessment in a file, as of ``run_id``, oldest first.

    Raises ``InputFault``.
    """
    return read_papers(Reading(document, shown, KEYS), run_id)


def _is_of_other(top: Reading, pack: Pack) -> bool:
    """Say whether a file is of another edition than this one."""
    told = top.text("edition", limit=TITLE_LETTERS)
    return bool(told) and told != pack.edition


def _described(pack: Pack, question: Question, answer: Answer) -> dict[str, object]:
    return {
        "line": pack.journey.lines[question.id],
        "text": question.text,
        "kind": question.kind.value,
        **({"meaning": question.meaning} if question.meaning > 1 else {}),
        **({"from_school": True} if question.from_school else {}),
        "allowed": allowed(question),
        **_given(answer),
    }


def _waiting(answer: Answer) -> dict[str, object]:
    """Return an answer to what nobody asks here, with what was asked, as far as it is known."""
    told: dict[str, object] = {}
    if asked := answer.asked:
        told = {"text": asked.text, "kind": asked.kind, "meaning": asked.meaning}
        told |= {"from_school": asked.from_school, "allowed": dict(asked.picked)}
    return {**told, **_given(answer), "unasked": True}


def _given(answer: Answer) -> dict[str, object]:
    return {
        "value": write_value(answer.value),
        "note": answer.note,
        "show_to_slt": answer.show_note,
    }


def allowed(question: Question) -> dict[str, str] | str:
    """Return the choices that may be picked, in words by id, or what is written in their place.

    In words: another edition, or no content elsewhere, would say by these ids what it likes.
    """
    if question.kind.has_choices:
        return {choice.id: choice.text for choice in question.choices}
    if question.kind is AnswerKind.DATE:
        return say("reading.a-date")
    return say("reading.rows" if question.kind is AnswerKind.RISKS else "reading.own-words")
