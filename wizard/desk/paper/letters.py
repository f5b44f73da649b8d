"""Whether every letter of a paper can be printed, asked before the paper is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.words import say

if TYPE_CHECKING:
    from wizard.report.blocks import Report


def warning(paper: Report) -> str:
    """Return a sentence that names the letters this machine can not print; usually empty."""
    # Faces are only opened for a paper with letters beyond those of Europe.
    from wizard.report.pdf.letters import unprintable

    named = unprintable(paper)
    return say("paper.letters.warning", letters=", ".join(named)) if named else ""
