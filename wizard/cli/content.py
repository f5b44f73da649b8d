"""The commands about content: journeys, check, trace."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

from wizard.cli.output import complain, tell, write_text
from wizard.desk.content import library, translations
from wizard.desk.places import Places
from wizard.desk.school import overlay
from wizard.desk.school.profile import SchoolDesk
from wizard.model.school import School
from wizard.words import say, say_day


def journeys(options: Namespace, places: Places) -> int:
    """List the journeys: id, title, number of questions."""
    cards = library.journeys(places.content)
    if options.json:
        listed = [
            {"id": card.id, "title": card.title, "questions": card.questions} for card in cards
        ]
        tell(json.dumps(listed, indent=1, ensure_ascii=False))
    else:
        for card in cards:
            tell(f"{card.id:<18} {card.questions:>4}  {card.title}")
    return 0


def check(options: Namespace, places: Places) -> int:
    """Check the content; print every fault, and what a language still has in English."""
    folder = options.folder or places.content
    if options.stale is not None:
        return _stale(folder, options.stale, SchoolDesk(places).profile)
    found, checked = library.faults(folder)
    for fault in found:
        tell(fault)
    if found:
        complain(say("commands.check.faults", number=len(found)))
        return 1
    # A fault in the school's file comes first and alone: nothing else is fine then.
    changes = []
    if places.school is not None:
        changes = list(overlay.changes(folder, SchoolDesk(places).path))
    tell(say("commands.check.fine"))
    for line in translations.left_to_do(checked):
        tell(line)
    for line in changes:
        tell(line)
    return 0


def _stale(folder: Path, day: date, school: School) -> int:
    found = library.aged(folder, day, school)
    for one in found:
        until = one.until.isoformat() if one.checked else say("commands.stale.undated")
        tell(f"{until}\t{one.kind}\t{one.id}\t{one.says}")
    tell(say("commands.stale", number=len(found), day=say_day(day)))
    return 0


def trace(options: Namespace, places: Places) -> int:
    """List what carries each clause, one pair a line."""
    lines = library.trace_lines(places.content, texts=options.text)
    text = "".join("\t".join(line) + "\n" for line in lines)
    write_text(options.output, text)
    return 0
