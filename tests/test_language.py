"""The program in another language, from outside: what is said, printed and remarked."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from tests.program import run, text_of
from wizard import paths, words
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.pack.check import check
from wizard.pack.languages import check_languages
from wizard.pack.source import FolderSource
from wizard.words import Words, languages

CONTENT = paths.content_folder()
EXAMPLE = CONTENT / "examples" / "before-posting.json"
WELSH = next(one for one in languages(CONTENT / "words") if one.id == "cy")


@pytest.mark.parametrize("place", ["before", "after"])
def test_commands_speak_it_and_remark_that_it_is_a_draft(place: str) -> None:
    """Output that another program reads must stay clean, so the remark goes beside it."""
    command = ["journeys", "--json"]
    named = ["--language", "cy"]

    done = run(*(named + command if place == "before" else command + named))

    titles = {card["id"]: card["title"] for card in json.loads(done.stdout)}
    assert titles["before-posting"] == "Cyn ichi bostio"
    assert done.stderr.strip() == WELSH.remark


def test_answers_given_in_english_print_in_welsh(tmp_path: Path) -> None:
    """Nobody starts again because a colleague reads the other language."""
    paper = tmp_path / "paper.pdf"

    run("report", EXAMPLE, "-o", paper, "--language", "cy")

    text = " ".join(text_of(paper).split())
    assert "Newidiwch hyn yn gyntaf" in text
    assert "Yn ei le" in text
    with pikepdf.open(paper) as pdf:
        assert str(pdf.Root.Lang) == "cy"


def test_begun_in_english_goes_on_in_welsh(tmp_path: Path) -> None:
    """The answers on the machine belong to no language, nor does the place one was at."""
    places = Places(data=tmp_path, clock=FixedClock(datetime(2026, 11, 21, 9, 0, tzinfo=UTC)))
    desk = Desk(places)
    session = desk.runs.start("before-posting", "newport").result()
    session.answer("bp-what", "agreed")
    session.go("bp-who-sees")
    desk.close()
    words.use(Words(CONTENT / "words", "cy"))
    desk = Desk(places)

    session = desk.runs.open(session.run.id).result()
    desk.close()

    question = session.journey.question("bp-what")
    choice = question.choice("agreed") if question else None
    assert choice is not None
    assert choice.text == "Llun o bobl, a phawb ynddo wedi cytuno"
    assert session.answers["bp-what"].value == "agreed"
    assert session.place == "bp-who-sees"
    assert not session.answers.earlier


@pytest.mark.parametrize("kind", ["me", "slt", "blank"])
def test_every_paper_in_a_draft_says_so(tmp_path: Path, kind: str) -> None:
    """A Head signs what it says: they must know that nobody has reviewed the words."""
    paper = tmp_path / "paper.pdf"
    made = ["blank", "before-posting"] if kind == "blank" else ["report", EXAMPLE, "--reader", kind]

    run(*made, "-o", paper, "--language", "cy")

    assert WELSH.remark in " ".join(text_of(paper).split())


def test_a_welsh_paper_is_known_again_by_whoever_speaks_english(tmp_path: Path) -> None:
    """The office that keeps the papers need not speak what the teacher spoke."""
    paper = tmp_path / "paper.pdf"
    run("report", EXAMPLE, "-o", paper, "--language", "cy")

    assert "is intact" in run("verify", paper).stdout
    assert "yn gyfan" in run("verify", paper, "--language", "cy").stdout


def test_english_papers_remark_nothing(tmp_path: Path) -> None:
    """What is reviewed needs no excuse."""
    done = run("blank", "before-posting", "-o", tmp_path / "paper.pdf")

    assert done.stderr == ""
    assert "translation" not in text_of(tmp_path / "paper.pdf")


def test_a_language_that_does_not_exist_is_wrong_usage() -> None:
    """One sentence that names those there are, and nothing done."""
    done = run("journeys", "--language", "cz", check=2)

    assert done.stderr == "There is no language “cz”; the languages are: en, cy.\n"
    assert done.stdout == ""


def test_content_of_ones_own_brings_its_languages(tmp_path: Path) -> None:
    """A county that needs Polish adds files to its own content, and none to the program."""
    theirs = tmp_path / "content"
    shutil.copytree(CONTENT, theirs)
    words = theirs / "words"
    with (words / "languages.tsv").open("a", encoding="utf-8") as listed:
        listed.write("pl\tPolski\tno\tSzkic.\n")
    (words / "pl" / "journeys").mkdir(parents=True)
    (words / "pl" / "window.tsv").write_text("ui.home.title\tW domu\n", "utf-8")
    (words / "pl" / "journeys" / "index.tsv").write_text(
        "# key\ttext\njourney:leaving.title\tOdchodzę\n", "utf-8"
    )

    done = run("journeys", "--content", theirs, "--language", "pl")
    assert ("Odchodzę" in done.stdout, done.stderr) == (True, "Szkic.\n")
    assert "en, cy." in run("journeys", "--language", "pl", check=2).stderr
    spoken = Words(CONTENT / "words", "cy", words).in_language("pl")
    assert spoken.say("ui.home.title") == "W domu"
    assert [one.id for one in spoken.known] == ["en", "cy", "pl"]


def test_the_translations_shipped_have_no_faults() -> None:
    """A key that stands for nothing, or a place the English has not, must not ship."""
    source = FolderSource(CONTENT)
    packs, _ = check(source)

    faults = check_languages(source, packs).faults

    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("language", [one.id for one in languages(CONTENT / "words")])
def test_each_menu_has_a_letter_of_its_own(language: str) -> None:
    """A menu's underlined letters must differ, or a key opens whichever comes first."""
    said = Words(CONTENT / "words", language).starting("ui.menu.")
    bars = ("file", "edit", "go", "view", "help")
    letters = [said[bar][said[bar].index("&") + 1].casefold() for bar in bars]

    assert len(set(letters)) == len(bars)
