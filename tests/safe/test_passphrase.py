"""What counts of a passphrase: what keys write, however it came there, whatever made the lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from nacl.pwhash import argon2id

from wizard.safe.canonical import canonical
from wizard.safe.passphrase import as_typed, readings
from wizard.safe.slots import (
    MEBIBYTES,
    PASSES,
    Slot,
    SlotKind,
    make_slot,
    new_key,
    open_slot,
    seal,
    write_slot,
)


@pytest.mark.parametrize(
    "unseen",
    ["\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060", "\u00a0", "\u034f", "\u3164", "\u2800"],
)
def test_what_is_pasted_unseen_is_no_part_of_a_secret(unseen: str) -> None:
    """Chosen by pasting it twice, it opened nothing when it was typed; a file has no other way."""
    key = new_key()
    slot = make_slot(SlotKind.PASSPHRASE, f"I don’t mind {unseen}otters{unseen}", key)

    assert open_slot(slot, "I don't mind otters") == key
    assert open_slot(slot, f"{unseen}I don’t mind otters") == key
    assert open_slot(slot, "I dont mind otters") is None


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [("half past ½ one", "half past 1/2 one"), ("say „so“ twice", 'say "so" twice')],
)
def test_what_a_word_processor_set_is_what_keys_write(pasted: str, typed: str) -> None:
    """It made ½ of 1/2, which comes apart by a stroke that no key has."""
    key = new_key()

    assert open_slot(make_slot(SlotKind.PASSPHRASE, pasted, key), typed) == key


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2013", "\u2014", "\u2212"])
def test_a_dash_of_a_letter_is_the_key_for_one(dash: str) -> None:
    """Pasted as a word processor set it, a passphrase opened nothing when it was typed."""
    key = new_key()
    slot = make_slot(SlotKind.PASSPHRASE, f"three {dash} plain words", key)

    assert open_slot(slot, "three - plain words") == key
    assert open_slot(slot, f"three {dash} plain words") == key


def test_capitals_that_were_locked_keep_nobody_out() -> None:
    """Nobody sees what is typed, twice over: a file made so was all that was taken along."""
    key = new_key()
    slot = make_slot(SlotKind.PASSPHRASE, "sEVEN QUIET OTTERS 7", key)

    assert open_slot(slot, "Seven quiet otters 7") == key
    assert open_slot(slot, "sEVEN QUIET OTTERS 7") == key
    assert open_slot(slot, "seven quiet otters 7") is None


@pytest.mark.parametrize(
    ("locked", "plain"),
    [
        ("STRAßE VIER KATZEN", "straße vier katzen"),
        ("STRAẞE VIER KATZEN", "straße vier katzen"),
        ("İSTANBUL ÜÇ KEDİ", "istanbul üç kedi"),
        ("YILDIZ IŞIĞI ALTI", "yıldız ışığı altı"),
        ("ΣΟΦΟΣ ΓΑΤΟΣ ΜΑΥΡΟΣ", "σοφος γατος μαυρος"),
    ],
)
def test_capitals_of_other_keyboards_keep_nobody_out_either(locked: str, plain: str) -> None:
    """One key writes one letter; by the rules of words ß was two, and an i without its dot."""
    assert as_typed(locked) in readings(plain)
    assert as_typed(plain) in readings(locked)


@pytest.mark.parametrize("set_as", ["otters \u2013 and herons", "otters \u2014 and herons"])
def test_two_dashes_that_became_one_are_two_dashes(set_as: str) -> None:
    """A word processor put one long dash where two were typed; typed again, they opened nothing."""
    key = new_key()

    assert open_slot(make_slot(SlotKind.PASSPHRASE, set_as, key), "otters -- and herons") == key


@pytest.mark.parametrize(
    ("secret", "made_of"),
    [
        ("„Haus am Meer“ 1974", '„Haus am Meer" 1974'),
        ("½ a pound – of tea", "1\u20442 a pound - of tea"),
        ("Don’t panic – Mrs Price", "Don't panic – Mrs Price"),
    ],
)
def test_a_slot_made_of_what_earlier_versions_took_as_keys_opens(secret: str, made_of: str) -> None:
    """The right passphrase opened nothing after an update: of two marks it had read one."""
    key = new_key()

    assert open_slot(_made_of(made_of, key), secret) == key


def test_a_slot_of_an_earlier_version_opens_as_it_did() -> None:
    """What it was made of then counts: letters as they were written, whatever they are."""
    key, secret = new_key(), "I don’t mind \u200botters"
    slot = _made_of(secret, key)

    assert open_slot(slot, secret) == key
    assert open_slot(slot, "I don't mind otters") is None


def _made_of(letters: str, key: bytes) -> Slot:
    """Seal a key by hand under these very letters, as some version of the program did."""
    bare = replace(make_slot(SlotKind.PASSPHRASE, "any", key), sealed=b"")
    figures = write_slot(bare)
    del figures["sealed"]
    derived = argon2id.kdf(
        32, letters.encode(), bare.salt, opslimit=PASSES, memlimit=MEBIBYTES * 2**20
    )
    return replace(bare, sealed=seal(derived, key, canonical(figures)))
