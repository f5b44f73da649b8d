"""What was filled into a form and has no place among the answers: told, never dropped.

The names of its fields are those of ``wizard.report.pdf.fields``.  The page to sign is a
paper's own: what stands there belongs to ink, or is put down as SLT's decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from wizard.exchange.reading import clean
from wizard.exchange.returned import BELOW, JOURNEY, Inside, LeftOver
from wizard.words import say

_SIGNED_AS = {
    "fact:1": ("paper.fact.name",),
    "fact:2": ("paper.fact.role",),
    "fact:3": ("paper.fact.date",),
    "sign:discussed-with": ("paper.sign.discussed-with",),
    "sign:decision": ("paper.sign.decision",),
    "sign:review": ("paper.sign.review",),
} | {
    f"sign:{who}-{what}": (f"paper.sign.{who}", f"paper.sign.{what}")
    for who in ("staff", "slt")
    for what in ("name", "role", "signature", "date")
}
"""The words that stand before a field of the head or of the page to sign."""

_DECIDED = {
    "1": "paper.sign.approved",
    "2": "paper.sign.with-conditions",
    "3": "paper.sign.not-yet",
}
"""The boxes of the decision, as they are counted on the sheet."""


def left_over(inside: Inside, taken: Set[str], *, is_record: bool) -> Iterator[LeftOver]:
    """Yield what was filled in but is not in ``taken`` (names of fields), as it stands there.

    Then what stands beside them.
    The page to sign a record (``is_record``) has a word of its own for what was agreed.
    """
    for name, typed in inside.fields.items():
        if name in taken or not typed.strip():
            continue
        label, words = clean(inside.tips.get(name, "")) or clean(name), clean(typed).strip()
        field = name.partition(BELOW)[0]
        if field in _SIGNED_AS:
            label = " – ".join(say(part) for part in _SIGNED_AS[field])
        elif field == "sign:conditions":
            label = say("paper.sign.noted" if is_record else "paper.sign.conditions")
        if field == "sign:decision" and typed in _DECIDED:
            words = say(_DECIDED[typed])
        elif field.startswith("sign:") and field.endswith("-signature"):
            words = say("returning.form.signed")
        yield LeftOver(label, words)
    for page, typed in inside.remarks:
        words = clean(typed).strip() or say("returning.form.drawn")
        yield LeftOver(say("returning.form.remark", page=page), words)


def beside(inside: Inside) -> Iterator[LeftOver]:
    """Yield what a viewer put into a paper, in fields or on its pages: it is no answer."""
    return left_over(inside, {JOURNEY}, is_record=False)
