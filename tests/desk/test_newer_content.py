"""What is kept, and content that changed since: carried, asked again, or left as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.clock import FixedClock
from wizard.desk.assessment.arrived import Arrived
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, keeping
from wizard.desk.places import Places
from wizard.model.answers import Action, Answer, Earlier
from wizard.model.clause import ALL_POLICIES
from wizard.session import Session

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Tiny content and an empty data folder."""
    content = write_tiny(tmp_path / "content", journey=JOURNEY + "not-copied: [t-words]\n")
    return Places(tmp_path / "data", content, clock=FixedClock(MOMENT))


def change_meaning(places: Places) -> None:
    """Publish a newer content in which the first question means something else."""
    path = places.content / "questions" / "tiny.yaml"
    text = path.read_text("utf-8").replace("Does it have a picture?", "Does it have a film?")
    path.write_text(
        text.replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
        ),
        encoding="utf-8",
    )


def answered(places: Places, *, finish: bool) -> str:
    """Answer the first question under the content as it is; return the run's id."""
    desk = Desk(places)
    desk.ready.result()
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-picture", "yes")
    session.answer("t-words", "Hello")
    if finish:
        session.finish()
    desk.close()
    return session.run.id


def test_a_copy_of_an_older_edition_is_carried_to_the_newer(places: Places) -> None:
    """Last year's project was made under last year's questions."""
    desk = Desk(places)
    old = desk.runs.start("tiny", "all").result()
    old.answer("t-picture", "yes")
    old.answer("t-faces", "no")
    desk.close()
    write_tiny(
        places.content,
        questions=QUESTIONS.replace("t-faces", "t-face").replace(
            "    clauses: [newport.rule]\n", "    clauses: [newport.rule]\n    meaning: 2\n"
        ),
        journey=JOURNEY.replace("t-faces", "t-face"),
        retired="kind\tid\tbecame\tin\ttext\nquestion\tt-faces\tt-face\t2\tA face?\n",
    )
    desk = Desk(places)

    new = desk.runs.start("tiny", "all", copy_from=old.run.id).result()
    desk.close()

    assert new.answers.answers == {"t-face": Answer("no")}
    assert [one.said for one in new.answers.earlier["t-picture"]] == ["Yes"]


def test_a_question_that_was_left_open_may_change_too(places: Places) -> None:
    """Nobody could begin from last year's any more: it held nothing of that question."""
    desk = Desk(places)
    old = desk.runs.start("tiny", "all").result()
    old.answer("t-faces", "no")
    desk.close()
    change_meaning(places)
    desk = Desk(places)

    new = desk.runs.start("tiny", "all", copy_from=old.run.id).result()
    desk.close()
    assert new.answers["t-faces"].value == "no"
    assert not new.answers.earlier


def test_two_plans_are_kept_when_an_update_is_taken_back_and_put_on_again(
    places: Places,
) -> None:
    """Each was saved under the name its question had that day; one was gone from the store."""
    asked = {"questions": QUESTIONS, "journey": JOURNEY}
    renamed = {file: text.replace("t-words", "t-said") for file, text in asked.items()}
    renamed["retired"] = "kind\tid\tbecame\tin\ttext\nquestion\tt-words\tt-said\t2\tWhat?\n"

    def under(edition: dict[str, str], run_id: str = "", **said: str) -> Session:
        write_tiny(places.content, **edition)
        desk = Desk(places)
        runs = desk.runs
        session = (runs.open(run_id) if run_id else runs.start("tiny", "all")).result()
        for question_id, words in said.items():
            session.answer(question_id.replace("_", "-"), words)
            session.plan(question_id.replace("_", "-"), Action(f"{words} rings", "2027-01-02"))
        desk.close()
        return session

    run_id = under(renamed, t_said="Mrs Price").run.id
    under(asked, run_id, t_words="The Head")
    under(renamed, run_id)
    # Saved by an act of any kind, and read again.
    under(renamed, run_id, t_faces="no")
    answers = under(renamed, run_id).answers

    assert answers["t-said"] == Answer("The Head")
    assert answers.action("t-said") == Action("The Head rings", "2027-01-02")
    assert answers.earlier["t-said"] == (
        Earlier("What does it say?", "Mrs Price", "Plan: Mrs Price rings, by 2 January 2027"),
    )


def test_newer_content_shows_the_old_answer_and_asks_again(places: Places) -> None:
    """Nobody restarts: what still fits stays, what does not is asked beside its old answer."""
    run_id = answered(places, finish=False)
    change_meaning(places)

    desk = Desk(places)
    desk.ready.result()
    session = desk.runs.open(run_id).result()
    asked_again, kept = session.answers.earlier["t-picture"], session.answers["t-words"]
    session.answer("t-faces", "no")
    desk.close()
    again = Desk(places)
    again.ready.result()
    reopened = again.runs.open(run_id).result()
    reopened.answer("t-picture", "no")
    settled = reopened.answers
    again.close()

    assert asked_again == (Earlier("Does it have a picture?", "Yes", is_picked=True),)
    assert kept == Answer("Hello")
    assert reopened.fates == {}, "once saved, it stands on the newer content"
    assert "t-picture" in session.answers.earlier
    assert settled.earlier == {}


@pytest.mark.parametrize("finish", [False, True], ids=["draft", "finished"])
def test_a_policy_that_is_gone_is_said_and_nothing_else_changes(
    places: Places, finish: bool
) -> None:
    """It opened an empty page, with the answers behind it."""
    run_id = answered(places, finish=finish)
    desk = Desk(places)
    pack = desk.runs.pack("tiny").result()
    kept = desk.runs.look(run_id).result()
    desk.runs.add(Arrived(pack, replace(kept, id="of-old", policy="gone"))).result()
    session = desk.runs.open("of-old").result()
    desk.close()

    assert (session.run.policy, session.lost_policy) == (ALL_POLICIES, "gone")
    assert session.answers == kept.answers
    assert session.run.finished == kept.finished


def test_a_policy_that_is_gone_holds_again_once_it_is_back(places: Places, tmp_path: Path) -> None:
    """The first answer after an update wrote "all" over what somebody had chosen, and so did a
    file that it was taken along in.
    """
    everything = tmp_path / "everything"
    run_id = answered(places, finish=False)
    desk = Desk(places)
    pack = desk.runs.pack("tiny").result()
    kept = desk.runs.look(run_id).result()
    desk.runs.add(Arrived(pack, replace(kept, id="of-old", policy="gone"))).result()
    session = desk.runs.open("of-old").result()
    session.answer("t-words", "More")
    before = desk.runs.look("of-old").result()
    keeping.Gathering(desk).save(everything)
    brought = bringing.bring_in(desk, everything).ids[0]
    desk.copies.save_elsewhere(session, everything)
    (copied,) = bringing.bring_in(desk, everything).ids
    assert [desk.runs.look(one).result().policy for one in (brought, copied)] == ["gone", "gone"]
    session.choose_policy(ALL_POLICIES)
    after = desk.runs.look("of-old").result()
    desk.close()

    assert (before.policy, before.answers["t-words"].value) == ("gone", "More")
    assert (after.policy, session.lost_policy) == (ALL_POLICIES, "")


def test_what_was_finished_reads_as_it_was(places: Places) -> None:
    """A signed paper must be drawn again from the questions it was made with."""
    run_id = answered(places, finish=True)
    change_meaning(places)

    desk = Desk(places)
    desk.ready.result()
    session = desk.runs.open(run_id).result()
    desk.close()

    assert next(session.journey.questions()).text == "Does it have a picture?"
    assert session.answers["t-picture"] == Answer("yes")
