"""Every journey from first to last page by the keyboard alone, and its paper read back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.pdf.reading import words_of
from tests.ui.conftest import MOMENT
from tests.ui.hands import CTRL, Hands, Key, until
from tests.ui.walker import Said, Walker
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui.pages.questions import QuestionsPage
from wizard.ui.parts.text import Quiet
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.shell.window import Window
from wizard.words import say

Picks = Mapping[str, Sequence[str]]

SETTLED = 10
"""Rounds of Qt's loop after which a page has come to rest."""

WRONG = ["image", "bullying", "page", "adult", "comment", "contact", "device", "else"]
"""What can be wrong: each leads to pages of its own."""

WALKS: dict[str, tuple[str, Picks]] = {
    "induction": ("induction", {"pc-platforms": ["whatsapp"]}),
    "privacy-checkup": ("privacy-checkup", {"pc-platforms": ["facebook", "tiktok"],
                                            "pc-names-school": ["yes"]}),
    "class-project": ("class-project", {
        "cp-uses": ["reach", "together", "look-up", "ai", "work", "pictures"],
        "cp-youngest": ["under-13"], "cp-platform": ["youtube", "other"]}),
    "working-safely": ("working-safely", {}),
    "school-account": ("school-account", {"sa-part": ["keep", "moderate", "lead"],
                                          "sa-kind": ["department"]}),
    "leaving": ("leaving", {"lv-kept": ["yes"]}),
    "school-readiness": ("school-readiness", {}),
    **{f"something-wrong, {what}": ("something-wrong", {"sw-what": [what], "sw-role": ["staff"]})
       for what in WRONG},
    "something-wrong, bullying, to the Head":
        ("something-wrong", {"sw-what": ["bullying"], "sw-role": ["head"],
                             "sw-b-whom": ["me"], "sw-b-by": ["parent"]}),
    "something-wrong, adult, to the Head":
        ("something-wrong", {"sw-what": ["adult"], "sw-role": ["head"], "sw-d-about": ["adult"]}),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, application: QApplication) -> Iterator[Desk]:
    """A desk with the journeys as they are shipped."""
    desk = Desk(Places(tmp_path / "data", clock=FixedClock(MOMENT)))
    desk.ready.result()
    yield desk
    desk.close()


@pytest.fixture
def walker(window: Window, hands: Hands) -> Walker:
    """Somebody at home, with nothing begun; ``picks`` are put to use by the test."""
    return Walker(hands, {})


def unread(paper: str, said: Sequence[Said]) -> list[str]:
    """Return what of all that was said does not stand on the paper, in order and by its line."""
    places, place, faults = [], 0, []
    for one in said:
        found = paper.find(f"{one.line} {one.question} ", place)
        if found < 0:
            faults.append(f"{one.line} {one.question}: not on paper after the line before it")
        places.append(place if found < 0 else found)
        place = places[-1]
    for one, here, end in zip(said, places, [*places[1:], len(paper)], strict=True):
        read = paper[here:end]
        faults += [
            f"{one.line}: '{words}' not read"
            for words in (*one.answer, *([one.note] if one.note else []))
            if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", read)
        ]
    return faults


def walk(walker: Walker, journey: str, tmp_path: Path, leave: Sequence[str] = ()) -> list[str]:
    """Walk a journey, leaving some questions for the review, and read what the paper lacks."""
    desk = walker.hands.window.bridge.desk
    titles = {card.id: card.title for card in desk.cards}
    walker.begin(titles[journey])
    walker.walk(leave)
    walker.fill_gaps([question.id for question in walker.session.gaps()])
    walker.finish("Siân Ŵyn")
    path = tmp_path / "mine.pdf"
    walker.save("me", path)
    paper = words_of(path.read_bytes())
    assert "Siân Ŵyn" in paper
    return unread(paper, in_order(walker))


def in_order(walker: Walker) -> list[Said]:
    """Return what was said, in the order of the journey."""
    asked = (question.id for question in walker.session.journey.questions())
    return [walker.said[key] for key in asked if key in walker.said]


def test_before_posting_by_keyboard_to_its_paper_and_under_a_second_policy(
    walker: Walker, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """The journey for two minutes: every answer is on paper, whatever the policy."""
    assert walk(walker, "before-posting", tmp_path, leave=["bp-danger"]) == []

    walker.tab(lambda: isinstance(hands.focus, Picker))
    for _ in window.bridge.session.pack.policies:
        hands.press(Key.Key_Down)
    policy = list(window.bridge.session.pack.policies.values())[-1]
    until(lambda: window.bridge.session.run.policy == policy.id)
    other = tmp_path / "by another policy.pdf"
    walker.save("me", other)
    paper = words_of(other.read_bytes())

    assert f"Policy {policy.name} ({policy.edition})" in paper
    assert unread(paper, in_order(walker)) == []


def test_a_question_nobody_answered_is_missed_on_the_paper(walker: Walker, tmp_path: Path) -> None:
    """The reading above can fail: a question left out is told, and stands as not answered."""
    walker.begin("Before you post")
    walker.walk(leave=["bp-danger"])
    walker.finish("Siân Ŵyn")
    path = tmp_path / "mine.pdf"
    walker.save("me", path)
    question = walker.session.journey.question("bp-danger")
    assert question is not None
    line = walker.session.journey.lines["bp-danger"]
    paper = words_of(path.read_bytes())
    expected = question.choices[0].text
    walker.said[question.id] = Said(line, question.text, [expected])

    assert unread(paper, in_order(walker)) == [f"{line}: '{expected}' not read"]
    walker.said[question.id].answer = [say("ui.review.none")]
    assert unread(paper, in_order(walker)) == []


def test_no_arrow_pressed_fast_passes_an_answer_by(window: Window, hands: Hands) -> None:
    """Qt's own arrows go by place, and skipped an answer while advice was making room."""
    window.start("school-account")
    until(lambda: window.bridge.has_session)
    session = window.bridge.session
    session.answer("sa-part", ("keep",))
    window.go("sa-permission")
    question = session.questions(session.sections()[1])[0]
    hands.press(Key.Key_Space)
    picked = [session.answers[question.id].value]
    for _ in question.choices[1:]:
        hands.press(Key.Key_Down)
        picked.append(session.answers[question.id].value)

    assert picked == [choice.id for choice in question.choices]
    hands.press(Key.Key_Up)
    assert session.answers[question.id].value == question.choices[-2].id


def test_what_to_do_now_is_read_before_anything_is_answered(window: Window, hands: Hands) -> None:
    """In large letters the first question would scroll “Stop.” out of sight."""
    window.resize(640, 420)
    window.start("something-wrong")
    until(lambda: window.bridge.has_session)
    session = window.bridge.session
    session.answer("sw-what", "image")
    hands.press(Key.Key_Return, CTRL)
    hands.on_page("A picture that may show a child")
    for _ in range(SETTLED):
        QApplication.processEvents()

    assert window.frame.stage.verticalScrollBar().value() == 0
    assert hands.name == hands.title
    assert "Do not copy" in hands.focus.accessibleDescription()
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    assert hands.focus.accessibleDescription() == session.questions(session.sections()[1])[0].text
    window.go("sw-start")
    session.answer("sw-image-stopped", "done")
    window.go("sw-image")
    assert hands.name == hands.title, "whoever comes back is told to stop first, too"


def test_where_several_answers_may_be_ticked_the_page_says_so(window: Window, hands: Hands) -> None:
    """A box looks almost like a circle; the paper says it too."""
    window.start("privacy-checkup")
    until(lambda: window.bridge.has_session)
    session = window.bridge.session
    page = hands.page
    assert isinstance(page, QuestionsPage)
    said = {}
    for question in session.questions(session.sections()[0]):
        card = page.part_of(question.id)
        assert card is not None
        said[question.id] = " ".join(words.text() for words in card.findChildren(Quiet))

    assert said["pc-platforms"].startswith("Tick all that apply. Count each one")
    assert "Tick all" not in said["pc-other-account"]


@pytest.mark.full
@pytest.mark.parametrize("name", WALKS)
def test_every_journey_by_keyboard_to_its_paper(
    window: Window, hands: Hands, name: str, tmp_path: Path
) -> None:
    """From home to a saved PDF without a mouse: each answer at its line, in order."""
    journey, picks = WALKS[name]

    assert walk(Walker(hands, picks), journey, tmp_path) == []
