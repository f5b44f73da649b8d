"""What would go with the window where nothing is kept: answers that lie nowhere else."""

from __future__ import annotations

from wizard.desk.desk import Desk
from wizard.model.run import Held, held


def left_behind(desk: Desk) -> Held:
    """Return what has answers, and is in no file and on no paper as it is now.

    Nothing where answers are kept.  Raises ``StoreProblem``.
    """
    if not desk.lock.kept_note:
        return frozenset()
    answered = [card for card in desk.runs.list().result() if card.answered]
    drawn = {paper.run: paper.made for paper in reversed(desk.papers.made_of().result())}
    return held(
        card for card in answered if card.id not in drawn or drawn[card.id] < card.changed
    ).difference(desk.elsewhere)
