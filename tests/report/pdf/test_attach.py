"""What the file carries inside, the fingerprint on its pages, and the code to scan."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from tests.exchange.returned_papers import changed, paper
from tests.report.pdf import samples
from tests.report.pdf.reading import opened, structure_of, text_of, words_of
from tests.report.pdf.test_verapdf import validate
from wizard.desk.paper.papers import carrying, sealed
from wizard.report.blocks import Report
from wizard.report.pdf.draw import draw

MARK = "QPYW GUD4 VBOO U74I WEOD OZTX HY"
DATA = '{"said":"Łódź 😀"}'.encode()
CODE = "BYP1:7F3K-92QX:QPYWGUD4VBOOU74IWEODOZTXHY:CLASS-PROJECT:SLT"


def report(content: bytes = DATA) -> Report:
    """Return a whole paper with its fingerprint, carrying ``content``."""
    return carrying(sealed(samples.sample_slt(), "class-project", MARK), content)


def test_a_paper_carries_its_data_once_and_as_data() -> None:
    """Any PDF viewer lists it, and an archive knows what it is for."""
    file = opened(draw(report()))

    names = file.Root.Names.EmbeddedFiles.Names
    specification = names[1]
    assert (len(names), len(file.Root.AF)) == (2, 1)
    assert str(names[0]) == str(specification.UF) == "before-you-post.json"
    assert file.Root.AF[0].objgen == specification.objgen
    assert str(specification.AFRelationship) == "/Data"
    assert specification.EF.F.read_bytes() == DATA
    assert str(specification.EF.F.Subtype) == "/application/json"


def test_a_paper_without_data_has_no_attachment_and_says_so() -> None:
    """Who leaves the data out must be able to rely on it."""
    drawn = draw(report(b""))

    assert "/Names" not in opened(drawn).Root
    assert "carries no data" in words_of(drawn)
    assert "carries these answers as data" in words_of(draw(report()))


def test_reference_and_fingerprint_stand_on_every_page() -> None:
    """A page that was taken out can still be told from one that was put in."""
    drawn = draw(report())

    for page in range(1, len(opened(drawn).pages) + 1):
        foot = " ".join(text_of(drawn, page=page).split())
        assert "7F3K-92QX" in foot
        assert MARK in foot


def test_the_code_says_in_words_what_it_holds() -> None:
    """Who can not see the code needs what it says."""
    figures = structure_of(draw(report())).all("Figure")

    assert any("7F3K-92QX" in figure.alt and MARK in figure.alt for figure in figures)


def test_same_input_same_bytes() -> None:
    """What is attached must not bring the time of day into the file."""
    assert draw(report()) == draw(report())


def scanned(pdf: bytes, page: int) -> Image.Image:
    """Return a page as a bad office scanner sends it: 150 dpi, grey, askew, JPEG 60."""
    command = ["pdftoppm", "-r", "150", "-gray", "-f", str(page), "-l", str(page), "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    sheet = Image.open(io.BytesIO(done.stdout))
    askew = sheet.rotate(2, resample=Image.Resampling.BICUBIC, fillcolor=255)
    packed = io.BytesIO()
    askew.save(packed, "JPEG", quality=60)
    return Image.open(packed)


@pytest.mark.parametrize("journey", ["before-posting", "class-project"])
def test_a_scanner_reads_the_code(journey: str) -> None:
    """The signed paper goes through the copier before anybody scans the code."""
    drawn = paper("slt", journey)
    words = text_of(drawn, page=1)
    last = len(opened(drawn).pages)

    found = zxingcpp.read_barcodes(scanned(drawn, last))

    kind, reference, mark, named, reader = found[0].text.split(":")
    spaced = " ".join(mark[at : at + 4] for at in range(0, len(mark), 4))
    assert (len(found), kind, named, reader) == (1, "BYP1", journey.upper(), "SLT")
    assert reference in words
    assert spaced in words


def test_the_code_holds_what_it_should() -> None:
    """Letters that every scanner reads alike, and nothing about a person."""
    last = len(opened(draw(report())).pages)

    assert [one.text for one in zxingcpp.read_barcodes(scanned(draw(report()), last))] == [CODE]


@pytest.mark.full
def test_a_paper_that_carries_data_conforms(tmp_path: Path) -> None:
    """A file inside is what archives look at most closely."""
    files = []
    for reader in ("me", "slt"):
        for journey in ("class-project", "privacy-checkup"):
            files.append(tmp_path / f"{journey}-{reader}.pdf")
            files[-1].write_bytes(paper(reader, journey))

    said = validate(*files)

    assert said.count("COMPLIANT") == 2 * len(files), said


@pytest.mark.full
def test_the_validator_sees_a_bad_attachment(tmp_path: Path) -> None:
    """A gate that never closes is no gate: what a file is for must be said."""
    broken = tmp_path / "broken.pdf"

    def act(file: Any) -> None:
        del file.Root.AF[0].AFRelationship

    broken.write_bytes(changed(paper(), act))

    assert "rule 6.8" in validate(broken)
