"""One form only, so that a fingerprint means something."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.safe.canonical import canonical, digest, fingerprint, plain_mark, reference

THINGS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_the_form_is_fixed() -> None:
    """Papers printed today must be checkable in ten years: these bytes never change."""
    thing = {"b": [1, True, None], "a": "ŵ \ud83d </para>"}

    made = canonical(thing)

    assert made == b'{"a":"\\u0175 \\ud83d </para>","b":[1,true,null]}'
    assert fingerprint(made) == "QPYW GUD4 VBOO U74I WEOD OZTX HY"
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(THINGS)
def test_the_form_is_one_line_of_ascii(thing: object) -> None:
    """What is printed, attached and compared must not hang on an encoding."""
    made = canonical(thing)

    assert made.isascii()
    assert b"\n" not in made


@pytest.mark.parametrize("thing", [float("nan"), float("inf"), {1, 2}, b"bytes"])
def test_what_json_has_no_word_for_is_refused(thing: object) -> None:
    """NaN would be read back by some readers and not by others."""
    with pytest.raises((ValueError, TypeError)):
        canonical(thing)


def test_a_fingerprint_is_128_bits_in_groups_of_four() -> None:
    """Short enough to compare by eye, too long to forge."""
    assert re.fullmatch(r"([A-Z2-7]{4} ){6}[A-Z2-7]{2}", fingerprint(b"x"))


@given(st.binary())
def test_a_reference_has_no_look_alikes(seed: bytes) -> None:
    """It is read over the telephone and copied by hand."""
    name = reference(seed)

    assert re.fullmatch(r"[^01ILOSZBU-]{4}-[^01ILOSZBU-]{4}", name)
    assert reference(seed) == name


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("7F3K-92QX", " 7f3k 92qx"),
        ("7F3K-92QX", "7F3K–92OX"),
        ("V8A5-2DKT", "ubas zdkt"),
        ("V8A5-2DKT", "v8as-20KT"),
        ("OIJB", "0 1 i 8"),
    ],
)
def test_a_mark_copied_by_hand_is_known_again(printed: str, typed: str) -> None:
    """Nobody at a desk with a signed sheet must wonder whether it is a 0 or an O."""
    assert plain_mark(typed) == plain_mark(printed)


@given(st.text(max_size=30))
def test_a_plain_mark_stays_what_it_is(typed: str) -> None:
    """Whatever is pasted into the field, two plain forms can be compared."""
    plain = plain_mark(typed)

    assert plain_mark(plain) == plain
    assert re.fullmatch("[A-Z0-9]*", plain)


def test_other_references_stay_others() -> None:
    """Forgiving must not make one paper out of two."""
    made = {plain_mark(reference(str(number).encode())) for number in range(2000)}

    assert len(made) == 2000
