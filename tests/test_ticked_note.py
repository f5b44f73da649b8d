"""SLT read a note by the tick that was put to it, and by no tick of another note."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.model.answers import Answer
from wizard.model.pack import Pack
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.session import Session

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

LETTERS = "aesnoyŷ"
"""So few that what anybody writes holds the letters, and many a word, of what stood there."""

WORD = st.text(LETTERS, min_size=1, max_size=4)
TEXT = st.text(f"{LETTERS}EO ,.'\n", max_size=30)
SENTENCE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
NOTE = st.lists(WORD, min_size=3, max_size=8).map(" ".join)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The tiny journey."""
    return open_pack(FolderSource(write_tiny(tmp_path_factory.mktemp("tiny"))), "tiny")


def ticked(pack: Pack, note: str) -> Session:
    """Return a self-assessment in which somebody wrote a note and let SLT read it."""
    session = Session(pack, Run("r", "tiny", pack.digest, MOMENT, MOMENT), FixedClock(MOMENT))
    session.note("t-picture", note)
    session.show_note("t-picture", True)
    return session


def is_shown(session: Session) -> bool:
    """Whether SLT read the note."""
    return session.answers["t-picture"].show_note


def is_another(note: str, now: str) -> bool:
    """Whether no whole word of a note is left, and what is left is no mere beginning of it."""
    was, is_now = (set(re.findall(r"\w+", text.casefold())) for text in (note, now))
    return not (was & is_now or note.startswith(now))


def test_a_note_that_is_written_after_another_was_taken_away_is_private(pack: Pack) -> None:
    """SLT read it: the tick of the one before stood where nobody saw it any more."""
    session = ticked(pack, "Meeting at three")
    session.note("t-picture", "")
    session.note("t-picture", "I do not trust them with this")

    assert not is_shown(session)
    session.undo()
    session.undo()
    assert session.answers["t-picture"] == Answer("", "Meeting at three", show_note=True)


@pytest.mark.parametrize(
    ("note", "now"),
    [
        ("Head said yes", "I do not trust them"),
        ("Head said yes", "PRIVATE: seeing the union"),
        (
            "I spoke to the Head about the chat and it is closed",
            "I think the Head is the one who leaked it",
        ),
        ("Asked the Head", "I asked the union what to do, I am afraid of my line manager"),
        ("", "Ticked before a word stood there"),
        ("Yes", "I was so stressed and cried that day"),
        ("Yes", "Yesterday I cried"),
        ("Done", "I phoned her from home at night, drunk"),
        ("no", "I know I should tell my union"),
        ("ok", "To be honest, I am not ok"),
        ("Head knows", "Head is a liar"),
        ("Yes", "   "),
        # A letter that marks are written to is no word by itself.
        ("o", "o\u0302l is what she calls it"),
        ("\u0939\u093e\u0901", "\u0939\u092e"),
    ],
)
def test_a_note_written_over_another_is_private(pack: Pack, note: str, now: str) -> None:
    """Wiped and written anew without a pause, it stood on SLT's paper by the tick of the other."""
    session = ticked(pack, note)
    session.note("t-picture", now)

    assert not is_shown(session)


@pytest.mark.parametrize(
    ("note", "now"),
    [
        ("Yes", "Yes, and the parents know."),
        ("Yes", "Ye"),
        ("Head said yes", "Head said yep"),
        ("Head said yes", "Today the Head said yes"),
        ("Head said yes on Monday", "Head said no on Monday"),
        ("Head said yes. I asked twice, to be sure.", "I asked twice, to be sure."),
        ("Head said yes. I asked twice.", "Head said yes. It was late. I asked twice."),
    ],
)
def test_a_note_that_is_put_right_stays_ticked(pack: Pack, note: str, now: str) -> None:
    """Who adds to a note, or puts a word of it right, ticks it once."""
    session = ticked(pack, note)
    session.note("t-picture", now)

    assert is_shown(session)


@given(note=TEXT, now=TEXT, around=st.tuples(WORD, WORD))
def test_what_shares_no_whole_word_with_the_ticked_note_is_private(
    pack: Pack, note: str, now: str, around: tuple[str, str]
) -> None:
    """Letters in a row of other words are none of it: "stressed" was taken for "Yes"."""
    for text in (now, note.join(around), f"{now}{note.join(around)} {now}"):
        if is_another(note, text):
            session = ticked(pack, note)
            session.note("t-picture", text)

            assert not is_shown(session)


@given(note=TEXT, edits=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), TEXT)))
def test_no_tick_is_carried_away_from_its_words_bit_by_bit(
    pack: Pack, note: str, edits: list[tuple[int, int, str]]
) -> None:
    """However often it was saved meanwhile: each time it was nearly what stood there before."""
    session = ticked(pack, note)
    now = note
    for at, gone, written in edits:
        now = now[:at] + written[:3] + now[at + gone :]
        session.note("t-picture", now)

        assert not (is_shown(session) and is_another(note, now))


@given(note=SENTENCE, more=SENTENCE, saved=st.randoms(use_true_random=False))
def test_who_types_over_a_note_letter_by_letter_writes_a_private_one(
    pack: Pack, note: str, more: str, saved: Random
) -> None:
    """Deleted back to a letter and typed on from there, saved at any moment."""
    assume(is_another(note, note[0] + more))
    session = ticked(pack, note)
    back = [note[:length] for length in range(len(note) - 1, 0, -1)]
    on = [note[0] + more[:length] for length in range(len(more))]
    for text in (*back, *on):
        if saved.random() < 0.5:
            session.note("t-picture", text)
    session.note("t-picture", note[0] + more)

    assert not is_shown(session)


@given(note=SENTENCE, more=SENTENCE, saved=st.randoms(use_true_random=False))
def test_who_types_on_and_deletes_back_keeps_the_tick(
    pack: Pack, note: str, more: str, saved: Random
) -> None:
    """Down to a letter that was ticked, and on again, saved at any moment."""
    session = ticked(pack, note)
    whole = f"{note}. {more}"
    lengths = [*range(len(note), len(whole)), *range(len(whole), 0, -1), *range(1, len(whole))]
    for length in lengths:
        if saved.random() < 0.5:
            session.note("t-picture", whole[:length])

            assert is_shown(session)


@given(note=NOTE, more=SENTENCE, data=st.data())
def test_a_sentence_may_be_added_anywhere_and_a_word_put_right(
    pack: Pack, note: str, more: str, data: st.DataObject
) -> None:
    """Of a note of three words or more, letter by letter, saved at any moment."""
    session = ticked(pack, note)
    words = note.split()
    place = data.draw(st.integers(0, len(words)))
    before, after = " ".join(words[:place]), " ".join(words[place:])
    for length in range(len(more)):
        if data.draw(st.booleans()):
            session.note("t-picture", f"{before} {more[:length]}{after}")
    session.note("t-picture", f"{before} {more} {after}")
    words[data.draw(st.integers(0, len(words) - 1))] = data.draw(WORD)
    session.note("t-picture", " ".join([*words[:place], more, *words[place:]]))

    assert is_shown(session)
