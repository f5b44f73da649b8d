"""Faults in content: each is found, with its line, and told with a way out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tiny import CHOICES, CLAUSE_COLUMNS, JOURNEY, QUESTIONS, write_tiny
from wizard import paths
from wizard.errors import Fault
from wizard.pack.check import check
from wizard.pack.source import FolderSource


def found(folder: Path) -> list[Fault]:
    """Return the faults in a content folder."""
    return list(check(FolderSource(folder))[1])


def test_sound_content_has_no_faults(tmp_path: Path) -> None:
    """The tiny content must be sound, or no test below shows anything."""
    assert found(write_tiny(tmp_path)) == []


def replaced(text: str, old: str, new: str) -> str:
    """Replace once, and fail if there is nothing to replace."""
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


CASES = [
    ("questions", "text: What does it say?", "txt: What does it say?", 17, "unknown-key"),
    ("questions", "text: What does it say?", "help: What does it say?", 16, "missing-key"),
    ("questions", "kind: text", "kind: txt", 18, "not-allowed"),
    ("questions", "id: t-words", "id: T words!", 16, "bad-id"),
    ("questions", "id: t-words", "id: t-faces", 16, "repeated-id"),
    ("questions", "answers: risky", "answers: risk", 4, "unknown-choice-set"),
    ("questions", "[newport.rule]", "[newport.rul]", 8, "unknown-clause"),
    ("questions", "who: head", "who: haed", 7, "unknown-role"),
    ("questions", "t-picture is yes", "t-pictur is yes", 9, "unknown-question"),
    ("questions", "t-picture is yes", "t-picture is maybe", 9, "unknown-choice"),
    ("questions", "t-picture is yes", "t-picture is yes and t-picture is no", 9, "never"),
    ("questions", "t-picture is yes", "t-picture = yes", 11, "bad-condition"),
    ("questions", "t-picture is yes", "t-words is yes", 9, "unknown-question"),
    ("questions", "    todo: Take the picture out.\n", "", 2, "no-advice"),
    ("questions", "answers: risky", "answers: &a risky", 4, "anchor"),
    ("questions", "answers: risky", "answers: !!str risky", 4, "tag"),
    ("questions", "answers: risky", "answers: *a", 4, "alias"),
    ("questions", "who: head", "who: head\n    who: head", 8, "repeated-key"),
    ("questions", "text: What does it say?", "text: [a, b]", 17, "not-a-text"),
    ("questions", "    kind: text", "    kind: text\n    meaning: -1", 19, "not-a-number"),
    ("questions", "    kind: text", "    kind: text\n    sub: true", 19, "not-a-flag"),
    ("questions", "    kind: text", "   kind: text", 18, "not-yaml"),
    ("journey", "questions: [t-words]", "questions: [t-word]", 9, "unknown-question"),
    ("journey", "questions: [t-words]", "questions: []", 7, "empty-section"),
    ("journey", "uses: [tiny]", "uses: [tiny, other]", 0, "missing-file"),
    ("journey", "id: tiny", "id: other", 1, "other-id"),
    ("journey", "id: tiny\n", "id: tiny\nat-most: {questions: 2}\n", 2, "too-many-questions"),
    ("journey", "id: tiny\n", "id: tiny\nat-most: {words: 9}\n", 2, "too-many-words"),
    ("index", "\t3\n", "\t4\n", 2, "count"),
    ("index", "\t3\n", "\tthree\n", 2, "not-a-number"),
    ("index", "\t12\t", "\tnow and then\t", 2, "not-a-number"),
    ("index", "\t3\n", "\n", 2, "cells"),
    ("choices", "becomes: to-do", "becomes: todo", 4, "not-allowed"),
    ("retired", "text\n", "text\nquestion\tt-words\t\t1\tWords?\n", 16, "reused-id"),
    ("retired", "text\n", "text\nquestion\told\tt-new\t1\tOld?\n", 2, "unknown-successor"),
    ("clauses", "required", "strict", 2, "not-allowed"),
]

SOUND = {
    "questions": QUESTIONS,
    "journey": JOURNEY,
    "choices": CHOICES,
    "index": "id\ttitle\tabout\tminutes\tagain\tquestions\ntiny\tTiny\tA small one.\t1\t12\t3\n",
    "retired": "kind\tid\tbecame\tin\ttext\n",
    "clauses": CLAUSE_COLUMNS + "newport.rule\tRules\tmust\tstaff\ttiny\trequired\tThink.\n",
}


@pytest.mark.parametrize(("file", "old", "new", "line", "code"), CASES)
def test_fault_is_found_at_its_line(
    tmp_path: Path, file: str, old: str, new: str, line: int, code: str
) -> None:
    """An editor must be told the right line, or the message helps nobody."""
    folder = write_tiny(tmp_path, **{file: replaced(SOUND[file], old, new)})

    assert (line, code) in [(fault.line, fault.code) for fault in found(folder)]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Mending one fault a run wears an editor out."""
    broken = QUESTIONS.replace("who: head", "who: haed").replace("kind: text", "kind: txt")
    folder = write_tiny(tmp_path, questions=broken)

    codes = [fault.code for fault in found(folder)]

    assert codes == ["unknown-role", "unknown-role", "not-allowed"]


PLATFORM_FAULTS = [
    ("facebook", "confidence: {label: B", "confidence: {label: Q", "not-allowed"),
    ("facebook", "- id: fb-future", "- id: fb future", "bad-id"),
    ("facebook", "    confidence: {", "    confidence: high  # {", "no-keys"),
    ("facebook", "    text:", "   text:", "not-yaml"),
    ("every", "- id: all-2fa", "- id: all 2fa", "bad-id"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), PLATFORM_FAULTS)
def test_a_setting_that_can_not_be_read_is_told_alone(
    tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    """An editor who is told to write another number in the index spoils a good file, too."""
    folder = tmp_path / "content"
    shutil.copytree(paths.content_folder(), folder)
    file = folder / "platforms" / f"{name}.yaml"
    file.write_text(replaced(file.read_text("utf-8"), old, new), "utf-8")

    assert [(Path(one.file).name, one.code) for one in found(folder)] == [(file.name, code)]


def test_a_question_without_an_id_is_told_alone(tmp_path: Path) -> None:
    """The page that asks it is right: it only names what can not be found by now."""
    folder = write_tiny(tmp_path, questions=QUESTIONS.replace("id: t-words", "id: T words!"))

    assert [fault.code for fault in found(folder)] == ["bad-id"]


def test_a_near_miss_is_suggested(tmp_path: Path) -> None:
    """The message names what was probably meant."""
    folder = write_tiny(tmp_path, questions=replaced(QUESTIONS, "[newport.rule]", "[newport.rul]"))

    assert [fault.hint for fault in found(folder)] == ["did you mean “newport.rule”?"]


def test_question_in_no_journey_is_a_fault(tmp_path: Path) -> None:
    """A question nobody can reach is a mistake, not a reserve."""
    journey = replaced(JOURNEY, "[t-picture, t-faces]", "[t-picture]")
    index = SOUND["index"].replace("\t3\n", "\t2\n")
    folder = write_tiny(tmp_path, journey=journey, index=index)

    assert [(fault.line, fault.code) for fault in found(folder)] == [(9, "unreached")]


def test_a_broken_file_is_not_blamed_on_others(tmp_path: Path) -> None:
    """A file that can not be read is one fault, not one for each question it held."""
    folder = write_tiny(tmp_path, questions=replaced(QUESTIONS, "    kind: text", "   kind: text"))

    assert [fault.code for fault in found(folder)] == ["not-yaml"]


def test_question_behind_one_that_is_never_asked_is_a_fault(tmp_path: Path) -> None:
    """A condition can also fail because of what it leans on."""
    questions = QUESTIONS + (
        "  - id: t-deep\n    text: And behind it?\n    kind: line\n"
        "    when: t-faces is yes and t-picture is no\n"
    )
    journey = replaced(JOURNEY, "[t-words]", "[t-words, t-deep]")
    index = SOUND["index"].replace("\t3\n", "\t4\n")
    folder = write_tiny(tmp_path, questions=questions, journey=journey, index=index)

    assert [fault.code for fault in found(folder)] == ["never"]


def test_thirteen_questions_on_a_page_are_a_fault(tmp_path: Path) -> None:
    """A page longer than twelve questions is one nobody finishes."""
    more = [f"t-more-{number}" for number in range(12)]
    questions = QUESTIONS + "".join(
        f"  - {{id: {one}, text: And this?, kind: line}}\n" for one in more
    )
    journey = replaced(JOURNEY, "[t-words]", f"[t-words, {', '.join(more)}]")
    index = SOUND["index"].replace("\t3\n", "\t15\n")
    folder = write_tiny(tmp_path, questions=questions, journey=journey, index=index)

    assert [fault.code for fault in found(folder)] == ["page-too-long"]


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        ("questions: " + "[" * 100_000, "too-deep"),
        ("questions: " + "{a: " * 100_000, "too-deep"),
        ("\xff".encode("latin-1").decode("latin-1") * 1_100_000, "not-text"),
        ("- one\n- two\n", "no-keys"),
        ("", "no-keys"),
        ("questions: []\n---\nquestions: []\n", "two"),
    ],
    ids=["open-lists", "open-tables", "too-large", "a-list", "empty", "two-documents"],
)
def test_hostile_file_is_one_fault(tmp_path: Path, questions: str, code: str) -> None:
    """No file may bring the program down, however it was made."""
    folder = write_tiny(tmp_path, questions=questions)

    assert code in [fault.code for fault in found(folder)]


def test_values_stay_text(tmp_path: Path) -> None:
    """YAML would make booleans of these, and the choice ids would be lost."""
    choices = CHOICES.replace("id: no,", "id: off,").replace("id: yes,", "id: 1.10,")
    questions = QUESTIONS.replace("t-picture is yes", "t-picture is 1.10")
    packs, faults = check(FolderSource(write_tiny(tmp_path, choices=choices, questions=questions)))

    assert faults == ()
    first = next(packs[0].journey.questions())
    assert [choice.id for choice in first.choices] == ["off", "1.10", "unsure"]


def test_content_that_came_with_the_program_is_sound() -> None:
    """What we ship passes what we ask of others."""
    from wizard import paths

    packs, faults = check(FolderSource(paths.content_folder()))

    assert faults == ()
    assert len(packs) >= 3
