"""What is said of a mistake of ours, true of how the answers stand just then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.words import say

if TYPE_CHECKING:
    from wizard.desk.desk import Desk


def our_mistake(desk: Desk) -> str:
    """Advise to close the window only where nothing would go with it."""
    is_open = bool(desk.lock.kept_note) or desk.runs.is_behind
    return say("ui.message.our-mistake-unsaved" if is_open else "ui.message.our-mistake")
