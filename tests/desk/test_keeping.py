"""Everything in one archive, and back on another computer; what may go is only offered."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, keeping, looking
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places
from wizard.errors import InputFault, OutputFault
from wizard.exchange.archive import read_archive, write_archive
from wizard.model.answers import Answer
from wizard.model.decision import Decided, Decision
from wizard.model.paper import Paper
from wizard.model.run import RunCard

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def opened(tmp_path: Path, name: str) -> Desk:
    """Open a desk of its own on tiny content."""
    content = write_tiny(tmp_path / "content")
    desk = Desk(Places(tmp_path / name, content, clock=FixedClock(MOMENT)))
    desk.ready.result()
    return desk


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Desk]:
    """A desk with two self-assessments."""
    desk = opened(tmp_path, "here")
    for words in ("First, with Ŵ", "../../Second"):
        session = desk.runs.start("tiny", "all").result()
        session.rename(words)
        session.answer("t-words", words)
        session.note("t-words", "A private note")
    yield desk
    desk.close()


def test_everything_goes_out_and_comes_in_elsewhere(tmp_path: Path, here: Desk) -> None:
    """Another computer gets the same answers; any computer can read the files."""
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)
    there = opened(tmp_path, "there")
    try:
        ids = bringing.bring_in(there, path).ids
        notes = {there.runs.open(one).result().answers["t-words"] for one in ids}
        kept = [card.title for card in there.runs.list().result()]
    finally:
        there.close()

    assert notes == {
        Answer("First, with Ŵ", "A private note"),
        Answer("../../Second", "A private note"),
    }
    # What was changed last stands first at home, there as here.
    assert kept == [card.title for card in here.runs.list().result()]
    names = zipfile.ZipFile(path).namelist()
    assert sorted(name.rpartition(".")[2] for name in names) == ["json", "json", "pdf", "pdf"]
    assert not any("/" in name or "\\" in name for name in names)


def test_what_slt_decided_goes_along(tmp_path: Path, here: Desk) -> None:
    """Everything about me holds what others wrote about my paper, and brings it elsewhere."""
    card = here.runs.list().result()[0]
    decision = Decision(
        card.id, "7F3K-92QX", "4B7D-0000", Decided.WITH_CONDITIONS, "Mair Price", "Head",
        "2026-11-24", "Ask the parents first", "2027-11-24", MOMENT,
    )  # fmt: skip
    here.lock.open_store()[0].add_decision(decision).result()
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)
    there = opened(tmp_path, "there")
    try:
        ids = bringing.bring_in(there, path).ids
        (arrived,) = there.decisions.list().result()
    finally:
        there.close()

    assert arrived.run in ids
    assert replace(arrived, run=card.id) == decision


def test_what_was_decided_last_is_the_last_elsewhere_too(tmp_path: Path, here: Desk) -> None:
    """The clock was put back in between, and at home the first decision stood as the one now."""
    card = here.runs.list().result()[0]
    first = Decision(
        card.id, "7F3K-92QX", "4B7D-0000", Decided.NOT_YET, "Mair Price", "Head", "2026-11-24",
        "", "", MOMENT,
    )  # fmt: skip
    last = replace(
        first,
        fingerprint="4B7D-0001",
        decided=Decided.APPROVED,
        recorded=MOMENT - timedelta(days=9),
    )
    worker, _ready = here.lock.open_store()
    for one in (first, last):
        worker.add_decision(one).result()
    papers = [
        Paper(card.id, "7F3K-92QX", one.fingerprint, "slt", one.recorded, has_data=True)
        for one in (first, last)
    ]
    for paper in papers:
        worker.add_paper(paper).result()
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)
    there = opened(tmp_path, "there")
    try:
        bringing.bring_in(there, path)
        assert [one.decided for one in there.decisions.list().result()] == [
            Decided.APPROVED, Decided.NOT_YET,
        ]  # fmt: skip
        made = [one.fingerprint for one in there.papers.made_of().result()]
        assert made == [last.fingerprint, first.fingerprint]
    finally:
        there.close()


def test_what_was_decided_many_times_comes_in_again(tmp_path: Path, here: Desk) -> None:
    """More than a hundred could be recorded, and refused all that was taken along at home."""
    path = tmp_path / "everything.zip"
    (card, _other) = here.runs.list().result()
    paper = Paper(card.id, "7F3K-92QX", "QPYW", "slt", MOMENT, has_data=True)
    for number in range(101):
        here.decisions.record(paper, Decided.APPROVED, who=f"Head {number}").result()
    keeping.Gathering(here).save(path)
    there = opened(tmp_path, "there")
    try:
        bringing.bring_in(there, path)
        assert len(there.decisions.list().result()) == 101
    finally:
        there.close()


def test_a_slip_in_the_schools_file_keeps_nobodys_answers_out(tmp_path: Path, here: Desk) -> None:
    """An update of our content can make one: whoever was away could bring nothing home."""
    path, school = tmp_path / "everything.zip", tmp_path / "school.yaml"
    keeping.Gathering(here).save(path)
    school.write_text(
        "name: Riverside\noverlay:\n  order:\n"
        "    - {journey: tiny, section: t-gone, questions: [t-words]}\n",
        encoding="utf-8",
    )
    places = Places(tmp_path / "there", tmp_path / "content", school, FixedClock(MOMENT))
    there = Desk(places)
    try:
        brought = bringing.bring_in(there, path)
        opened_again = there.runs.open(brought.ids[0]).result()
        assert opened_again.answers["t-words"].note == "A private note"
        assert (len(brought.ids), brought.unread) == (2, ())
    finally:
        there.close()


def test_a_schools_file_that_nobody_can_read_keeps_nothing_in_or_out(
    tmp_path: Path, here: Desk
) -> None:
    """Everything in one file was refused for a slip in it, and a PDF was looked at in vain."""
    paper, archive, school = (tmp_path / one for one in ("mine.pdf", "all.zip", "school.yaml"))
    session = here.runs.start("tiny", "all").result()
    session.note("t-words", "A private note")
    job = PaperJob(paper, here.papers.compose(session.pack, session.run, here.school.profile, "me"))
    job.make()
    school.write_text("name: [Riverside\n", encoding="utf-8")
    places = Places(tmp_path / "there", tmp_path / "content", school, FixedClock(MOMENT))
    there = Desk(places)
    try:
        looked = looking.look_here(paper, there)
        assert looked.kind is looking.Kind.INTACT
        looking.take_in(looked, there)
        gathering = keeping.Gathering(there)
        gathering.save(archive)
        assert gathering.unsure == ()
    finally:
        there.close()
    names = zipfile.ZipFile(archive).namelist()
    assert [name.rpartition(".")[2] for name in names] == ["json", "pdf"]


def test_it_can_be_stopped_on_the_way(tmp_path: Path, here: Desk) -> None:
    """Hundreds take minutes; whoever stops gets no half archive, and the one before stays."""
    path = tmp_path / "everything.zip"
    path.write_bytes(b"the one before")
    gathering = keeping.Gathering(here)
    gathering.cancel()
    with pytest.raises(OutputFault, match="Stopped"):
        gathering.save(path)

    assert path.read_bytes() == b"the one before"
    assert gathering.so_far == (0, 2)


def test_bringing_in_never_replaces_what_is_here(tmp_path: Path, here: Desk) -> None:
    """The same archive twice is four self-assessments, none of them overwritten."""
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)

    bringing.bring_in(here, path)

    assert len(here.runs.list().result()) == 4


GOOD = json.dumps({"format": "before-you-post answers", "version": 1, "journey": "tiny"}).encode()


def bomb() -> bytes:
    """Return a small zip that unpacks to far more than an answers file holds."""
    return write_archive([("a.json", b"0" * 60_000_000)])


def many_bombs() -> bytes:
    """Return an archive of files none of which is too large, and all of them together are."""
    return write_archive((f"{one}.json", b"0" * 4_900_000) for one in range(21))


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (write_archive([("a.json", GOOD)])[:-30], "damaged or locked"),
        (write_archive([("readme.txt", b"x")]), "holds no answers files"),
        (write_archive([("a.json", b"hello")]), "is not JSON"),
        (write_archive([("a.json", b"{}"), ("b.json", b"[]")]), "this is not an answers file"),
        (bomb(), "unpacks to more"),
        (many_bombs(), "unpacks to more"),
        (write_archive((f"{one}.txt", b"") for one in range(20_001)), "more than 20,000 files"),
        (write_archive((f"{one:0600}", b"") for one in range(18_000)), "more than 20,000 files"),
    ],
    ids=["cut", "no-answers", "no-json", "all-wrong", "bomb", "bombs", "too-many", "long-list"],
)
def test_an_archive_that_is_not_right_changes_nothing(
    tmp_path: Path, here: Desk, raw: bytes, told: str
) -> None:
    """One sentence, and nothing of it is kept."""
    path = tmp_path / "spoilt.zip"
    path.write_bytes(raw)

    with pytest.raises(InputFault, match=told):
        bringing.bring_in(here, path)

    assert len(here.runs.list().result()) == 2


def test_what_of_an_archive_can_be_read_comes_in_and_the_rest_is_named(
    tmp_path: Path, here: Desk
) -> None:
    """One of a journey that is not here, or damaged, refused every other one, too."""
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)
    with zipfile.ZipFile(path) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    files += [
        ("of another.json", GOOD.replace(b"tiny", b"tinny")),
        ("cut.json", GOOD[:-3]),
        ("damaged.json", GOOD + b" " * 900),
    ]
    raw = write_archive(files)
    # The last one no longer has the sum it says.
    at = raw.rindex(zlib.compress(GOOD + b" " * 900, wbits=-15))
    path.write_bytes(raw[: at + 12] + bytes([raw[at + 12] ^ 255]) + raw[at + 13 :])
    before = path.read_bytes()

    brought = bringing.bring_in(here, path)

    assert len(brought.ids) == 2
    assert len(here.runs.list().result()) == 4
    assert [
        named in told
        for named, told in zip(
            ("of another.json", "cut.json", "damaged.json"), brought.unread, strict=True
        )
    ] == [True] * 3
    assert "tinny" in brought.unread[0]
    assert path.read_bytes() == before


def test_an_archive_that_takes_too_long_is_let_go(
    tmp_path: Path, here: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within all other bounds a file can still be made that keeps a busy computer for minutes."""
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)
    monkeypatch.setattr("wizard.exchange.archive.ARCHIVE_SECONDS", -1)

    with pytest.raises(InputFault, match="takes too long"):
        bringing.bring_in(here, path)

    assert len(here.runs.list().result()) == 2


def test_what_is_done_with_one_takes_no_time_from_the_others(
    tmp_path: Path, here: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a journey for each made an honest archive of many be refused at home as too slow."""
    path = tmp_path / "everything.zip"
    keeping.Gathering(here).save(path)
    monkeypatch.setattr("wizard.exchange.archive.ARCHIVE_SECONDS", 0.2)
    read = []
    for one in read_archive(path):
        read.append(one)
        until = monotonic() + 0.3
        while monotonic() < until:
            """As long as whoever gets it needs."""

    assert len(read) == 2


def test_a_locked_archive_is_told(tmp_path: Path, here: Desk) -> None:
    """An encrypted zip can not be read, and the sentence says so."""
    out = io.BytesIO(write_archive([("a.json", GOOD)]))
    raw = bytearray(out.getvalue())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(bytes(raw))

    with pytest.raises(InputFault, match="damaged or locked"):
        bringing.bring_in(here, path)


def test_only_what_lay_long_enough_may_go() -> None:
    """The school's days where it says them, ours where it does not."""

    def card(name: str, days: int) -> RunCard:
        changed = MOMENT - timedelta(days=days)
        return RunCard(name, "tiny", "", 0, 3, changed, changed, None)

    cards = [card("new", 30), card("old", 91), card("older", 400)]

    assert [one.id for one in keeping.may_go(cards, 0, MOMENT)] == ["old", "older"]
    assert [one.id for one in keeping.may_go(cards, 365, MOMENT)] == ["older"]
