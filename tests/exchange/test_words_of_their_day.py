"""What was picked is told in the words it was picked by, whatever its ids say today."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tiny import CHOICES, JOURNEY, QUESTIONS, write_tiny
from wizard.assess.aside import set_aside
from wizard.clock import SystemClock
from wizard.exchange.answers_file import read_answers, write_answers
from wizard.model.answers import Answer, Answers, Earlier
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

NOW = SystemClock().now()
FACES = QUESTIONS[QUESTIONS.index("  - id: t-faces") : QUESTIONS.index("  - id: t-words")]
TURNED = {
    "choices": CHOICES.replace('"Yes"', "Each one has"),
    "journey": JOURNEY.replace(", t-faces", ""),
    "questions": QUESTIONS.replace(FACES, "").replace(
        "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
    ),
    "retired": "kind\tid\tbecame\tin\ttext\nchoice\tno\t\t2\tNobody has signed\n"
    "question\tt-faces\t\t2\tCan you see a pupil's face?\n",
}


def test_what_was_picked_under_another_meaning_is_told_in_the_words_of_its_day(
    tmp_path: Path,
) -> None:
    """Of choices that keep their ids the file said nothing, and today's stood there as picked."""
    pack = open_pack(FolderSource(write_tiny(tmp_path / "old")), "tiny")
    given = Answers({"t-picture": Answer("yes"), "t-faces": Answer("no")})
    run = Run("a" * 32, "tiny", pack.digest, NOW, NOW, "newport", answers=given)
    file = json.loads(write_answers(pack, run))
    later = write_tiny(tmp_path / "new", **TURNED)
    (later / "edition.yaml").write_text('edition: "2"\ndated: 2027-11-21\n', "utf-8")
    today = open_pack(FolderSource(later), "tiny")

    now = read_answers(file, "old.json", today, NOW).answers

    assert now.earlier["t-picture"] == (Earlier("Does it have a picture?", "Yes", is_picked=True),)
    assert [(one.question, one.said) for one in set_aside(today, now, ())] == [
        ("Can you see a pupil's face?", "No")
    ]
