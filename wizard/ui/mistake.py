"""What is said of what failed, and of a mistake of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.errors import Problem
from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.desk import Desk


def our_mistake(desk: Desk) -> str:
    """Advise to close the window only where nothing would go with it."""
    is_open = bool(desk.lock.kept_note) or desk.runs.is_behind
    return say("ui.message.our-mistake-unsaved" if is_open else "ui.message.our-mistake")


def in_words(fault: BaseException) -> str:
    """Return what to say of what failed: its own sentence, or that the mistake is ours."""
    return str(fault) if isinstance(fault, Problem) else say("ui.message.our-mistake")
