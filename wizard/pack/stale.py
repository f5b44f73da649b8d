"""What has aged: facts, and a school's helplines, checked longer ago than they keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wizard.clock import months_after
from wizard.model.pack import Pack
from wizard.model.platform import Confidence
from wizard.model.school import NO_SCHOOL, School

NEVER = date.min
"""The last good day of what is not dated: it is always to be looked at, and first."""


@dataclass(frozen=True, slots=True, order=True)
class Aged:
    """A fact to look at again: since when, of what kind, which one, what it says.

    What nobody ever dated was ``checked`` on no day and kept until ``NEVER``.
    """

    until: date
    checked: date | None
    kind: str
    id: str
    says: str


def aged(packs: Iterable[Pack], day: date, school: School = NO_SCHOOL) -> tuple[Aged, ...]:
    """Return what is past its shelf life on ``day``, the longest overdue first."""
    dated = [*_helplines(school), *(one for pack in packs for one in _dated(pack))]
    return tuple(sorted({one for one in dated if one.until < day}))


def _helplines(school: School) -> list[Aged]:
    return [
        Aged(line.until or NEVER, line.checked, "helpline", line.name, f"{line.name}: {line.reach}")
        for line in school.helplines
    ]


def _dated(pack: Pack) -> list[Aged]:
    found = [
        Aged(months_after(law.checked, law.shelf_months), law.checked, "law", law.id, law.title)
        for law in pack.laws
    ]
    for platform in pack.platforms.values():
        for setting in platform.settings:
            if setting.confidence is Confidence.D:
                continue  # told as a fact, and dated there
            until = months_after(setting.checked, setting.shelf_months)
            says = f"{platform.name}: {setting.label}"
            found.append(Aged(until, setting.checked, "setting", setting.id, says))
    for fact in pack.facts():
        if fact.source and fact.checked:
            checked = date.fromisoformat(fact.checked)
            until = months_after(checked, fact.shelf_months)
            found.append(Aged(until, checked, "fact", fact.id, fact.text))
    return found
