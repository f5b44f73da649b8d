"""Running the program under the eyes of the system, in a place without any network.

``strace`` (set up with the tests) writes down each call that opens a way out or writes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.program import TOP

APP = (sys.executable, str(TOP / "app.py"))
EXAMPLE = TOP / "content" / "examples" / "before-posting.json"
PASSPHRASE = "seven quiet otters"

_CALLS = "network,openat,open,creat,memfd_create,write,pwrite64,writev,pwritev,pwritev2"
_SOCKET = re.compile(r"\bsocket\((AF_\w+)|\bconnect\(\d+<[^>]*>, \{sa_family=(AF_\w+)")
_OPEN = re.compile(r"\b(?:openat|open|creat)\(.*\bO_(?:WRONLY|RDWR|CREAT).* = \d+<(/[^>]*)>")
_WRITE = re.compile(r"\bp?write(?:v|v2|64)?\(\d+<(/[^>]*)>")
_DEVICES = ("/dev/", "/proc/")


@dataclass(frozen=True)
class Seen:
    """What a command did: the kinds of socket it opened, the files, the calls that wrote."""

    families: frozenset[str]
    opened: frozenset[Path]
    writes: tuple[tuple[Path, str], ...]
    said: str

    def wrote(self, word: str) -> set[Path]:
        """Return the files into which ``word`` was written in clear, gone since or not."""
        forms = {word}
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            forms.add("".join(f"\\x{byte:02x}" for byte in word.encode(encoding)))
        return {path for path, call in self.writes if any(form in call for form in forms)}


def watch(command: Sequence[str], folder: Path, given: str = "") -> Seen:
    """Run a command to its good end, its children too; ``folder`` is for the record."""
    record = folder / "calls.txt"
    apart = ["unshare", "--net", *([] if os.getuid() == 0 else ["--map-root-user"])]
    strace = ["strace", "-f", "-qq", "-y", "-x", "-s", "9999999"]
    done = subprocess.run(
        [*apart, *strace, "-e", f"trace={_CALLS}", "-o", str(record), *command],
        input=given, capture_output=True, text=True, timeout=300, check=False, cwd=TOP,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    calls = list(_whole_lines(record))
    record.unlink()
    found = [match for call in calls for match in _SOCKET.findall(call)]
    writes = [(match[1], call) for call in calls if (match := _WRITE.search(call))]
    return Seen(
        frozenset(family for pair in found for family in pair if family),
        frozenset(
            Path(match[1])
            for call in calls
            if (match := _OPEN.search(call)) and not match[1].startswith(_DEVICES)
        ),
        tuple((Path(path), call) for path, call in writes if not path.startswith(_DEVICES)),
        done.stdout,
    )


def _whole_lines(record: Path) -> Iterator[str]:
    """Yield each call whole, also where another thread's came in between."""
    begun: dict[str, str] = {}
    with record.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            process, _, rest = line.rstrip("\n").partition(" ")
            if rest.endswith("<unfinished ...>"):
                begun[process] = rest.removesuffix("<unfinished ...>")
            elif "resumed>" in rest:
                yield begun.pop(process, "") + rest.partition("resumed>")[2]
            else:
                yield rest
