"""The papers that were made here: told in one line, and found by what stands on their foot."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wizard.clock import local_day
from wizard.model.paper import Paper
from wizard.safe.canonical import REFERENCE_LETTERS, plain_mark, reference
from wizard.words import say, say_day

READERS = ("slt", "me")


def own_reference(run_id: str, reader: str) -> str:
    """Return the reference that stands on every paper of a self-assessment for a reader."""
    return reference(f"{run_id} {reader}".encode())


def once(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return each paper that can be told from the others once, in the order given.

    Saved with its answers inside and without, it is still the same paper.
    """
    found: dict[str, Paper] = {}
    for one in papers:
        if one.fingerprint:
            found.setdefault(one.fingerprint, one)
    return tuple(found.values())


def line(paper: Paper, among: Iterable[Paper] = ()) -> str:
    """Return a paper in one line: for whom, when it was saved, its reference.

    The beginning of its fingerprint follows where others ``among`` them have the same
    reference.  The time is that of this computer's place.
    """
    moment = paper.made.astimezone()
    told = say(
        f"papers.made.{paper.reader}",
        day=say_day(local_day(paper.made)),
        time=f"{moment.hour}:{moment.minute:02}",
        reference=paper.reference,
    )
    twins = {one.fingerprint for one in among if one.reference == paper.reference}
    if twins - {paper.fingerprint}:
        told = say("papers.made.marked", paper=told, start=paper.fingerprint.split(" ")[0])
    return told


def lines(papers: Iterable[Paper]) -> list[str]:
    """Return each paper of a self-assessment in one line, no two of them the same."""
    shown = once(papers)
    return [line(one, shown) for one in shown]


def described(papers: Iterable[Paper], run_id: str) -> list[dict[str, object]]:
    """Return the papers of one self-assessment as an answers file has them."""
    # Home shows papers too, and writes no files.
    from wizard.exchange.made import write_papers

    return write_papers(one for one in papers if one.run == run_id)


def is_reference(typed: str) -> bool:
    """Say whether enough was typed for a reference."""
    return any(len(mark) >= REFERENCE_LETTERS for mark in _marks(typed))


def find(typed: str, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return the papers whose reference was typed, the last made first.

    The first letters of the fingerprint may follow it.  Case, spaces, hyphens and letters
    that look alike do not matter, nor does a word in front, such as "Ref".
    """
    known = once(papers)
    for mark in _marks(typed):
        if len(mark) < REFERENCE_LETTERS:
            continue
        marked = [(plain_mark(one.reference + one.fingerprint), one) for one in known]
        if found := tuple(one for whole, one in marked if whole.startswith(mark)):
            return found
    return ()


def reason_not_found(typed: str, run_ids: Collection[str], papers: Iterable[Paper]) -> str:
    """Return why nothing was found for what was typed, and what to do.

    ``run_ids`` are those that were looked among, ``papers`` all that are remembered here.
    """
    if not is_reference(typed):
        return say("papers.made.short")
    if find(typed, papers):
        return say("returning.decision.other-run", file=typed.strip()[:60])
    own = {plain_mark(own_reference(one, reader)) for one in run_ids for reader in READERS}
    is_own = any(mark[:REFERENCE_LETTERS] in own for mark in _marks(typed))
    word_id = "papers.made.not-kept" if is_own else "papers.made.unknown"
    return say(word_id, reference=typed.strip()[:60])


def _marks(typed: str) -> tuple[str, ...]:
    """Return what may have been meant: all of it, or all but the word in front."""
    _first, _space, rest = typed.strip().partition(" ")
    return plain_mark(typed), plain_mark(rest)
