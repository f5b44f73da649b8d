"""Recording what stands on the paper in ink."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.returned_papers import MOMENT, PLACES, paper
from wizard import paths
from wizard.desk.assessment import answers
from wizard.desk.handover.returning import Returned, own_paper, read
from wizard.desk.paper.decisions import DecisionShelf
from wizard.errors import InputFault
from wizard.model.decision import Decided
from wizard.model.paper import Paper
from wizard.safe.key import own_login_key
from wizard.store.worker import StoreWorker


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StoreWorker]:
    """An open store with the self-assessment the paper was made from."""
    worker = StoreWorker(tmp_path, own_login_key(tmp_path), PLACES.clock)
    worker.open().result(60)
    example = paths.content_folder() / "examples" / "before-posting.json"
    pack, run = answers.read(example, PLACES)
    worker.create(run, pack.kept, (1, 1)).result(60)
    yield worker
    worker.close().result(60)


@pytest.fixture
def signed(tmp_path: Path) -> Returned:
    """The paper, back from the Head."""
    path = tmp_path / "signed.pdf"
    path.write_bytes(paper())
    return read(path)


def test_a_decision_is_kept_beside_the_fingerprint(store: StoreWorker, signed: Returned) -> None:
    """Next year somebody asks what was agreed, and about which answers."""
    shelf = DecisionShelf(store, PLACES.clock)
    mine = [card.id for card in store.list().result(60)]
    made = own_paper(signed, mine, ())
    assert made is not None

    shelf.record(
        made, Decided.APPROVED, who=" Mair Price ", role="Head", day="2026-11-24",
        review="2027-11-24",
    ).result(60)  # fmt: skip

    (kept,) = shelf.list(made.run).result(60)
    assert (kept.reference, kept.fingerprint) == (signed.reference, signed.fingerprint)
    assert (kept.decided, kept.who, kept.review) == (Decided.APPROVED, "Mair Price", "2027-11-24")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"who": " "}, "who signed"),
        ({"day": "24/11"}, "not a date"),
        ({"day": "0206-11-24"}, "not a date"),
        ({"review": "2626-11-24"}, "not a date"),
        ({"review": "soon"}, "not a date"),
        ({"role": "x" * 300}, "too long"),
    ],
)
def test_what_does_not_fit_is_told(
    store: StoreWorker, signed: Returned, wrong: dict[str, str], sentence: str
) -> None:
    """A date that is none would never come up for review, nor could it be carried home."""
    made = own_paper(signed, [card.id for card in store.list().result(60)], ())
    assert made is not None
    given = {"who": "Mair Price", "day": "2026-11-24"} | wrong

    with pytest.raises(InputFault, match=sentence):
        DecisionShelf(store, PLACES.clock).record(made, Decided.NOT_YET, **given)


def test_a_paper_of_another_self_assessment_is_known(signed: Returned) -> None:
    """The decision must stand beside the answers it was made about."""
    assert own_paper(signed, ["another"], ()) is None


def test_a_paper_is_known_where_its_answers_were_carried(signed: Returned) -> None:
    """On another computer they have another id; the paper on the desk is the same."""
    remembered = Paper(
        "carried", signed.reference, signed.fingerprint, "slt", MOMENT, has_data=True
    )

    assert own_paper(signed, ["another", "carried"], (remembered,)) == remembered
    assert own_paper(signed, ["another"], (remembered,)) is None
