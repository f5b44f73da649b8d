"""What SLT may not see changes not a byte of the paper they get, in any journey.

What they get is a paper drawn from the very data it carries, and that data: where two such
reports are the same, so is every mark, word, title and attachment of the two files.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.papers import strings
from tests.store.samples import START
from wizard.assess.findings import assess
from wizard.desk.paper.papers import compose_paper
from wizard.model.answers import Action, Answer, Answers, Earlier, Person, RiskRow, Value
from wizard.model.flow import asked, asked_by_section
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Question
from wizard.model.run import Run
from wizard.model.school import NO_SCHOOL
from wizard.model.status import Status
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.paths import content_folder
from wizard.report.blocks import Report
from wizard.report.compose_private import conceals, hidden_questions, statuses_only

JOURNEYS = sorted(path.stem for path in (content_folder() / "journeys").glob("*.yaml"))
PRIVATE = "Nightjar"
"""Begins every word that SLT may not see."""

ROUNDS = 4
"""How often what is asked is answered: an answer may make another question asked."""


def picked(dice: Random, question: Question) -> Value:
    """Return some answer to a question, of its kind, or none."""
    if dice.random() < 0.1:
        return ""
    if question.kind is AnswerKind.SEVERAL:
        return tuple(one.id for one in question.choices if dice.random() < 0.5)
    if question.kind is AnswerKind.ONE:
        return dice.choice(question.choices).id
    if question.kind is AnswerKind.RISKS:
        return (RiskRow("Names", "Pupils", "We ask", 2, dice.randint(1, 5), "Ask", "Head"),)
    return "2026-12-01" if question.kind is AnswerKind.DATE else f"Open words {dice.random()}"


def filled(dice: Random, pack: Pack) -> Answers:
    """Answer what is asked, with ticked notes and plans here and there."""
    answers = Answers().with_person("staff", Person("Siân Price", "Teacher"))
    for _ in range(ROUNDS):
        for question in asked(pack.journey, answers):
            if question.id not in answers.answers:
                note = "A ticked note" if question.note and dice.random() < 0.3 else ""
                given = Answer(picked(dice, question), note, show_note=bool(note))
                answers = answers.with_answer(question.id, given)
                if dice.random() < 0.3:
                    answers = answers.with_action(question.id, Action("Me", "2026-12-05"))
    return answers


def with_private(pack: Pack, answers: Answers) -> Answers:
    """Return these answers with everything beside them that SLT may not see."""
    now = {one.id for one in asked(pack.journey, answers)}
    found = assess(pack, answers, "all")
    planned = {one.question.id for one in found if one.status.is_open and one.question.note}
    more = answers
    for section in pack.journey.sections:
        for question in section.questions:
            said = answers[question.id]
            word = f"{PRIVATE} {question.id}"
            more = more.with_earlier(question.id, (Earlier(f"Was {word}?", word, word),))
            if question.id not in now:
                # Not asked any more: it is kept, and is nobody's business.
                words = "" if question.kind.has_choices else word
                more = more.with_answer(question.id, Answer(words, word, show_note=True))
            elif not said.note:
                # Ticked in another edition: where there is no box, nobody could take that back.
                has_box = question.note and question.id not in pack.journey.asks_platforms
                given = replace(said, note=word, show_note=not has_box)
                more = more.with_answer(question.id, given)
            if question.id not in planned:
                # Settled since, be it left as it is for a reason, or nothing may be written there.
                more = more.with_action(question.id, Action(word, "2026-12-06", done=True))
    return more


def other_words(pack: Pack, answers: Answers) -> Answers:
    """Return answers that differ in words where SLT sees none of an answer's words."""
    for question in asked(pack.journey, answers):
        said = answers[question.id]
        if question.kind in (AnswerKind.LINE, AnswerKind.TEXT) and said.value:
            given = replace(said, value=f"{PRIVATE} {question.id}")
            answers = answers.with_answer(question.id, given)
    return answers


def theirs(
    pack: Pack, answers: Answers, title: str = "", place: str = "", policy: str = "all"
) -> Report:
    """Return the paper that SLT get."""
    run = Run(
        "an-id-nobody-sees", pack.journey.id, pack.digest, START, START, policy, title, place,
        answers=answers,
    )  # fmt: skip
    return compose_paper(pack, run, NO_SCHOOL, "slt", START)


@pytest.mark.parametrize("journey", JOURNEYS)
@settings(max_examples=12)
@given(dice=st.randoms(use_true_random=False))
def test_what_slt_may_not_see_changes_nothing_of_their_paper(journey: str, dice: Random) -> None:
    """Notes not ticked, what is not asked, plans for what is settled, what was said before."""
    pack = open_pack(FolderSource(content_folder()), journey)
    answers = filled(dice, pack)
    kept = with_private(pack, answers)
    is_concealed = conceals(pack.journey, "slt")
    if statuses_only(pack.journey, "slt"):
        kept = other_words(pack, kept)

    paper = theirs(pack, kept, PRIVATE if is_concealed else "", "review")

    assert paper == theirs(pack, answers)
    told = "\n".join((*strings(paper), paper.attachment.decode()))
    assert PRIVATE not in told
    assert "an-id-nobody-sees" not in told


OWN = """\
name: Riverside
overlay:
  questions:
    - journey: privacy-checkup
      section: pc-contacts
      id: own-governors
      text: How are you linked with governors of our school online?
      choices:
        - {id: none, text: Not at all, becomes: in-place}
        - {id: close, text: As a friend, becomes: ask, advice: Tell the Chair., who: head-or-deputy}
        - {id: group, text: In a group chat, becomes: ask, advice: Leave it first., who: ict}
      ask: Ask the Head.
"""


def test_where_slt_see_statuses_alone_no_more_of_an_answer_shows(tmp_path: Path) -> None:
    """Not by what is asked because of it, nor by a choice's own advice: one status, one paper."""
    (tmp_path / "school.yaml").write_text(OWN)
    pack = open_pack(FolderSource(content_folder()), "privacy-checkup", tmp_path / "school.yaml")
    answers = Answers().with_answer("pc-platforms", Answer(("facebook",)))
    for question in pack.journey.questions():
        if question.kind is AnswerKind.ONE:
            answers = answers.with_answer(question.id, Answer(question.choices[0].id))
    papers: dict[tuple[str, Status], list[Report]] = {}
    for question in asked(pack.journey, answers):
        for choice in question.choices if question.kind is AnswerKind.ONE else ():
            other = answers.with_answer(question.id, Answer(choice.id))
            status = {one.question.id: one.status for one in assess(pack, other, "newport")}
            told = papers.setdefault((question.id, status[question.id]), [])
            told.append(theirs(pack, other, policy="newport"))

    names_school = papers["pc-names-school", Status.IN_PLACE]
    assert len(names_school) == 3
    assert len(papers["own-governors", Status.ASK]) == 2
    assert [where for where, told in papers.items() if told != told[:1] * len(told)] == []


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("is_answered", [True, False])
def test_every_note_that_was_ticked_is_on_their_paper(journey: str, is_answered: bool) -> None:
    """At what is folded and left alone, too: whoever ticks it was told that SLT read it."""
    pack, dice = open_pack(FolderSource(content_folder()), journey), Random(7)
    answers = Answers()
    for _ in range(ROUNDS):
        for question in asked(pack.journey, answers):
            opens = question.id in pack.journey.asks_platforms
            value = picked(dice, question) if is_answered or opens else ""
            note = f"Ticked <{question.id}>"
            answers = answers.with_answer(question.id, Answer(value, note, show_note=True))

    told = "\n".join(strings(theirs(pack, answers)))

    # Where somebody says which platforms they use, no box offers to show the note.
    ticked = {one.id for one in asked(pack.journey, answers) if one.note}
    ticked -= pack.journey.asks_platforms
    assert [one for one in ticked if f"Ticked <{one}>" not in told] == []


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_fillings_reach_what_there_is_to_hide(journey: str) -> None:
    """A test that hides nothing would find nothing."""
    pack = open_pack(FolderSource(content_folder()), journey)
    answers = filled(Random(7), pack)
    kept = with_private(pack, answers)
    run = Run("id", journey, pack.digest, START, START, "all", answers=kept)

    own = compose_paper(pack, run, NO_SCHOOL, "me", START)

    shown = [one for _, questions in asked_by_section(pack.journey, kept) for one in questions]
    assert len(shown) > len(hidden_questions(pack.journey) & {one.id for one in shown})
    assert own.attachment.decode().count(PRIVATE) > len(shown)
