"""A paper beside a file that was kept: do the two say the same?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchange.returned_papers import EXAMPLE, MOMENT, PLACES, carried, paper, put
from wizard import paths
from wizard.desk.assessment import answers
from wizard.desk.handover import comparing, returning
from wizard.desk.paper.papers import compose_paper
from wizard.errors import InputFault
from wizard.model.answers import Answer
from wizard.model.school import NO_SCHOOL
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.report.pdf.draw import draw

OWN = """\
name: A school
overlay:
  questions:
    - id: own-name
      journey: before-posting
      section: bp-the-post
      text: {text}
      answers: right
      todo: Do it.
      ask: Ask.
      who: head-or-deputy
"""


def test_the_same_as_a_file_that_was_kept(tmp_path: Path) -> None:
    """The office has the answers file, the Head the paper: are they the same?"""
    slt = returning.verify(put(tmp_path, paper()), PLACES)
    kept = tmp_path / "kept.json"
    kept.write_bytes(slt.answers)

    comparing.refuse_other(slt, kept, PLACES)
    comparing.refuse_other(slt, EXAMPLE, PLACES)
    comparing.refuse_other(returning.read(put(tmp_path, paper("me"))), EXAMPLE, PLACES)


def test_another_answer_is_named_by_its_line(tmp_path: Path) -> None:
    """Not "they differ" but where."""
    pack, given = answers.read(EXAMPLE, PLACES)
    other = replace(given, answers=given.answers.with_answer("bp-what", Answer("words")))
    kept = tmp_path / "kept.json"
    kept.write_bytes(answers.write(pack, other))

    for reader in ("me", "slt"):
        returned = returning.read(put(tmp_path, paper(reader)))
        with pytest.raises(InputFault, match="in line 1"):
            comparing.refuse_other(returned, kept, PLACES)


@pytest.mark.parametrize(
    ("journey", "question", "said", "where"),
    [
        ("class-project", "cp-title", Answer("Another trip"), "line Class project"),
        ("class-project", "cp-start", Answer("2031-03-01"), "line A6"),
        ("privacy-checkup", "fb-story", Answer("leave", "Why not"), "line Change this first"),
    ],
)
def test_what_slt_signed_is_not_called_the_same_for_what_its_lines_do_not_tell(
    tmp_path: Path, journey: str, question: str, said: Answer, where: str
) -> None:
    """What it is called and the settings nobody names: the Head had signed for others."""
    pack, given = answers.read(EXAMPLE.with_name(f"{journey}.json"), PLACES)
    other = replace(given, title="", answers=given.answers.with_answer(question, said))
    kept = tmp_path / "kept.json"
    kept.write_bytes(answers.write(pack, other))
    signed = returning.read(put(tmp_path, paper("slt", journey)))

    comparing.refuse_other(signed, EXAMPLE.with_name(f"{journey}.json"), PLACES)
    assert not comparing.differences(signed, pack, given, PLACES)
    with pytest.raises(InputFault, match=where):
        comparing.refuse_other(signed, kept, PLACES)
    assert any(one.line in where for one in comparing.differences(signed, pack, other, PLACES))


def test_another_paper_is_not_compared(tmp_path: Path) -> None:
    """Two journeys, or the papers of two readers, have nothing to compare."""
    kept = tmp_path / "kept.json"
    mine = returning.read(put(tmp_path, paper("me")))
    kept.write_bytes(carried(paper("slt")))

    for other in (kept, EXAMPLE.with_name("class-project.json")):
        with pytest.raises(InputFault, match="belongs to another paper"):
            comparing.refuse_other(mine, other, PLACES)


@pytest.mark.parametrize(
    ("today", "same"), [("Is the pupil's name off it?", True), ("Is it about the Head?", False)]
)
def test_the_same_answer_to_other_words_is_not_called_the_same(
    tmp_path: Path, today: str, same: bool
) -> None:
    """What SLT had signed was called what is kept, where a yes answered other words by then."""
    source = FolderSource(paths.content_folder())
    packs = []
    for text in ("Is the pupil\u2019s name off it?", today):
        school = tmp_path / "school.yaml"
        school.write_text(OWN.format(text=text), "utf-8")
        packs.append(open_pack(source, "before-posting", school))
    run = answers.read(EXAMPLE, PLACES)[1]
    run = replace(run, answers=run.answers.with_answer("own-name", Answer("yes")))
    signed = draw(compose_paper(packs[0], run, NO_SCHOOL, "slt", MOMENT))

    later = replace(run, finished=None if run.finished else MOMENT)
    found = comparing.differences(returning.read(put(tmp_path, signed)), packs[1], later, PLACES)

    assert (not found) is same
    assert same or today in found[0].kept
