"""What the person is told when questions changed since they were last here."""

from __future__ import annotations

from collections import Counter

from wizard.model.carry import Fate
from wizard.session import Session
from wizard.words import say

TOLD = (Fate.NEW, Fate.MEANING_CHANGED, Fate.REWORDED, Fate.RETIRED)
"""The fates worth a word; what kept its meaning under another id is nobody's business."""


def what_changed(session: Session) -> str:
    """Return one quiet remark, or nothing if every question is as it was."""
    count = Counter(session.fates.values())
    parts = [say(f"ui.carried.{fate.value}", count=count[fate]) for fate in TOLD if count[fate]]
    return say("ui.carried", changes=" ".join(parts)) if parts else ""
