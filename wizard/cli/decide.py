"""The command that records what stands on a signed paper in ink: decide."""

from __future__ import annotations

from argparse import Namespace

from wizard.cli.output import tell
from wizard.cli.saved import opened
from wizard.desk import returning
from wizard.desk.decisions import belongs_to, boxes, sentence
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.model.decision import Decided
from wizard.words import say


def decide(options: Namespace, places: Places) -> int:
    """Keep what SLT decided, beside the self-assessment that the paper was made from."""
    paper = returning.verify(options.paper, places)
    with opened(options, places) as desk:
        card = belongs_to(paper, desk.runs.list().result())
        if card is None:
            raise InputFault(say("papers.decide.no-run", file=paper.shown))
        decided = Decided(options.decision)
        offered = boxes(desk.runs.pack(card.journey).result().journey)
        if decided not in offered:
            listed = ", ".join(box.value for box in offered)
            raise InputFault(say("papers.decide.other-box", file=paper.shown, boxes=listed))
        desk.decisions.record(
            card.id,
            paper,
            decided,
            who=options.who,
            role=options.role,
            day=options.date,
            conditions=options.conditions,
            review=options.review,
        ).result()
        kept = desk.decisions.list(card.id).result()[0]
    tell(sentence(kept))
    return 0
