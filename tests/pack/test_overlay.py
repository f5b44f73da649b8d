"""A school's overlay: it adds and tightens; what drops or weakens is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.errors import ContentFaults
from wizard.model.pack import Pack
from wizard.model.status import Strength
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

ADDED = """\
  questions:
    - id: our-list
      journey: tiny
      section: t-first
      after: t-picture
      text: Have you looked at our list?
      kind: line
"""


def opened(tmp_path: Path, overlay: str) -> Pack:
    """Open the tiny journey under a school's file with this overlay."""
    school = tmp_path / "school.yaml"
    school.write_text("name: X\noverlay:\n" + overlay, encoding="utf-8")
    return open_pack(FolderSource(write_tiny(tmp_path / "content")), "tiny", school)


def told(tmp_path: Path, overlay: str) -> list[tuple[int, str, str]]:
    """Return the faults as line, code and what is wrong."""
    with pytest.raises(ContentFaults) as caught:
        opened(tmp_path, overlay)
    return [(fault.line, fault.code, fault.what) for fault in caught.value.faults]


def test_a_question_is_added_and_moves_no_other_number(tmp_path: Path) -> None:
    """Sheets printed before keep their line numbers."""
    journey = opened(tmp_path, ADDED).journey

    assert [question.id for question in journey.questions()] == [
        "t-picture",
        "our-list",
        "t-faces",
        "t-words",
    ]
    assert journey.lines == {"t-picture": "1", "our-list": "S1", "t-faces": "2", "t-words": "3"}


def test_a_question_that_is_called_otherwise_by_now_is_followed(tmp_path: Path) -> None:
    """Our update had made the school's file a wrong one, and nobody there could begin."""
    overlay = ADDED.replace("after: t-picture", "after: t-faces") + (
        "  order: [{journey: tiny, section: t-first, questions: [t-picture, our-list, t-faces]}]\n"
    )
    opened(tmp_path, overlay)
    write_tiny(
        tmp_path / "content",
        questions=QUESTIONS.replace("t-faces", "t-face"),
        journey=JOURNEY.replace("t-faces", "t-face"),
        retired="kind\tid\tbecame\tin\ttext\nquestion\tt-faces\tt-face\t2\tCan you see one?\n",
    )

    pack = open_pack(FolderSource(tmp_path / "content"), "tiny", tmp_path / "school.yaml")

    assert [question.id for question in pack.journey.sections[0].questions] == [
        "t-picture",
        "our-list",
        "t-face",
    ]


def test_the_order_of_a_page_outlives_two_of_its_questions_becoming_one(tmp_path: Path) -> None:
    """The one question stood there twice, and the school's order went without a word."""
    three = JOURNEY.replace("[t-picture, t-faces]", "[t-picture, t-faces, t-words]")
    three = three.replace(three[three.index("  - id: t-last") : three.index("outcome:")], "")
    school = tmp_path / "school.yaml"
    school.write_text(
        "name: A school\noverlay:\n  order:\n    - journey: tiny\n      section: t-first\n"
        "      questions: [t-words, t-faces, t-picture]\n",
        "utf-8",
    )
    faces = QUESTIONS[QUESTIONS.index("  - id: t-faces") : QUESTIONS.index("  - id: t-words")]
    became = ("question\tt-picture\tt-both\t2\tA?\n", "question\tt-faces\tt-both\t2\tB?\n")
    write_tiny(
        tmp_path / "content",
        questions=QUESTIONS.replace(faces, "").replace("t-picture", "t-both"),
        journey=three.replace("t-picture, t-faces", "t-both"),
        retired="kind\tid\tbecame\tin\ttext\n" + "".join(became),
    )

    pack = open_pack(FolderSource(tmp_path / "content"), "tiny", school)

    assert [question.id for question in pack.journey.questions()] == ["t-words", "t-both"]


def test_a_clause_is_tightened(tmp_path: Path) -> None:
    """The school may ask more than its policy."""
    pack = opened(tmp_path, "  stricter: [{clause: newport.rule, strength: prohibited}]\n")

    assert pack.policies["newport"].clauses["newport.rule"].strength is Strength.PROHIBITED
    assert pack.policies["oakfield"].clauses["oakfield.rule"].strength is Strength.REQUIRED


def test_the_school_changes_what_names_the_content(tmp_path: Path) -> None:
    """An old paper must show that it was made with the school's additions."""
    plain = open_pack(FolderSource(write_tiny(tmp_path / "content")), "tiny")

    assert opened(tmp_path, ADDED).digest != plain.digest


def test_order_is_changed_with_the_numbers_kept(tmp_path: Path) -> None:
    """The order is the school's; the numbers are everybody's."""
    overlay = "  order: [{journey: tiny, section: t-first, questions: [t-faces, t-picture]}]\n"
    with pytest.raises(ContentFaults) as caught:
        opened(tmp_path, overlay)
    # t-faces reads t-picture, which would then be asked later.
    assert [fault.code for fault in caught.value.faults] == ["asked-later"]


@pytest.mark.parametrize(
    ("overlay", "line", "code", "what"),
    [
        (
            "  stricter: [{clause: newport.rule, strength: advised}]\n",
            3,
            "weakened",
            "“newport.rule” would weaken from required to advised",
        ),
        (
            "  order: [{journey: tiny, section: t-first, questions: [t-faces]}]\n",
            3,
            "dropped",
            "the order leaves out “t-picture” (newport.rule)",
        ),
        (
            "  stricter: [{clause: newport.rul, strength: required}]\n",
            3,
            "unknown-clause",
            "there is no clause “newport.rul”",
        ),
        (
            ADDED.replace("t-first", "t-frst"),
            6,
            "unknown-section",
            "there is no page “t-frst”",
        ),
        (
            ADDED.replace("after: t-picture", "after: t-pic"),
            6,
            "unknown-question",
            "“t-first” does not ask “t-pic”",
        ),
        ("  drop: [t-picture]\n", 3, "unknown-key", "“drop” is not a key that belongs here"),
    ],
)
def test_what_a_school_can_not_do_is_refused(
    tmp_path: Path, overlay: str, line: int, code: str, what: str
) -> None:
    """The line and the clause, so that the office lead knows why."""
    assert (line, code, what) in told(tmp_path, overlay)


def test_an_added_id_that_exists_is_refused(tmp_path: Path) -> None:
    """Replacing a question would be dropping it."""
    faults = told(tmp_path, ADDED.replace("our-list", "t-words"))

    assert [code for _, code, _ in faults] == ["repeated-id"]


def test_the_sample_school_is_sound() -> None:
    """What we give schools to copy works."""
    from wizard import paths
    from wizard.desk.school.overlay import changes

    content = paths.content_folder()
    lines = list(changes(content, content / "school-example" / "school.yaml"))

    assert "newport.must-not.friend-parent: strongly-advised becomes prohibited." in lines


@pytest.mark.parametrize(
    ("nation", "name"),
    [("england", "DSL"), ("wales", "DSP"), ("scotland", "Child Protection Coordinator")],
)
def test_a_role_is_called_as_the_nation_calls_it(tmp_path: Path, nation: str, name: str) -> None:
    """What leads on safeguarding has another name in Wales and in Scotland."""
    from wizard import paths

    school = tmp_path / "school.yaml"
    school.write_text(f"name: X\nnation: {nation}\n", encoding="utf-8")
    pack = open_pack(FolderSource(paths.content_folder()), "something-wrong", school)
    asked = " ".join(f"{one.text} {one.todo} {one.ask}" for one in pack.journey.questions())
    clauses = " ".join(one.text for one in pack.policies["oakfield"].clauses.values())

    assert pack.roles["dsl"].name == name
    assert name in asked
    assert ("DSL" in asked) == (nation == "england")
    assert "DSP" not in clauses, "a policy's own words stay"
