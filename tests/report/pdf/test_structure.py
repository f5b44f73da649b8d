"""What a screen reader and an archive find in the file: the quick checks, every time.

The real validator runs over the same samples in ``test_verapdf``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
import pytest

from tests.report.pdf import samples
from tests.report.pdf.every_sample import all_samples
from tests.report.pdf.reading import Node, opened, operators_of, structure_of, text_outside_marks
from wizard.report import blocks
from wizard.report.pdf.draw import draw
from wizard.report.pdf.looks import USUAL
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.typecase import Typecase


@pytest.fixture(scope="module", params=sorted(all_samples()))
def paper(request: pytest.FixtureRequest) -> bytes:
    """Every sample in turn."""
    return draw(all_samples()[request.param])


def test_all_text_has_a_meaning(paper: bytes) -> None:
    """Text outside the structure is text a blind person never hears."""
    assert text_outside_marks(paper) == []


def test_every_mark_on_every_page_is_read_once(paper: bytes) -> None:
    """A mark that no element owns is lost; one owned twice is read twice."""
    owned = [mark for node in structure_of(paper).walk() for mark in node.marks]
    drawn = []
    for number, page in enumerate(opened(paper).pages):
        drawn += [
            (number, int(operands[1].MCID))
            for operator, operands in operators_of(page)
            if operator == "BDC" and "/MCID" in operands[1]
        ]
    assert sorted(owned) == sorted(drawn)
    assert len(set(owned)) == len(owned)


def test_headings_begin_at_one_and_skip_no_level(paper: bytes) -> None:
    """A skipped level makes a reader look for a part that is not there."""
    levels = [int(n.role[1]) for n in structure_of(paper).walk() if re.fullmatch(r"H\d", n.role)]
    before = 0
    for level in levels:
        assert level <= before + 1
        before = level


def test_tables_are_whole(paper: bytes) -> None:
    """Every row has as many cells as the others, and every table says its headers."""
    for table in structure_of(paper).all("Table"):
        rows = table.all("TR")
        assert len({len(row.all("TH", "TD")) for row in rows}) == 1
        headers = table.all("TH")
        assert headers
        assert all("/Scope" in header.attributes for header in headers)


def test_lists_hold_only_items_and_figures_say_what_they_show(paper: bytes) -> None:
    """Both are rules of PDF/UA that a machine can check in a moment."""
    root = structure_of(paper)
    for listing in root.all("L"):
        assert all(kid.role == "LI" for kid in listing.kids)
    for figure in root.all("Figure"):
        assert figure.alt
        assert "/BBox" in figure.attributes


def _fonts(file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in file.pages:
        yield from page.Resources.Font.as_dict().values()


def test_fonts_are_embedded_and_can_be_copied(paper: bytes) -> None:
    """A font the machine has to guess is a font that prints boxes."""
    file = opened(paper)
    for font in _fonts(file):
        held = font.DescendantFonts[0] if font.Subtype == "/Type0" else font
        assert "/FontFile2" in held.FontDescriptor
        assert "/ToUnicode" in font


def test_the_file_says_what_it_is(paper: bytes) -> None:
    """Language, title, structure, colours and both claims, as archives look for them."""
    file = opened(paper)
    assert str(file.Root.Lang) == "en"
    assert str(file.Root.MarkInfo.Marked) == "True"
    assert str(file.Root.ViewerPreferences.DisplayDocTitle) == "True"
    assert file.Root.OutputIntents[0].S == "/GTS_PDFA1"
    packet = file.Root.Metadata.read_bytes().decode()
    assert 'pdfaid:part="3" pdfaid:conformance="A"' in packet
    assert 'pdfuaid:part="1"' in packet
    assert all(page.Tabs == "/S" for page in file.pages)
    assert not file.is_encrypted


def test_nothing_in_it_can_run_or_reach_out(paper: bytes) -> None:
    """A paper for the file has no scripts, no actions, no addresses to fetch."""
    file = opened(paper)
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary):
            for key in ("/JS", "/JavaScript", "/AA", "/OpenAction", "/URI", "/Launch", "/A1"):
                assert key not in thing


def test_overview_says_its_counts_in_words() -> None:
    """The marks are shapes; who can not see them hears how many of each."""
    figures = structure_of(draw(samples.report(samples.OVERVIEW))).all("Figure")
    assert "Safety: in place 5, to do 1, ask 1, doesn’t apply 1" in [f.alt for f in figures]


def test_risk_chart_says_where_each_row_stands() -> None:
    """The same for the chart of risks."""
    (figure,) = structure_of(draw(samples.report(samples.risks(2)))).all("Figure")
    assert "row 1: likelihood 1, severity 1" in figure.alt
    assert "row 2: likelihood 2, severity 4" in figure.alt


def test_an_answer_stands_beside_its_number_and_question() -> None:
    """Who hears the table cell by cell is told before each answer what was asked."""
    root = structure_of(draw(samples.report(samples.answers(3), samples.risks(2))))
    answers, risks = root.all("Table")
    for table, cells in ((answers, 2), (risks, 5)):
        for row in table.all("TR")[1:]:
            head, *others = row.kids
            assert "/Row" in head.attributes
            assert len(head.marks) == 1  # the number is not a cell of its own
            assert [cell.role for cell in others] == ["TD"] * (cells - 1)


@pytest.mark.parametrize(
    "title", ["Plain", "Years (5\\6) – “Siân’s” <pupils>", "(5", "Łukasz ◇ 学校", "a\\", ")("]
)
def test_any_title_is_read_back_as_it_was_written(title: str) -> None:
    """In the bar of the window and in the list of contents, brackets and all."""
    file = opened(draw(samples.report(blocks.Heading(title, 1), title=title, subtitle="")))
    assert str(file.docinfo.Title) == title
    with file.open_outline() as outline:
        assert [entry.title for entry in outline.root[0].children] == [title]


def _reading(node: Node) -> list[str]:
    return [kid.role for kid in node.kids]


def test_halves_of_a_split_paragraph_are_one_paragraph() -> None:
    """The eye turns the page; the ear must not hear a new paragraph."""
    root = structure_of(draw(samples.report(blocks.Text("word " * 1200))))
    (long,) = [node for node in root.walk() if len({page for page, _ in node.marks}) > 1]
    assert long.role == "P"
    assert _reading(root).count("P") == 3  # school, subtitle, and this one


def test_bookmarks_follow_the_headings() -> None:
    """In a paper of many pages they are the way about."""
    file = opened(draw(samples.sample_slt()))
    with file.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Class project"
        titles = [entry.title for entry in top.children]
        assert titles[:3] == ["To decide and to do", "Overview", "Answers"]
        answers = top.children[2]
        assert [entry.title for entry in answers.children][:2] == ["Purpose", "Safety"]


def test_text_and_marks_outside_the_structure_are_refused() -> None:
    """A drawing function that forgets its element must fail in the first test that runs it."""
    pen = Pen(0, Typecase())
    with pytest.raises(RuntimeError, match="outside"):
        pen.text(0, 0, "lost", USUAL.body)
    with pytest.raises(RuntimeError, match="outside"):
        pen.rule(0, 0, 1, 1, "0 0 0", 1)
