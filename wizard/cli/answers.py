"""The commands about answers files: template, report, blank."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Collection
from functools import partial

from wizard import there
from wizard.cli.output import complain, refuse_unless, tell_beside, write_text
from wizard.cli.saved import opened
from wizard.desk import files
from wizard.desk.assessment import answers
from wizard.desk.handover.going_over import pdf_may_go
from wizard.desk.paper import blanks, letters, papers
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import Problem
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.report.blocks import Report
from wizard.words import say

_SAVED_ID = re.compile("[0-9a-f]{32}")
"""What is saved here goes by such a name."""


def template(options: Namespace, places: Places) -> int:
    """Make an answers file with nothing answered, never over one that may be filled in."""
    pack = answers.open_journey(places, options.journey)
    policy = SchoolDesk(places).profile.policy
    write_text(options.output, answers.template(pack, policy, places).decode())
    return 0


def report(options: Namespace, places: Places) -> int:
    """Make the PDF of an answers file, or of a self-assessment that is saved here."""
    # As it is now: what comes there while it is drawn is not gone over.
    place = files.Place(options.output)
    reader, with_data = options.reader, not options.no_data
    if there.is_any(options.answers) or not _SAVED_ID.fullmatch(str(options.answers)):
        pack, run = answers.read(options.answers, places)
        run = answers.weighed_by(pack, run, options.policy or run.policy)
        school, now = SchoolDesk(places).profile, places.clock.now()
        paper = papers.compose_paper(pack, run, school, reader, now, with_data=with_data)
        # Whoever filled in a copy by hand has the same id: only this very paper is surely theirs.
        _refuse_another(options, pack, run, {paper.fingerprint})
        _write(place, paper)
        return _told(place, papers.no_room(paper) if with_data else None)
    with opened(options, places) as desk:
        session = desk.runs.open(str(options.answers)).result()
        run = answers.weighed_by(session.pack, session.run, options.policy)
        made = desk.papers.made_of(run.id).result()
        known = {paper.fingerprint for paper in made}
        _refuse_another(options, session.pack, run, known, are_all=True)
        school = desk.school.profile
        paper = desk.papers.compose(session.pack, run, school, reader, with_data=with_data)
        _write(place, paper)
        # Whoever holds the signed sheet can name it by its reference.
        desk.papers.remember(paper, place.path.resolve()).result()
        return _told(place, desk.papers.doubt_of(paper))


def _told(place: files.Place, doubt: Problem | None) -> int:
    """Say why answers may not open again from a paper, if so; return the exit code."""
    if doubt is None:
        return 0
    complain(say("ui.paper.unsure", name=place.path.name, cause=doubt))
    return 1


def _refuse_another(
    options: Namespace, pack: Pack, run: Run, remembered: Collection[str], *, are_all: bool = False
) -> None:
    """Raise ``OutputFault`` where anything lies but an older paper of the same for the same.

    ``remembered`` are the fingerprints of those that are known to be of the same, if they
    ``are_all``.
    """
    content, reader = answers.write(pack, run), options.reader
    may_go = partial(
        pdf_may_go, content=content, reader=reader, remembered=remembered, are_all=are_all
    )
    refuse_unless(options.output, may_go)


def _write(place: files.Place, paper: Report) -> None:
    if warning := letters.warning(paper):
        complain(warning)
    place.write(papers.draw(paper))
    tell_beside(place)


def blank(options: Namespace, places: Places) -> int:
    """Make the blank sheets of some journeys, so many of each, in one file.

    A form never goes over one that may be filled in.
    """
    place = files.Place(options.output)
    sheet = blanks.Sheet.FORM if options.fillable else blanks.Sheet.PEN
    refuse_unless(options.output, pdf_may_go)
    order = blanks.BlankOrder(
        tuple(options.journeys),
        sheet,
        options.copies,
        tuple(options.platform),
        is_large=options.large_print,
    )
    place.write(papers.draw(*blanks.compose(places, order)))
    tell_beside(place)
    return 0
