"""What viewers lay on the pages of a form or a paper, beside all fields, is told."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.desk.sheets import blank, filled
from tests.tiny import write_tiny
from wizard.cli.main import main
from wizard.desk.desk import Desk
from wizard.desk.handover import looking
from wizard.desk.handover.looking import Kind
from wizard.desk.paper import blanks, papers
from wizard.desk.paper.blanks import BlankOrder, Sheet
from wizard.desk.places import Places

DRAWN = "something drawn, marked or attached, which can not be read here"

PUT_IN = {
    "in a layer": b"/OC /MC0 BDC BT /F 12 Tf 70 300 Td (Ask Mair first) Tj ET EMC",
    "as a field flattened": b"/Tx BMC BT /F 12 Tf 70 300 Td (Ask Mair first) Tj ET EMC",
    "as a mark of its own": b"/Artifact <</Subtype /Watermark>> BDC 9 9 40 40 re f EMC",
    "as a picture in line": b"q 9 0 0 9 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q",
}
"""Ways in which programs put something into a page, each with what they write there."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Tiny content, and a folder for answers."""
    return Places(tmp_path / "data", write_tiny(tmp_path / "content"))


def lay(path: Path, *marks: tuple[str, str]) -> None:
    """Lay marks on the first page of a PDF, each with its kind and its words."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        page = file.pages[0].obj
        laid = list(page.get("/Annots", []))
        for kind, words in marks:
            mark = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind), Rect=[9, 9, 99, 99]
            )
            if words:
                mark.Contents = pikepdf.String(words)
            laid.append(file.make_indirect(mark))
        page.Annots = pikepdf.Array(laid)
        file.save(path)


def test_what_a_viewer_wrote_on_the_page_is_told(tmp_path: Path, places: Places) -> None:
    """Edge, Firefox and Preview offer "Add text" beside the fields: it went without a word."""
    path = filled(tmp_path / "back.pdf", blank(places), {"q:t-words": "x"})
    lay(path, ("/FreeText", "The Head agreed"), ("/Text", "A remark"), ("/Link", ""))

    left = looking.look(path, places).left

    assert [(one.label, one.words) for one in left] == [
        ("on page 1", "The Head agreed"),
        ("on page 1", "A remark"),
    ]


def test_what_was_drawn_on_the_page_is_told(tmp_path: Path, places: Places) -> None:
    """Ticked with a pen on a tablet it was said to be empty: a viewer keeps ink, and no tick."""
    path = filled(tmp_path / "back.pdf", blank(places), {})
    lay(path, ("/Ink", ""), ("/Ink", ""), ("/Stamp", ""), ("/FreeText", " "))

    looked = looking.look(path, places)

    assert looked.kind is Kind.FORM
    assert [(one.label, one.words) for one in looked.left] == [("on page 1", DRAWN)]


@pytest.mark.parametrize(
    "kind", ["/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/FileAttachment"]
)
def test_what_a_viewer_lays_on_the_page_without_words_is_told(
    tmp_path: Path, places: Places, kind: str
) -> None:
    """Its answers shone yellow, or lay in a file of their own, and it was said to be empty."""
    path = filled(tmp_path / "back.pdf", blank(places), {})
    lay(path, (kind, ""))

    looked = looking.look(path, places)

    assert looked.kind is Kind.FORM
    assert [(one.label, one.words) for one in looked.left] == [("on page 1", DRAWN)]


def test_words_that_a_viewer_keeps_with_their_looks_alone_are_told(
    tmp_path: Path, places: Places
) -> None:
    """They stand there twice in most viewers, in some as rich text alone."""
    path = filled(tmp_path / "back.pdf", blank(places), {"q:t-words": "x"})
    lay(path, ("/FreeText", ""), ("/Text", "Ask Mair"), ("/Popup", "Ask Mair"))
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        one = next(one for one in file.pages[0].Annots if one.Subtype == "/FreeText")
        one.RC = pikepdf.String("<body><p>Three pupils &amp; one <b>face</b></p></body>")
        file.save(path)

    left = looking.look(path, places).left

    assert [one.words for one in left] == ["Three pupils & one face", "Ask Mair"]


@pytest.mark.parametrize("typed", [{}, {"q:t-words": "x"}], ids=["empty", "filled"])
@pytest.mark.parametrize("way", ["over all", "among the rest", *PUT_IN])
def test_what_a_program_put_into_the_page_itself_is_told(
    tmp_path: Path, places: Places, way: str, typed: dict[str, str]
) -> None:
    """Web tools write onto the page, not over it: a whole answer came in as nothing."""
    path = filled(tmp_path / "back.pdf", blank(places), typed)
    words = b"BT /F 12 Tf 70 300 Td (Ask Mair first) Tj ET"
    with pikepdf.open(path, allow_overwriting_input=True) as file, pikepdf.new() as layer:
        page = file.pages[0]
        if way == "over all":
            layer.add_blank_page().contents_add(words)
            page.add_overlay(layer.pages[0], None)
        else:
            page.contents_add(PUT_IN.get(way, words))
        file.save(path)

    looked = looking.look(path, places)

    assert looked.kind is Kind.FORM
    assert [(one.label, one.words) for one in looked.left] == [("on page 1", DRAWN)]


@pytest.mark.parametrize("is_tagged", [False, True], ids=["plain", "tagged"])
def test_a_page_that_was_added_is_told(tmp_path: Path, places: Places, *, is_tagged: bool) -> None:
    """What did not fit a line stood on a page of its own, put behind the form by the office."""
    path = filled(tmp_path / "back.pdf", blank(places), {"q:t-words": "x"})
    words = b"BT /F 12 Tf 70 300 Td (Ask Mair first) Tj ET"
    with pikepdf.open(path, allow_overwriting_input=True) as file, pikepdf.new() as other:
        pages = len(file.pages)
        other.add_blank_page()
        other.add_blank_page()
        other.pages[0].contents_add(
            b"/P <</MCID 0>> BDC " + words + b" EMC" if is_tagged else words
        )
        file.pages.extend(other.pages)
        file.save(path)

    left = looking.look(path, places).left

    assert [(one.label, one.words) for one in left] == [(f"on page {pages + 1}", DRAWN)]


def test_what_a_field_shows_and_does_not_say_is_told(tmp_path: Path, places: Places) -> None:
    """A program drew the words where the field is, and left that empty: it came in as nothing."""
    path = filled(tmp_path / "back.pdf", blank(places), {})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        fields = {str(one.T): one for one in file.Root.AcroForm.Fields}
        looks = {
            "q:t-words": b"/Tx BMC BT /Helv 10 Tf (Ask Mair first) Tj ET EMC",
            "n:t-picture": b"/Tx BMC q 0 0 9 9 re S BT /Helv 10 Tf () Tj ET Q EMC",
            "n:t-faces": b"",
        }
        for name, look in looks.items():
            fields[name].AP.N = file.make_stream(look)
        file.save(path)

    looked = looking.look(path, places)

    assert looked.kind is Kind.FORM
    assert [(one.label, one.words) for one in looked.left] == [("on page 1", DRAWN)]


@pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
def test_a_form_that_nothing_was_put_upon_is_empty(tmp_path: Path, is_large: bool) -> None:
    """All that we draw is told from what was added: rows, boxes, pictures, head and foot."""
    places = Places(tmp_path / "data")
    order = BlankOrder(("class-project",), Sheet.FORM, is_large=is_large)
    path = tmp_path / "blank.pdf"
    path.write_bytes(papers.draw(*blanks.compose(places, order)))

    assert looking.look(path, places).kind is Kind.BLANK


def _paper(places: Places, folder: Path) -> Path:
    """Make a paper for oneself, with an answer in it."""
    desk = Desk(places)
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-words", "Our trip")
    paper = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    desk.close()
    path = folder / "mine.pdf"
    path.write_bytes(papers.draw(paper))
    return path


def test_what_a_viewer_wrote_on_a_paper_is_told(
    tmp_path: Path, places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the Head had typed on it came in nowhere, and neither command said so."""
    path = _paper(places, tmp_path)
    lay(path, ("/FreeText", "Agreed, if the faces go"))

    for way in ("import", "read"):
        named = ["--content", str(places.content), "--data", str(places.data)]
        assert main([way, str(path), *named]) == 0
        assert "“on page 1”: “Agreed, if the faces go”" in capsys.readouterr().err
    looked = looking.look(path, places)

    assert [one.words for one in looked.left] == ["Agreed, if the faces go"]
    assert looked.has_answers


def test_what_was_filled_into_fields_of_a_paper_is_told(
    tmp_path: Path, places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """A form put behind it, or a field that an office added: its words went without a word."""
    path = _paper(places, tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        field = pikepdf.Dictionary(
            FT=pikepdf.Name.Tx, T=pikepdf.String("Text1"), V=pikepdf.String("Agreed by the Head")
        )
        file.Root.AcroForm = pikepdf.Dictionary(Fields=[file.make_indirect(field)])
        file.save(path)

    for way in ("import", "read"):
        named = ["--content", str(places.content), "--data", str(places.data)]
        assert main([way, str(path), *named]) == 0
        assert "“Text1”: “Agreed by the Head”" in capsys.readouterr().err
