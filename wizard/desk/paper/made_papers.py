"""The papers that were made here: told in one line, and found by what stands on their foot."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wizard.clock import local_day
from wizard.model.paper import READERS, Paper
from wizard.safe.canonical import REFERENCE_LETTERS, bare_mark, plain_mark, reference
from wizard.words import say, say_day


def own_reference(run_id: str, reader: str) -> str:
    """Return the reference that stands on every paper of a self-assessment for a reader."""
    return reference(f"{run_id} {reader}".encode())


def once(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return each paper that can be told from the others once, in the order given.

    Saved with its answers inside and without, it is still the same paper.  Where its
    answers are here a second time, brought in from a file, it is that of the first.
    """
    found: dict[str, Paper] = {}
    for one in papers:
        first = found.get(one.fingerprint)
        if one.fingerprint and (first is None or (first.run != one.run and _is_own(one))):
            found[one.fingerprint] = one
    return tuple(found.values())


def _is_own(paper: Paper) -> bool:
    """Say whether a paper was made of answers that still have the id they had then."""
    return own_reference(paper.run, paper.reader) == paper.reference


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


def history(papers: Iterable[Paper]) -> list[str]:
    """Return each paper that was made in one line, the last made first.

    One that was saved with its answers inside and without stands there both ways.
    """
    made = [one for one in papers if one.fingerprint]
    ways: dict[tuple[str, bool], str] = {}
    for one in made:
        told = line(one, made)
        if not one.has_data:
            told = say("papers.made.bare", paper=told)
        ways.setdefault((one.fingerprint, one.has_data), told)
    return list(ways.values())


def described(papers: Iterable[Paper], run_id: str) -> list[dict[str, object]]:
    """Return the papers of one self-assessment as an answers file has them."""
    # Home shows papers too, and writes no files.
    from wizard.exchange.papers import write_papers

    return write_papers(one for one in papers if one.run == run_id)


def _is_reference(typed: str) -> bool:
    """Say whether enough was typed for a reference."""
    return any(len(bare_mark(meant)) >= REFERENCE_LETTERS for meant in _meant(typed))


def find(typed: str, papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return the papers whose reference was typed, the last made first.

    The first letters of the fingerprint may follow it.  Case, spaces, hyphens and letters
    that look alike do not matter, nor does a word in front, such as "Ref".
    """
    known = once(papers)
    for read_as in (bare_mark, plain_mark):
        for meant in _meant(typed):
            mark = read_as(meant)
            whole = ((read_as(one.reference + one.fingerprint), one) for one in known)
            found = tuple(one for full, one in whole if full.startswith(mark))
            if found and len(mark) >= REFERENCE_LETTERS:
                return found
    return ()


def reason_not_found(typed: str, run_ids: Collection[str], papers: Iterable[Paper]) -> str:
    """Return why nothing was found for what was typed, and what to do.

    ``run_ids`` are those that were looked among, ``papers`` all that are remembered here.
    """
    if not _is_reference(typed):
        return say("papers.made.short")
    if find(typed, papers):
        return say("returning.decision.other-run", file=typed.strip()[:60])
    own = {plain_mark(own_reference(one, reader)) for one in run_ids for reader in READERS}
    is_own = any(plain_mark(meant)[:REFERENCE_LETTERS] in own for meant in _meant(typed))
    word_id = "papers.made.not-kept" if is_own else "papers.made.unknown"
    return say(word_id, reference=typed.strip()[:60])


def _meant(typed: str) -> tuple[str, ...]:
    """Return what may have been meant: all of it, or all but the word in front."""
    return typed, typed.strip().partition(" ")[2]
