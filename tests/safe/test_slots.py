"""The lock's cipher, its code and its delays: each must open for the right secret alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.clock import FixedClock
from wizard.errors import InputFault, StoreDamaged
from wizard.safe import key_change, recovery
from wizard.safe.canonical import CLEAR
from wizard.safe.key import KEY_FILE, own_login_key
from wizard.safe.lock_file import LockFile, read_locks, write_lock
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.safe.slots import (
    MEBIBYTES,
    PASSES,
    SlotKind,
    make_slot,
    new_key,
    open_slot,
    read_slot,
    seal,
    unseal,
    write_slot,
)
from wizard.safe.tries import DELAYS, Tries

TOP = Path(__file__).parents[2]
SECRET = "seven quiet otters"
START = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def test_a_slot_opens_for_its_secret_alone() -> None:
    """Everything else hangs on this; a letter written another way is the same letter."""
    key = new_key()
    slot = make_slot(SlotKind.PASSPHRASE, "Siân’s quiet otters", key)

    assert open_slot(slot, "  Sia\u0302n’s quiet otters ") == key
    assert open_slot(slot, "Sian’s quiet otters") is None
    assert open_slot(slot, "") is None


def test_the_cost_is_the_stated_one() -> None:
    """A guess must cost 64 MiB and three passes, and the file must say so for later."""
    slot = make_slot(SlotKind.PASSPHRASE, SECRET, new_key())

    assert (slot.mebibytes, slot.passes) == (64, 3) == (MEBIBYTES, PASSES)
    assert write_slot(slot)["kdf"] == "argon2id"
    assert read_slot(write_slot(slot)) == slot


def test_too_little_memory_is_said() -> None:
    """An old laptop with forty tabs open must not be told that the passphrase is wrong."""
    program = (
        "import resource; from wizard.errors import StoreProblem; "
        "from wizard.safe.slots import SlotKind, make_slot\n"
        "make_slot(SlotKind.PASSPHRASE, 'x', bytes(32))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (60_000_000, -1))\n"
        "try: make_slot(SlotKind.PASSPHRASE, 'x', bytes(32))\n"
        "except StoreProblem as problem: print(problem)"
    )

    said = subprocess.run(
        [sys.executable, "-c", program], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout

    assert "too little memory free" in said


def test_a_slot_that_was_changed_opens_no_more() -> None:
    """Nobody may make a guess cheaper, or pass one kind of slot off as another."""
    slot = make_slot(SlotKind.PASSPHRASE, SECRET, new_key())

    for changed in (
        replace(slot, kind=SlotKind.RECOVERY),
        replace(slot, passes=1),
        replace(slot, mebibytes=8),
        replace(slot, sealed=slot.sealed[:-1] + bytes([slot.sealed[-1] ^ 1])),
    ):
        assert open_slot(changed, SECRET) is None


@pytest.mark.parametrize(
    "change",
    [
        {"mebibytes": 100_000}, {"passes": 0}, {"passes": True}, {"kdf": "none"}, {"salt": "00"},
        {"sealed": "xy"}, {"kind": "backdoor"}, {"more": 1},
    ],
)  # fmt: skip
def test_a_slot_that_is_not_ours_is_refused(change: dict[str, object]) -> None:
    """A file from elsewhere must not make us take all the memory, or guess."""
    thing = write_slot(make_slot(SlotKind.PASSPHRASE, SECRET, new_key()))

    with pytest.raises(ValueError):
        read_slot({**thing, **change})


@given(st.binary(max_size=300))
def test_what_is_sealed_opens_with_the_same_key_and_label_only(content: bytes) -> None:
    """A sealed content must not be taken for another kind of content."""
    key = new_key()
    sealed = seal(key, content, b"one")

    assert unseal(key, sealed, b"one") == content
    assert unseal(key, sealed, b"two") is None
    assert unseal(new_key(), sealed, b"one") is None
    assert unseal(key, sealed[:20], b"one") is None


def test_a_code_is_long_and_has_no_look_alikes() -> None:
    """120 bits can not be guessed; it is read from paper years later."""
    code = recovery.new_code()
    letters = code.replace("-", "")

    assert len(CLEAR) ** (recovery.GROUPS * 4) > 2**120
    assert len(letters) == 35
    assert not set(letters) & set("01ILOSZBU")
    assert recovery.new_code() != code
    assert recovery.read_code(code) == code


@pytest.mark.parametrize(
    "way",
    ["lower", "spaces", "together", "like", "one gap less", "one gap more", "wide", "with words"],
)
def test_a_code_is_read_however_it_is_typed(way: str) -> None:
    """Capitals, dashes and what looks alike in print do not matter."""
    code = recovery.new_code()
    typed = {
        "lower": f" {code.lower()}\n",
        "spaces": code.replace("-", "  "),
        "together": code.replace("-", ""),
        "like": code.replace("2", "Z").replace("5", "S").replace("8", "b"),
        "with words": f"My recovery code is: “{code}”, made on 21 November",
        "one gap less": code.replace("-", " ").replace(" ", "", 1),
        "one gap more": f"{code[:2]} {code[2:]}",
        "wide": "".join(chr(ord(letter) + 0xFEE0) for letter in code),
    }[way]

    assert recovery.is_meant(typed)
    assert recovery.read_code(typed) == code


def test_a_code_without_a_figure_is_a_code() -> None:
    """One in 219,000 was taken for a wrong passphrase, and its owner was out for good."""
    code = "YCGEV-YAMJQ-REGGX-AEQAR-KYTEJ-APYTN-HKCQG"

    assert recovery.is_meant(code.lower())
    assert recovery.read_code(code) == code
    assert not recovery.is_meant(code.replace("YCGEV", "YCGEE"))


def test_each_slip_of_the_hand_names_its_group() -> None:
    """With 35 letters to compare, "wrong" is no help; "group 4" is."""
    code = recovery.new_code()
    for number in range(recovery.GROUPS):
        at = number * 6
        group = code[at : at + 5]
        slips = [
            group[:place] + other + group[place + 1 :]
            for place in range(5)
            for other in CLEAR
            if other != group[place]
        ]
        for place in range(4):
            swapped = group[:place] + group[place + 1] + group[place] + group[place + 2 :]
            slips += [swapped] if swapped != group else []
        for slip in (*slips, group[:4], group + "A", "O" + group[1:]):
            with pytest.raises(InputFault, match=f"Group {number + 1} "):
                recovery.read_code(code[:at] + slip + code[at + 5 :])


def test_swapped_and_missing_groups_are_seen() -> None:
    """Lines are skipped when copying from paper."""
    parts = recovery.new_code().split("-")

    with pytest.raises(InputFault, match="Group 1 "):
        recovery.read_code("-".join([parts[1], parts[0], *parts[2:]]))
    with pytest.raises(InputFault, match="has 7 groups of 5, and this has 6"):
        recovery.read_code("-".join(parts[1:]))


@pytest.mark.parametrize(
    "words",
    [SECRET, "the cat sat on my red mat", "", "1234567", "thirty five letters and 7 figures 1926"],
)
def test_a_passphrase_is_not_taken_for_a_code(words: str) -> None:
    """One field takes both, so each must be told from the other."""
    assert not recovery.is_meant(words)


@pytest.fixture
def lock(tmp_path: Path) -> LockFile:
    """Return a lock that lies in ``tmp_path``."""
    master = new_key()
    slots = (make_slot(SlotKind.PASSPHRASE, SECRET, master),)
    made = LockFile.holding(slots, master, b"n" * 32, b"o" * 32, code_unseen=False)
    write_lock(tmp_path, made)
    return made


def test_a_lock_gives_its_keys_the_newest_first(lock: LockFile, tmp_path: Path) -> None:
    """Between two keys both must be had; without a secret neither."""
    (read,) = read_locks(tmp_path)
    master = read.master(SlotKind.PASSPHRASE, SECRET)

    assert read == lock
    assert master is not None
    assert read.keys(master) == (b"n" * 32, b"o" * 32)
    assert read.keys(new_key()) == ()
    assert read.master(SlotKind.RECOVERY, SECRET) is None
    assert (tmp_path / LOCK_JSON).stat().st_mode & 0o777 == 0o600


def test_one_bad_spot_on_the_disk_locks_nobody_out(lock: LockFile, tmp_path: Path) -> None:
    """Without the lock the answers are lost, so each byte of it may go bad."""
    whole = (tmp_path / LOCK_JSON).read_bytes()
    for at in range(0, len(whole), 7):
        (tmp_path / LOCK_JSON).write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert read_locks(tmp_path) == (lock,)
    (tmp_path / LOCK_JSON).unlink()
    assert read_locks(tmp_path) == (lock,)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"1", b"{}", b"\xff", b"[" * 9_000, b'{"check":1}']
)
def test_a_lock_beyond_reading_is_said_and_left(
    lock: LockFile, tmp_path: Path, content: bytes
) -> None:
    """It must never be written over: a backup of it may still be found."""
    for name in (LOCK_JSON, LOCK_COPY):
        (tmp_path / name).write_bytes(content)

    with pytest.raises(StoreDamaged, match="is damaged, and so is its copy"):
        read_locks(tmp_path)

    assert (tmp_path / LOCK_JSON).read_bytes() == content


def test_delays_grow_and_outlive_a_restart(tmp_path: Path) -> None:
    """Ending the program must not buy another guess."""
    clock = FixedClock(START)
    waits = []
    for _ in range(8):
        waits.append(Tries(tmp_path, clock).wait)
        Tries(tmp_path, clock).count()

    assert waits == [0, 0, 0, 5, 15, 60, 300, 300] == [*DELAYS, DELAYS[-1]]
    clock.set(START + timedelta(seconds=299))
    assert Tries(tmp_path, clock).wait == 1
    clock.set(START + timedelta(seconds=300))
    assert Tries(tmp_path, clock).wait == 0
    Tries(tmp_path, clock).forget()
    assert Tries(tmp_path, clock).wrong == 0


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"wrong":9,"last":"2026-11-21"}'])
def test_a_bad_record_or_clock_locks_nobody_out(tmp_path: Path, content: bytes) -> None:
    """The delays are for a stranger; they must never shut the owner out for longer than said."""
    clock = FixedClock(START)
    tries = Tries(tmp_path, clock)
    for _ in range(9):
        tries.count()
    clock.set(START - timedelta(days=400))
    assert tries.wait == DELAYS[-1]
    clock.set(START - timedelta(days=400, seconds=-DELAYS[-1]))
    assert tries.wait == 0

    (tmp_path / "lock.tries").write_bytes(content)
    assert tries.wait == 0


def test_the_old_key_is_written_over_in_its_place(tmp_path: Path) -> None:
    """A new file under the old name would leave the old key in a free block of the disk."""
    old, new, newer = own_login_key(tmp_path), new_key(), new_key()
    block = (tmp_path / KEY_FILE).stat().st_ino

    key_change.announce(tmp_path, old, new)
    assert (key_change.own_key(tmp_path), key_change.next_key(tmp_path)) == (old, new)
    # The store has the new one, but settling failed; then the key is changed once more.
    key_change.announce(tmp_path, new, newer)
    assert (key_change.own_key(tmp_path), key_change.next_key(tmp_path)) == (new, newer)
    key_change.settle(tmp_path, newer)

    assert own_login_key(tmp_path) == newer
    assert key_change.next_key(tmp_path) is None
    assert (tmp_path / KEY_FILE).stat().st_ino == block
    key_change.wipe(tmp_path)
    assert not list(tmp_path.iterdir())
