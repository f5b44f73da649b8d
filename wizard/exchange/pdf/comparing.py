"""Which pages of a PDF are not as in the paper that we drew ourselves."""

from __future__ import annotations

from collections import Counter

import pikepdf

from wizard.exchange.pdf.marks import Unreadable
from wizard.exchange.pdf.opening import opened, refuse_mended
from wizard.exchange.pdf.page import marks_of
from wizard.exchange.pdf.streams import Refused
from wizard.exchange.pdf.whole import acts_alike, first_saved, is_plain, same_around
from wizard.exchange.returned import Change, Compared

SHOWN = 8
"""Words of a difference that are told."""


def compare(content: bytes, drawn: bytes, *, exact: bool) -> Compared:
    """Return the pages of ``content`` that are not as in ``drawn``, which we made ourselves.

    Not ``exact``: the two were drawn by different editions, so only words are compared,
    wherever on the paper they stand.  Raises ``Refused``.
    """
    with opened(content) as theirs, opened(drawn) as ours:
        if is_plain(content, theirs):
            return Compared(tuple(_differences(theirs, ours, exact=exact)))
        before = first_saved(content, theirs)
        if before is None or not _is_as_drawn(before, ours, exact=exact):
            raise Refused("two-faced")
        changes = _differences(theirs, ours, exact=exact)
        return Compared(tuple(changes), saved_again=True)


def _is_as_drawn(content: bytes, ours: pikepdf.Pdf, *, exact: bool) -> bool:
    """Say whether a file is plain, and nothing in it differs from what we drew."""
    try:
        with opened(content) as theirs:
            return is_plain(content, theirs) and not _differences(theirs, ours, exact=exact)
    except Refused:
        return False


def _differences(theirs: pikepdf.Pdf, ours: pikepdf.Pdf, *, exact: bool) -> list[Change]:
    """Return what differs on the pages, or if nothing does, around them."""
    changes = _changes(theirs, ours) if exact else _other_words(theirs, ours)
    # Only now has the library seen all that there is to mend.
    refuse_mended(theirs)
    alike = same_around if exact else acts_alike
    return changes if changes or alike(theirs, ours) else [Change(0, "around")]


def _changes(theirs: pikepdf.Pdf, ours: pikepdf.Pdf) -> list[Change]:
    """Return the pages that differ in anything that is drawn."""
    changes = []
    count, wanted = len(theirs.pages), len(ours.pages)
    for at in range(min(count, wanted)):
        change = _changed(at + 1, theirs.pages[at], ours.pages[at])
        changes += [change] if change else []
    changes += [Change(at + 1, "added") for at in range(wanted, count)]
    changes += [Change(at + 1, "missing") for at in range(count, wanted)]
    return changes


def _changed(number: int, page: pikepdf.Page, drawn: pikepdf.Page) -> Change | None:
    if len(page.obj.get("/Annots", pikepdf.Array())):
        return Change(number, "over")
    try:
        marks = marks_of(page)
    except Unreadable:
        return Change(number, "marks")
    wanted = marks_of(drawn)
    if marks.steps == wanted.steps:
        return None
    printed, expected = _apart(marks.words, wanted.words)
    if printed or expected:
        return Change(number, "words", printed, expected)
    return Change(number, "marks")


def _apart(printed: list[str], expected: list[str]) -> tuple[str, str]:
    """Return the first few words in which two pages differ."""
    start = 0
    while start < min(len(printed), len(expected)) and printed[start] == expected[start]:
        start += 1
    end = 0
    most = min(len(printed), len(expected)) - start
    while end < most and printed[-1 - end] == expected[-1 - end]:
        end += 1
    mine = printed[start : len(printed) - end][:SHOWN]
    theirs = expected[start : len(expected) - end][:SHOWN]
    return " ".join(mine), " ".join(theirs)


def _other_words(theirs: pikepdf.Pdf, ours: pikepdf.Pdf) -> list[Change]:
    wanted = Counter(word for page in ours.pages for word in marks_of(page).body_words)
    changes = []
    for number, page in enumerate(theirs.pages, 1):
        if len(page.obj.get("/Annots", pikepdf.Array())):
            changes.append(Change(number, "over"))
        try:
            marks = marks_of(page)
        except Unreadable:
            changes.append(Change(number, "marks"))
            continue
        extra = []
        for word in marks.body_words:
            if wanted[word]:
                wanted[word] -= 1
            else:
                extra.append(word)
        if extra:
            changes.append(Change(number, "words", " ".join(extra[:SHOWN])))
    left = " ".join(+wanted)
    if left and not changes:
        changes.append(Change(len(theirs.pages), "words", "", " ".join(left.split()[:SHOWN])))
    return changes
