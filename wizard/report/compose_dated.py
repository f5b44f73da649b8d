"""What is remarked on with its date: where a law stands, and facts that have aged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.assess.law import is_stale, laws_that_apply
from wizard.model.flow import visible_sections
from wizard.report.blocks import Notice
from wizard.words import say, say_day

if TYPE_CHECKING:
    from datetime import date

    from wizard.model.answers import Answers
    from wizard.model.law import Law
    from wizard.model.pack import Pack

UNSURE = "gk"
"""The mark of what we know in general and have not read at its source."""


def remarks(pack: Pack, answers: Answers, today: date) -> list[Notice]:
    """Return the laws these answers meet, each with state and date, then what has aged."""
    laws = [
        Notice(_title(law, state), _text(law, state, today), _tone(law, today))
        for law, state in laws_that_apply(pack, answers, today)
    ]
    return laws + _aged(pack, answers, today)


def _tone(law: Law, today: date) -> str:
    return "stale" if is_stale(law.checked, law.shelf_months, today) else "law"


def _title(law: Law, state: str) -> str:
    """Return the law with where it stands and since when."""
    days = {"announced": law.announced, "in-force": law.in_force, "ended": law.ended}
    day = days[state]
    if day is None:
        return say("paper.law.no-date", law=law.title)
    return say(f"paper.law.{state}", law=law.title, day=say_day(day))


def _text(law: Law, state: str, today: date) -> str:
    checked = say("paper.law.checked", day=say_day(law.checked))
    old = say("paper.law.stale") if is_stale(law.checked, law.shelf_months, today) else ""
    unsure = say("paper.law.unsure") if law.mark == UNSURE else ""
    return " ".join(part for part in (law.texts[state], unsure, checked, old) if part)


def _aged(pack: Pack, answers: Answers, today: date) -> list[Notice]:
    """Return the remark that menus may have moved, where a platform's facts are old."""
    used = {section.platform for section in visible_sections(pack.journey, answers)}
    old = [
        platform
        for platform in pack.platforms.values()
        if platform.id in used and is_stale(platform.checked, platform.shelf_months, today)
    ]
    if not old:
        return []
    names = ", ".join(platform.name for platform in old)
    first = min(platform.checked for platform in old)
    text = say("paper.stale.text", platforms=names, day=say_day(first))
    return [Notice(say("paper.stale.title"), text, "stale")]
