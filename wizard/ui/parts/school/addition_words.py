"""What a school lays over the content, in words: each entry of its file as one reads it."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.desk.school.additions import Additions, Entry, text_of
from wizard.model.clause import Policy
from wizard.model.journey import Journey
from wizard.model.status import Strength
from wizard.words import say

LONGEST = 60
"""Letters of a question that stand behind what a button does to it."""


def told(
    part: str, entry: Entry, journeys: Mapping[str, str], policies: Mapping[str, Policy]
) -> tuple[str, str]:
    """Return what an entry of a ``part`` is, and one line more about it.

    ``journeys`` are their titles by id.  Of the order of a page only ids are known here.
    """
    journey = text_of(entry, "journey")
    title = journeys.get(journey, journey)
    strength = text_of(entry, "strength") or "advised"
    if part == "questions":
        return text_of(entry, "text"), say(
            "school.questions.line", journey=title, id=text_of(entry, "id"),
            strength=strength_told(strength),
        )  # fmt: skip
    if part == "order":
        listed = entry.get("questions")
        names = ", ".join(map(str, listed)) if isinstance(listed, list) else ""
        return say("school.order.line", journey=title, page=text_of(entry, "section")), names
    clause_id = text_of(entry, "clause")
    for policy in policies.values():
        if clause_id in policy.clauses:
            clause = policy.clauses[clause_id]
            return clause.text, say(
                "school.stricter.line", policy=policy.name, section=clause.section,
                old=say(f"school.strength.{clause.strength.value}"),
                new=strength_told(strength),
            )  # fmt: skip
    return clause_id, strength


def order_told(entry: Entry, plain: Journey, additions: Additions) -> tuple[str, str]:
    """Return the page of an order, and its questions, each on a line."""
    section = text_of(entry, "section")
    titles = {one.id: one.title for one in plain.sections}
    asked = dict(additions.asked_on(plain, section)) if section in titles else {}
    page = titles.get(section, section)
    return say("school.order.line", journey=plain.title, page=page), "\n".join(asked.values())


def spoken(name: str, about: str) -> str:
    """Return what a button is called that does something to an entry."""
    short = about if len(about) <= LONGEST else f"{about[:LONGEST]}…"
    return f"{say(f'school.{name}')}, {short}"


def strength_told(text: str) -> str:
    """Return a strength in words; what is none, as it stands in the file."""
    known = {one.value for one in Strength}
    return say(f"school.strength.{text}") if text in known else text
