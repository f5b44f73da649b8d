"""Content that a school changed and did not call another edition: what was answered goes home."""

from __future__ import annotations

from pathlib import Path

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, carrying
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places

PASSPHRASE = "three plain words"


def test_a_question_that_home_does_not_ask_keeps_nothing_out(tmp_path: Path) -> None:
    """The paper and the carried file were called whole, and nothing at home opened either.

    Nor did it open what somebody had saved elsewhere.
    """
    asks = QUESTIONS.replace("id: t-words", "id: t-extra")
    there = write_tiny(
        tmp_path / "there", questions=asks, journey=JOURNEY.replace("t-words", "t-extra")
    )
    desk = Desk(Places(tmp_path / "data", there))
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-extra", "Amir did")
    paper = PaperJob(
        tmp_path / "me.pdf",
        desk.papers.compose(session.pack, session.run, desk.school.profile, "me"),
    )
    paper.make()
    carrying.take(desk, tmp_path / "mine.answers", PASSPHRASE)
    desk.copies.save_elsewhere(session, tmp_path / "copy.json")
    desk.close()

    home = Desk(Places(tmp_path / "home", write_tiny(tmp_path / "content")))
    carried = carrying.bring(home, tmp_path / "mine.answers", PASSPHRASE)
    printed = bringing.bring_in(home, tmp_path / "me.pdf")
    copied = bringing.bring_in(home, tmp_path / "copy.json")
    for brought in (carried, printed, copied):
        assert "Amir did" in repr(home.runs.look(brought.ids[0]).result().answers)
    home.close()
