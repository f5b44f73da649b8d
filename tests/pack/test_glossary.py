"""The glossary: read with all its faults, and found where its words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard import paths
from wizard.errors import ContentFaults, Fault
from wizard.model.glossary import Glossary, Term
from wizard.pack.build import open_pack
from wizard.pack.check import check
from wizard.pack.library import read_library
from wizard.pack.source import FolderSource

ICT = Term("ict", "ICT", "Computers and all that.")
LEAD = Term("ict-lead", "ICT lead", "Who looks after the computers.")
AI = Term("ai", "AI", "Tools that write.")
STORY = Term("story", "Story", "A picture that goes away.")
GLOSSARY = Glossary((ICT, LEAD, AI, STORY))

TERMS = """\
terms:
  - {id: picture, term: Picture, meaning: A photo or a drawing.}
  - {id: face, term: Pupil's face, meaning: What a pupil is known by.}
"""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ask the ICT lead.", (LEAD,)),
        ("Two ICT leads teach ICT.", (LEAD, ICT)),
        ("She said it again.", ()),
        ("Was AI used?", (AI,)),
        ("Do your stories go away?", (STORY,)),
        ("Your story, and the AI's.", (STORY, AI)),
        ("A storyboard.", ()),
        ("", ()),
    ],
)
def test_a_term_is_found_where_it_stands(text: str, named: tuple[Term, ...]) -> None:
    """A button that explains what is not there would only be in the way."""
    assert GLOSSARY.named_in([text]) == named


@pytest.mark.parametrize("written", ["'", "’"])
@pytest.mark.parametrize("asked", ["'", "’"])
def test_either_apostrophe_names_a_term(written: str, asked: str) -> None:
    """A school writes its own questions on a keyboard that has only the straight one."""
    face = Term("face", f"Pupil{written}s face", "What a pupil is known by.")

    assert Glossary((face,)).named_in([f"Is a pupil{asked}s face in it?"]) == (face,)


def test_an_empty_glossary_names_nothing() -> None:
    """Content without a glossary is as good as any."""
    assert Glossary().named_in(["AUP"]) == ()


def _faults(folder: Path, glossary: str) -> list[Fault]:
    write_tiny(folder)
    (folder / "glossary.yaml").write_text(glossary, "utf-8")
    return list(check(FolderSource(folder))[1])


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    """Whoever adds a word must not hear of one slip at a time."""
    text = (
        "terms:\n"
        "  - {id: aup, term: AUP, meaning: What you sign.}\n"
        "  - {id: aup, term: DSL, meaning: Who keeps pupils safe.}\n"
        "  - {id: Two, term: SLT, meaning: Who leads.}\n"
        "  - {id: three, term: aup, meaning: Again.}\n"
        "  - {id: four, trem: LADO}\n"
    )

    found = {(fault.line, fault.code) for fault in _faults(tmp_path, text)}
    assert found == {
        (3, "repeated-id"),
        (4, "bad-id"),
        (5, "repeated-term"),
        (6, "unknown-key"),
        (6, "missing-key"),
    }


def test_content_without_a_glossary_is_whole(tmp_path: Path) -> None:
    """A school's own content need not explain anything."""
    assert check(FolderSource(write_tiny(tmp_path)))[1] == ()


def test_a_page_explains_a_word_once(tmp_path: Path) -> None:
    """The same button under every question would be noise; one that may not show is no use."""
    write_tiny(tmp_path)
    (tmp_path / "glossary.yaml").write_text(TERMS, "utf-8")
    questions = tmp_path / "questions" / "tiny.yaml"
    again = questions.read_text("utf-8").replace("Can you see a pupil's face?", "In the picture?")
    questions.write_text(again.replace("What does it say?", "Whose pupil's face?"), "utf-8")
    terms = open_pack(FolderSource(tmp_path), "tiny").terms

    assert {key: [term.id for term in found] for key, found in terms.items()} == {
        "t-picture": ["picture"],
        "t-words": ["face"],
    }


def test_a_guide_of_no_journey_is_read_and_held_to_the_rules(tmp_path: Path) -> None:
    """Help offers it, so a slip in it must be told before somebody opens it."""
    write_tiny(tmp_path)
    (tmp_path / "guides").mkdir()
    guide = tmp_path / "guides" / "loose.yaml"
    facts = "[{id: f-one, text: Think first., clauses: [newport.rule]}]"
    guide.write_text(f"id: loose\ntitle: Loose\nparts: [{{title: One, facts: {facts}}}]\n", "utf-8")
    assert list(read_library(FolderSource(tmp_path)).guides) == ["loose"]
    guide.write_text(guide.read_text("utf-8").replace("newport.rule", "newport.rul"), "utf-8")

    assert [fault.code for fault in check(FolderSource(tmp_path))[1]] == ["unknown-clause"]
    with pytest.raises(ContentFaults):
        read_library(FolderSource(tmp_path))


def test_the_shipped_words_stand_where_they_are_needed() -> None:
    """AUP, DSL, LADO and SLT are explained where they stand."""
    library = read_library(FolderSource(paths.content_folder()))
    explained = {
        term.term for pack in library.packs for found in pack.terms.values() for term in found
    }

    assert {"AUP", "DSL", "LADO", "SLT"} <= explained
    assert {"AUP", "DSL", "LADO", "SLT"} <= {term.term for term in library.glossary.terms}
