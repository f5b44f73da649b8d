"""Whatever letter somebody types or pastes, it comes back as what it was, by every way out.

Unseen letters may be left out, and what parts two lines may come back as a new line; words
and what stands around them may not change, and nothing may be refused for a letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.desk.locks import OLD
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, carrying, keeping
from wizard.desk.paper import papers
from wizard.desk.places import Places
from wizard.exchange.reading import clean
from wizard.model.answers import Action, Answers, Person, RiskRow
from wizard.session import Session

JOURNEY = "class-project"
LINE, TEXT, RISKS, NOTED = "cp-cover", "cp-next-time", "cp-risks", "cp-closing"

BEYOND = (0x1F600, 0x1FFFE, 0x20000, 0xE0001, 0xE007F, 0xF0000, 0x10FFFF)
"""A few beyond the first plane: a face, what is no letter, a flag's parts, somebody's own."""

ODD = [
    *(one for one in range(0xFFFF) if unicodedata.category(chr(one)) in ("Cc", "Cf", "Zl", "Zp")),
    *(0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFFFD, 0xFFFE, 0xFFFF, *BEYOND),
]
"""Those that some program does something of its own with."""


def words(codes: Iterable[int]) -> str:
    """Return these letters as words; a half one stands alone, for two halves are a whole one."""
    letters = (chr(one) + ("-" if 0xD800 <= one < 0xE000 else "") for one in codes)
    return f"a{''.join(letters)}z"


Out = Callable[[Desk, Session, Path], None]


def file(desk: Desk, session: Session, path: Path) -> None:
    """Save the answers file."""
    written = keeping.as_file(desk, session)
    assert written.doubt is None
    path.write_bytes(written.content)


def taken(desk: Desk, _session: Session, path: Path) -> None:
    """Take everything along."""
    carrying.take(desk, path, OLD)


def archive(desk: Desk, _session: Session, path: Path) -> None:
    """Save everything readable."""
    keeping.Gathering(desk).save(path)


def paper(desk: Desk, session: Session, path: Path) -> None:
    """Save the PDF for oneself."""
    report = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    path.write_bytes(papers.draw(report))


def told(answers: Answers) -> list[str]:
    """Return every text that was written, in one order."""
    row = answers[RISKS].value[0]
    assert isinstance(row, RiskRow)
    person, action = answers.people["staff"], answers.action(NOTED)
    plain = [answers[LINE].value, answers[TEXT].value, answers[TEXT].note, answers[NOTED].note]
    of_row = [row.hazard, row.who_harmed, row.already, row.further, row.who_acts]
    return [*map(str, plain), *of_row, person.name, person.role, action.who]


@pytest.mark.parametrize("out", [file, taken, archive, paper])
@pytest.mark.parametrize(
    "most",
    [
        words(ODD),
        pytest.param(words([*range(0x10000), *BEYOND]), marks=pytest.mark.full),
    ],
    ids=["odd", "all"],
)
def test_every_letter_comes_back(cheap: None, tmp_path: Path, out: Out, most: str) -> None:
    """U+0085, from a mail in Windows letters, made the PDF one that nothing could open again."""
    line = words(ODD)
    here, there = Desk(Places(tmp_path / "here")), Desk(Places(tmp_path / "there"))
    session = here.runs.start(JOURNEY, "all").result(60)
    session.rename(line)
    for one in (TEXT, LINE):
        session.answer(one, most if one is TEXT else line)
    session.answer(RISKS, (RiskRow(most, line, line, 2, 3, line, line, ""),))
    for one in (TEXT, NOTED):
        session.note(one, most)
    session.person("staff", Person(line, line))
    session.plan(NOTED, Action(line))
    assert not here.runs.owed()
    assert here.runs.look(session.run.id).result(60).answers == session.answers
    out(here, session, tmp_path / "out")
    path = tmp_path / "out"
    brought = carrying.bring(there, path, OLD) if out is taken else bringing.bring_in(there, path)
    assert brought.unread == ()
    came = there.runs.look(brought.ids[0]).result(60)
    here.close()
    there.close()

    # Half a letter is none for a file.
    whole = [one.encode("utf-8", "replace").decode() for one in told(session.answers)]
    assert told(came.answers) == [clean(one) for one in whole]
    assert came.title == clean(line.encode("utf-8", "replace").decode())
