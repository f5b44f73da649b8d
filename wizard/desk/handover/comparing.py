"""A paper that came back beside a file that was kept: do they say the same?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import zip_longest
from pathlib import Path

from wizard.desk.assessment import answers
from wizard.desk.handover.returning import Returned
from wizard.desk.paper import papers
from wizard.desk.paper.inside import paper_of
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import InputFault
from wizard.exchange.answers_file import read_answers
from wizard.exchange.paper_data import is_paper_data, read_paper_data
from wizard.exchange.strict_json import parse_json, read_json
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.report.blocks import (
    ActionRow,
    Actions,
    AnswerList,
    AnswerRow,
    Facts,
    Matter,
    Matters,
    Overview,
    Report,
    Risks,
    Verdict,
)
from wizard.safe.canonical import canonical
from wizard.words import say

PASSING = ("finished", "begun", "worked-on", "for", "policy", "school-file")
"""Facts of a paper that are none of the answers."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that a paper and what is kept say otherwise.

    ``line`` is empty where they differ in what stands on no page.
    """

    line: str
    paper: str
    kept: str


def differences(returned: Returned, pack: Pack, run: Run, places: Places) -> tuple[Difference, ...]:
    """Return where a paper and a self-assessment do not say the same, in line order.

    Raises ``InputFault`` if the paper is in another language than is spoken now.
    """
    paper = paper_of(returned.data, returned.shown)
    theirs, same = _as_paper(returned, pack, run, places)
    _refuse_other_language(paper, theirs)
    found = _differing(_rows(paper), _rows(theirs)) or _differing(_marks(paper), _marks(theirs))
    return found if found or same else (Difference("", "", ""),)


def _differing(
    on_paper: list[tuple[str, str]], here: list[tuple[str, str]]
) -> tuple[Difference, ...]:
    paper, kept = _by_line(on_paper), _by_line(here)
    return tuple(
        Difference(line, paper.get(line, ""), kept.get(line, ""))
        for line in {**paper, **kept}
        if paper.get(line) != kept.get(line)
    )


def refuse_other(returned: Returned, saved: Path, places: Places) -> None:
    """Raise ``InputFault`` unless a saved file says the same as the paper.

    ``saved`` is an answers file, or what was read from a paper before.
    """
    document = read_json(saved)
    if is_paper_data(document):
        data = read_paper_data(document, saved.name)
        _refuse_stranger(returned, saved, data.journey, data.reader)
        theirs = paper_of(data, saved.name)
        same = canonical(document) == returned.raw
    else:
        pack, run = answers.read(saved, places)
        _refuse_stranger(returned, saved, run.journey, returned.data.reader)
        theirs, same = _as_paper(returned, pack, run, places)
    paper = paper_of(returned.data, returned.shown)
    _refuse_other_language(paper, theirs)
    _refuse_other_line(paper, theirs, saved)
    if not same:
        raise InputFault(say("returning.other-rest", file=saved.name))


def _as_paper(returned: Returned, pack: Pack, run: Run, places: Places) -> tuple[Report, bool]:
    """Return what a self-assessment prints for the paper's reader, and whether all agrees."""
    data = returned.data
    run = answers.weighed_by(pack, run, data.policy)
    school = SchoolDesk(places).readable
    theirs = papers.compose_paper(pack, run, school, data.reader, places.clock.now())
    if not data.answers:
        return theirs, True
    # Some answers stand on no page (a section folded again): compare them too.
    carried = parse_json(returned.answers, returned.shown)
    kept = read_answers(carried, returned.shown, pack, run.changed)
    return theirs, kept.answers == run.answers


def _refuse_other_language(paper: Report, theirs: Report) -> None:
    if paper.language != theirs.language:
        # The same answers read otherwise in another language.
        raise InputFault(say("returning.other-language", language=paper.language))


def _refuse_stranger(returned: Returned, saved: Path, journey: str, reader: str) -> None:
    if (journey, reader) != (returned.data.journey, returned.data.reader):
        raise InputFault(say("returning.other-paper", file=saved.name))


def _refuse_other_line(paper: Report, theirs: Report, saved: Path) -> None:
    rows = (*zip_longest(_rows(paper), _rows(theirs), fillvalue=("", "")),
            *zip_longest(_marks(paper), _marks(theirs), fillvalue=("", "")))  # fmt: skip
    for mine, other in rows:
        if mine != other:
            line = mine[0] or other[0]
            key = "returning.other-line" if line else "returning.other-rest"
            raise InputFault(
                say(key, file=saved.name, line=line, paper=mine[1][:80], saved=other[1][:80])
            )


def _rows(paper: Report) -> list[tuple[str, str]]:
    """Return the lines of a paper with all that was put down there, the answers first."""
    rows = [(paper.title, paper.subtitle)]
    planned: list[tuple[str, str]] = []
    for block in paper.blocks:
        if isinstance(block, Facts):
            rows += _told(block)
        elif isinstance(block, AnswerList):
            rows += [(row.line, _said(row)) for row in block.rows]
        elif isinstance(block, Risks):
            rows += [(rows[-1][0], " / ".join(map(str, astuple(risk)))) for risk in block.rows]
        elif isinstance(block, Actions):
            planned += [(row.line, _planned(row)) for row in block.rows]
        elif isinstance(block, Matters):
            rows += [(one.line, _said(one)) for one in block.items if one.question]
            planned += [(one.line, _planned(one)) for one in block.items if one.status.is_open]
    # By line: a short paper tells what is open first, an earlier one did not.
    return sorted(rows, key=lambda row: row[0]) + planned


def _told(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield who it is of and what sets the scene: all that does not come with day and file."""
    passing = {say(f"paper.fact.{one}") for one in PASSING}
    for label, value in facts.rows:
        if label not in passing:
            yield _line_of(label) or label, value


def _line_of(label: str) -> str:
    """Return the number of the question that a fact is the answer to; empty for any other."""
    line = label.partition(" ")[0]
    return line if any(letter.isdigit() for letter in line) else ""


def _marks(paper: Report) -> list[tuple[str, str]]:
    """Return what is told by marks and numbers: where SLT sees no line, that is all they signed.

    And what was asked: the same yes to other words is another one.
    """
    marks: list[tuple[str, str]] = []
    for block in paper.blocks:
        if isinstance(block, Facts):
            labels = (label for label, _value in block.rows)
            marks += [(line, _typeset(label)) for label in labels if (line := _line_of(label))]
        elif isinstance(block, AnswerList):
            marks += [(row.line, _typeset(row.question)) for row in block.rows]
        elif isinstance(block, Matters):
            marks += [(one.line, _typeset(one.question)) for one in block.items]
        elif isinstance(block, Verdict):
            counted = (f"{say(f'paper.status.{one.value}')} {count}" for one, count in block.counts)
            marks.append((block.heading, ", ".join(counted)))
        elif isinstance(block, Overview):
            for row in block.rows:
                said = (say(f"paper.status.{one.value}") for one in row.statuses)
                marks.append((row.title, ", ".join(said)))
    return marks


def _typeset(question: str) -> str:
    """Return a question with the apostrophes of today: nobody looks for what changed in those."""
    return question.replace("'", "’")


def _by_line(rows: list[tuple[str, str]]) -> dict[str, str]:
    """Return all that was put down in each line of a paper, in order."""
    lines: dict[str, list[str]] = {}
    for line, text in rows:
        lines.setdefault(line, []).append(text)
    return {line: "; ".join(texts) for line, texts in lines.items()}


def _said(row: AnswerRow | Matter) -> str:
    status = say(f"paper.status.{row.status.value}") if row.status else ""
    return " / ".join(part for part in (row.said, status, row.note) if part)


def _planned(row: ActionRow | Matter) -> str:
    done = say("paper.done") if row.done else ""
    return " / ".join(part for part in (row.what, row.who, row.by, done) if part)
