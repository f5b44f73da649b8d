"""Text nobody foresaw: printed as it is, never run, never lost, never a crash."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.pdf import earlier, samples
from tests.report.pdf.blank_sheets import blank_sheet
from tests.report.pdf.reading import opened, structure_of, text_of, words_of
from wizard.model.status import Status
from wizard.report import blocks
from wizard.report.pdf.draw import draw

MARK_UP = [
    '<img src="/etc/hostname" width="10"/>',
    "</para>",
    "& < > &lt; &#65;",
    '<a href="javascript:alert(1)">press here</a>',
    "see <forename> <surname>",
    "<font color=white size=400>unseen</font>",
    "(unclosed \\ backslash ) Tj ET /Fake Do",
    "%PDF-1.7 endstream endobj",
]


def _noted(note: str) -> bytes:
    row = blocks.AnswerRow("1", "Question?", "Yes", Status.IN_PLACE, note=note)
    return draw(samples.report(blocks.AnswerList((row,))))


@pytest.mark.parametrize("text", MARK_UP)
def test_mark_up_prints_as_it_was_typed(text: str) -> None:
    """What ReportLab's own paragraphs would run, drop or crash on is only text here."""
    drawn = _noted(text)
    assert f"Note: {text}" in words_of(drawn)
    file = opened(drawn)
    shown = file.pages[0].Resources.XObject.as_dict().values()
    assert {str(thing.Subtype) for thing in shown} == {"/Form"}  # our own marks, no image


def test_mark_up_is_text_in_every_field() -> None:
    """Titles, schools, references and risks come from people, too."""
    drawn = draw(samples.sample_hostile())
    assert words_of(drawn).count("<img src=") > 10
    file = opened(drawn)
    assert str(file.docinfo["/Title"]).startswith("<img src=")
    assert "&lt;img src=" in file.Root.Metadata.read_bytes().decode()


@pytest.mark.parametrize("letter", list("ŴŵŶŷŁłżźąęśćńóâéêîôûẁẃ’‘“”–—…✓■◇○×ΑΩЖя€£"))
def test_letters_of_our_schools_print(letter: str) -> None:
    """Welsh, Polish, Greek and Cyrillic names, and the marks of our own statuses."""
    drawn = _noted(f"a{letter}b")
    assert f"a{letter}b" in text_of(drawn)
    assert "could not be printed" not in words_of(drawn)


def test_composed_and_decomposed_letters_print_the_same() -> None:
    """A name typed on a Mac may come as w + circumflex."""
    assert "ŵŷ" in text_of(_noted(unicodedata.normalize("NFD", "ŵŷ")))


def test_letters_the_type_lacks_are_named_on_the_first_page() -> None:
    """A box in place of a name must not pass in silence."""
    drawn = draw(samples.report(blocks.Facts((("Name", "Ana ᚠ"),))))
    first = words_of(drawn, page=1)
    assert "Some letters could not be printed" in first
    assert "U+16A0" in first
    # Copied or read aloud it is still the person's name.
    assert "Ana ᚠ" in first


def test_control_characters_vanish_and_nothing_else() -> None:
    """They print nothing; direction overrides could make a text read as another one."""
    assert "Note: before after evil" in words_of(
        _noted("be\x00fo\x1bre\x07\tafter\r\n\u202eevil\u2066\ufeff")
    )


def test_lines_a_person_made_stay_lines() -> None:
    """A note in three lines is three lines on paper."""
    lines = [line.strip() for line in text_of(_noted("one\ntwo\r\n\nthree")).splitlines()]
    assert "two" in lines
    assert "three" in lines


def test_word_of_five_hundred_letters_is_cut_and_whole() -> None:
    """A pasted address must stay inside the page and lose no letter."""
    word = "".join(chr(97 + n % 26) for n in range(500))
    drawn = _noted(f"look: {word} end")
    assert word in text_of(drawn).replace("\n", "").replace(" ", "")


def test_note_of_three_thousand_words_runs_over_pages_whole() -> None:
    """Nothing is cut: the last word is there, and the pages are full."""
    words = " ".join(f"w{number}" for number in range(3000))
    drawn = _noted(words)
    assert words in " ".join(
        line for line in text_of(drawn).splitlines() if line.startswith(("w", "Note: w"))
    ).replace("Note: ", "").replace("  ", " ")
    assert len(opened(drawn).pages) < 9


def test_five_hundred_risks_and_two_hundred_actions() -> None:
    """More than any school has; every one is there, and none crashes the chart."""
    actions = tuple(
        blocks.ActionRow(Status.TO_DO, f"Action number {n}.", str(n), "", "", done=False)
        for n in range(200)
    )
    drawn = draw(samples.report(samples.risks(500), blocks.Actions(actions)))
    words = words_of(drawn)
    assert all(f"Action number {n}." in words for n in range(200))
    assert words.count("A stranger writes to a pupil") == 500
    assert len(structure_of(drawn).all("TR")) == 702
    assert re.search(r"and \d+ more", words), "what a square has no room for is counted in words"


def test_emoji_never_crash() -> None:
    """They turn up in notes; one of four code points, too."""
    assert "Some letters" in words_of(_noted("well done 👩🏽‍🏫 😀"))


STEERS = {"tone", "kind", "id", "code"}
"""Fields of blocks that steer and are not printed."""


def _filled(value: object, tokens: list[str], awkward: str) -> object:
    """Return the block with every text in it awkward and ending in a token of its own."""
    if isinstance(value, str):
        tokens.append(f"Q{len(tokens)}Q")
        return f"{awkward} {tokens[-1]}"
    if isinstance(value, Status) or not isinstance(value, tuple):
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changed = {
                field.name: _filled(getattr(value, field.name), tokens, awkward)
                for field in dataclasses.fields(value)
                if field.name not in STEERS
            }
            return dataclasses.replace(value, **changed)
        return value
    return tuple(_filled(part, tokens, awkward) for part in value)


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("awkward", ["", "many words " * 70, "w" * 400, "line\n" * 30])
def test_no_text_of_any_block_is_lost(large: bool, awkward: str) -> None:
    """Whatever its length or shape, every field of every block reaches the paper."""
    tokens: list[str] = []
    some = [
        *samples.first_page(),
        earlier.POINTS,
        earlier.ACTIONS,
        samples.answers(3),
        samples.risks(2),
    ]
    some += [*blank_sheet().blocks[-12:], blocks.Bullets(("one", "two"))]
    filled = [_filled(block, tokens, awkward) for block in some]
    drawn = draw(samples.report(*filled, large_print=large))  # type: ignore[arg-type]
    said = words_of(drawn).replace(" ", "")
    assert [token for token in tokens if token not in said] == []


def test_half_a_letter_is_left_out_wherever_it_stands() -> None:
    """JSON can carry half of a pair; in a title it must not break the file's own words."""
    half = "\ud83d Anna \ufffe"
    drawn = draw(
        samples.report(
            blocks.Facts(((half, half),)),
            blocks.Heading(half, 1),
            blocks.Overview((blocks.OverviewRow(half, (Status.ASK,)),)),
            title=half,
            school=half,
            logo=samples.logo(),
        )
    )
    assert words_of(drawn, page=1).count("Anna") == 6
    file = opened(drawn)
    ET.fromstring(file.Root.Metadata.read_bytes().decode())
    assert str(file.docinfo["/Title"]).strip().startswith("Anna")


@settings(max_examples=60)
@given(st.text(max_size=300), st.booleans())
def test_any_text_at_all_is_drawn(text: str, large: bool) -> None:
    """Nobody can list every awkward text; this looks for the ones we did not think of."""
    facts = blocks.Facts(((text[:20], text),))
    row = blocks.AnswerRow(text[:9], text, text, Status.ASK, note=text)
    drawn = draw(
        samples.report(facts, blocks.AnswerList((row,)), title=text[:50], large_print=large)
    )
    file = opened(drawn)
    ET.fromstring(file.Root.Metadata.read_bytes().decode())
