"""A self-assessment as it stands: a mark of all that somebody wrote in it.

Two marks are the same where nothing differs that could be lost.  No clock has a part in it:
one that was put back, or that stood still, must not make what is newer look old.
"""

from __future__ import annotations

from collections.abc import Iterable

from wizard.model.decision import Decision
from wizard.model.paper import Paper
from wizard.model.run import Run
from wizard.safe.canonical import digest

Standing = frozenset[str]
"""Marks of self-assessments, each as it stood at a moment."""


def standing(run: Run, decisions: Iterable[Decision] = (), papers: Iterable[Paper] = ()) -> str:
    """Return the mark of a self-assessment, of what SLT decided, and of ``papers`` made for them.

    By those a signed one is known again.  Which page is open, and whether it was finished, is
    nothing that anybody wrote.
    """
    said = run.answers
    written = (said.answers, said.actions, said.people, said.earlier)
    parts = [
        run.id,
        run.title,
        run.policy,
        *(sorted(each.items(), key=lambda item: item[0]) for each in written),
        sorted(repr(one) for one in decisions),
        sorted(one.fingerprint for one in papers if one.reader == "slt"),
    ]
    return digest(repr(parts).encode("utf-8", "backslashreplace"))
