"""The disk refuses one call after another, each in turn, and nothing that was said is lost.

strace makes the system answer "no room", "input/output error" or "no permission" to the
n-th write, sync, rename ... of a program that asks again whenever it hears a problem.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.children import TOP
from tests.store.conftest import NewWorker
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.store.worker import StoreWorker

pytestmark = pytest.mark.full

BYTES = "pwrite64,fsync,fdatasync,ftruncate"
NAMES = "rename,unlink,link,mkdir,flock"
READS = "pread64"
SYNCS = "fsync"


def lines_of(act: str, folder: Path, calls: str, error: str, place: int | str) -> list[str]:
    """Run an act of ``child.py`` with some calls refused; return what it said."""
    strace = shutil.which("strace")
    assert strace, "strace is needed for this test: apt-get install strace"
    # The program's own parts are read by that call too.
    paths = {READS: folder / STORE_FILE, SYNCS: folder}
    only = ["-P", str(paths[calls])] if calls in paths else []
    done = subprocess.run(
        [strace, "-f", "-o", os.devnull, *only, "-e", f"trace={calls}",
         "-e", f"inject={calls}:error={error}:when={place}",
         sys.executable, "-m", "tests.store.child", act, str(folder)],
        cwd=TOP, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, f"{error} at {place}: {done.stderr}"
    return done.stdout.splitlines()


def run_refused(folder: Path, calls: str, error: str, place: int | str) -> list[str]:
    """Run the stubborn writer with some calls refused; return the problems it heard."""
    problems, numbers = [], []
    for line in lines_of("stubborn", folder, calls, error, place):
        if line.startswith("problem"):
            problems.append(line.split()[1])
        else:
            numbers.append(int(line))
    assert numbers == list(range(1, 13))
    return problems


@pytest.mark.parametrize(
    ("calls", "error", "places"),
    [
        (BYTES, "ENOSPC", range(1, 180, 6)),
        (BYTES, "EIO", range(2, 180, 6)),
        (NAMES, "EACCES", range(1, 9)),
        (NAMES, "ENOSPC", range(1, 9)),
        # What a disk could not read for a moment is no damaged file: nobody should go back.
        (READS, "EIO", range(2, 60, 3)),
    ],
)
def test_every_refusal_is_survived(
    tmp_path: Path, new_worker: NewWorker, calls: str, error: str, places: range
) -> None:
    """Saved means on the disk, whatever the disk said before; takes half a minute each."""
    heard = []
    for place in places:
        folder = tmp_path / f"{error}-{place}"
        heard += run_refused(folder, calls, error, place)
        worker = new_worker(folder, own_login_key(folder))
        worker.open().result(60)
        assert [card.id for card in worker.list().result(60)] == ["one"]
        assert worker.load("one").result(60).answers["q0"].note == "12"
        worker.close().result(60)
        shutil.rmtree(folder)
    assert set(heard) <= {"StoreFull", "StoreUnwritable", "StoreAstray", "StoreBusy"}
    assert heard or calls == NAMES


def test_a_folder_that_the_system_can_not_sync_keeps_answers(tmp_path: Path) -> None:
    """Some shares know no such thing: what was written there was told as refused."""
    assert not run_refused(tmp_path / "answers", SYNCS, "EINVAL", "1+")


@pytest.mark.parametrize("place", [4, 13, 40, *range(112, 136, 2)])
def test_a_disk_that_goes_on_failing_is_not_called_a_damaged_file(
    tmp_path: Path, place: int
) -> None:
    """Looking whether it is damaged failed as well: people were led back to an older copy.

    The last places are those of a deletion, which called damaged what it could not read once.
    """
    told = lines_of("stubborn", tmp_path / "answers", READS, "EIO", f"{place}..{place + 2}")

    assert [line for line in told if line.startswith("problem")]
    assert not [line for line in told if "StoreDamaged" in line]


def test_what_came_in_although_the_disk_said_no_is_neither_refused_nor_called_replaced(
    folder: Path, worker: StoreWorker, tmp_path: Path
) -> None:
    """It counted three changes more than before, and everything stayed shut in that window.

    Then it was told as refused, and whoever asked again had it twice.
    """
    worker.close().result(60)
    found = set()
    for place in range(1, 9):
        copy = shutil.copytree(folder, tmp_path / str(place))
        found.update(lines_of("bring", copy, "fsync,fdatasync", "EIO", place))
    assert found == {"refused", "c b a"}
