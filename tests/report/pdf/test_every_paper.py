"""Every journey's papers as they are made: both readers, blank, large, filled on screen.

The quick checks and the golden tests run every time.  The real validator runs over all
of them in one process (some 60 files, two minutes), and over five that are broken.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.report.pdf.reading import opened, structure_of, text_outside_marks, words_of
from tests.report.pdf.test_form import PLACES, blank
from tests.report.pdf.test_verapdf import validate
from wizard import paths
from wizard.desk.assessment import answers
from wizard.desk.paper import papers
from wizard.desk.school.profile import SchoolDesk
from wizard.report.pdf.draw import draw

JOURNEYS = sorted(path.stem for path in (paths.content_folder() / "journeys").glob("*.yaml"))
KINDS = ("slt", "me", "blank", "large", "form")


@cache
def paper(journey: str, kind: str) -> bytes:
    """Draw one paper of the example of a journey; every process draws each once."""
    example = paths.content_folder() / "examples" / f"{journey}.json"
    pack, run = answers.read(example, PLACES)
    school = SchoolDesk(PLACES).profile
    if kind in ("slt", "me"):
        return draw(papers.compose_paper(pack, run, school, kind, PLACES.clock.now()))
    return blank(pack, fillable=kind == "form", large_print=kind == "large")


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_passes_the_quick_checks(journey: str, kind: str) -> None:
    """Text outside the structure, a hollow table or a dumb figure show in any one of them."""
    drawn = paper(journey, kind)
    root = structure_of(drawn)
    assert text_outside_marks(drawn) == []
    assert all(figure.alt for figure in root.all("Figure"))
    for table in root.all("Table"):
        assert len({len(row.all("TH", "TD")) for row in table.all("TR")}) == 1
    assert "could not be printed" not in words_of(drawn, page=1)


@pytest.mark.full
def test_every_paper_conforms(tmp_path: Path) -> None:
    """What each file claims of itself is true, by the validator that archives use."""
    files = []
    for journey in JOURNEYS:
        for kind in KINDS:
            files.append(tmp_path / f"{journey} {kind}.pdf")
            files[-1].write_bytes(paper(journey, kind))
    forms = [file for file in files if file.stem.endswith("form")]
    others = [file for file in files if file not in forms]
    said = validate(*others) + validate(*forms, flavours="ua1")
    assert said.count("COMPLIANT") == 2 * len(others) + len(forms), said


def _untagged(file: Any) -> None:
    del file.Root.StructTreeRoot
    del file.Root.MarkInfo


def _without_language(file: Any) -> None:
    del file.Root.Lang


def _without_font(file: Any) -> None:
    for font in file.pages[0].Resources.Font.as_dict().values():
        del font.FontDescriptor.FontFile2


def _with_a_dumb_figure(file: Any) -> None:
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
            del thing.Alt


def _with_a_bad_attachment(file: Any) -> None:
    for thing in file.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/AFRelationship" in thing:
            del thing.AFRelationship


BROKEN: dict[str, tuple[Callable[[Any], None], str]] = {
    "untagged": (_untagged, "rule 6.7.2.2"),
    "language": (_without_language, "rule 7.2-"),
    "font": (_without_font, "rule 7.21.4.1"),
    "figure": (_with_a_dumb_figure, "rule 7.3-1"),
    "attachment": (_with_a_bad_attachment, "rule 6.8-"),
}


@pytest.mark.full
@pytest.mark.parametrize("how", BROKEN)
def test_each_kind_of_damage_fails_by_its_rule(how: str, tmp_path: Path) -> None:
    """A gate that never closes is no gate."""
    damage, rule = BROKEN[how]
    path = tmp_path / f"{how}.pdf"
    with pikepdf.open(io.BytesIO(paper("before-posting", "slt"))) as file:
        damage(file)
        file.save(path)
    assert rule in validate(path)


def _outline(pdf: bytes) -> Iterator[str]:
    """Yield every heading: how deep, on which page, how far from its top, its words."""
    file = opened(pdf)
    pages = [page.obj.objgen for page in file.pages]

    def walk(entries: Any, depth: int) -> Iterator[str]:
        for entry in entries:
            place = entry.destination
            top = round(842 - float(place[3]))
            page = pages.index(place[0].objgen) + 1
            yield f"{'  ' * depth}{entry.title} (page {page}, {top})"
            yield from walk(entry.children, depth + 1)

    with file.open_outline() as outline:
        yield from walk(outline.root, 0)


GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("journey", JOURNEYS)
def test_headings_stand_where_they_stood(journey: str) -> None:
    """A change of the layout that nobody meant shows here, heading by heading.

    What each line says: the heading, its page, points from the top.  After a change that was meant,
    delete the file: the next run writes it anew and fails once, for somebody to look.
    """
    drawn = paper(journey, "slt")
    pages = len(opened(drawn).pages)
    found = "\n".join([f"{pages} pages", *_outline(drawn)]) + "\n"
    path = GOLDEN / f"{journey}.txt"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
        pytest.fail(f"wrote {path.name}: look whether it is meant")
    assert found == path.read_text("utf-8")
