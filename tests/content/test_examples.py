"""The example answers: they fit the schema, the content and each other."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from wizard import paths
from wizard.desk.assessment import answers
from wizard.desk.content import library
from wizard.desk.places import Places

CONTENT = paths.content_folder()
EXAMPLES = sorted((CONTENT / "examples").glob("*.json"))
SCHEMA = json.loads((CONTENT.parent / "docs" / "answers.schema.json").read_text("utf-8"))


def test_every_journey_has_an_example() -> None:
    """Demo, README and newcomers lean on them."""
    assert {card.id for card in library.journeys(CONTENT)} == {path.stem for path in EXAMPLES}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_fits_the_schema_and_the_content(path: Path) -> None:
    """Others script answers files by the schema: the reader must agree with it."""
    document = json.loads(path.read_text("utf-8"))

    jsonschema.validate(document, SCHEMA)
    pack, run = answers.read(path, Places())

    assert run.journey == path.stem == pack.journey.id
    assert len(run.answers.answers) == len(document["answers"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_template_and_export_fit_the_schema(path: Path) -> None:
    """What the program writes is what the schema says."""
    pack, run = answers.read(path, Places())

    jsonschema.validate(json.loads(answers.write(pack, run)), SCHEMA)
    jsonschema.validate(json.loads(answers.template(pack, "all", Places())), SCHEMA)


@pytest.mark.parametrize(
    "change",
    [{"version": 2}, {"extra": 1}, {"answers": {"q": {"value": 5}}}, {"changed": "today"}],
)
def test_the_schema_refuses_what_the_reader_refuses(change: dict[str, object]) -> None:
    """A schema that takes everything describes nothing."""
    document = json.loads(EXAMPLES[0].read_text("utf-8")) | change

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)
