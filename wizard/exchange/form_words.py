"""What a sheet says itself of the questions that were printed on it."""

from __future__ import annotations

from wizard.exchange.reading import clean
from wizard.exchange.returned import BELOW, Inside
from wizard.model.question import AnswerKind


def asked(name: str) -> str:
    """Return the id of the question that a field is of, empty for any other field."""
    return name[2:].partition(BELOW)[0] if name[:2] in ("q:", "n:") else ""


def text_of(inside: Inside, called: str) -> str:
    """Return a question as it is printed on the sheet, by its id there; empty if it is not told."""
    if own := inside.tips.get(f"q:{called}"):
        return _after_number(own)
    # Each box of several says itself, too, and so does the line for a note.
    tips = (tip for name, tip in inside.tips.items() if asked(name) == called)
    return _after_number(next(tips, "")).rpartition(" – ")[0]


def as_asked(inside: Inside, called: str, then: int, kind: AnswerKind) -> dict[str, object]:
    """Return the marks of an answer to what the question meant ``then``, as the sheet had it.

    Empty is its text where that is not told: it is that of today.
    """
    text = text_of(inside, called)
    tips = {
        name.removeprefix(f"q:{called}{BELOW}"): _after_number(tip)
        for name, tip in inside.tips.items()
        if name.startswith(f"q:{called}{BELOW}")
    }
    above = f"{text} – "
    # A long question leaves no room for its choices.
    words = {one: tip.removeprefix(above) for one, tip in tips.items() if tip.startswith(above)}
    return {"meaning": then, "kind": kind.value, "text": text, "allowed": words}


def _after_number(tip: str) -> str:
    return clean(tip).partition("  ")[2]
