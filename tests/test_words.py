"""The program's own sentences: which languages there are, and what stands in for a hole."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard import paths, words
from wizard.words import Words, languages

SHIPPED = paths.content_folder() / "words"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write two languages: English, and a draft of Welsh with a hole and two slips."""
    (tmp_path / "en").mkdir()
    (tmp_path / "cy").mkdir()
    (tmp_path / "languages.tsv").write_text(
        "id\tname\treviewed\tremark\ncy\tCymraeg\tno\tDrafft. A draft.\n", "utf-8"
    )
    (tmp_path / "en" / "a.tsv").write_text(
        "# id\ttext\nhello\tHello {name}\nbye\tGoodbye\nday\t{day} of {month}\nodd\tOdd {name}\n",
        "utf-8",
    )
    (tmp_path / "cy" / "a.tsv").write_text(
        "hello\tHelo {name}\nday\t{dydd} {month}\nodd\tOd {name\nbye\t\n", "utf-8"
    )
    return tmp_path


def test_a_hole_is_filled_with_english_and_told(folder: Path) -> None:
    """Half a translation must still be a whole program, and say what it lacks."""
    welsh = Words(folder, "cy")

    assert welsh.say("hello", name="Ŵyn") == "Helo Ŵyn"
    assert welsh.say("bye") == "Goodbye"
    assert welsh.missing == {"bye", "day", "odd"}


def test_a_slip_in_a_translation_is_not_a_crash(folder: Path) -> None:
    """A place the program does not fill would stop a person in mid-sentence."""
    welsh = Words(folder, "cy")

    assert welsh.say("day", day=3, month="Mai") == "3 of Mai"
    assert welsh.say("odd", name="x") == "Odd x"


def test_a_language_is_added_by_files_alone(folder: Path) -> None:
    """Whoever knows a language need not know how to program."""
    listed = folder / "languages.tsv"
    listed.write_text(listed.read_text("utf-8") + "pl\tPolski\tyes\t\n", "utf-8")
    (folder / "pl").mkdir()
    (folder / "pl" / "a.tsv").write_text("bye\tDo widzenia\n", "utf-8")

    assert [one.name for one in languages(folder)] == ["English", "Cymraeg", "Polski"]
    assert Words(folder, "pl").say("bye") == "Do widzenia"
    assert Words(folder, "pl").remark == ""


def test_a_draft_says_so(folder: Path) -> None:
    """Nobody must take a draft for what a translator has answered for."""
    assert Words(folder, "cy").remark == "Drafft. A draft."
    assert Words(folder).remark == ""


def test_the_language_chosen_is_spoken(folder: Path) -> None:
    """What is said, and what a PDF names as its language, come from one choice."""
    words.use(Words(folder, "cy"))

    assert words.say("hello", name="Ann") == "Helo Ann"
    assert words.spoken().language == "cy"


@pytest.mark.parametrize("language", [one for one in languages(SHIPPED) if one.id != "en"])
def test_every_draft_shipped_has_its_remark(language: words.Language) -> None:
    """A draft without its remark would be passed off as finished."""
    assert language.reviewed or language.remark


def test_welsh_months_are_twelve() -> None:
    """A list one short would name every date after it wrongly, or not at all."""
    words.use(Words(SHIPPED, "cy"))

    assert len(words.months()) == 12
