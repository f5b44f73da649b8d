"""What would go with the window where nothing is kept: answers that lie nowhere else."""

from __future__ import annotations

from wizard.desk.assessment.standing import Standing, standing
from wizard.desk.desk import Desk
from wizard.errors import StoreProblem


def left_behind(desk: Desk) -> Standing:
    """Return what is in no file as it is now, and on no paper that leaves nothing out.

    Nothing is where answers are kept.  What SLT decided stands on no paper of ours.
    """
    if not desk.lock.kept_note:
        return frozenset()
    try:
        marks = _kept(desk)
    except StoreProblem:
        # Its folder went: what was kept there stands in the window alone, and what SLT decided
        # about it nowhere.  Nobody can say that all of it is in some file.
        return frozenset(standing(session.to_keep) for session in desk.runs.open_and_kept())
    return frozenset(marks - desk.elsewhere.marks - desk.papers.whole)


def _kept(desk: Desk) -> set[str]:
    decided = desk.decisions.list().result()
    runs = [desk.runs.look(card.id).result() for card in desk.runs.list().result()]
    return {standing(run, (one for one in decided if one.run == run.id)) for run in runs}
