"""What has aged: facts that were checked longer ago than they keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wizard.clock import months_after
from wizard.model.platform import Confidence
from wizard.pack.build import Pack


@dataclass(frozen=True, slots=True, order=True)
class Aged:
    """A fact to look at again: since when, of what kind, which one, what it says."""

    until: date
    checked: date
    kind: str
    id: str
    says: str


def aged(packs: Iterable[Pack], day: date) -> tuple[Aged, ...]:
    """Return what is past its shelf life on ``day``, the longest overdue first."""
    return tuple(sorted({one for pack in packs for one in _dated(pack) if one.until < day}))


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
