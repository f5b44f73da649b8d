"""Answers become statuses by the table of the product, and lead to a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.small_pack import (
    RIGHT,
    answers,
    clause,
    pack,
    platform,
    policy,
    question,
    risk,
    section,
    setting,
)
from wizard.assess.findings import assess, counts, order_open, outcome
from wizard.model.answers import Answer, Value
from wizard.model.clause import Opposite, Side
from wizard.model.finding import Finding
from wizard.model.platform import SafeValue
from wizard.model.question import AnswerKind, Choice, PolicyView, Question
from wizard.model.status import Status


def find(asked: Question, value: Value | Answer, chosen: str = "newport") -> Finding:
    """Return the finding of one question under one of two policies."""
    small = pack(section("s", asked), policies=(policy("newport"), policy("oakfield", who="dsl")))
    return assess(small, answers({asked.id: value}), chosen)[0]


@pytest.mark.parametrize(
    ("value", "status", "advice"),
    [
        ("yes", Status.IN_PLACE, ""),
        ("no", Status.TO_DO, "Put q right."),
        ("unsure", Status.ASK, "Ask about q."),
        (Answer("leave", "We tried."), Status.EXCEPTION, ""),
        ("leave", Status.EXCEPTION, "Write your reason in the note."),
        ("not-mine", Status.DOESNT_APPLY, ""),
        ("", Status.NOT_ANSWERED, ""),
        (Answer("", "Only a note."), Status.NOT_ANSWERED, ""),
        ("gone-from-content", Status.NOT_ANSWERED, ""),
    ],
)
def test_each_answer_becomes_its_status(value: Value | Answer, status: Status, advice: str) -> None:
    """The table of the product, row by row."""
    found = find(question("q"), value)

    assert (found.status, found.advice) == (status, advice)


@pytest.mark.parametrize(
    ("kind", "value", "status", "said"),
    [
        (AnswerKind.LINE, "  River blog ", Status.IN_PLACE, "River blog"),
        (AnswerKind.LINE, "   ", Status.NOT_ANSWERED, ""),
        (AnswerKind.TEXT, "<b>&", Status.IN_PLACE, "<b>&"),
        (AnswerKind.DATE, "2027-01-12", Status.IN_PLACE, "12 January 2027"),
        (AnswerKind.DATE, "next week", Status.IN_PLACE, "next week"),
        (AnswerKind.RISKS, (risk(1, 2), risk(0, 0)), Status.IN_PLACE, "Risks listed: 2"),
        (AnswerKind.RISKS, (), Status.NOT_ANSWERED, ""),
        (AnswerKind.RISKS, (replace(risk(0, 0), hazard="", who_harmed="", already=""),),
         Status.NOT_ANSWERED, ""),
    ],
)  # fmt: skip
def test_words_dates_and_rows_are_in_place_once_given(
    kind: AnswerKind, value: Value, status: Status, said: str
) -> None:
    """Open questions have no wrong answer; an empty row is no answer."""
    found = find(question("q", kind=kind), value)

    assert (found.status, found.said) == (status, said)


def test_a_high_risk_without_further_action_is_to_do() -> None:
    """The rows are named, so that nobody has to look for them."""
    rows = (risk(5, 2), risk(3, 3), risk(2, 5, "Two people check"), risk(5, 5, "  "))

    found = find(question("q", kind=AnswerKind.RISKS), rows)

    assert found.status is Status.TO_DO
    assert found.advice.endswith("Rows: 1, 4")


SPLIT = (
    Choice("open", "I name it", Status.IN_PLACE, by_policy={"oakfield": Status.TO_DO}),
    Choice("hide", "I hide it", Status.ASK, by_policy={"newport": Status.IN_PLACE}),
)


@pytest.mark.parametrize(
    ("value", "chosen", "status"),
    [
        ("open", "newport", Status.IN_PLACE),
        ("open", "oakfield", Status.TO_DO),
        ("open", "all", Status.TO_DO),
        ("hide", "newport", Status.IN_PLACE),
        ("hide", "all", Status.ASK),
    ],
)
def test_a_policy_may_read_an_answer_otherwise(value: str, chosen: str, status: Status) -> None:
    """The adopted policy decides; ``all`` takes the strictest reading."""
    assert find(question("q", choices=SPLIT), value, chosen).status is status


def test_advice_written_for_another_reading_is_not_given() -> None:
    """A choice's line fits what the choice becomes by itself, not a policy's override."""
    praise = Choice("a", "A", Status.IN_PLACE, "Well done.", {"oakfield": Status.TO_DO})
    plain = Choice("b", "B", Status.TO_DO, "Wait until the class is back.")
    asked = question("q", choices=(praise, plain))

    assert find(asked, "a", "oakfield").advice == "Put q right."
    assert find(asked, "b", "oakfield").advice == "Wait until the class is back."


def test_a_policys_own_words_and_decider_come_first() -> None:
    """Who decides and what to do differ by policy, as the school adopted it."""
    view = PolicyView(who="head-or-deputy", todo="Take it down first.")
    asked = replace(question("q"), who="dsl", by_policy={"oakfield": view})

    own, other = find(asked, "no", "oakfield"), find(asked, "no", "newport")

    assert (own.advice, own.who) == ("Take it down first.", "head-or-deputy")
    assert (other.advice, other.who) == ("Put q right.", "dsl")


def test_who_can_not_be_reached_is_not_the_one_to_ask() -> None:
    """A choice may send to somebody else, and only for what the choice itself becomes."""
    nobody = Choice(
        "nobody", "I cannot reach the DSL", Status.ASK, "Tell the Head.",
        {"oakfield": Status.TO_DO}, who="head",
    )  # fmt: skip
    unsure = Choice("unsure", "I am not sure", Status.ASK)
    asked = replace(question("q", choices=(nobody, unsure)), who="dsl")

    assert find(asked, "nobody", "newport").who == "head"
    assert find(asked, "unsure", "newport").who == "dsl"
    assert find(asked, "nobody", "oakfield").who == "dsl"


@pytest.mark.parametrize(
    ("chosen", "who"), [("newport", "head"), ("oakfield", "dsl"), ("all", "head-or-deputy")]
)
def test_not_sure_always_leads_to_somebody(chosen: str, who: str) -> None:
    """Where the question names nobody, the policy does; with ``all`` the Head or Deputy."""
    assert find(question("q"), "unsure", chosen).who == who


@pytest.mark.parametrize(
    ("value", "chosen", "status", "sides"),
    [
        ("yes", "all", Status.ASK, 2),
        ("no", "all", Status.ASK, 2),
        ("unsure", "all", Status.ASK, 2),
        ("not-mine", "all", Status.DOESNT_APPLY, 2),
        ("", "all", Status.NOT_ANSWERED, 2),
        ("yes", "newport", Status.IN_PLACE, 0),
    ],
)
def test_an_opposite_shows_both_sides_and_asks(
    value: str, chosen: str, status: Status, sides: int
) -> None:
    """Opposites are never averaged; a chosen policy is followed as it is."""
    asked = question("q")
    both = (Side("newport", "Be open.", ()), Side("oakfield", "Say nothing.", ()))
    small = pack(
        section("s", asked),
        policies=(policy("newport"), policy("oakfield")),
        opposites=(Opposite("o", "Naming", "q", both),),
    )

    found = assess(small, answers({"q": value}), chosen)[0]

    assert (found.status, len(found.sides)) == (status, sides)


@pytest.mark.parametrize(
    ("value", "advice"),
    [("no", "Facebook: Put q right."), ("unsure", "Facebook: Ask about q."), ("yes", "")],
)
def test_a_setting_says_on_which_platform(value: str, advice: str) -> None:
    """Two-step sign-in stands on every platform; in a list each needs its own name."""
    one = setting("fb-future", "facebook", "Future posts")
    small = pack(
        section("s", replace(question("q"), setting=one)),
        platforms=(platform("facebook", "Facebook", "FB", one),),
    )

    assert assess(small, answers({"q": value}), "newport")[0].advice == advice


def test_a_setting_to_change_has_the_policys_own_value() -> None:
    """The safe value may differ by policy; the general advice alone would mislead."""
    own = {"oakfield": SafeValue("Only me", ())}
    one = replace(setting("fb-future", "facebook", "Future posts"), by_policy=own)
    asked = replace(question("q"), setting=one)

    assert find(asked, "no", "oakfield").advice == "Put q right. Your policy wants: Only me"
    assert find(asked, "no", "newport").advice == "Put q right."
    assert find(asked, "unsure", "oakfield").advice == "Ask about q."


def test_only_what_is_asked_makes_a_finding() -> None:
    """Scene setters, branches not taken and folded gaps leave nothing behind."""
    small = pack(
        section("a", question("scene", assessed=False), question("first")),
        section("b", question("branch", when="first is no")),
        section("c", question("more"), question("more-given"), optional=True),
    )

    found = assess(small, answers({"first": "yes", "branch": "no", "more-given": "yes"}), "all")

    assert [(one.question.id, one.line, one.section) for one in found] == [
        ("first", "2", "a"),
        ("more-given", "5", "c"),
    ]


@pytest.mark.parametrize(
    ("given", "heading", "tone"),
    [
        (("no", "unsure", "yes"), "Change this first", Status.TO_DO),
        (("yes", "unsure", ""), "Ask first", Status.ASK),
        (("yes", "leave", "not-mine"), "Nothing found to change", Status.IN_PLACE),
        (("yes", "", ""), "Nothing found so far (not answered: 2)", Status.NOT_ANSWERED),
        (("", "", ""), "Nothing answered yet", Status.NOT_ANSWERED),
    ],
)
def test_the_outcome_is_the_worst_that_is_open(
    given: tuple[str, str, str], heading: str, tone: Status
) -> None:
    """It never says that nothing is to change while questions are still open."""
    small = pack(section("s", question("a"), question("b"), question("c")))
    findings = assess(small, answers(dict(zip("abc", given, strict=True))), "newport")

    missing = sum(finding.status is Status.NOT_ANSWERED for finding in findings)
    assert outcome(small, findings, missing) == (heading, tone)
    assert sum(count for _, count in counts(findings)) == 3


def test_what_matters_most_comes_first() -> None:
    """Essentials by strength, then the rest; to do before ask; else the journey's order."""
    rules = policy(
        "newport", clause("never", "newport", "prohibited"), clause("must", "newport", "required")
    )
    small = pack(
        section(
            "s",
            question("mild"),
            question("folded", clauses=("never",), essential=False),
            question("must-ask", clauses=("must",)),
            question("must-do", clauses=("must",)),
            question("fine", clauses=("never",)),
            question("never", clauses=("never",)),
        ),
        policies=(rules,),
    )
    given = {"mild": "no", "folded": "no", "must-ask": "unsure", "must-do": "no", "never": "unsure"}

    found = order_open(assess(small, answers({**given, "fine": "yes"}), "newport"))

    assert [one.question.id for one in found] == [
        "never", "must-do", "must-ask", "mild", "folded",
    ]  # fmt: skip


def test_several_choices_take_the_strictest() -> None:
    """One thing still to do among several is still to do."""
    found = find(question("q", kind=AnswerKind.SEVERAL, choices=RIGHT), ("yes", "no"))

    assert (found.status, found.said) == (Status.TO_DO, "Yes; No, not yet")
