"""A whole journey through the accessibility tree alone, in the real program on a real screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.words import say

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
JOURNEY = "before-posting"
TOOLS = ("dbus-run-session", "Xvfb", "xdotool")


@pytest.fixture
def heard(tmp_path: Path) -> dict[str, Any]:
    """Walk ``before-posting`` by ear, with every answer as hoped for but the last one."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert missing == [], "make setup brings these"
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "/usr/bin/python3", str(HERE / "walk.py"),
         sys.executable, str(ROOT / "app.py")],
        input=json.dumps(_plan(tmp_path)),
        env=os.environ | {"XDG_RUNTIME_DIR": str(runtime), "NO_AT_BRIDGE": "0"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _plan(folder: Path) -> dict[str, Any]:
    places = Places(folder / "plan")
    desk = Desk(places)
    desk.ready.result()
    title = next(card.title for card in desk.cards if card.id == JOURNEY)
    journey = desk.runs.pack(JOURNEY).result().journey
    desk.close()
    answers = {q.text: q.choices[0].text for section in journey.sections for q in section.questions}
    answers[list(answers)[-1]] = "I am not sure"
    return {
        "journey": title,
        "answers": answers,
        "data": str(folder / "data"),
        "paper": str(folder / "paper.pdf"),
        "words": {
            "home": say("ui.home.title"),
            "review": say("ui.review.title"),
            "on": say("ui.footer.on"),
            "side": say("ui.side.name"),
            "save": say("ui.paper.save-slt"),
            "saved": say("ui.paper.saved", name="paper.pdf"),
            "by": say("ui.outcome.by"),
            "odd": say("ui.day.unreadable"),
            "again": say("ui.curtain.open"),
            "papers": say("ui.outcome.papers"),
        },
    }


def test_a_blind_person_goes_from_home_to_a_saved_paper(
    heard: dict[str, Any], tmp_path: Path
) -> None:
    """Found by its words, answered, checked, saved, and told at every step where one is."""
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")
    pages = [page["heading"] for page in heard["pages"]]
    assert len(pages) == 4
    for heading in (*pages, say("ui.review.title"), heard["outcome"]):
        # Once for each time one came to it, not once for each letter or each redrawing.
        assert heard["heard"].count(heading) == 1, heading
    assert heard["review"] == say("ui.review.title")
    assert heard["outcome"] == "Ask first"
    assert heard["heard"].count(say("ui.paper.saved", name="paper.pdf")) == 1
    assert heard["heard"].count(say("ui.footer.saved")) == 1
    _sections_say_how_far_they_are(heard)
    _the_focus_goes_straight_there(heard)
    _nothing_is_without_a_name(heard)
    _headings_tell_their_level(heard)
    assert heard["heard"].count(say("ui.day.unreadable")) == 1
    _what_is_hidden_is_not_heard(heard)


def _sections_say_how_far_they_are(heard: dict[str, Any]) -> None:
    first = heard["pages"][0]
    asked = len(first["questions"])
    done = say("ui.side.done", answered=asked, asked=asked)
    assert f"{first['heading']}, {done}, {say('ui.side.here')}" in first["side"]


def _the_focus_goes_straight_there(heard: dict[str, Any]) -> None:
    names = [name for _role, name in heard["focused"]]
    assert say("ui.footer.back") not in names, "the focus wandered over what nobody asked for"


def _nothing_is_without_a_name(heard: dict[str, Any]) -> None:
    usable = {"push button", "radio button", "check box", "text", "combo box", "heading", "panel"}
    assert [role for role, name in heard["controls"] if role in usable and not name] == []


def _what_is_hidden_is_not_heard(heard: dict[str, Any]) -> None:
    plain = {"", say("ui.curtain.title"), say("ui.curtain.open")}
    assert set(heard["hidden"]) == plain
    assert set(heard["left"]) <= {""}


def _headings_tell_their_level(heard: dict[str, Any]) -> None:
    levels = [tuple(pair) for pair in heard["levels"]]
    assert (heard["outcome"], "1") in levels
    assert (say("ui.outcome.papers"), "2") in levels
