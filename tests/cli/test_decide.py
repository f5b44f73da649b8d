"""The decision of SLT by command: recorded from the signed paper, and nowhere lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.program import TOP, assert_refused, run, text_of

EXAMPLE = TOP / "content" / "examples" / "leaving.json"
GIVEN = (
    "--decision", "with-conditions", "--who", "Mair Price", "--role", "Head",
    "--date", "2026-11-24", "--conditions", "Hand over first.", "--review", "2027-01-05",
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> tuple[str, ...]:
    """Where answers are kept."""
    return ("--data", str(tmp_path / "data"))


@pytest.fixture
def kept(data: tuple[str, ...], tmp_path: Path) -> str:
    """A self-assessment that is kept, with its paper for SLT; returns its id."""
    run_id = run("import", EXAMPLE, *data).stdout.strip()
    run("export", run_id, "-o", tmp_path / "kept.json", *data)
    run("report", tmp_path / "kept.json", "-o", tmp_path / "slt.pdf", "--reader", "slt")
    return run_id


def decisions(of: Path) -> list[dict[str, str]]:
    """Return the decisions in an answers file."""
    document = json.loads(of.read_text("utf-8"))
    schema = json.loads((TOP / "docs" / "answers.schema.json").read_text("utf-8"))
    jsonschema.validate(document, schema)
    found: list[dict[str, str]] = document.get("decisions", [])
    return found


def written(key: str, value: object, folder: Path) -> Path:
    """Write the example with something more in it, as by hand; return the file."""
    document = json.loads(EXAMPLE.read_text("utf-8"))
    document[key] = value
    path = folder / "by-hand.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def assert_nothing_is_kept_of(
    key: str, two: list[dict[str, object]], folder: Path, data: tuple[str, ...]
) -> str:
    """Bring in two things of which the second is wrong; return what was said of it."""
    done = run("import", written(key, two, folder), *data, check=None)
    assert_refused(done)
    assert f"{key}.2" in done.stderr
    assert json.loads(run("saved", "--json", *data).stdout) == []
    return done.stderr


def test_a_decision_goes_wherever_the_answers_go(
    kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """Listed, exported, in the archive, brought in elsewhere, and erased with them."""
    said = run("decide", tmp_path / "slt.pdf", *GIVEN, *data).stdout
    assert said.startswith("Approved with conditions: Mair Price, Head, 24 November 2026.")
    assert "Mair Price" in run("saved", *data).stdout
    (listed,) = json.loads(run("saved", "--json", *data).stdout)
    out = tmp_path / "out.json"
    run("export", kept, "-o", out, *data)
    (given,) = decisions(out)
    assert listed["decisions"] == [given]
    assert (given["who"], given["date"], given["review"]) == (
        "Mair Price", "2026-11-24", "2027-01-05",
    )  # fmt: skip

    run("everything", "-o", tmp_path / "all.zip", *data)
    other = ("--data", str(tmp_path / "other"))
    new = run("import", tmp_path / "all.zip", *other).stdout.strip()
    again = tmp_path / "again.json"
    run("export", new, "-o", again, *other)
    assert decisions(again) == [given]

    run("erase", kept, "--yes", *data)
    assert "Mair" not in run("saved", *data).stdout


def test_what_the_same_person_decided_before_goes_only_by_a_yes(
    kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """A later talk, put down without the conditions, took them away and said nothing of it."""
    paper, file = tmp_path / "slt.pdf", tmp_path / "kept.json"
    mair = ("--who", "Mair Price ", "--role", "Head")
    later = ("--decision", "approved", *mair, "--date", "2026-11-30")
    for _ in range(2):
        run("decide", paper, *GIVEN, *data)
    done = run("decide", paper, *later, *data, check=None)
    assert_refused(done)
    assert "Conditions: Hand over first." in done.stderr
    assert "--yes" in done.stderr
    run("decide", paper, "--decision", "not-yet", "--who", "Somebody else", *data)
    run("export", kept, "-o", file, *data)
    assert [one["decided"] for one in decisions(file)] == ["with-conditions", "not-yet"]

    run("decide", paper, *later, "--yes", *data)
    run("export", kept, "-o", file, *data)
    assert [one["decided"] for one in decisions(file)] == ["not-yet", "approved"]


def test_a_paper_of_nothing_kept_here_is_refused(
    kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """A decision without its answers would be a riddle next year."""
    run("erase", kept, "--yes", *data)

    done = run("decide", tmp_path / "slt.pdf", *GIVEN, *data, check=None)

    assert_refused(done)
    assert "not made from a self-assessment that is kept here" in done.stderr


def test_a_box_that_is_not_on_the_paper_is_refused(
    kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """What was read and talked about is a record of something wrong; this is none."""
    given = ("--decision", "discussed", "--who", "Mair Price")

    done = run("decide", tmp_path / "slt.pdf", *given, *data, check=None)

    assert_refused(done)
    assert "approved, with-conditions, not-yet" in done.stderr


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ({"decided": "perhaps"}, "perhaps"),
        ({"date": ""}, "date"),
        ({"date": "24/11"}, "24/11"),
        ({"who": 5}, "who"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_decision_that_does_not_fit_is_told_with_its_place(
    spoilt: dict[str, object], told: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """Files are written by hand and by scripts; nothing of a wrong one is kept."""
    good: dict[str, object] = {"decided": "approved", "who": "Mair Price", "date": "2026-11-24"}

    refused = assert_nothing_is_kept_of("decisions", [good, good | spoilt], tmp_path, data)

    assert told in refused


def test_a_decision_of_older_papers_stays_readable(data: tuple[str, ...], tmp_path: Path) -> None:
    """For a time some papers had a box "Agreed"; who ticked it still finds what was ticked."""
    agreed = {"decided": "agreed", "who": "Mair Price", "date": "2026-11-20"}

    run("import", written("decisions", [agreed], tmp_path), *data)

    assert "Agreed: Mair Price, 20 November 2026." in run("saved", *data).stdout


@pytest.fixture
def reference(kept: str, data: tuple[str, ...], tmp_path: Path) -> str:
    """What stands on the foot of the paper that was made of what is saved, by its id."""
    run("report", kept, "-o", tmp_path / "signed.pdf", "--reader", "slt", *data)
    (listed,) = json.loads(run("saved", "--json", *data).stdout)
    (paper,) = listed["papers"]
    found: str = paper["reference"]
    assert found in text_of(tmp_path / "signed.pdf")
    assert paper["fingerprint"] in text_of(tmp_path / "signed.pdf")
    (tmp_path / "signed.pdf").unlink()
    return found


def test_a_decision_is_recorded_by_the_reference_on_the_sheet(
    reference: str, kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """The sheet came back from the Head; nobody knows where its PDF is."""
    said = run("decide", reference.lower().replace("-", " "), *GIVEN, *data).stdout
    assert said.startswith("Approved with conditions: Mair Price")
    told = run("saved", *data).stdout
    assert f"reference {reference}" in told

    out = tmp_path / "out.json"
    run("export", kept, "-o", out, *data)
    (given,) = decisions(out)
    (paper,) = json.loads(out.read_text("utf-8"))["papers"]
    assert (given["reference"], given["fingerprint"]) == (reference, paper["fingerprint"])
    # A paper of an exported file may be the one that was signed: it has the same reference.
    assert f"Does your signed paper say the same? Ref {reference}" in said
    assert paper["fingerprint"] in said


def test_papers_go_wherever_the_answers_go(
    reference: str, kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """Carried to a new computer, the sheet in hand is known there; where it lay is not told."""
    run("everything", "-o", tmp_path / "all.zip", *data)
    other = ("--data", str(tmp_path / "other"))
    new = run("import", tmp_path / "all.zip", *other).stdout.strip()
    run("export", new, "-o", tmp_path / "again.json", *other)
    again = (tmp_path / "again.json").read_text("utf-8")
    assert json.loads(again)["papers"][0]["reference"] == reference
    assert "signed.pdf" not in again
    run("decide", reference, *GIVEN, *other)
    # The very file is known there too, although its answers have another id.
    run("decide", tmp_path / "slt.pdf", *GIVEN, *other)

    run("erase", new, "--yes", *other)
    done = run("decide", reference, *GIVEN, *other, check=None)
    assert_refused(done)
    assert "No paper with the reference" in done.stderr


def test_two_prints_are_told_apart_by_their_fingerprint(
    reference: str, kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """Weighed by another policy it is another paper; guessing would be worse than asking."""
    second = ("report", kept, "-o", tmp_path / "second.pdf", "--reader", "slt")
    run(*second, "--policy", "all", *data)
    done = run("decide", reference, *GIVEN, *data, check=None)
    assert_refused(done)
    assert "2 papers have the reference" in done.stderr
    (listed,) = json.loads(run("saved", "--json", *data).stdout)
    first, last = (one["fingerprint"] for one in listed["papers"])
    assert first[:4] in done.stderr
    assert last[:4] in done.stderr

    run("decide", f"{reference} {first[:4]}", *GIVEN, *data)

    (listed,) = json.loads(run("saved", "--json", *data).stdout)
    assert [one["fingerprint"] for one in listed["decisions"]] == [first]


def test_a_paper_made_from_a_file_says_how_to_go_on(
    kept: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """Nothing here knows its fingerprint, but the PDF does."""
    printed = text_of(tmp_path / "slt.pdf")
    found = re.search(r"Ref ([0-9A-Z]{4}-[0-9A-Z]{4})", printed)
    assert found is not None

    done = run("decide", found[1], *GIVEN, *data, check=None)

    assert_refused(done)
    assert "Use the PDF that was signed" in done.stderr


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ({"reader": "head"}, "head"),
        ({"reference": 5}, "reference"),
        ({"fingerprint": None}, "fingerprint"),
        ({"made": ""}, "made"),
        ({"made": "2026-11-21T09:00:00"}, "zone"),
        ({"answers_inside": "yes"}, "answers_inside"),
        ({"path": "me.pdf"}, "path"),
    ],
)
def test_a_paper_that_does_not_fit_is_told_with_its_place(
    spoilt: dict[str, object], told: str, data: tuple[str, ...], tmp_path: Path
) -> None:
    """As with decisions: nothing of a wrong file is kept."""
    good: dict[str, object] = {
        "reader": "slt", "reference": "7F3K-92QX", "fingerprint": "QPYW GUD4",
        "made": "2026-11-21T09:00:00+00:00", "answers_inside": True,
    }  # fmt: skip

    refused = assert_nothing_is_kept_of("papers", [good, good | spoilt], tmp_path, data)

    assert told in refused
