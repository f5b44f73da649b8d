"""Blank checklists: for a pen, in large print, or to fill in on screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from wizard.desk.places import Places
from wizard.errors import UsageFault
from wizard.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.desk.assessment.runs import Runs
    from wizard.model.pack import Pack
    from wizard.report.blocks import Report

MOST_COPIES = 200
"""Sheets of one journey in a file: enough for a staff meeting of any school."""


class Sheet(Enum):
    """What a blank checklist is for."""

    PEN = "pen"
    LARGE = "large"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class BlankOrder:
    """Which journeys, on which sheet, and how many of each.

    ``platforms`` are the only ones that a journey about platforms asks about (none
    named: all).  ``is_large`` says large print, which a form may have too.
    """

    journeys: tuple[str, ...]
    sheet: Sheet = Sheet.PEN
    copies: int = 1
    platforms: tuple[str, ...] = ()
    is_large: bool = False


def compose(places: Places, order: BlankOrder) -> tuple[Report, ...]:
    """Return the sheets of an order, ready to be drawn into one file.

    Raises ``UsageFault`` for a form of more than one sheet, whose fields would get mixed
    up, and ``InputFault`` for a platform that none of the journeys asks about.
    """
    # Reading content is not needed by whoever only asks how many copies there may be.
    from wizard.desk.assessment import answers
    from wizard.desk.school.profile import SchoolDesk
    from wizard.report.compose_blank import compose_blank

    is_form = order.sheet is Sheet.FORM
    if is_form and (len(order.journeys) > 1 or order.copies > 1):
        raise UsageFault(say("papers.blank.one-form"))
    school = SchoolDesk(places).profile
    packs = [answers.open_journey(places, journey_id) for journey_id in order.journeys]
    _refuse_other_platforms(packs, order.platforms)
    sheets: list[Report] = []
    for pack in packs:
        sheet = compose_blank(
            pack,
            school,
            school.policy,
            large_print=order.is_large or order.sheet is Sheet.LARGE,
            fillable=is_form,
            platforms=order.platforms,
        )
        sheets += [sheet] * order.copies
    return tuple(sheets)


def _platforms_of(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Return the platforms a journey asks about: id and name each."""
    named: dict[str, str] = {}
    for section in pack.journey.sections:
        if section.platform:
            # Its first section has the bare name; what is folded behind it says "more".
            named.setdefault(section.platform, section.title)
    return tuple(named.items())


def platforms(runs: Runs, journeys: Sequence[str]) -> dict[str, str]:
    """Return the platforms that these journeys ask about, id and name, waiting for each."""
    packs = (runs.pack(journey_id).result() for journey_id in journeys)
    return {key: name for pack in packs for key, name in _platforms_of(pack)}


def _refuse_other_platforms(packs: Sequence[Pack], named: Sequence[str]) -> None:
    from wizard.desk.assessment import answers

    known = {platform for pack in packs for platform, _name in _platforms_of(pack)}
    if unknown := [platform for platform in named if platform not in known]:
        answers.refuse_other_platforms(packs[0], unknown)
