"""The examples: each journey answered through the doors a person uses, and printed.

The template is made, the example's answers are filled in where the content still asks
for them, and the file is read back: so a question that goes from the content goes from
these papers too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from wizard import there
from wizard.desk import files
from wizard.desk.assessment import answers
from wizard.desk.content import library
from wizard.desk.handover.going_over import answers_may_go, pdf_may_go
from wizard.desk.paper import blanks, papers
from wizard.desk.paper.blanks import Sheet
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import OutputFault
from wizard.exchange.strict_json import read_json
from wizard.model.pack import Pack
from wizard.model.paper import READERS
from wizard.words import say, say_reason

EXAMPLES = "examples"
HEAD = ("id", "policy", "title", "place", "started", "changed", "finished")
SHEETS = {
    Sheet.PEN: "commands.demo.blank",
    Sheet.LARGE: "commands.demo.large",
    Sheet.FORM: "commands.demo.form",
}
"""The blank sheets of each journey, and the words their files end with."""


def make(places: Places, folder: Path) -> list[Path]:
    """Write every example into ``folder`` and return the files.

    What somebody filled in there stays; its example goes beside it, under another name.
    Raises ``OutputFault``, ``InputFault`` or ``ContentFaults``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        reason = say_reason(cause)
        raise OutputFault(say("errors.no-new-folder", folder=folder, reason=reason)) from cause
    made: list[Path] = []
    for card in library.journeys(places.content):
        made += _journey(places, card.id, folder)
    return made


def _journey(places: Places, journey_id: str, folder: Path) -> list[Path]:
    pack = answers.open_journey(places, journey_id)
    school = SchoolDesk(places).profile
    made = []

    def put(name: str, content: bytes, may_go: Callable[[Path], bool]) -> Path:
        path = folder / name
        if files.lies_there(path) and not may_go(path):
            path = files.free(path)
        files.write(path, content)
        made.append(path)
        return path

    example = _filled(pack, places)
    filled = put(f"{journey_id}.json", example, partial(answers_may_go, content=example))
    pack, run = answers.read(filled, places)
    written = answers.write(pack, run)
    for reader in READERS:
        paper = papers.compose_paper(pack, run, school, reader, places.clock.now())
        may_go = partial(pdf_may_go, content=written, reader=reader)
        put(f"{journey_id} - {reader}.pdf", papers.draw(paper), may_go)
    for sheet, ending in SHEETS.items():
        blank = papers.draw(*blanks.compose(places, blanks.BlankOrder((journey_id,), sheet)))
        put(f"{journey_id} - {say(ending)}.pdf", blank, pdf_may_go)
    return made


def _filled(pack: Pack, places: Places) -> bytes:
    """Fill the template with the example's answers, where the content asks for them."""
    sheet: dict[str, Any] = json.loads(answers.template(pack, "all", places))
    # Each time the same self-assessment: its papers are made anew, nobody else's.
    sheet["id"] = f"example-{pack.journey.id}"
    path = places.content / EXAMPLES / f"{pack.journey.id}.json"
    if there.is_any(path):
        example: Any = read_json(path)
        sheet |= {key: example[key] for key in HEAD}
        sheet["people"] = example["people"]
        asked = sheet["answers"]
        for question_id, given in example["answers"].items():
            if question_id in asked:
                asked[question_id] |= given
        sheet["actions"] = {
            question_id: action
            for question_id, action in example["actions"].items()
            if question_id in asked
        }
    return (json.dumps(sheet, indent=1, ensure_ascii=False) + "\n").encode()
