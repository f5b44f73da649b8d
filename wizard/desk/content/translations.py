"""How far the translations are, told to whoever makes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wizard.words import say

if TYPE_CHECKING:
    from wizard.pack.languages import Checked


def left_to_do(found: Checked) -> Iterator[str]:
    """Yield line by line what a translator has still to do, with the marks to copy."""
    for gap in found.gaps:
        which = "journey" if gap.journey else "program"
        yield say(
            f"commands.check.untranslated-{which}",
            language=gap.language.name,
            journey=gap.journey,
            count=gap.count,
        )
    for aged in found.aged:
        language = aged.language.name
        if aged.older:
            keys = ", ".join(aged.older)
            yield say("commands.check.older", language=language, count=len(aged.older), keys=keys)
        if aged.unmarked:
            yield say("commands.check.unmarked", language=language, count=len(aged.unmarked))
        yield say("commands.check.marks", file=aged.file)
        yield from (f"{key}\t{mark}" for key, mark in aged.marks.items())
