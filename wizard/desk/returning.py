"""Papers that come back: read what they carry, and say whether they are as they were made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from wizard.desk import papers
from wizard.desk.answers import open_journey
from wizard.desk.places import Places
from wizard.desk.school import SchoolDesk
from wizard.errors import InputFault
from wizard.exchange.answers_file import write_answers
from wizard.exchange.form_reading import JOURNEY, read_form
from wizard.exchange.paper_data import PaperData
from wizard.exchange.pdf_child_reading import compare, look_inside, open_returned
from wizard.exchange.returned import Inside
from wizard.exchange.verify import carried_data, refuse_changed
from wizard.report.blocks import Report
from wizard.report.carried import DRAWN, NotAPaper, from_data
from wizard.safe.canonical import digest
from wizard.words import say


@dataclass(frozen=True, slots=True)
class Returned:
    """A paper that came back: its bytes, what it carries, and its fingerprint."""

    shown: str
    content: bytes
    data: PaperData
    raw: bytes
    fingerprint: str
    reference: str

    @property
    def answers(self) -> bytes:
        """What it carries as a file: an answers file, or for SLT all that they see."""
        if self.data.answers:
            return self.data.answers.encode()
        document = json.loads(self.raw)
        return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def read(path: Path) -> Returned:
    """Return what the PDF at ``path`` carries.

    Raises ``InputFault`` with one sentence for anything else than a paper of ours whose
    data belong to the fingerprint on its first page.
    """
    content = open_returned(path)
    return _returned(path.name, content, look_inside(content, path.name))


def read_answers(path: Path, places: Places) -> bytes:
    """Return the answers in a PDF as a file: carried by a paper, or filled into a form.

    Raises ``InputFault`` as ``read`` does, and for a form whose values do not fit.
    """
    content = open_returned(path)
    inside = look_inside(content, path.name)
    if inside.carried is None and JOURNEY in inside.fields:
        pack = open_journey(places, inside.fields[JOURNEY])
        policy = SchoolDesk(places).profile.policy
        run = read_form(inside.fields, path.name, pack, policy, places.clock.now())
        return write_answers(pack, run)
    return _returned(path.name, content, inside).answers


def _returned(shown: str, content: bytes, inside: Inside) -> Returned:
    data, mark = carried_data(inside, shown)
    paper = paper_of(data, shown)
    return Returned(shown, content, data, inside.carried or b"", mark, paper.reference)


def verify(path: Path, places: Places) -> Returned:
    """Return a paper that is as it was made: drawn again from its data, nothing differs.

    Raises ``InputFault`` naming the first difference.
    """
    returned = read(path)
    data = returned.data
    logo = SchoolDesk(places).profile.logo
    same_logo = data.logo == (digest(logo) if logo else "")
    paper = paper_of(data, returned.shown, logo if same_logo and data.logo else b"")
    report = papers.sealed(paper, data.journey, returned.fingerprint)
    drawn = papers.draw(papers.carrying(report, returned.raw))
    exact = data.drawn == DRAWN and same_logo
    refuse_changed(compare(returned.content, drawn, returned.shown, exact=exact), returned.shown)
    return returned


def paper_of(data: PaperData, shown: str, logo: bytes = b"") -> Report:
    """Return the paper that data describe.  Raises ``InputFault`` where they do not fit."""
    try:
        paper = from_data(data.paper, logo)
    except NotAPaper as cause:
        raise InputFault(say("returning.not-as-written", file=shown)) from cause
    if (paper.reader, paper.made) != (data.reader, data.made):
        raise InputFault(say("returning.not-as-written", file=shown))
    return paper
