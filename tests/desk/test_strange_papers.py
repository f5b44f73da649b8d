"""A paper as a stranger may make one: whole by all its marks, with anything for answers inside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, looking, returning
from wizard.desk.handover.going_over import pdf_may_go
from wizard.desk.paper import papers
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.exchange.paper_data import unpack, write_paper_data
from wizard.safe.canonical import fingerprint

ANSWERS = {
    "cut": "{",
    "a list": "[1]",
    "words": '"words"',
    "twice": '{"format": "before-you-post answers", "format": 1}',
    "no number": '{"format": "before-you-post answers", "version": 1e999}',
    "deep": "[" * 3000,
}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Return where the content of three questions lies."""
    folder = tmp_path_factory.mktemp("strange")
    return Places(folder / "data", write_tiny(folder / "content"))


@pytest.fixture(scope="module")
def paper(places: Places) -> Callable[[str], bytes]:
    """Return what draws a paper that carries these answers."""
    desk = Desk(places)
    session = desk.runs.start("tiny", "all").result(60)
    school, now = desk.school.profile, desk.clock.now()
    drawn = papers.compose_paper(session.pack, session.run, school, "me", now)
    data, _mark = unpack(drawn.attachment, "paper")
    desk.close()

    def draw(answers: str) -> bytes:
        content = write_paper_data(replace(data, answers=answers))
        sealed = papers.sealed(drawn, "tiny", fingerprint(content))
        return papers.draw(papers.carrying(sealed, content))

    return draw


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_what_is_no_answers_file_is_told_in_a_sentence(
    places: Places, paper: Callable[[str], bytes], answers: str, tmp_path: Path
) -> None:
    """The program called it its own work, read it as such, and ended in a traceback."""
    path = tmp_path / "strange.pdf"
    path.write_bytes(paper(answers))
    desk = Desk(places)
    looked = looking.look_here(path, desk)
    acts: list[Callable[[], object]] = [
        lambda: looking.take_in(looked, desk),
        lambda: bringing.bring_in(desk, path),
        lambda: returning.read_answers(path, places),
    ]
    for act in acts:
        with pytest.raises(InputFault, match=r"strange\.pdf"):
            act()
    assert not pdf_may_go(path, b'{"id": ""}', "me")
    assert not desk.runs.list().result(60)
    desk.close()
