"""Questions that a later program kept with the answers: what is new in them shuts nobody out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying, keeping
from wizard.desk.places import Places
from wizard.safe.canonical import canonical, digest

LATER = {
    "a key": ("questions/tiny.yaml", "  - id: t-words\n", "  - id: t-words\n    tone: gentle\n"),
    "a kind": ("questions/tiny.yaml", "    kind: text\n", "    kind: drawing\n"),
    "a part": ("journeys/tiny.yaml", "id: tiny\n", "id: tiny\nafterwards: [tea]\n"),
    "a law": ("law.yaml", "laws: []\n", "laws:\n  - {name: of-later}\n"),
}


@pytest.mark.parametrize("what", LATER)
@pytest.mark.parametrize("finish", [False, True], ids=["draft", "finished"])
def test_who_goes_back_to_this_program_has_what_they_wrote(
    tmp_path: Path, what: str, finish: bool
) -> None:
    """One of them opened no more, and with it nothing could be taken along any more."""
    places = Places(tmp_path / "data", write_tiny(tmp_path / "content"))
    desk = Desk(places)
    desk.ready.result(60)
    session = desk.runs.start("tiny", "all").result(60)
    session.answer("t-words", "Kept by a later one")
    if finish:
        session.finish()
    other = desk.runs.start("tiny", "all").result(60)
    other.answer("t-words", "Mine")
    name, old, new = LATER[what]
    texts = json.loads(session.pack.kept)
    texts[name] = texts.get(name, old).replace(old, new)
    kept = canonical(texts)
    assert kept != session.pack.kept
    run = replace(session.run, content=digest(kept))
    desk.lock.open_store()[0].renew(run, kept, session.counts()).result(60)
    desk.close()

    desk = Desk(places)
    desk.ready.result(60)
    found = desk.runs.open(run.id).result(60)
    found.note("t-words", "Gone on with")
    taken = carrying.take(desk, tmp_path / "mine", "seven quiet otters")
    keeping.Gathering(desk).save(tmp_path / "all.zip")
    desk.close()

    earlier = [one.said for one in found.answers.earlier.get("t-words", ())]
    # Where it may have been asked otherwise it stands beside the question.
    assert [found.answers["t-words"].value, *earlier].count("Kept by a later one") == 1
    assert (taken.number, taken.unsure) == (2, ())
