"""What the documents tell people to type or open must be there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wizard.cli.arguments import parse

TOP = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*TOP.glob("*.md"), *TOP.glob("docs/*.md"), *TOP.glob("content/*.md")])


@pytest.fixture(params=DOCUMENTS, ids=lambda path: path.relative_to(TOP).as_posix())
def document(request: pytest.FixtureRequest) -> Path:
    """Give each document in turn."""
    path: Path = request.param
    return path


def test_make_knows_what_a_document_says(document: Path) -> None:
    """A command that was renamed lives on in documents longest."""
    targets = set(re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE))
    said = set(re.findall(r"`make ([a-z]+)`|^    make ([a-z]+)", document.read_text("utf-8")))

    assert {name for pair in said for name in pair if name} - targets == set()


def test_program_knows_what_a_document_says(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same for the program's own commands."""
    said = re.findall(r"app\.py ([a-z]+)", document.read_text("utf-8"))

    for command in sorted(set(said)):
        with pytest.raises(SystemExit) as ended:
            parse([command, "--help"])
        assert ended.value.code == 0, command
    capsys.readouterr()


def test_links_lead_somewhere(document: Path) -> None:
    """A link within the project must open; addresses elsewhere are nobody's to promise."""
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]

    assert [link for link in inside if not (document.parent / link).exists()] == []


def test_modules_point_at_documents_that_exist() -> None:
    """A source that names a document sends its reader there."""
    named = {
        (name, source.relative_to(TOP).as_posix())
        for source in TOP.glob("wizard/**/*.py")
        for name in re.findall(r"[\w./-]+\.md\b", source.read_text("utf-8"))
    }

    assert sorted(pair for pair in named if not (TOP / pair[0]).exists()) == []
