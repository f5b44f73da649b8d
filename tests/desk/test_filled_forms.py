"""A form filled in on screen comes in: what has no place among the answers is said."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.desk.sheets import blank, came_in, filled
from tests.tiny import JOURNEY, QUESTIONS, write_school, write_tiny
from wizard.cli.main import main
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, looking
from wizard.desk.handover.looking import Kind
from wizard.desk.paper import papers
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.model.answers import Answer

SIGNED = {
    "fact:3": "20 November 2026",
    "sign:staff-date": "21/11/2026",
    "sign:discussed-with": "Mair Price",
    "sign:decision": "2",
    "sign:conditions": "Cover the faces.\nAsk Ŵyn first.",
    "sign:review": "12 May 2027",
    "sign:slt-date": "22/11/2026",
}
"""What has no place among the answers."""

TOLD = (
    "“Date”: “20 November 2026”",
    "“Member of staff – Date”: “21/11/2026”",
    "“Discussed with”: “Mair Price”",
    "“Decision”: “Approved with conditions”",
    "“Conditions”: “Cover the faces. Ask Ŵyn first.”",
    "“Review date”: “12 May 2027”",
    "“For SLT (senior leadership team) – Date”: “22/11/2026”",
)


LAST = "  - id: t-last\n    title: Last\n    questions: [t-words]\n"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Tiny content, and a folder for answers."""
    return Places(tmp_path / "data", write_tiny(tmp_path / "content"))


@pytest.fixture
def form(places: Places) -> bytes:
    """The form of the tiny journey."""
    return blank(places)


def command(places: Places, *words: str | Path) -> int:
    """Run one command on the tiny content."""
    named = ["--content", places.content, "--data", places.data]
    return main([str(word) for word in (*words, *named)])


@pytest.mark.parametrize("way", ["import", "read"])
def test_what_is_not_taken_in_is_told_with_its_words(
    way: str, tmp_path: Path, places: Places, form: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names, dates and conditions of the page to sign went without a word."""
    path = filled(tmp_path / "back.pdf", form, SIGNED | {"q:t-words": "Our trip"})

    assert command(places, way, path) == 0

    said = capsys.readouterr().err.splitlines()
    assert [line.split("taken in: ")[1] for line in said] == list(TOLD)
    assert all(line.startswith("back.pdf: ") for line in said)


def test_whoever_looks_at_it_finds_the_words_to_copy(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """In the window it is seen before anything is taken in, the lines as they were typed."""
    looked = looking.look(filled(tmp_path / "back.pdf", form, SIGNED), places)
    left = {one.label: one.words for one in looked.left}
    assert left["Conditions"] == "Cover the faces.\nAsk Ŵyn first."
    assert left["Decision"] == "Approved with conditions"
    # There is nothing to go on with, and all the same it is not empty.
    assert looked.kind is Kind.FORM
    assert not looked.has_answers


def test_a_role_given_only_where_one_signs_is_taken_in(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """The head of the sheet and its last page ask for the same person."""
    values = {"sign:staff-name": "Ada Lake", "sign:staff-role": "Teacher", "q:t-words": "x"}
    looked = looking.look(filled(tmp_path / "back.pdf", form, values), places)
    assert looked.filled is not None
    person = looked.filled.run.answers.person("staff")
    assert (person.name, person.role) == ("Ada Lake", "Teacher")
    assert looked.left == ()


def test_another_name_where_one_signs_is_not_lost(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """Two names were given and a self-assessment has one: the other is told."""
    values = {"fact:1": "Ada Lake", "sign:staff-name": "Bea Marsh", "sign:slt-name": "Mair Price"}
    looked = looking.look(filled(tmp_path / "back.pdf", form, values), places)
    told = {one.label: one.words for one in looked.left}
    assert told["Member of staff – Name"] == "Bea Marsh"
    # Nobody here has the role of SLT, so there is no place for that name either.
    assert told["For SLT (senior leadership team) – Name"] == "Mair Price"


def test_a_signature_put_in_by_a_viewer_is_told(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """Nobody typed it, and it signs the form, not what is made of it here."""
    path = filled(tmp_path / "back.pdf", form, {"q:t-words": "x"})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        (field,) = (one for one in file.Root.AcroForm.Fields if str(one.T) == "sign:slt-signature")
        field.V = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"\0" * 30_000)
        file.save(path)
    looked = looking.look(path, places)
    assert [one.words for one in looked.left] == ["signed in the file"]
    assert looked.has_answers


def test_a_pick_that_a_viewer_wrote_as_text_is_a_pick(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """One program (pypdf) writes the name of a box as text: its question stood open still."""
    path = filled(tmp_path / "back.pdf", form, {"q:t-picture": "unsure"})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        (field,) = (one for one in file.Root.AcroForm.Fields if str(one.T) == "q:t-picture")
        assert str(field.V) == "/unsure"
        field.V = pikepdf.String("/unsure")
        file.save(path)

    assert came_in(path, places)["t-picture"].value == "unsure"


@pytest.mark.parametrize("before", ["", "yes"])
def test_a_pick_that_a_mac_saved_at_its_box_alone_is_a_pick(
    tmp_path: Path, places: Places, form: bytes, before: str
) -> None:
    """Preview leaves the field and the other boxes as they were: no pick came, or the first one."""
    picked = {"q:t-picture": before} if before else {}
    path = filled(tmp_path / "back.pdf", form, {"q:t-words": "Our trip"} | picked)
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        (field,) = (one for one in file.Root.AcroForm.Fields if str(one.T) == "q:t-picture")
        (box,) = (one for one in field.Kids if "/unsure" in one.AP.N)
        box.AS = box.V = pikepdf.Name("/unsure")
        box.FT, box.T = field.FT, field.T
        del box.Parent
        file.save(path)

    answers = came_in(path, places)

    if not before:
        assert answers["t-picture"] == Answer("unsure")
    else:
        # Nobody can tell which of the two was meant.
        assert answers["t-picture"] == Answer()
        assert answers.earlier["t-picture"][0].said == "Yes; I am not sure"


def test_a_tick_that_a_viewer_saved_as_a_look_alone_is_a_tick(
    tmp_path: Path, places: Places
) -> None:
    """Of a question that takes several the form was called empty."""
    several = QUESTIONS.replace("pupil's face?", "pupil's face?\n    kind: several")
    write_tiny(tmp_path / "content", questions=several)
    path = filled(tmp_path / "back.pdf", blank(places), {})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        (field,) = (one for one in file.Root.AcroForm.Fields if str(one.T) == "q:t-faces")
        (box,) = (one for one in field.Kids if str(one.T) == "yes")
        box.AS = pikepdf.Name("/yes")
        file.save(path)

    assert came_in(path, places)["t-faces"].value == ("yes",)


@pytest.mark.parametrize("way", ["a stream", "rich text"])
def test_words_are_read_whichever_way_they_are_kept(
    tmp_path: Path, places: Places, form: bytes, way: str
) -> None:
    """Long ones may be a stream, which was refused; rich ones alone came in as nothing."""
    path = filled(tmp_path / "back.pdf", form, {})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        (field,) = (one for one in file.Root.AcroForm.Fields if str(one.T) == "q:t-words")
        if way == "a stream":
            field.V = file.make_stream("\ufeffAsk Ŵyn first".encode("utf-16-be"))
        else:
            field.RV = pikepdf.String("<body><p>Ask Ŵyn <b>first</b></p></body>")
        file.save(path)

    assert came_in(path, places)["t-words"].value == "Ask Ŵyn first"


def test_words_go_over_no_other_words_of_the_same_name(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """A page of a second form, put behind the first, has no field that says which form it is."""
    path = filled(tmp_path / "back.pdf", form, {"q:t-words": "Ada's"})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        fields = file.Root.AcroForm.Fields
        (field,) = (one for one in fields if str(one.T) == "q:t-words")
        second = file.make_indirect(pikepdf.Dictionary(dict(field.items())))
        second.V = pikepdf.String("Bea's")
        fields.append(second)
        file.save(path)

    with pytest.raises(InputFault, match="more than one form"):
        looking.look(path, places)


@pytest.mark.parametrize("kind", ["Btn", "Tx"])
def test_what_stands_beside_a_pick_under_its_name_is_kept(
    tmp_path: Path, places: Places, form: bytes, kind: str
) -> None:
    """Where a viewer made the box a field of its own the pick before stood as the answer."""
    path = filled(tmp_path / "back.pdf", form, {"q:t-picture": "yes"})
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        beside = pikepdf.Dictionary(FT=pikepdf.Name(f"/{kind}"), T=pikepdf.String("q:t-picture"))
        beside.V = pikepdf.Name("/unsure") if kind == "Btn" else pikepdf.String("Ask Mair")
        file.Root.AcroForm.Fields.append(file.make_indirect(beside))
        file.save(path)

    answers = came_in(path, places)

    if kind == "Btn":
        assert answers["t-picture"] == Answer()
        assert answers.earlier["t-picture"][0].said == "Yes; I am not sure"
    else:
        assert answers["t-picture"] == Answer("yes", "Ask Mair")


def test_a_form_of_an_older_edition_keeps_what_it_still_can(
    tmp_path: Path, places: Places, form: bytes
) -> None:
    """A line that is not asked any more refused the whole form, and its note went unsaid."""
    values = {"q:t-words": "Our trip", "n:t-picture": "A note", "q:t-picture": "unsure"}
    path = filled(tmp_path / "back.pdf", form, values)
    write_tiny(
        tmp_path / "content",
        questions="questions:\n" + QUESTIONS[QUESTIONS.index("  - id: t-words") :],
        journey=JOURNEY.replace("t-picture, t-faces", "t-words").replace(LAST, ""),
    )
    looked = looking.look(path, places)
    assert looked.filled is not None
    assert looked.filled.run.answers["t-words"].value == "Our trip"
    assert {one.words for one in looked.left} == {"unsure", "A note"}
    assert all("Does it have a picture?" in one.label for one in looked.left)


def test_a_line_that_is_too_long_goes_into_the_note(tmp_path: Path) -> None:
    """One long line, or a name as long, and no answer of the form came in."""
    line = QUESTIONS.replace("kind: text", "kind: line\n    assessed: no")
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content", questions=line))
    form = blank(places)
    long = "word " * 120
    path = filled(tmp_path / "back.pdf", form, {"q:t-words": long, "q:t-picture": "yes"})

    answers = came_in(path, places)

    assert answers["t-words"] == Answer("", long.strip())
    assert answers["t-picture"].value == "yes"


def test_a_name_that_is_too_long_is_told(tmp_path: Path, places: Places, form: bytes) -> None:
    """The form is not refused for it."""
    path = filled(tmp_path / "back.pdf", form, {"fact:1": "y" * 700, "q:t-words": "Our trip"})

    looked = looking.look(path, places)

    assert looked.has_answers
    assert [one.words for one in looked.left] == ["y" * 700]


@pytest.mark.parametrize("way", ["window", "command"])
def test_a_slip_in_the_schools_file_keeps_no_pdf_outside(
    tmp_path: Path, places: Places, form: bytes, way: str
) -> None:
    """The same answers as a file came in: from a shared computer the PDF may be all there is."""
    desk = Desk(places)
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-picture", "yes")
    paper = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    (tmp_path / "mine.pdf").write_bytes(papers.draw(paper))
    desk.close()
    school = write_school(tmp_path)
    school.write_text(school.read_text("utf-8").replace("t-first", "nosuch"), "utf-8")
    slipped = Places(tmp_path / "home", places.content, school=school)
    form_back = filled(tmp_path / "form.pdf", form, {"q:t-picture": "yes"})

    desk = Desk(slipped)
    for path in (tmp_path / "mine.pdf", form_back):
        if way == "window":
            came = looking.take_in(looking.look_here(path, desk), desk)
        else:
            (came,) = bringing.bring_in(desk, path).ids
        assert desk.runs.look(came).result().answers["t-picture"].value == "yes"
    desk.close()


def test_dots_in_an_id_part_nothing(tmp_path: Path) -> None:
    """A school's questions may have some: words stood among the ticks of another, or nowhere."""
    questions = (
        QUESTIONS.replace("pupil's face?", "pupil's face?\n    kind: several")
        .replace("id: t-words", "id: t-faces.words")
        .replace("id: t-picture", "id: t.picture")
        .replace("when: t-picture", "when: t.picture")
    )
    journey = JOURNEY.replace("t-words", "t-faces.words").replace("t-picture", "t.picture")
    content = write_tiny(tmp_path / "content", questions=questions, journey=journey)
    places = Places(tmp_path / "data", content)
    typed = {"q:t.picture": "yes", "n:t.picture": "A note", "q:t-faces.words": "Our trip"}
    path = filled(tmp_path / "back.pdf", blank(places), typed | {"q:t-faces.no": "no"})

    answers = came_in(path, places)

    assert answers["t.picture"] == Answer("yes", "A note")
    assert answers["t-faces.words"].value == "Our trip"
    assert answers["t-faces"] == Answer(("no",))


@pytest.mark.filterwarnings("ignore::pikepdf.exceptions.PageCopyWarning")
@pytest.mark.parametrize("are_listed", [True, False])
def test_two_forms_in_one_file_are_not_mixed_up(
    tmp_path: Path, places: Places, *, are_listed: bool
) -> None:
    """An office made one PDF of them: the second's words went over the first's, ticks joined.

    Where its fields stood on the pages and in no list it was not read, and nothing said so.
    """
    several = QUESTIONS.replace("pupil's face?", "pupil's face?\n    kind: several")
    write_tiny(tmp_path / "content", questions=several)
    form = blank(places)
    ada = filled(tmp_path / "ada.pdf", form, {"q:t-words": "Ada's", "q:t-faces.no": "no"})
    bea = filled(tmp_path / "bea.pdf", form, {"q:t-words": "Bea's", "q:t-faces.yes": "yes"})
    with pikepdf.open(ada, allow_overwriting_input=True) as file, pikepdf.open(bea) as other:
        if are_listed:
            file.Root.AcroForm.Fields.extend(map(file.copy_foreign, other.Root.AcroForm.Fields))
        else:
            file.pages.extend(other.pages)
        file.save(ada)

    with pytest.raises(InputFault, match="more than one form"):
        looking.look(ada, places)
