"""Papers that come back: whole ones are called so, and a change is named with its page."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.exchange.returned_papers import (
    EXAMPLE,
    MOMENT,
    PLACES,
    added_to,
    carried,
    changed,
    paper,
    put,
    with_content,
)
from tests.program import TOP, run
from tests.report.pdf.samples import logo
from wizard.desk.assessment import answers
from wizard.desk.handover import looking, returning
from wizard.desk.paper import papers
from wizard.desk.places import Places
from wizard.errors import FileNewer, InputFault
from wizard.model.school import School
from wizard.pack.school_file import write_school
from wizard.report import carried as carried_paper
from wizard.report.pdf.draw import draw
from wizard.safe.canonical import canonical, fingerprint


def refused(folder: Path, content: bytes) -> str:
    """Return what is said of a paper that is not as it was made."""
    with pytest.raises(InputFault) as fault:
        returning.verify(put(folder, content), PLACES)
    return str(fault.value)


def other_words(pdf: bytes) -> bytes:
    """Return the paper with a page more."""
    return changed(pdf, lambda file: file.pages.append(file.pages[0]))


def newer(**inside: object) -> bytes:
    """Return a paper as a later version may draw it, with other data inside."""
    data = json.loads(carried(paper()))
    content = canonical(data | {"drawn": carried_paper.DRAWN + 1} | inside)
    report = carried_paper.from_data(data["paper"])
    report = papers.sealed(report, data["journey"], fingerprint(content))
    return draw(papers.carrying(report, content))


@pytest.mark.parametrize("inside", [{"version": 2, "later": "x"}, {"paper": {"later": "x"}}, {}])
def test_a_paper_of_a_later_version_is_not_called_altered(
    tmp_path: Path, inside: dict[str, object]
) -> None:
    """Whoever opened it before the update read "Altered" over a paper as it was made."""
    path = put(tmp_path, newer(**inside) if inside else other_words(newer()))
    with pytest.raises(FileNewer, match="later version of the program"):
        returning.verify(path, PLACES)

    looked = looking.look(path, PLACES)

    assert looked.kind is looking.Kind.NEWER
    assert "later version of the program" in looked.sentence


@pytest.mark.parametrize("reader", ["me", "slt"])
@pytest.mark.parametrize("journey", ["before-posting", "class-project"])
def test_a_paper_as_it_was_made_is_intact(reader: str, journey: str, tmp_path: Path) -> None:
    """A gate that stops everybody is opened by everybody."""
    returned = returning.verify(put(tmp_path, paper(reader, journey)), PLACES)

    assert (returned.data.reader, returned.data.journey) == (reader, journey)


SAVED_ANEW: dict[str, dict[str, Any]] = {
    "plain": {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    "for the web": {"linearize": True},
    "unpacked": {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.all},
    "rewritten": {"normalize_content": True},
}


@pytest.mark.parametrize("way", SAVED_ANEW)
def test_saving_it_anew_changes_nothing(way: str, tmp_path: Path) -> None:
    """Mail and archives save a PDF anew; that is no one's fault."""
    returning.verify(put(tmp_path, changed(paper(), lambda _: None, **SAVED_ANEW[way])), PLACES)


def other_letters(content: bytes) -> bytes:
    """Write the first text of a page that has two different letters the other way round."""
    for found in re.finditer(rb"\(([^()\\]{4,})\)Tj", content):
        text = found[1]
        if text != text[::-1]:
            return content[: found.start(1)] + text[::-1] + content[found.end(1) :]
    raise AssertionError


def cover(content: bytes) -> bytes:
    """Draw a white box over a page."""
    return content + b"\n/Artifact BMC 1 1 1 rg 50 50 500 700 re f EMC"


def remark(file: Any) -> None:
    """Lay a remark over the second page."""
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 300, 300]
    )
    file.pages[1].obj.Annots = pikepdf.Array([file.make_indirect(note)])


def cut_off(file: Any) -> None:
    """Show half of the first page only."""
    file.pages[0].obj.CropBox = pikepdf.Array([0, 400, 595, 842])


def drop(file: Any) -> None:
    """Take the last page away."""
    del file.pages[-1]


def double(file: Any) -> None:
    """Put the last page in once more."""
    file.pages.append(file.pages[-1])


def swap(file: Any) -> None:
    """Show the second page first."""
    first = file.pages[0]
    del file.pages[0]
    file.pages.insert(1, first)


def entitle(file: Any) -> None:
    """Give the paper another title in its metadata, where viewers look first."""
    packet = file.Root.Metadata.read_bytes()
    file.Root.Metadata.write(packet.replace(b"Before you post", b"A clean record"))


def cover_late(file: Any) -> None:
    """Draw a page by many streams, the last of which covers it."""
    page = file.pages[1].obj
    gaps = [file.make_stream(b" ") for _ in range(60)]
    page.Contents = pikepdf.Array([page.Contents, *gaps, file.make_stream(cover(b""))])


def recolour(file: Any) -> None:
    """Let the file say that its colours are those of another device."""
    profile = file.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-40] + bytes(40))


def bring_from_elsewhere(file: Any) -> None:
    """Let a page be drawn by what lies in another file, as few readers know how to."""
    file.pages[1].obj.Contents.F = pikepdf.String("other.txt")


def bleach(file: Any) -> None:
    """Say that what a page calls red, green and blue is white, whatever it draws."""
    white = file.make_stream(
        b"{pop pop pop 0 0 0 0}",
        FunctionType=4,
        Domain=[0, 1, 0, 1, 0, 1],
        Range=[0, 1, 0, 1, 0, 1, 0, 1],
    )
    inks = pikepdf.Array([pikepdf.Name("/A"), pikepdf.Name("/B"), pikepdf.Name("/C")])
    space = pikepdf.Array([pikepdf.Name.DeviceN, inks, pikepdf.Name.DeviceCMYK, white])
    page = file.pages[1]
    held = pikepdf.Dictionary(dict(page.resources.items()))
    held.ColorSpace = pikepdf.Dictionary(DefaultRGB=space)
    page.obj.Resources = held


ALTERED: dict[str, tuple[Callable[[], bytes], str]] = {
    "words": (lambda: with_content(paper(), 1, other_letters), "page 2 says “"),
    "covered": (lambda: with_content(paper(), 1, cover), "on page 2 something was drawn"),
    "covered late": (lambda: changed(paper(), cover_late), "on page 2 something was drawn"),
    "from elsewhere": (
        lambda: changed(paper(), bring_from_elsewhere),
        "on page 2 something was drawn",
    ),
    "all in white": (lambda: changed(paper(), bleach), "on page 2 something was drawn"),
    "remark": (lambda: changed(paper(), remark), "something lies over page 2"),
    "cut off": (lambda: changed(paper(), cut_off), "on page 1 something was drawn"),
    "page away": (lambda: changed(paper(), drop), "page 2 is missing"),
    "page twice": (lambda: changed(paper(), double), "page 3 was added"),
    "pages swapped": (lambda: changed(paper(), swap), "Other pages that differ: 2"),
    "other colours": (lambda: changed(paper(), recolour), "not its pages but what belongs to them"),
    "another title": (lambda: changed(paper(), entitle), "not its pages but what belongs to them"),
    "no picture of it": (
        lambda: with_content(paper(), 1, lambda _: b"q Q"),
        "page 2 no longer says",
    ),
}


@pytest.mark.parametrize("case", ALTERED)
def test_a_change_is_named_with_its_page(case: str, tmp_path: Path) -> None:
    """A Head must know where to look."""
    made, sentence = ALTERED[case]

    said = refused(tmp_path, made())

    assert said.startswith("returned.pdf was altered")
    assert sentence in said


def test_swapped_data_do_not_pass(tmp_path: Path) -> None:
    """The pages look right; what travels inside is somebody else's."""
    other = changed(
        paper(), lambda file: file.Root.AF[0].EF.F.write(carried(paper("slt", "class-project")))
    )

    assert "do not belong to the fingerprint" in refused(tmp_path, other)


def test_a_paper_with_the_schools_logo(tmp_path: Path) -> None:
    """The logo is the school's: with it at hand it is compared, without it words are."""
    pack, given = answers.read(EXAMPLE, PLACES)
    school = School("Newport Juniors", logo=logo())
    made = draw(papers.compose_paper(pack, given, school, "slt", MOMENT))
    (tmp_path / "logo.png").write_bytes(logo())
    file = tmp_path / "school.yaml"
    file.write_bytes(write_school(school, "logo.png", file).content)

    assert not returning.verify(
        put(tmp_path, made), Places(school=file, clock=PLACES.clock)
    ).words_only
    assert returning.verify(put(tmp_path, made), PLACES).words_only

    assert "says “" in refused(tmp_path, with_content(made, 1, other_letters))
    assert "something lies over page 2" in refused(tmp_path, changed(made, remark))


def test_a_paper_of_an_earlier_drawing_is_compared_by_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A school keeps its papers for years; a new layout must not make them all wrong."""
    made = changed(with_content(paper(), 0, cover), lambda _: None)
    monkeypatch.setattr(carried_paper, "DRAWN", carried_paper.DRAWN + 1)
    monkeypatch.setattr(returning, "DRAWN", carried_paper.DRAWN)

    returning.verify(put(tmp_path, made), PLACES)

    assert "says “" in refused(tmp_path, with_content(made, 1, other_letters))


def test_a_paper_in_another_language_is_compared_in_that_language(tmp_path: Path) -> None:
    """In Welsh the same answers are other words; that is no difference."""
    path = tmp_path / "cy.pdf"
    run("report", EXAMPLE, "-o", path, "--reader", "slt", "--language", "cy")

    assert "--language cy" in run("verify", path, EXAMPLE, check=1).stderr
    run("verify", path, EXAMPLE, "--language", "cy")


def test_the_command_says_intact_and_what_that_means(tmp_path: Path) -> None:
    """It finds accidents and carelessness, not forgery, and must not promise more."""
    path = put(tmp_path, paper())

    told = run("verify", path, EXAMPLE).stdout
    other = json.loads(EXAMPLE.read_text("utf-8"))
    other["answers"]["bp-what"]["note"] = "Another note"
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps(other), encoding="utf-8")
    failed = run("verify", path, kept, check=1)

    assert "is intact" in told
    assert "says the same" in told
    assert "does not show a forgery" in told
    assert (failed.stdout, len(failed.stderr.splitlines())) == ("", 1)
    assert "line 1" in failed.stderr


def test_left_out_data_are_left_out(tmp_path: Path) -> None:
    """Who does not want the data inside must be able to say so, and verify then says why."""
    path = tmp_path / "plain.pdf"
    run("report", EXAMPLE, "--no-data", "-o", path)

    failed = run("verify", path, check=1)

    assert "carries no answers as data" in failed.stderr
    assert str(TOP) not in failed.stderr


def test_where_only_words_were_compared_it_says_so(tmp_path: Path) -> None:
    """A white box over a page changes no word: nobody may be told that pages match."""
    pack, given = answers.read(EXAMPLE, PLACES)
    school = School("Newport Juniors", logo=logo())
    made = draw(papers.compose_paper(pack, given, school, "slt", MOMENT))
    path = put(tmp_path, with_content(made, 1, cover))

    assert "Only its words could be compared" in run("verify", path).stdout
    assert "only its words" in looking.look(path, PLACES).sentence
    assert "words" not in run("verify", put(tmp_path, paper())).stdout
    assert "words" not in looking.look(put(tmp_path, paper()), PLACES).sentence


def test_a_paper_that_a_viewer_saved_again_is_told_so(tmp_path: Path) -> None:
    """Viewers save by adding to the end; a Head must not hear of two different papers."""
    path = put(tmp_path, added_to(paper()))
    twice = put(tmp_path / "..", added_to(added_to(paper())))

    told = run("verify", path).stdout

    assert "is intact" in told
    assert "Another program saved it again" in told
    assert "Another program saved it again" in looking.look(twice, PLACES).sentence
    assert "saved it again" not in run("verify", put(tmp_path, paper())).stdout


def test_a_page_that_was_added_to_the_end_is_not_taken_for_the_same(tmp_path: Path) -> None:
    """What another program wrote again may be what a third one shows."""
    with pikepdf.open(io.BytesIO(paper())) as file:
        page = file.pages[1].obj
        other = b"%d %s" % (page.objgen[0], page.unparse(resolved=True))
        contents = b"%d << /Length 3 >>\nstream\nq Q\nendstream" % page.Contents.objgen[0]

    for further in (other, contents):
        assert "two programs may show" in refused(tmp_path, added_to(paper(), further))
