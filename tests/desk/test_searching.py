"""Searching: words anywhere, by kind, each leading somewhere; read only when asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tiny import write_school, write_tiny
from wizard import paths
from wizard.clock import SystemClock
from wizard.desk.reading.index import SHOWN, Index, Kind, Thing, Way, fold
from wizard.desk.reading.room import ReadingRoom, open_room
from wizard.desk.reading.searching import Searching
from wizard.errors import ContentFaults


@pytest.fixture(scope="module")
def room() -> ReadingRoom:
    """All the content that ships."""
    return open_room(paths.content_folder())


def _texts(room: ReadingRoom, query: str, kind: Kind, policy: str = "") -> list[str]:
    return [
        thing.text
        for group in room.find(query, policy)
        if group.kind is kind
        for thing in group.things
    ]


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ŵyn", "wyn"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("pupil’s", "pupils"), ("É", "e")],
)
def test_case_and_accents_are_folded(text: str, folded: str) -> None:
    """Nobody should have to find the right key to find a word."""
    assert fold(text) == folded


def _index(*texts: str) -> Index:
    return Index(Thing(Kind.QUESTION, text, text) for text in texts)


def _found(index: Index, query: str) -> list[str]:
    return [thing.text for group in index.find(query) for thing in group.things]


def test_words_may_stand_anywhere_and_in_any_order() -> None:
    """People remember words, not sentences."""
    index = _index("A photo of your pupils", "A photo of your dog", "Ŵyn’s picture")

    assert _found(index, "pupil PHOTO") == ["A photo of your pupils"]
    assert _found(index, "wyns") == ["Ŵyn’s picture"]
    assert _found(index, "Ŵyn") == ["Ŵyn’s picture"]


def test_a_word_begins_so_before_one_has_it_inside() -> None:
    """A party is not about art, but "book" is better than nothing for Facebook."""
    index = _index("The party", "Art in class", "On Facebook")

    assert _found(index, "art") == ["Art in class"]
    assert _found(index, "book") == ["On Facebook"]


@pytest.mark.parametrize("query", ["", "   ", "…", "%_*[("])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    """Signs are no words, and nothing in a query is ever a pattern."""
    assert _found(_index("A photo"), query) == []


def test_what_is_found_is_capped_and_counted() -> None:
    """A hundred results are no answer; how many there are is one."""
    group = _index(*(f"photo {number}" for number in range(40))).find("photo")[0]

    assert (len(group.things), group.count) == (SHOWN, 40)


def test_what_says_it_first_comes_first() -> None:
    """The heading that asks what one asked is what one wanted."""
    more = Thing(Kind.GUIDE, "a", "Something else", more="your own phone")
    index = Index([more, Thing(Kind.GUIDE, "b", "Your own phone")])

    assert _found(index, "own phone") == ["Your own phone", "Something else"]


def test_everything_is_searched(room: ReadingRoom) -> None:
    """Questions, guides, clauses and the glossary, in whichever journey they stand."""
    assert _texts(room, "DSL", Kind.TERM)[0] == "DSL"
    assert "Saying no, kindly" in _texts(room, "saying no", Kind.GUIDE)
    assert _texts(room, "screenshot", Kind.QUESTION)
    assert _texts(room, "former pupils", Kind.CLAUSE)


def test_a_word_is_explained_whoever_asks_for_it(room: ReadingRoom) -> None:
    """People type what they would say."""
    assert _texts(room, "What is a DSL?", Kind.TERM)[0] == "DSL"
    assert _texts(room, "e-safety", Kind.TERM)[0] == "E-safety"


def test_a_whole_word_comes_before_the_beginning_of_one() -> None:
    """AI is not what an aim is about."""
    assert _found(_index("The aim", "The AI"), "ai") == ["The AI", "The aim"]


def test_each_question_stands_once(room: ReadingRoom) -> None:
    """A setting is asked in two journeys; two lines of it would look like two questions."""
    found = _texts(room, "facebook friends", Kind.QUESTION)

    assert found
    assert len(found) == len(set(found))


def test_the_clauses_of_the_chosen_policy_come_first(room: ReadingRoom) -> None:
    """It is the policy the school adopted that binds."""
    groups = {group.kind: group for group in room.find("former pupils", "oakfield")}

    assert groups[Kind.CLAUSE].things[0].policy == "oakfield"


def test_a_clause_says_what_carries_it(room: ReadingRoom) -> None:
    """From the rule to the place where one can do something about it."""
    group = next(g for g in room.find("former pupils", "oakfield") if g.kind is Kind.CLAUSE)
    way = group.things[0].ways[0]

    assert way.kind is Kind.QUESTION
    assert way.journey
    assert way.title


def test_every_way_leads_somewhere(room: ReadingRoom) -> None:
    """A result that opens nothing is worse than none."""
    ways = {
        way
        for word in ("school", "photo", "account", "parent", "sign", "policy", "head")
        for group in room.find(word)
        for thing in group.things
        for way in thing.ways
    }
    guides = {way.id for way in ways if way.kind is Kind.GUIDE}

    assert {way.kind for way in ways} >= {Kind.GUIDE, Kind.QUESTION}
    assert guides <= {thing.id for thing in room.guides}
    assert all(way.journey for way in ways if way.kind is not Kind.GUIDE)


def test_every_guide_opens(room: ReadingRoom) -> None:
    """Read on its own, without a journey."""
    for thing in room.guides:
        title, html = room.guide(thing.id, SystemClock())

        assert title == thing.text
        assert "<h2>" in html


def test_the_schools_own_questions_are_found(tmp_path: Path) -> None:
    """What the school asks is looked for like everything else."""
    content = write_tiny(tmp_path / "content")
    school = write_school(tmp_path)
    found = open_room(content, school).find("lanyard")

    assert [thing.ways for thing in found[0].things] == [
        (Way(Kind.QUESTION, "our-lanyard", "Is your lanyard in the picture?", "tiny"),)
    ]


@pytest.fixture
def searching(tmp_path: Path) -> Iterator[Searching]:
    """A desk's searching over tiny content."""
    found = Searching(write_tiny(tmp_path / "content"), lambda: tmp_path / "school.yaml")
    yield found
    found.close()


def test_everything_is_read_once(searching: Searching) -> None:
    """The second search must not wait for the disk."""
    assert searching.room().result() is searching.room().result()


def test_a_fault_is_told_and_mended_content_is_read_again(
    searching: Searching, tmp_path: Path
) -> None:
    """An office lead mends a slip with the window open."""
    file = tmp_path / "content" / "journeys" / "tiny.yaml"
    good = file.read_text("utf-8")
    file.write_text(good + "odd: yes\n", "utf-8")
    with pytest.raises(ContentFaults):
        searching.room().result()
    file.write_text(good, "utf-8")

    assert searching.room().result().find("picture")


def test_nothing_of_it_is_there_at_start(tmp_path: Path) -> None:
    """Home must not pay for a search that nobody asked for."""
    code = (
        "import sys; from pathlib import Path; from wizard.desk.desk import Desk; "
        "from wizard.desk.places import Places; "
        f"desk = Desk(Places(Path({str(tmp_path)!r}))); desk.close(); "
        "sys.exit(any(name in sys.modules for name in "
        "('wizard.desk.reading.searching', 'wizard.pack.library', 'yaml')))"
    )
    top = Path(__file__).parents[2]

    assert subprocess.run([sys.executable, "-c", code], cwd=top, check=False).returncode == 0
