"""What would go with the window where nothing is kept: answers that lie nowhere else."""

from __future__ import annotations

from wizard.desk.desk import Desk
from wizard.model.run import Held, held


def left_behind(desk: Desk) -> Held:
    """Return what is in no file as it is now, and on no paper that leaves nothing out.

    Nothing where answers are kept.  Raises ``StoreProblem``.
    """
    if not desk.lock.kept_note:
        return frozenset()
    papers = reversed(desk.papers.made_of().result())
    drawn = {paper.run: paper.made for paper in papers if paper.reader == "me"}
    return held(
        card
        for card in desk.runs.list().result()
        if card.id not in drawn or drawn[card.id] < card.changed
    ).difference(desk.elsewhere)
