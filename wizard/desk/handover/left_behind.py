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
        kept = _kept(desk)
    except StoreProblem:
        # Its folder went: what was kept there stands in the window alone, and what SLT decided
        # about it nowhere.  Nobody can say that all of it is in some file.
        return frozenset(standing(session.to_keep) for session in desk.runs.open_and_kept())
    in_files, on_paper = desk.elsewhere.marks, desk.papers.whole
    return frozenset(
        mark for mark, plain in kept.items() if mark not in in_files and plain not in on_paper
    )


def _kept(desk: Desk) -> dict[str, str]:
    """Return the mark of each, and what it is without the papers that were made of it."""
    decided, made = desk.decisions.list().result(), desk.papers.made_of().result()
    marks: dict[str, str] = {}
    for card in desk.runs.list().result():
        run = desk.runs.look(card.id).result()
        mine = [one for one in decided if one.run == run.id]
        papers = (one for one in made if one.run == run.id)
        marks[standing(run, mine, papers)] = standing(run, mine)
    return marks
