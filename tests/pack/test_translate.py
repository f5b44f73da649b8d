"""Content in another language: texts change, answers do not, and holes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard import paths, words
from wizard.errors import Fault
from wizard.model.pack import Pack
from wizard.pack.build import open_pack
from wizard.pack.check import check
from wizard.pack.index import read_index
from wizard.pack.languages import check_languages
from wizard.pack.source import FolderSource, KeptSource
from wizard.words import Words

SHIPPED = paths.content_folder() / "words"

LANGUAGES = "id\tname\treviewed\tremark\ncy\tCymraeg\tno\tDrafft. A draft.\n"
JOURNEY = """\
# key\ttext
journey:tiny.change\tNewidiwch hyn gyntaf
section:t-first.title\tYn gyntaf
question:t-picture.text\tOes llun ynddo?
question:t-picture.todo\tTynnwch y llun.
"""
SHARED = "set:risky/no.text\tNac oes\nrole:head.spoken\ty Pennaeth\n"
INDEX = "journey:tiny.title\tBach\n"


def write_welsh(folder: Path, **changed: str) -> Path:
    """Write the tiny content with some Welsh; a keyword replaces a file or adds words."""
    write_tiny(folder)
    files = {
        "languages.tsv": changed.get("languages", LANGUAGES),
        "en/a.tsv": "# id\ttext\na.hello\tHello {name}\na.bye\tGoodbye\n",
        "cy/a.tsv": changed.get("words", "a.hello\tHelo {name}\n"),
        "cy/journeys/tiny.tsv": changed.get("journey", JOURNEY),
        "cy/journeys/shared.tsv": changed.get("shared", SHARED),
        "cy/journeys/index.tsv": changed.get("index", INDEX),
    }
    if "other" in changed:
        files["cy/journeys/tinny.tsv"] = changed["other"]
    for name, text in files.items():
        path = folder / "words" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def welsh_pack(folder: Path) -> Pack:
    """Open the tiny journey in Welsh."""
    words.use(Words(SHIPPED, "cy"))
    return open_pack(FolderSource(folder), "tiny")


def test_texts_are_welsh_where_there_are_any(tmp_path: Path) -> None:
    """A person reads their own language as far as it goes, and English beyond."""
    journey = welsh_pack(write_welsh(tmp_path)).journey
    picture = journey.question("t-picture")

    assert picture is not None
    assert (journey.title, journey.about) == ("Bach", "A small one.")
    assert (journey.outcome.change, journey.outcome.ask) == ("Newidiwch hyn gyntaf", "Ask first")
    assert [section.title for section in journey.sections] == ["Yn gyntaf", "Last"]
    assert (picture.text, picture.ask) == ("Oes llun ynddo?", "Ask whether the picture may stay.")
    assert [choice.text for choice in picture.choices] == ["Nac oes", "Yes", "I am not sure"]


def test_ids_and_what_becomes_of_answers_stay(tmp_path: Path) -> None:
    """Begun in one language and read in another, an answer must mean the same."""
    source = FolderSource(write_welsh(tmp_path))
    english = open_pack(source, "tiny")
    welsh = welsh_pack(tmp_path)

    def meanings(pack: Pack) -> list[object]:
        return [
            (question.id, question.kind, question.who, question.when, question.meaning, choices)
            for question in pack.journey.questions()
            for choices in [[(choice.id, choice.becomes) for choice in question.choices]]
        ]

    assert meanings(welsh) == meanings(english)
    assert welsh.journey.lines == english.journey.lines


def test_home_speaks_the_language_too(tmp_path: Path) -> None:
    """The first thing seen is the list of journeys."""
    source = FolderSource(write_welsh(tmp_path))

    assert [card.title for card in read_index(source, "cy")] == ["Bach"]
    assert [card.title for card in read_index(source)] == ["Tiny"]


def test_what_was_read_in_welsh_is_kept(tmp_path: Path) -> None:
    """Years later the paper must read as it did on the day."""
    kept = welsh_pack(write_welsh(tmp_path)).kept

    again = open_pack(KeptSource(kept), "tiny").journey

    assert (again.title, again.sections[0].title) == ("Bach", "Yn gyntaf")


def test_a_language_the_content_does_not_have_is_english(tmp_path: Path) -> None:
    """Content of a school's own may know no Welsh; its questions must still be asked."""
    assert welsh_pack(write_tiny(tmp_path)).journey.title == "Tiny"


def test_what_is_missing_is_told_and_is_no_fault(tmp_path: Path) -> None:
    """A translator needs the size of the hole; a school must not be stopped by it."""
    source = FolderSource(write_welsh(tmp_path))
    packs, faults = check(source)

    gaps = check_languages(source, packs).gaps

    assert faults == ()
    assert [(gap.language.name, gap.journey) for gap in gaps] == [
        ("Cymraeg", ""),
        ("Cymraeg", "tiny"),
    ]
    assert gaps[0].count == 1


def test_a_whole_translation_leaves_nothing_missing(tmp_path: Path) -> None:
    """Once all is said in Welsh, nothing may be reported."""
    folder = write_welsh(tmp_path, words="a.hello\tHelo {name}\na.bye\tHwyl\n")
    source = FolderSource(folder)
    packs, _ = check(source)
    before = check_languages(source, packs).gaps[0].count
    file = folder / "words" / "cy" / "journeys" / "tiny.tsv"
    file.write_text(file.read_text("utf-8") + "section:t-last.title\tYn olaf\n", "utf-8")

    assert check_languages(source, packs).gaps[0].count == before - 1


BROKEN = [
    ({"journey": "question:t-pictur.text\tOes llun?\n"}, "unknown-key", "question:t-picture.text"),
    ({"shared": "set:risky/nope.text\tNa\n"}, "unknown-key", "set:risky/no.text"),
    ({"index": "journey:tinny.title\tBach\n"}, "unknown-key", "journey:tiny.title"),
    ({"journey": "section:t-first.title\n"}, "cells", "one tab"),
    ({"journey": JOURNEY + "section:t-first.title\tEto\n"}, "repeated-key", "keep one"),
    ({"other": "section:t-first.title\tEto\n"}, "unknown-journey", "tiny"),
    ({"words": "a.helo\tHelo\n"}, "unknown-words", "a.hello"),
    ({"words": "a.hello\n"}, "cells", "one tab"),
    ({"words": "a.hello\tHelo {enw}\n"}, "unknown-place", "English sentence"),
    ({"words": "a.hello\tHelo {name\n"}, "odd-brace", "{name}"),
    ({"languages": "id\tname\n"}, "columns", "remark"),
]


@pytest.mark.parametrize(("changed", "code", "hint"), BROKEN)
def test_a_slip_is_a_fault_with_a_way_out(
    tmp_path: Path, changed: dict[str, str], code: str, hint: str
) -> None:
    """A key that means nothing would lose a translator's work without a word."""
    found: tuple[Fault, ...] = check(FolderSource(write_welsh(tmp_path, **changed)))[1]

    assert [fault.code for fault in found] == [code]
    assert hint in found[0].hint


def test_a_journey_that_can_not_be_read_is_not_blamed_on_its_translation(tmp_path: Path) -> None:
    """One fault in an English file must not become one for every Welsh line."""
    folder = write_welsh(tmp_path)
    (folder / "journeys" / "tiny.yaml").write_text("id: [tiny\n", "utf-8")

    codes = {fault.code for fault in check(FolderSource(folder))[1]}

    assert "not-yaml" in codes
    assert not codes & {"unknown-key", "unknown-journey"}


def test_a_slip_does_not_stop_anybody(tmp_path: Path) -> None:
    """Whoever opens the journey is not the one who can mend its translation."""
    folder = write_welsh(tmp_path, journey="question:t-pictur.text\tOes llun?\nodd\n")

    assert welsh_pack(folder).journey.title == "Bach"


def test_words_of_the_trade_are_explained_in_welsh(tmp_path: Path) -> None:
    """A word is explained where it stands, so it must be looked for as it stands there."""
    folder = write_welsh(tmp_path, shared=SHARED + "term:picture.term\tLlun\n")
    (folder / "glossary.yaml").write_text(
        "terms:\n  - {id: picture, term: Picture, meaning: What you see.}\n", "utf-8"
    )

    explained = welsh_pack(folder).terms["t-picture"]

    assert [(term.term, term.meaning) for term in explained] == [("Llun", "What you see.")]
