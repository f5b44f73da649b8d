"""The form to fill in on screen: every question has its fields, and they are read back."""

from __future__ import annotations

import io
import json
import subprocess
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf.form import Form
from PIL import Image

from tests.report.pdf.reading import opened, structure_of
from wizard.cli.main import main
from wizard.clock import FixedClock
from wizard.desk.assessment import answers
from wizard.desk.places import Places
from wizard.model.pack import Pack
from wizard.model.question import AnswerKind
from wizard.model.school import NO_SCHOOL
from wizard.report.compose_blank import compose_blank
from wizard.report.pdf.draw import draw

PLACES = Places(clock=FixedClock(datetime(2026, 11, 21, tzinfo=UTC)))


def blank(pack: Pack, *, fillable: bool = True, large_print: bool = False) -> bytes:
    """Draw the blank sheet of a journey."""
    return draw(compose_blank(pack, NO_SCHOOL, "all", large_print=large_print, fillable=fillable))


@pytest.fixture(scope="module")
def project() -> Pack:
    """The journey with every kind of question."""
    return answers.open_journey(PLACES, "class-project")


@pytest.fixture(scope="module")
def form(project: Pack) -> bytes:
    """Its form."""
    return blank(project)


def filled(form: bytes, values: dict[str, object]) -> bytes:
    """Fill a form as pikepdf does: text, a choice's id, or True for a box."""
    with pikepdf.open(io.BytesIO(form)) as file:
        fields: Any = Form(file)
        for name, value in values.items():
            field = fields[name]
            if value is True:
                field.checked = True
            else:
                choice = getattr(field, "states", None)
                field.value = pikepdf.Name(f"/{value}") if choice else value
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def test_every_question_has_its_field_with_its_choices(project: Pack, form: bytes) -> None:
    """A question without a field could only be answered with a pen."""
    file = opened(form)
    fields: Any = Form(file)
    for question in project.journey.questions():
        name = f"q:{question.id}"
        if question.kind is AnswerKind.ONE:
            states = {str(state)[1:] for state in fields[name].states}
            assert states == {choice.id for choice in question.choices}
        elif question.kind is AnswerKind.SEVERAL:
            assert all(f"{name}.{choice.id}" in fields for choice in question.choices)
        elif question.kind is AnswerKind.RISKS:
            assert f"r:{question.id}:6:hazard" in fields
        else:
            assert name in fields


def test_drawn_boxes_are_there_all_the_same(project: Pack, form: bytes) -> None:
    """Viewers that know no forms, and printers, show what the blank sheet shows."""
    plain = opened(blank(project, fillable=False))
    pages = opened(form)
    for ours, theirs in zip(pages.pages, plain.pages, strict=True):
        assert ours.Contents.read_bytes() == theirs.Contents.read_bytes()


@pytest.mark.parametrize("large_print", [False, True], ids=["usual", "large"])
def test_every_field_stands_in_the_structure_and_says_what_it_is_for(
    project: Pack, large_print: bool
) -> None:
    """Who hears the form reaches each field in its place, and hears the question again."""
    drawn = blank(project, large_print=large_print)
    file = opened(drawn)
    widgets = [widget for page in file.pages for widget in page.get("/Annots", [])]
    assert len(widgets) == len(structure_of(drawn).all("Form"))
    for widget in widgets:
        assert len(str(widget.TU)) > 3
        assert int(widget.F) == 4
    assert len({int(widget.StructParent) for widget in widgets}) == len(widgets)
    signatures = [widget for widget in widgets if widget.get("/FT") == "/Sig"]
    assert len(signatures) == 2


@pytest.mark.parametrize("large_print", [False, True], ids=["usual", "large"])
def test_the_lines_to_sign_on_begin_at_one_place(project: Pack, large_print: bool) -> None:
    """Each began where its own name ended, and in large print the page looked torn."""
    left = {
        str(widget.T): round(float(widget.Rect[0]))
        for page in opened(blank(project, large_print=large_print)).pages
        for widget in page.get("/Annots", [])
        if str(widget.get("/T", "")).startswith("sign:")
    }
    names = ("staff-name", "staff-signature", "discussed-with", "review", "slt-signature")
    assert len({left[f"sign:{name}"] for name in names}) == 1
    if large_print:
        assert left["sign:staff-role"] == left["sign:staff-name"] == left["sign:slt-date"]


def test_what_was_filled_in_is_read_back(form: bytes, tmp_path: Path) -> None:
    """From the screen to a file of answers without anybody typing it again."""
    back = tmp_path / "back.pdf"
    values: dict[str, object] = {
        "fact:1": "Siân", "fact:2": "Teacher", "q:cp-title": "River blog",
        "q:cp-start": "12 January 2027", "q:cp-youngest": "13-to-15", "q:cp-uses.ai": True,
        "r:cp-risks:1:hazard": "A stranger writes", "r:cp-risks:1:likelihood": "4",
        "r:cp-risks:1:severity": "lots", "r:cp-risks:1:when": "1/2/2027",
        "r:cp-risks:2:when": "soon", "r:cp-risks:3:when": "1/2/206",
    }  # fmt: skip
    back.write_bytes(filled(form, values))

    assert main(["read", str(back), "-o", str(tmp_path / "back.json")]) == 0

    document = json.loads((tmp_path / "back.json").read_text("utf-8"))
    given = {key: one["value"] for key, one in document["answers"].items() if one["value"]}
    rows = given.pop("cp-risks")
    assert document["people"]["staff"] == {"name": "Siân", "role": "Teacher"}
    assert given == {
        "cp-title": "River blog", "cp-start": "2027-01-12", "cp-youngest": "13-to-15",
        "cp-uses": ["ai"],
    }  # fmt: skip
    # What does not fit its field is kept where words may stand.
    assert (rows[0]["likelihood"], rows[0]["severity"], rows[0]["further"]) == (4, 0, "lots")
    assert (rows[0]["when"], rows[1]["further"]) == ("2027-02-01", "soon")
    assert (rows[2]["when"], rows[2]["further"]) == ("", "1/2/206")


def test_an_empty_form_gives_an_empty_file(form: bytes, tmp_path: Path) -> None:
    """Nothing filled in is nothing answered, never an error."""
    back = tmp_path / "back.pdf"
    back.write_bytes(form)

    assert main(["read", str(back), "-o", str(tmp_path / "back.json")]) == 0

    document = json.loads((tmp_path / "back.json").read_text("utf-8"))
    assert not any(one["value"] or one["note"] for one in document["answers"].values())


def test_a_form_of_several_journeys_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two fields of one name would fill each other in."""
    out = tmp_path / "out.pdf"
    assert main(["blank", "leaving", "induction", "--fillable", "-o", str(out)]) == 2
    assert "one journey" in capsys.readouterr().err
    assert not out.exists()


def test_blanks_of_a_meeting_come_in_one_file(tmp_path: Path) -> None:
    """Printed in one go, and each sheet counts its own pages."""
    out = tmp_path / "out.pdf"
    assert main(["blank", "before-posting", "leaving", "--copies", "2", "-o", str(out)]) == 0
    drawn = out.read_bytes()
    parts = structure_of(drawn).kids
    assert [part.role for part in parts] == ["Part"] * 4
    with opened(drawn).open_outline() as outline:
        assert len(outline.root) == 4


def test_blank_asks_only_about_the_platforms_named(tmp_path: Path) -> None:
    """Nobody wants ten platforms' settings on paper for the two they use."""
    pack = answers.open_journey(PLACES, "privacy-checkup")
    some = compose_blank(pack, NO_SCHOOL, "all", large_print=False, platforms=["facebook"])
    every = compose_blank(pack, NO_SCHOOL, "all", large_print=False)
    told = str(some.blocks)
    assert "fb-" in told
    assert "tt-" not in told
    assert len(some.blocks) < len(every.blocks)
    out = tmp_path / "out.pdf"
    assert main(["blank", "privacy-checkup", "--platform", "facebok", "-o", str(out)]) == 1


@pytest.mark.parametrize("journey", ["class-project", "induction", "something-wrong"])
def test_no_two_fields_are_called_the_same(journey: str) -> None:
    """Who hears "Name" three times does not know whose name goes where."""
    drawn = blank(answers.open_journey(PLACES, journey))
    called = Counter(
        str(widget.TU) for page in opened(drawn).pages for widget in page.get("/Annots", [])
    )
    assert [name for name, times in called.items() if times > 1] == []


def test_words_typed_over_lines_can_be_read(form: bytes) -> None:
    """The lines are for a pen; words in a viewer's own lines would be struck through by them."""
    with pikepdf.open(io.BytesIO(form)) as file:
        number, widget = next(
            (number, widget)
            for number, page in enumerate(file.pages, 1)
            for widget in page.get("/Annots", [])
            if widget.get("/T") == "q:cp-objectives"
        )
        left, low, right, high = (int(side) for side in widget.Rect)
        widget.V = pikepdf.String("x")
        del widget.AP  # what shows it is made by whoever draws it
        file.Root.AcroForm.NeedAppearances = True
        out = io.BytesIO()
        file.save(out)
    drawn = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", "-f", str(number), "-l", str(number), "-"],
        input=out.getvalue(),
        capture_output=True,
        check=True,
    )
    with Image.open(io.BytesIO(drawn.stdout)) as shown:
        inside = shown.crop((left + 60, shown.height - high + 4, right - 4, shown.height - low - 4))
    assert min(inside.tobytes()) > 250


def test_a_choice_made_elsewhere_is_seen(form: bytes) -> None:
    """Poppler, the viewer of most Linux desktops, draws it anew and showed an empty box."""
    file = opened(filled(form, {"q:cp-youngest": "under-13", "fact:1": "x"}))
    places = {
        str(widget.AS): [int(float(edge)) for edge in widget.Rect]
        for widget in file.pages[0].Annots
        if "/Parent" in widget and str(widget.Parent.T) == "q:cp-youngest"
    }
    out = io.BytesIO()
    file.save(out)
    drawn = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", "-l", "1", "-"],
        input=out.getvalue(),
        capture_output=True,
        check=True,
    )
    left, low, right, high = places["/under-13"]
    with Image.open(io.BytesIO(drawn.stdout)) as shown:
        inside = shown.crop((left + 4, shown.height - high + 4, right - 3, shown.height - low - 3))
    assert min(inside.tobytes()) < 128
