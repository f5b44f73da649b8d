"""What the person is told on entering a self-assessment."""

from __future__ import annotations

from collections import Counter

from wizard.model.carry import Fate
from wizard.session import Session
from wizard.words import say

TOLD = (Fate.NEW, Fate.MEANING_CHANGED, Fate.REWORDED, Fate.RETIRED)
"""The fates worth a word; what kept its meaning under another id is nobody's business."""


def on_entering(session: Session) -> str:
    """Return a quiet remark, or nothing where there is nothing to say.

    It tells which questions changed since the person was here, that its policy is gone,
    and, where something may be on the screen that nobody else should see, the key that
    hides it.
    """
    count = Counter(session.fates.values())
    parts = [say(f"ui.carried.{fate.value}", count=count[fate]) for fate in TOLD if count[fate]]
    changed = say("ui.carried", changes=" ".join(parts)) if parts else ""
    hides = say("ui.carried.hide") if session.journey.is_record else ""
    lost = say("ui.carried.policy", policy=session.lost_policy) if session.lost_policy else ""
    return " ".join(part for part in (hides, lost, changed) if part)
