"""The dated switch: which law bears on the answers, where it stands, how old our look is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.clock import months_after
from wizard.model.flow import answers_asked

if TYPE_CHECKING:
    from datetime import date

    from wizard.model.answers import Answers
    from wizard.model.law import Law
    from wizard.model.pack import Pack


def laws_that_apply(pack: Pack, answers: Answers, day: date) -> tuple[tuple[Law, str], ...]:
    """Return the laws that bear on these answers, each with its state on ``day``.

    A law that has nothing to say in that state is left out.
    """
    chosen = answers_asked(pack.journey, answers)
    return tuple(
        (law, law.state_on(day))
        for law in pack.laws
        if pack.journey.id in law.journeys
        and law.when.holds(chosen)
        and law.texts.get(law.state_on(day))
    )


def is_stale(checked: date, shelf_months: int, day: date) -> bool:
    """Whether ``day`` lies past the shelf life (in months) of what was looked at."""
    return months_after(checked, shelf_months) < day
