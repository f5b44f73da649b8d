"""Sheets for a pen, as somebody at a staff meeting has them in hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.pdf import samples
from tests.report.pdf.reading import opened, words_of
from wizard.report import blocks
from wizard.report.pdf.draw import draw


def _pages(drawn: bytes) -> list[str]:
    return [words_of(drawn, page=page) for page in range(1, len(opened(drawn).pages) + 1)]


@pytest.mark.parametrize("lines", [1, 8, 12, 15, 18])
def test_large_print_signs_on_the_page_that_says_what_signing_means(lines: int) -> None:
    """The title and its notice at the foot of a page, and nobody's name below, lead nowhere."""
    filler = blocks.Text("\n".join("line" for _ in range(lines)))
    pages = _pages(draw(samples.report(filler, samples.SIGN_OFF, large_print=True)))
    (signed,) = [page for page in pages if samples.SIGN_OFF.meaning in page]
    assert "Signatures" in signed
    assert samples.SIGN_OFF.staff.label in signed
    assert "Signature " in signed.split(samples.SIGN_OFF.staff.label)[1]


@pytest.mark.parametrize("lines", [1, 6, 12])
def test_large_print_keeps_a_row_of_the_risk_assessment_on_one_page(lines: int) -> None:
    """Who writes by when must see for which hazard; and there is room to write what is done."""
    filler = blocks.Text("\n".join("line" for _ in range(lines)))
    pages = _pages(draw(samples.report(filler, blocks.Risks((), 3), large_print=True)))
    held = [page for page in pages if "Row " in page]
    assert held
    for page in held:
        assert page.count("Row ") == page.count("Hazard") == page.count("By when")


def test_a_paper_made_before_a_word_was_known_is_drawn_again() -> None:
    """It brings its own words; without this it could no longer be compared with its data."""
    report = samples.report(samples.risks(3))
    words = {key: word for key, word in report.words.items() if key != "risk.thick-line"}
    assert len(words) < len(report.words)
    assert "likelihood" in words_of(draw(replace(report, words=words))).lower()


@pytest.mark.parametrize("large_print", [False, True])
def test_a_line_number_is_never_broken(large_print: bool) -> None:
    """A platform's tenth line was printed as "WA1" above a nought: it is looked for by it."""
    long = [blocks.BlankQuestion(n, n, "Is it on?", "choice") for n in ("WA9", "WA10", "TH11")]
    words = words_of(draw(samples.report(*long, large_print=large_print)))
    assert "WA10 Is it on?" in words
    assert "TH11 Is it on?" in words
