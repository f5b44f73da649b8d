"""Papers that come back: read what they carry, and say whether they are as they were made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from wizard.clock import local_day
from wizard.desk.assessment.answers import open_to_read
from wizard.desk.paper import papers
from wizard.desk.paper.inside import paper_of
from wizard.desk.paper.made_papers import own_reference
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import FileNewer, InputFault
from wizard.exchange.answers_file import journey_of, write_answers
from wizard.exchange.answers_file import read_answers as answers_in
from wizard.exchange.form_left import beside
from wizard.exchange.form_reading import Filled, journey_in, read_form
from wizard.exchange.paper_data import PaperData
from wizard.exchange.pdf_child import compare, look_inside, open_returned
from wizard.exchange.returned import JOURNEY, Inside, LeftOver
from wizard.exchange.strict_json import parse_json
from wizard.exchange.untouched import marked
from wizard.exchange.verify import carried_data, refuse_changed
from wizard.model.pack import Pack
from wizard.model.paper import READERS, Paper
from wizard.model.run import Run
from wizard.report.carried import DRAWN
from wizard.safe.canonical import digest
from wizard.words import say


@dataclass(frozen=True, slots=True)
class Returned:
    """A paper that came back: its bytes, what it carries, and its fingerprint.

    ``words_only`` says, once it was compared, that it could not be in anything but words;
    ``saved_again`` that another program saved it after it was made.
    """

    shown: str
    content: bytes
    data: PaperData
    raw: bytes
    fingerprint: str
    reference: str
    words_only: bool = False
    saved_again: bool = False

    @property
    def has_answers(self) -> bool:
        """Whether somebody can go on with what it carries; SLT's paper has only what they see."""
        return bool(self.data.answers)

    @property
    def day(self) -> str:
        """The day its answers are of, as it stands on the paper."""
        return local_day(datetime.fromisoformat(self.data.made)).isoformat()

    @property
    def answers(self) -> bytes:
        """What it carries as a file: an answers file, or for SLT all that they see.

        The first says of itself that nobody has changed it so far.  Raises ``InputFault`` where
        it is none: only what the program made is made as it makes it.
        """
        if self.data.answers:
            content = self.data.answers.encode()
            journey_of(parse_json(content, self.shown), self.shown)
            return marked(content)
        document = json.loads(self.raw)
        return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def opened(path: Path) -> tuple[bytes, Inside]:
    """Return the bytes of a PDF and what is found in it.  Raises ``InputFault``."""
    content = open_returned(path)
    return content, look_inside(content, path.name)


def read(path: Path) -> Returned:
    """Return what the PDF at ``path`` carries.

    Raises ``InputFault`` with one sentence for anything else than a paper of ours whose
    data belong to the fingerprint on its first page.
    """
    return paper_in(path.name, *opened(path))


def read_answers(path: Path, places: Places) -> tuple[bytes, tuple[str, ...]]:
    """Return the answers in a PDF as a file: carried by a paper, or filled into a form.

    It says of itself that nobody has changed it so far.  Then a sentence for each thing
    in the PDF that has no place among them.  Raises ``InputFault`` as ``read`` does, and for a
    form whose values do not fit.
    """
    content, inside = opened(path)
    if is_form(inside):
        filled = form_in(inside, path.name, places)
        return marked(write_answers(filled.pack, filled.run)), untaken(filled.left, path.name)
    paper = paper_in(path.name, content, inside)
    return paper.answers, untaken(beside(inside), path.name)


def read_run(path: Path, places: Places) -> tuple[Pack, Run, tuple[str, ...]]:
    """Return the self-assessment in a PDF, with its journey, and what of the PDF it lacks.

    Raises ``InputFault`` as ``read_answers`` does, and for a paper for SLT, which holds
    no answers to go on with.
    """
    content, inside = opened(path)
    if is_form(inside):
        filled = form_in(inside, path.name, places)
        return filled.pack, filled.run, untaken(filled.left, path.name)
    run = run_of(paper_in(path.name, content, inside), places)
    return *run, untaken(beside(inside), path.name)


def run_of(returned: Returned, places: Places) -> tuple[Pack, Run]:
    """Return the self-assessment that a paper carries.  Raises ``InputFault`` as ``read_run``."""
    if not returned.has_answers:
        raise InputFault(say("ui.bring.for-slt", name=returned.shown))
    # The program wrote it, under whatever content there was.
    document = parse_json(returned.answers, returned.shown)
    pack = open_to_read(places, journey_of(document, returned.shown))
    return pack, answers_in(document, returned.shown, pack, places.clock.now())


def is_form(inside: Inside) -> bool:
    """Say whether a PDF is a checklist to fill in on screen."""
    return inside.carried is None and JOURNEY in inside.fields


def form_in(inside: Inside, shown: str, places: Places) -> Filled:
    """Return what was filled into a form.  Raises ``InputFault`` for what does not fit."""
    pack = open_to_read(places, journey_in(inside))
    policy = SchoolDesk(places).readable.policy
    return read_form(inside, shown, pack, policy, places.clock.now())


def untaken(left: Iterable[LeftOver], shown: str) -> tuple[str, ...]:
    """Return a sentence for each thing in a PDF that has no place among the answers."""
    return tuple(
        say("returning.form.left", file=shown, field=one.label, words=" ".join(one.words.split()))
        for one in left
    )


def paper_in(shown: str, content: bytes, inside: Inside) -> Returned:
    """Return the paper that a PDF is.  Raises ``InputFault`` as ``read`` does."""
    data, mark = carried_data(inside, shown)
    paper = paper_of(data, shown)
    return Returned(shown, content, data, inside.carried or b"", mark, paper.reference)


def verify(path: Path, places: Places) -> Returned:
    """Return a paper that is as it was made: drawn again from its data, nothing differs.

    Of one with a logo that is not here, or drawn by another edition, only words are
    compared; it says so.  Raises ``InputFault`` naming the first difference.
    """
    return compared(read(path), places)


def compared(returned: Returned, places: Places) -> Returned:
    """Draw a paper again from its data and compare.  Raises ``InputFault`` as ``verify``."""
    data = returned.data
    logo = SchoolDesk(places).readable.logo
    same_logo = data.logo == (digest(logo) if logo else "")
    paper = paper_of(data, returned.shown, logo if same_logo and data.logo else b"")
    report = papers.sealed(paper, data.journey, returned.fingerprint)
    drawn = papers.draw(papers.carrying(report, returned.raw))
    exact = data.drawn == DRAWN and same_logo
    found = compare(returned.content, drawn, returned.shown, exact=exact)
    if found.changes and data.drawn > DRAWN:
        # It may be drawn in other words by now: nobody is to be told that it was altered.
        raise FileNewer(say("returning.newer", file=returned.shown))
    refuse_changed(found.changes, returned.shown)
    return replace(returned, words_only=not exact, saved_again=found.saved_again)


def own_paper(returned: Returned, run_ids: Sequence[str], made: Iterable[Paper]) -> Paper | None:
    """Return the paper that a PDF is, made from one of these self-assessments; None if none.

    One that was carried here has another id than on the computer where its paper was made:
    that paper is known by its fingerprint, if it is among those that were ``made``.
    """
    reader = returned.data.reader
    for run_id in run_ids:
        if reader in READERS and own_reference(run_id, reader) == returned.reference:
            moment = datetime.fromisoformat(returned.data.made)
            return Paper(
                run_id, returned.reference, returned.fingerprint, reader, moment, has_data=True
            )
    known = (one for one in made if one.run in run_ids)
    return next((one for one in known if one.fingerprint == returned.fingerprint), None)
