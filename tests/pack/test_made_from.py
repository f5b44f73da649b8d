"""English that was reworded: the lines of a translation that were made from the old text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pack.test_translate import write_welsh
from wizard import paths
from wizard.cli.main import main
from wizard.pack.check import check
from wizard.pack.languages import check_languages
from wizard.pack.made_from import Aged, mark_of
from wizard.pack.source import FolderSource

HELLO = f"a.hello\t{mark_of('Hello {name}')}\n"


def marked(folder: Path, marks: str) -> tuple[Aged, ...]:
    """Write the tiny Welsh with these marks and return what has aged."""
    write_welsh(folder)
    file = folder / "words" / "made-from" / "cy.tsv"
    file.parent.mkdir()
    file.write_text("key\tmark\n" + marks, "utf-8")
    source = FolderSource(folder)
    packs, faults = check(source)
    assert faults == ()
    return check_languages(source, packs).aged


def test_a_reworded_sentence_is_told_with_its_new_mark(tmp_path: Path) -> None:
    """Else the two languages drift apart, and nobody who reads one of them can know."""
    (aged,) = marked(tmp_path, "a.hello\t00000000\n")

    assert aged.older == ("a.hello",)
    assert aged.marks["a.hello"] == mark_of("Hello {name}")
    assert aged.file.endswith("cy.tsv")


def test_a_reworded_question_is_told_too(tmp_path: Path) -> None:
    """What a journey asks weighs more than what a button says."""
    (aged,) = marked(tmp_path, f"{HELLO}question:t-picture.text\t00000000\n")

    assert aged.older == ("question:t-picture.text",)


def test_what_check_prints_is_what_has_to_be_copied(tmp_path: Path) -> None:
    """A translator works with an editor and this list; nothing is left once it is copied."""
    (aged,) = marked(tmp_path, HELLO)
    lines = "".join(f"{key}\t{mark}\n" for key, mark in aged.marks.items())
    file = tmp_path / "words" / "made-from" / "cy.tsv"

    file.write_text(f"key\tmark\n{HELLO}{lines}", "utf-8")

    source = FolderSource(tmp_path)
    assert check_languages(source, check(source)[0]).aged == ()
    assert "section:t-first.title" in aged.unmarked


def test_a_language_without_marks_is_not_asked_about(tmp_path: Path) -> None:
    """Whoever begins a language has other things to do first."""
    source = FolderSource(write_welsh(tmp_path))

    assert check_languages(source, check(source)[0]).aged == ()


def test_check_tells_it_and_is_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is work left to do and no fault: nobody is stopped by it."""
    marked(tmp_path, "a.hello\t00000000\n")

    assert main(["check", str(tmp_path)]) == 0

    told = capsys.readouterr().out.splitlines()
    assert "Cymraeg: lines that were made from older English: 1 (a.hello)." in told
    assert HELLO.strip() in told


def test_the_marks_shipped_can_be_read() -> None:
    """A file of marks with a slip in it would tell nothing of what comes after."""
    lines = (paths.content_folder() / "words" / "made-from" / "cy.tsv").read_text("utf-8")

    rows = [line.split("\t") for line in lines.splitlines()]
    assert rows[0] == ["key", "mark"]
    assert all(len(row) == 2 and len(row[1]) == len(mark_of("")) for row in rows[1:])
    assert len({row[0] for row in rows[1:]}) == len(rows) - 1
