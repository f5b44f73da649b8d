"""The command that records what stands on a signed paper in ink: decide."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from wizard import there
from wizard.cli.output import tell_done
from wizard.cli.saved import opened
from wizard.desk.handover import returning
from wizard.desk.handover.returning import Returned
from wizard.desk.paper.decisions import Ink, boxes, sentence
from wizard.desk.paper.made_papers import find, line, reason_not_found
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.model.decision import Decided, Decision
from wizard.model.paper import Paper
from wizard.words import say


def decide(options: Namespace, places: Places) -> int:
    """Keep what SLT decided, beside the self-assessment that the paper was made from.

    Raises ``InputFault`` for a paper that is altered or of nothing kept here, for a decision
    that has no box on it, and where it would take the place of another one unasked.
    """
    returned = returning.verify(Path(options.paper), places) if _is_file(options.paper) else None
    with opened(options, places) as desk:
        cards = {card.id: card for card in desk.runs.list().result()}
        made = desk.papers.made_of().result()
        if returned is not None:
            paper = _signed(returned, tuple(cards), made)
        else:
            paper = _named(options.paper, tuple(cards), made)
        decided = Decided(options.decision)
        offered = boxes(desk.runs.pack(cards[paper.run].journey).result().journey)
        if decided not in offered:
            listed = ", ".join(box.value for box in offered)
            raise InputFault(say("papers.decide.other-box", file=options.paper, boxes=listed))
        ink = Ink(
            who=options.who, role=options.role, day=options.date,
            conditions=options.conditions, review=options.review,
        )  # fmt: skip
        before = desk.decisions.gone_over(paper, decided, **ink)
        if before is not None and not options.yes:
            raise InputFault(say("papers.decide.there", decision=_whole(before)))
        desk.decisions.record(paper, decided, **ink).result()
        kept = desk.decisions.list(paper.run).result()[0]
    mark = say("papers.mark", reference=kept.reference, fingerprint=kept.fingerprint)
    # What was drawn from an exported file has the same reference, and may be what was signed.
    tell_done(f"{sentence(kept)}\n{say('papers.made.compare', mark=mark)}")
    return 0


def _whole(decision: Decision) -> str:
    """Return a decision in one line, with its conditions."""
    told = sentence(decision)
    if not decision.conditions:
        return told
    conditions = say("papers.decide.given", text=" ".join(decision.conditions.split()))
    return f"{told} {conditions}"


def _is_file(named: str) -> bool:
    """Say whether a file was named, there or not; else it is what stands on the paper."""
    path = Path(named)
    return path.suffix.lower() == ".pdf" or path.name != named or there.is_any(path)


def _signed(returned: Returned, run_ids: Sequence[str], made: Sequence[Paper]) -> Paper:
    paper = returning.own_paper(returned, run_ids, made)
    if paper is None:
        raise InputFault(say("papers.decide.no-run", file=returned.shown))
    return paper


def _named(typed: str, run_ids: Sequence[str], made: Sequence[Paper]) -> Paper:
    found = find(typed, made)
    if not found:
        raise InputFault(reason_not_found(typed, run_ids, made))
    if len(found) > 1:
        told = say("papers.made.several", count=len(found), reference=found[0].reference)
        raise InputFault(f"{told} {'; '.join(line(one, found) for one in found)}.")
    return found[0]
