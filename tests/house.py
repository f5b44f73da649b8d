"""The rules of the house, each a function from sources to a list of faults in words.

``test_house.py`` holds the tree to them, and shows that each can fail.  What the rooms
are and why is in ``docs/architecture.md``; rules about texts are in ``house_texts.py``.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

LAYERS = (
    ("ui", "cli"), ("desk",), ("report", "exchange"), ("store",), ("session",), ("assess",),
    ("pack",), ("safe",), ("words",), ("model",), ("paths", "there"), ("clock",), ("errors",),
)  # fmt: skip
"""Who stands above whom: a room may use what is below it, never above or beside it."""

RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}

ROOMS_WITHIN = {
    "wizard/desk/": (
        ("demo",), ("handover",), ("desk", "front"), ("paper",), ("assessment",),
        ("content", "lock", "reading", "school"), ("",),
    ),
    "wizard/ui/parts/": (
        ("home",), ("question", "outcome", "school"), ("paper", "reading"), ("writing",), ("",),
    ),
}  # fmt: skip
"""The same within two of them, that have rooms of their own.

``demo``, ``desk`` and ``front`` are no rooms but modules: they need some.  The last, without
a name, is whatever lies in none of the others and needs none of them.
"""

RANK_WITHIN = {
    top: {room: rank for rank, rooms in enumerate(order) for room in rooms}
    for top, order in ROOMS_WITHIN.items()
}

FRONT_ROOMS = frozenset({"ui", "cli"})
FRONT_MAY_SEE = (
    "desk", "session", "model", "report.blocks", "words", "paths", "there", "errors",
)  # fmt: skip

ENTRANCES = {
    "wizard/__main__.py": ("wizard.cli.main",),
    "app.py": ("wizard.__main__",),
    "wizard/cli/main.py": (
        "wizard.ui.start",
        "wizard.report.pdf.child",
        "wizard.exchange.pdf.child",
    ),
}
"""These may also import what they start: the window, the child that draws."""

DOORS = {
    "PySide6": ("wizard/ui/",),
    "shiboken6": ("wizard/ui/",),
    "reportlab": ("wizard/report/pdf/",),
    "uharfbuzz": ("wizard/report/pdf/",),
    "deflate": ("wizard/report/pdf/archive.py",),
    "PIL": ("wizard/report/pdf/logo.py",),
    "jinja2": ("wizard/report/html",),
    "markupsafe": ("wizard/report/html",),
    "apsw": ("wizard/store/",),
    "nacl": ("wizard/safe/slots.py",),
    "pikepdf": ("wizard/report/pdf/attach.py", "wizard/exchange/pdf/"),
    "icalendar": ("wizard/exchange/calendar.py",),
    "yaml": ("wizard/pack/load.py", "wizard/pack/rewrite.py"),
    "platformdirs": ("wizard/paths.py",),
}
"""Each library of others and where it may be imported.  None other may be used."""

NETWORK = (
    "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib",
    "socketserver", "xmlrpc", "asyncio", "multiprocessing", "logging.handlers",
    "concurrent.futures.process", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets",
)  # fmt: skip
"""Modules that open, or load what opens, a way out of this machine."""

NAMELESS = frozenset((
    "util", "utils", "utility", "utilities", "common", "helper", "helpers", "manager",
    "managers", "base", "misc", "lib",
))  # fmt: skip
"""Names that say nothing of what is inside."""

LONGEST = 350
"""Lines a file may have; about 300 is meant."""


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the top, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text, self.path)

    @property
    def room(self) -> str:
        """The room of ``wizard`` it lies in, or the empty string for what lies outside."""
        parts = self.path.removesuffix(".py").split("/")
        return parts[1] if parts[0] == "wizard" and len(parts) > 1 else ""

    @property
    def module(self) -> str:
        """The name by which others import it."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and full name of everything imported, inside functions too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield node.lineno, name.name
            elif isinstance(node, ast.ImportFrom) and not node.level:
                for name in node.names:
                    yield node.lineno, f"{node.module}.{name.name}"
            elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
                for argument in node.args[:1]:
                    if isinstance(argument, ast.Constant):
                        yield node.lineno, str(argument.value)


def called(node: ast.Call) -> str:
    """The last word of the name that is called."""
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def _is_or_in(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def wrong_layers(source: Source) -> list[str]:
    """A room uses only what stands below it."""
    faults = []
    for line, name in source.imports():
        theirs = name.split(".")[1] if name.startswith("wizard.") else ""
        if theirs not in RANK or source.room == theirs:
            continue
        if any(_is_or_in(name, allowed) for allowed in ENTRANCES.get(source.path, ())):
            continue
        if source.room not in RANK:
            faults.append(f"{source.path}:{line}: {name} is not for this file")
        elif RANK[theirs] <= RANK[source.room]:
            faults.append(f"{source.path}:{line}: {source.room} may not use {theirs}")
        elif source.room in FRONT_ROOMS and not any(
            _is_or_in(name, f"wizard.{seen}") for seen in FRONT_MAY_SEE
        ):
            faults.append(f"{source.path}:{line}: {source.room} knows {theirs} only by desk")
    return faults


def wrong_rooms(source: Source) -> list[str]:
    """In a room that has rooms of its own, too, each uses only what stands below it."""
    return [
        fault
        for top, ranks in RANK_WITHIN.items()
        if source.path.startswith(top)
        for fault in _wrong_within(source, top, ranks)
    ]


def _wrong_within(source: Source, top: str, ranks: Mapping[str, int]) -> list[str]:
    folder, _, name = source.path.removeprefix(top).removesuffix(".py").rpartition("/")
    ours = folder or (name if name in ranks else "")
    if ours not in ranks:
        return [f"{source.path}:1: {ours} is no room of {top}"]
    faults = []
    above = top.replace("/", ".")
    for line, full in source.imports():
        if not full.startswith(above):
            continue
        first = full.removeprefix(above).split(".")[0]
        theirs = first if first in ranks else ""
        if theirs != ours and ranks[theirs] <= ranks[ours]:
            faults.append(f"{source.path}:{line}: {ours or 'what is for all'} may not use {theirs}")
    return faults


def circles(sources: Iterable[Source]) -> list[str]:
    """No module needs itself, by way of others: such are one module, or a third is missing.

    Imports for types alone and inside functions count too.
    """
    uses = {
        source.module: {name for _, full in source.imports() for name in _and_above(full)}
        for source in sources
    }
    return [
        f"{module}: leans on itself by way of others"
        for module in sorted(uses)
        if module in _beneath(module, uses)
    ]


def _and_above(name: str) -> list[str]:
    """The name itself, which may be a module or a thing in one, and what holds it."""
    return [name, name.rpartition(".")[0]]


def _beneath(module: str, uses: Mapping[str, set[str]]) -> set[str]:
    """All that a module imports, and what that does, and so on."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        new = (uses.get(waiting.pop(), set()) & uses.keys()) - found
        found |= new
        waiting += new
    return found


def wrong_doors(source: Source) -> list[str]:
    """Each library has one door, and no library comes in unknown."""
    faults = []
    for line, name in source.imports():
        library = name.split(".")[0]
        if library in ("wizard", "__future__") or library in sys.stdlib_module_names:
            continue
        doors = DOORS.get(library, ())
        if not source.path.startswith(doors):
            where = " or ".join(doors) or "no file: it is no dependency"
            faults.append(f"{source.path}:{line}: {library} belongs in {where}")
    return faults


def ways_out(source: Source) -> list[str]:
    """Nothing imports what could reach a network, nor SQLite without encryption."""
    return [
        f"{source.path}:{line}: {name} may not be imported"
        for line, name in source.imports()
        if any(_is_or_in(name, banned) for banned in (*NETWORK, "sqlite3"))
    ]


def second_clocks(source: Source) -> list[str]:
    """Only ``wizard/clock.py`` asks for the time of day."""
    if source.path == "wizard/clock.py":
        return []
    return [
        f"{source.path}:{node.lineno}: ask wizard.clock for the time"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and f"{node.value.id}.{node.attr}"
        in {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    ]


def items_asked_for(source: Source) -> list[str]:
    """Return where a layout is asked for its items, which PySide does not hear the end of."""
    return [
        f"{source.path}:{node.lineno} asks a layout for its items: reading_order.laid_out"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and called(node) in ("itemAt", "takeAt")
    ]


def dialogs_of_their_own(source: Source) -> list[str]:
    """Return where a dialog of files is made but where it is made to ask before it replaces."""
    if source.path == "wizard/ui/file_dialogs.py":
        return []
    return [
        f"{source.path}:{node.lineno} makes a dialog of files: file_dialogs"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and called(node) == "QFileDialog"
    ]


def nameless(source: Source) -> list[str]:
    """Files and classes are named after what they are."""
    words = set(source.path.removesuffix(".py").replace("_", "/").lower().split("/"))
    faults = [f"{source.path}:1: '{word}' says nothing" for word in sorted(words & NAMELESS)]
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            last = re.findall(r"[A-Z]?[a-z]+", node.name)[-1:]
            if last and last[0].lower() in NAMELESS:
                faults.append(f"{source.path}:{node.lineno}: '{node.name}' says nothing")
    return faults


def put_off(source: Source) -> list[str]:
    """No comment puts work off."""
    tokens = tokenize.generate_tokens(io.StringIO(source.text).readline)
    return [
        f"{source.path}:{token.start[0]}: do it now or write an issue"
        for token in tokens
        if token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME|XXX|HACK)\b", token.string)
    ]


def too_long(source: Source) -> list[str]:
    """No file is longer than a person reads in one go."""
    count = source.text.count("\n")
    return [f"{source.path}:{count}: {count} lines, at most {LONGEST}"] if count > LONGEST else []


def undocumented(source: Source) -> list[str]:
    """Every module and every public class and function says what it is; so does each test."""
    missing = [] if ast.get_docstring(source.tree) else [(1, "the module")]
    missing += _undocumented_in(source.tree)
    return [f"{source.path}:{line}: {what} has no docstring" for line, what in missing]


def _undocumented_in(parent: ast.Module | ast.ClassDef) -> list[tuple[int, str]]:
    missing = []
    for node in parent.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            missing.append((node.lineno, node.name))
        if isinstance(node, ast.ClassDef):
            missing += _undocumented_in(node)
    return missing
