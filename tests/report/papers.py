"""Small journeys to make papers of, and ways to read every word of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TypeVar

from tests.assess.small_pack import (
    TODAY,
    clause,
    pack,
    platform,
    policy,
    question,
    section,
    setting,
)
from wizard.model.answers import Answer, Value
from wizard.model.condition import parse_condition
from wizard.model.law import Law
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind, Choice
from wizard.report.blocks import (
    AnswerList,
    AnswerRow,
    Report,
)

SECRET = "my own secret words"

Kind = TypeVar("Kind")


def strings(thing: object) -> Iterator[str]:
    """Yield every string anywhere inside blocks."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | list):
        for item in thing:
            yield from strings(item)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from strings(getattr(thing, one.name))


def text_of(report: Report) -> str:
    """Return all that a reader could read on the paper itself."""
    return "\n".join((report.title, report.subtitle, *strings(report.blocks)))


def blocks_of(report: Report, kind: type[Kind]) -> list[Kind]:
    """Return the blocks of one kind, in order."""
    return [block for block in report.blocks if isinstance(block, kind)]


def rows_of(report: Report) -> dict[str, AnswerRow]:
    """Return the answer rows by their question."""
    return {row.question: row for block in blocks_of(report, AnswerList) for row in block.rows}


FACEBOOK = platform("facebook", "Facebook", "FB", setting("fb-1", "facebook", "Future posts"))
RAINBOW = platform("rainbow", "Rainbow", "RB", setting("rb-1", "rainbow", "Show distance"))


def check_up() -> Pack:
    """Return a check-up of two platforms, with questions that hang on the choice."""
    choices = tuple(Choice(one, one.capitalize()) for one in ("facebook", "rainbow", "none"))
    chooser = question("pc-platforms", kind=AnswerKind.SEVERAL, choices=choices, assessed=False)
    return pack(
        section("which", chooser, title="Where you are"),
        section(
            "you",
            question("contacts", "Are your contacts right?"),
            question("other", "Which other accounts?", kind=AnswerKind.LINE),
            question("known", "Where else are you known?", kind=AnswerKind.LINE, assessed=False),
            question("on-rainbow", "Rainbow: is your job hidden?", when="pc-platforms has rainbow"),
            question("follows", "And your face?", when="on-rainbow is no", clauses=("n.0",)),
            title="About you",
        ),
        *(
            section(
                f"platform-{one.id}",
                question(f"{one.letter}-1", f"Is {label} set?", setting=one.settings[0]),
                question(f"{one.letter}-2", f"Is {one.name} locked?", setting=one.settings[0]),
                title=one.name,
                when=f"pc-platforms has {one.id}",
                letter=one.letter,
                platform=one.id,
            )
            for one, label in ((FACEBOOK, "Future posts"), (RAINBOW, "Show distance"))
        ),
        policies=(policy("newport", clause("n.0", "newport", "prohibited")),),
        platforms=(FACEBOOK, RAINBOW),
        laws=(replace(LAW, when=parse_condition("pc-platforms has rainbow")),),
    )


LAW = Law(
    id="ban",
    title="The ban",
    texts={"announced": "It names Rainbow.", "in-force": "Rainbow is out."},
    announced=date(2026, 6, 15),
    in_force=None,
    ended=None,
    checked=TODAY,
    shelf_months=3,
    mark="seen",
    source="uk-frame",
    journeys=("j",),
)

GIVEN: dict[str, Value | Answer] = {
    "pc-platforms": ("facebook", "rainbow"),
    "contacts": Answer("no", SECRET),
    "other": "Also on Prayernet",
    "known": "At the chapel",
    "on-rainbow": Answer("no", SECRET),
    "follows": "unsure",
    "FB-1": "yes",
    "FB-2": Answer("leave", SECRET),
    "RB-1": Answer("leave", "Agreed with my partner", show_note=True),
    "RB-2": "no",
}


def project() -> Pack:
    """Return a small class project: a scene, a checklist, risks."""
    rules = policy("newport", clause("n.1", "newport", "required", "Pilot"))
    return pack(
        section(
            "a",
            question("cp-title", "What is it called?", kind=AnswerKind.LINE, assessed=False),
            question("cp-start", "When?", kind=AnswerKind.DATE, assessed=False),
            letter="A",
        ),
        section("b", question("pilot", "Is there a pilot?", clauses=("n.1",)), question("more")),
        section("c", question("risks", "What could go wrong?", kind=AnswerKind.RISKS)),
        policies=(rules, policy("oakfield")),
        laws=(LAW,),
        named_by="cp-title",
    )
