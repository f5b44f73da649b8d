"""Everything a program told the disk, taken down by strace and played to a model of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tests.store.children import TOP
from tests.store.power_cut.disk_model import File, Folder, Resize, Write

_CALLS = (
    "openat,open,creat,close,read,lseek,write,pwrite64,writev,pwritev,ftruncate,truncate,"
    "fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,link,"
    "linkat,mkdir,mkdirat,rmdir,dup,dup2,dup3,copy_file_range,sendfile"
)
_CALL = re.compile(r"(?P<name>\w+)\((?P<given>.*)\)\s+= (?P<result>-?\d+)")


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the system: its name, what it was given, what came back."""

    name: str
    given: tuple[str, ...]
    result: int


def record(module: str, folder: Path, *arguments: str) -> tuple[Call, ...]:
    """Run ``module`` on ``folder`` and return what it asked of the system, in order."""
    strace = shutil.which("strace")
    assert strace, "strace is needed for this test: apt-get install strace"
    trace = folder.with_name(f"{folder.name}.strace")
    subprocess.run(
        [strace, "-f", "-xx", "-s", "9999999", "-e", f"trace={_CALLS}", "-o", str(trace),
         sys.executable, "-m", module, str(folder), *arguments],
        check=True, cwd=TOP, stdout=subprocess.PIPE, timeout=120,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return tuple(_read(trace))


def _read(trace: Path) -> Iterator[Call]:
    begun: dict[str, str] = {}
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            process, _, rest = line.rstrip("\n").partition(" ")
            rest = rest.lstrip()
            if rest.endswith("<unfinished ...>"):
                begun[process] = rest.removesuffix("<unfinished ...>").rstrip()
                continue
            if rest.startswith("<..."):
                rest = begun.pop(process) + rest.partition("resumed>")[2]
            match = _CALL.match(rest)
            if match and int(match["result"]) >= 0:
                given = tuple(part.strip() for part in match["given"].split(", "))
                yield Call(match["name"], given, int(match["result"]))


def text(given: str) -> bytes:
    """Return the bytes that strace wrote as one hexadecimal number a byte."""
    return bytes.fromhex(given.strip('"').replace("\\x", ""))


class Player:
    """Plays a recording to a model of the folder ``root`` and of all below it.

    ``said`` is the last number that the program had called saved so far.
    """

    def __init__(self, root: Path) -> None:
        self.root = Folder()
        self.said = 0
        self._top = PurePosixPath(root)
        self._open: dict[int, File | Folder] = {}
        self._places: dict[int, int] = {}

    def play(self, call: Call) -> bool:
        """Play one call; say whether it told the disk something or made it sure."""
        act = getattr(self, f"_{call.name}", None)
        if act is None:
            assert call.name in ("read", "lseek", "dup"), f"{call.name} is not in the model"
            if call.name == "lseek" and int(call.given[0]) in self._open:
                self._places[int(call.given[0])] = call.result
            return False
        return bool(act(call))

    def _find(self, path: bytes) -> tuple[Folder, str] | None:
        place = PurePosixPath(os.fsdecode(path))
        if not place.is_relative_to(self._top) or place == self._top:
            return None
        folder = self.root
        *above, name = place.relative_to(self._top).parts
        for part in above:
            inner = folder.now[part]
            assert isinstance(inner, Folder)
            folder = inner
        return folder, name

    def _openat(self, call: Call) -> bool:
        handle, path, how, *_ = call.given
        if PurePosixPath(os.fsdecode(text(path))) == self._top:
            self._open[call.result] = self.root
            return False
        found = self._inside(handle, text(path))
        if found is None:
            self._open.pop(call.result, None)
            return False
        folder, name = found
        is_new = "O_CREAT" in how and name not in folder.now
        if is_new:
            folder.tell(None, name, File())
        node = folder.now[name]
        self._open[call.result] = node
        self._places[call.result] = 0
        if "O_TRUNC" in how and isinstance(node, File):
            node.told.append(Resize(0))
        return is_new

    def _close(self, call: Call) -> bool:
        self._open.pop(int(call.given[0]), None)
        return False

    def _write(self, call: Call) -> bool:
        handle = int(call.given[0])
        if handle == 1:
            self.said = int(text(call.given[1]).split()[-1])
            return True
        node = self._open.get(handle)
        if not isinstance(node, File):
            return False
        node.told.append(Write(self._places[handle], text(call.given[1])[: call.result]))
        self._places[handle] += call.result
        return True

    def _pwrite64(self, call: Call) -> bool:
        node = self._open.get(int(call.given[0]))
        if not isinstance(node, File):
            return False
        node.told.append(Write(int(call.given[3]), text(call.given[1])[: call.result]))
        return True

    def _ftruncate(self, call: Call) -> bool:
        node = self._open.get(int(call.given[0]))
        if not isinstance(node, File):
            return False
        node.told.append(Resize(int(call.given[1])))
        return True

    def _fsync(self, call: Call) -> bool:
        node = self._open.get(int(call.given[0]))
        if node is not None:
            node.sync()
        return node is not None

    _fdatasync = _fsync

    def _rename(self, call: Call) -> bool:
        source, target = self._find(text(call.given[0])), self._find(text(call.given[1]))
        if source is None or target is None:
            return False
        assert source[0] is target[0], "renames stay in their folder"
        source[0].tell(source[1], target[1], source[0].now[source[1]])
        return True

    def _link(self, call: Call) -> bool:
        source, target = self._find(text(call.given[0])), self._find(text(call.given[1]))
        if source is None or target is None:
            return False
        target[0].tell(None, target[1], source[0].now[source[1]])
        return True

    def _linkat(self, call: Call) -> bool:
        return self._link(Call("link", (call.given[1], call.given[3]), call.result))

    def _inside(self, handle: str, path: bytes) -> tuple[Folder, str] | None:
        """Find a path that may be told from a folder that is open."""
        folder = self._open.get(int(handle)) if handle.isdigit() else None
        if isinstance(folder, Folder) and not path.startswith(b"/"):
            return folder, os.fsdecode(path)
        return self._find(path)

    def _unlink(self, call: Call) -> bool:
        return self._take_away(self._find(text(call.given[0])))

    _rmdir = _unlink

    def _unlinkat(self, call: Call) -> bool:
        return self._take_away(self._inside(call.given[0], text(call.given[1])))

    def _take_away(self, found: tuple[Folder, str] | None) -> bool:
        if found is None or found[1] not in found[0].now:
            return False
        found[0].tell(found[1], None, found[0].now[found[1]])
        return True

    def _mkdir(self, call: Call) -> bool:
        found = self._find(text(call.given[0]))
        if found is None:
            return False
        found[0].tell(None, found[1], Folder())
        return True
