"""The commands about answers files: template, report, blank."""

from __future__ import annotations

from argparse import Namespace

from wizard.cli.output import complain, write_text
from wizard.desk import answers, files, letters, papers
from wizard.desk.places import Places
from wizard.desk.school import SchoolDesk
from wizard.errors import UsageFault
from wizard.words import say


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
    if options.fillable and (len(options.journeys) > 1 or options.copies > 1):
        raise UsageFault(say("papers.blank.one-form"))
    school = SchoolDesk(places).profile
    sheets = []
    for journey_id in options.journeys:
        pack = answers.open_journey(places, journey_id)
        answers.refuse_other_platforms(pack, options.platform)
        sheet = papers.compose_blank_sheet(
            pack,
            school,
            school.policy,
            large_print=options.large_print,
            fillable=options.fillable,
            platforms=options.platform,
        )
        sheets += [sheet] * options.copies
    files.write(options.output, papers.draw(*sheets))
    return 0
