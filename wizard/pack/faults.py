"""What can be wrong in content, in words: one line says what it is, one the way out.

A fault goes by its name in ``content/words/en/faults.tsv``: ``no-keys.top`` stands there
as ``fault.no-keys.top`` and ``fault.no-keys.top.hint``.  What stands before the first dot
is the fault's code.
"""

from __future__ import annotations

from collections.abc import Iterable

from wizard.errors import ContentFaults, Fault
from wizard.words import say


def make_fault(name: str, file: str, line: int, /, *, hint: str = "", **places: object) -> Fault:
    """Return the fault ``name`` at its place; ``hint`` is a better way out, if there is one."""
    what = say("fault." + name, **places)
    way_out = hint or say("fault." + name + ".hint", **places)
    return Fault(file, line, what, way_out, name.partition(".")[0])


def refuse(faults: Iterable[Fault]) -> ContentFaults:
    """Return what to raise for these faults: it tells the first, and how many there are."""
    found = tuple(sorted(faults))
    sentence = str(found[0])
    if len(found) > 1:
        sentence = say("fault.more", first=sentence, number=len(found) - 1)
    return ContentFaults(found, sentence)


def near_miss(wrong: str, known: Iterable[str]) -> str:
    """Return "did you mean ...?" for the nearest known word, or the empty string."""
    # Content is nearly always sound, and home reads its index by this way.
    import difflib

    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.7)
    return say("fault.near-miss", near=near[0]) if near else ""


def listed(known: Iterable[str]) -> str:
    """Return words as a list to choose from."""
    return ", ".join(known)
