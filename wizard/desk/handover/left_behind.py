"""What would go with the window where nothing is kept: answers that lie nowhere else."""

from __future__ import annotations

from wizard.desk.assessment.standing import Standing, standing
from wizard.desk.desk import Desk


def left_behind(desk: Desk) -> Standing:
    """Return what is in no file as it is now, and on no paper that leaves nothing out.

    Nothing is where answers are kept.  What SLT decided stands on no paper of ours.
    Raises ``StoreProblem``.
    """
    if not desk.lock.kept_note:
        return frozenset()
    decided = desk.decisions.list().result()
    runs = [desk.runs.look(card.id).result() for card in desk.runs.list().result()]
    marks = {standing(run, (one for one in decided if one.run == run.id)) for run in runs}
    return frozenset(marks - desk.elsewhere.marks - desk.papers.whole)
