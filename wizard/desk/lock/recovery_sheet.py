"""The recovery sheet: one page to print, put away, and forget until it is needed."""

from __future__ import annotations

from datetime import datetime

from wizard.clock import local_day
from wizard.report.blocks import Bullets, Facts, Heading, Report, Text
from wizard.words import say, say_day, spoken


def compose_sheet(code: str, now: datetime) -> Report:
    """Return the sheet that shows a recovery ``code``.  It names no person and no school."""
    steps = ("lock.sheet.step-start", "lock.sheet.step-type", "lock.sheet.step-choose")
    return Report(
        title=say("lock.sheet.title"),
        subtitle="",
        reader="me",
        school="",
        logo=b"",
        reference="",
        policy="",
        made=now.isoformat(),
        language=spoken().language,
        blocks=(
            Text(say("lock.sheet.lead"), "lead"),
            Heading(code.replace("-", " "), 1),
            Facts(((say("lock.sheet.made"), say_day(local_day(now))),)),
            Heading(say("lock.sheet.how"), 2),
            Bullets(tuple(say(step) for step in steps)),
            Heading(say("lock.sheet.where"), 2),
            Text(say("lock.sheet.put-away")),
            Text(say("lock.sheet.no-other-way")),
        ),
        words=spoken().starting("paper."),
    )
