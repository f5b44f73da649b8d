"""A signed sheet is found again by what stands on its foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wizard.desk.paper.made_papers import find, history, line, own_reference, reason_not_found
from wizard.model.paper import Paper

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OWN = own_reference("one", "slt")
LATEST = Paper("one", OWN, "QPYW GUD4 VBOO U74I", "slt", MOMENT, has_data=True)
BEFORE = replace(LATEST, fingerprint="7ABC GUD4 VBOO U74I", made=MOMENT - timedelta(days=1))
MINE = replace(LATEST, reference=own_reference("one", "me"), fingerprint="MMMM", reader="me")
MADE = (LATEST, MINE, BEFORE)


@pytest.mark.parametrize("way", ["{}", "{} ", "ref {}", "Ref. {}", "Cyf {}"])
@pytest.mark.parametrize("case", [str, str.lower])
@pytest.mark.parametrize("hyphen", ["-", " ", "", " – "])
def test_a_reference_is_found_however_it_is_typed(way: str, case: type[str], hyphen: str) -> None:
    """As it stands on the page, as it is read over the telephone, as a phone writes it."""
    typed = way.format(case(MINE.reference).replace("-", hyphen))

    assert find(typed, MADE) == (MINE,)


def test_the_fingerprint_tells_two_prints_apart() -> None:
    """An answer was changed after the first was printed: both have one reference."""
    assert find(OWN, MADE) == (LATEST, BEFORE)
    assert find(f"{OWN} qpyw", MADE) == (LATEST,)
    assert find(f"{OWN} 7abc gud4", MADE) == (BEFORE,)
    assert find(f"{OWN} ZZZZ", MADE) == ()
    assert line(LATEST, MADE).endswith("fingerprint begins QPYW")
    assert line(MINE, MADE).endswith(f"reference {MINE.reference}")


def test_a_paper_saved_twice_is_one_paper() -> None:
    """With its answers inside and without it says the same, and is signed once."""
    bare = replace(LATEST, has_data=False, made=MOMENT + timedelta(hours=1))

    assert find(OWN, (bare, LATEST)) == (bare,)
    told = history((bare, LATEST, LATEST))
    assert len(told) == 2
    assert told[0].endswith("no answers inside")


def test_a_copy_of_the_answers_does_not_take_the_decision() -> None:
    """Brought in from a file beside the first, they have its papers too."""
    copied = replace(LATEST, run="copy")

    assert find(OWN, (copied, LATEST)) == (LATEST,)
    assert find(OWN, (LATEST, copied)) == (LATEST,)
    assert find(OWN, (copied,)) == (copied,)


@pytest.mark.parametrize("typed", ["", "ref", "7F3K", "----", "é😀"])
def test_too_little_is_told(typed: str) -> None:
    """Half a reference would fit a stranger's paper as well."""
    assert find(typed, MADE) == ()
    assert "all eight" in reason_not_found(typed, ["one"], MADE)


def test_what_is_not_found_is_told_with_the_way_out() -> None:
    """Mistyped, another check's, or made by a command that kept no note of it."""
    other = replace(LATEST, run="two", reference="7F3K-92QX", fingerprint="XXXX")
    made = (*MADE, other)

    assert "not made from this" in reason_not_found("7f3k92qx", ["one"], made)
    assert "No paper with the reference" in reason_not_found("AAAA-AAAA", ["one"], made)
    assert "was not kept here" in reason_not_found(OWN, ["one"], ())
