"""The commands about answers files: template, report, blank."""

from __future__ import annotations

from argparse import Namespace

from wizard.cli.output import complain, write_text
from wizard.desk import answers, blanks, files, letters, papers
from wizard.desk.places import Places
from wizard.desk.school import SchoolDesk


def template(options: Namespace, places: Places) -> int:
    """Make an answers file with nothing answered."""
    pack = answers.open_journey(places, options.journey)
    policy = SchoolDesk(places).profile.policy
    write_text(options.output, answers.template(pack, policy, places).decode())
    return 0


def report(options: Namespace, places: Places) -> int:
    """Make the PDF of an answers file."""
    pack, run = answers.read(options.answers, places)
    run = answers.weighed_by(pack, run, options.policy)
    school = SchoolDesk(places).profile
    now = places.clock.now()
    with_data = not options.no_data
    paper = papers.compose_paper(pack, run, school, options.reader, now, with_data=with_data)
    if warning := letters.warning(paper):
        complain(warning)
    files.write(options.output, papers.draw(paper))
    return 0


def blank(options: Namespace, places: Places) -> int:
    """Make the blank sheets of some journeys, so many of each, in one file."""
    sheet = blanks.Sheet.FORM if options.fillable else blanks.Sheet.PEN
    order = blanks.BlankOrder(
        tuple(options.journeys),
        sheet,
        options.copies,
        tuple(options.platform),
        is_large=options.large_print,
    )
    files.write(options.output, papers.draw(*blanks.compose(places, order)))
    return 0
