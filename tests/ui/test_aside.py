"""What is kept and stands on no page just now can be seen all the same, in the window."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.exchange.editions import Writer, Years
from tests.ui.hands import Hands, press, words
from wizard.assess.readings import planned
from wizard.clock import FixedClock, SystemClock
from wizard.model.answers import Action, Answers, Person
from wizard.model.carry import carry
from wizard.model.run import Run
from wizard.session import Session
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.question.answer_line import AnswerLine
from wizard.ui.shell.window import Window

NOW = SystemClock().now()


def kept_aside(window: Window, hands: Hands) -> str:
    """Open what is kept aside, on the page of all answers, and return that page's words."""
    window.go("review")
    folds = [one for one in hands.page.findChildren(FoldButton) if "no page" in one.text()]
    if folds:
        press(hands, folds[0].accessibleName() or folds[0].text())
    return words(hands.page)


def in_sight(window: Window, hands: Hands) -> str:
    """Return all that the pages of a self-assessment show, what is written in fields too."""
    found = []
    for section in window.bridge.session.sections():
        window.go(section.id)
        lines = (one for one in hands.page.findChildren(QLineEdit) if one.isVisible())
        texts = (one for one in hands.page.findChildren(QPlainTextEdit) if one.isVisible())
        found += [words(hands.page), *(one.text() for one in lines)]
        found += [one.toPlainText() for one in texts]
    # A word too long for a line may be broken.
    return "\n".join((*found, kept_aside(window, hands))).replace("\u200b", "")


def test_an_answer_that_is_not_asked_for_just_now_is_shown(
    session: Session, window: Window, hands: Hands
) -> None:
    """Once its question was not asked any more, no page had a word of it."""
    session.answer("k-one", "yes")
    session.answer("k-follow", "unsure")
    session.note("k-follow", "Two of them wave")
    session.plan("k-follow", Action("Amir", "2027-03-04"))
    session.answer("k-one", "no")

    shown = kept_aside(window, hands)

    for said in ("Can you see a pupil's face?", "I am not sure", "Two of them wave", "Amir"):
        assert said in shown


def test_a_plan_for_what_is_settled_and_a_name_from_a_form_are_shown(
    session: Session, window: Window, hands: Hands
) -> None:
    """Home counted the plan, and the name went onto the paper: the window had neither."""
    session.answer("k-one", "yes")
    session.plan("k-one", Action("Amir", "2027-03-04"))
    session.answer("k-one", "no")
    session.person("head", Person("Mair Price"))

    shown = kept_aside(window, hands)

    assert "Plan: Amir, by 4 March 2027" in shown
    assert "Mair Price" in shown


def test_a_note_where_nothing_was_answered_has_its_line(
    session: Session, window: Window, hands: Hands
) -> None:
    """On a page that is folded it stood neither among the answers nor on any paper."""
    session.note("k-more", "Ask the governors")
    window.go("review")

    lines = [one.accessibleName() for one in hands.page.findChildren(AnswerLine)]
    (line,) = [one for one in lines if "Is there anything else?" in one]
    assert "With a note" in line


@pytest.mark.parametrize(
    "lives", [range(3), pytest.param(range(3, 60), marks=pytest.mark.full)], ids=["few", "many"]
)
def test_whatever_editions_make_of_it_every_word_is_in_the_window(
    window: Window, hands: Hands, tmp_path: Path, lives: range
) -> None:
    """What was put down at a question that is no more was in the database alone."""
    for seed in lives:
        chance = Random(seed)
        years = Years(chance)
        packs = [years.publish(tmp_path / f"{seed}") for _ in range(4)]
        writer, answers, pack = Writer(chance), Answers(), packs[0]
        for _ in range(6):
            for _ in range(chance.randint(1, 5)):
                answers = writer.write(pack, answers)
            before, pack = pack, chance.choice(packs)
            answers = carry(before.journey, pack.journey, pack.renamed, answers, planned).answers
        run = Run("a" * 32, "tiny", pack.digest, NOW, NOW, answers=answers)
        window.enter(Session(pack, run, FixedClock(NOW)))
        shown = in_sight(window, hands)

        assert [one for one in sorted(writer.words) if one not in shown] == [], seed
