"""The rules of the house, each a function from sources to a list of faults in words.

``test_house.py`` holds the tree to them, and shows that each can fail.  What the rooms
are and why is in ``docs/architecture.md``.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

LAYERS = (
    ("ui", "cli"), ("desk",), ("report", "exchange"), ("store",), ("session",), ("assess",),
    ("pack",), ("safe",), ("words",), ("model",), ("paths",), ("clock",), ("errors",),
)  # fmt: skip
"""Who stands above whom: a room may use what is below it, never above or beside it."""

RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}

FRONT_ROOMS = frozenset({"ui", "cli"})
FRONT_MAY_SEE = (
    "desk", "session", "model", "report.blocks", "words", "paths", "errors",
)  # fmt: skip

ENTRANCES = {
    "wizard/__main__.py": ("wizard.cli.main",),
    "app.py": ("wizard.cli.main",),
    "wizard/cli/main.py": (
        "wizard.ui.start",
        "wizard.report.pdf.child",
        "wizard.exchange.pdf_child_reading",
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

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and full name of everything imported, inside functions too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield node.lineno, name.name
            elif isinstance(node, ast.ImportFrom) and not node.level:
                for name in node.names:
                    yield node.lineno, f"{node.module}.{name.name}"
            elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
                for argument in node.args[:1]:
                    if isinstance(argument, ast.Constant):
                        yield node.lineno, str(argument.value)


def _called(node: ast.Call) -> str:
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


def _pattern(node: ast.expr) -> str:
    """The regular expression of the texts an expression may be; empty if it may be any."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (_pattern(part) or r"[a-z0-9_.-]+" for part in node.values)
        return "".join(parts)
    return ""


NAMED = {
    "wizard/pack/": ("fault.", ("", r"\.hint"), ("fault", "note", "make_fault", "_Refused")),
    "wizard/exchange/": ("reading.", ("",), ("fault",)),
}
"""Where faults go by a name: how their ids begin and end, and what is called with the name."""


def _names(node: ast.expr) -> list[str]:
    """The patterns of the names an argument may be; none where that is not seen."""
    if isinstance(node, ast.IfExp):
        return _names(node.body) + _names(node.orelse)
    return [pattern] if (pattern := _pattern(node)) else []


def _asked_for(source: Source) -> Iterator[tuple[int, str]]:
    """Yield line and pattern of every sentence that a file asks for by its id."""
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        if _called(node) == "say" and (made := _pattern(node.args[0])):
            yield node.lineno, made
        for folder, (start, ends, makers) in NAMED.items():
            if source.path.startswith(folder) and _called(node) in makers:
                for name in _names(node.args[0]):
                    yield from ((node.lineno, f"{re.escape(start)}{name}{end}") for end in ends)


def _mentioned(source: Source) -> Iterator[str]:
    """Yield the pattern of all that may be an id, wherever it stands in a file."""
    ways = [way[:2] for folder, way in NAMED.items() if source.path.startswith(folder)]
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Constant | ast.JoinedStr) or not (made := _pattern(node)):
            continue
        yield made
        if isinstance(node, ast.Constant):
            yield from (f"{re.escape(start)}{made}{end}" for start, ends in ways for end in ends)


def wrong_words(sources: Iterable[Source], known: frozenset[str]) -> list[str]:
    """Every sentence asked for by id exists, and every sentence that exists is asked for.

    An id made on the spot (``say(f"status.{status}")``) counts for all it may become; a
    paper's furniture is known to whoever draws it without the ``paper.`` in front.
    """
    faults = []
    patterns = set()
    furniture = known | {word.removeprefix("paper.") for word in known}
    for source in sources:
        ids = furniture if source.path.startswith("wizard/report/pdf/") else known
        for line, pattern in _asked_for(source):
            patterns.add(pattern)
            if not any(re.fullmatch(pattern, word) for word in ids):
                faults.append(f"{source.path}:{line}: no words for {pattern}")
        patterns.update(_mentioned(source))
    exact = {pattern.replace("\\", "") for pattern in patterns}
    wild = [re.compile(p) for p in patterns if "[a-z0-9_.-]+" in p and "\\." in p]
    for word in sorted(known):
        if {word, word.removeprefix("paper.")} & exact:
            continue
        if not any(p.fullmatch(word) or p.fullmatch(word.removeprefix("paper.")) for p in wild):
            faults.append(f"content/words/en: nobody says '{word}'")
    return faults


ADDRESSES = re.compile(
    r"(?<![\w.~])/(?:work|root|home|Users)/\w"
    r"|pypi\.org|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)|npmjs\.com|crates\.io"
    r"|art[i]factory|jfrog\.io|pkg\.dev|(?:deb|snapshot)\.debian\.org",
    re.IGNORECASE,
)
"""Where somebody's machine keeps things, and where packages come from."""


def told_addresses(path: str, text: str) -> list[str]:
    """No file names a registry or a place on somebody's machine."""
    return [
        f"{path}:{number}: '{found[0]}' is the address of a machine"
        for number, line in enumerate(text.splitlines(), 1)
        if (found := ADDRESSES.search(line))
    ]


def loose_locks(path: str, text: str) -> list[str]:
    """A lock file has exact versions, each with a hash, and no address at all."""
    faults = [
        f"{path}:{number}: no address belongs here"
        for number, line in enumerate(text.splitlines(), 1)
        if "://" in line or line.startswith("-")
    ]
    entries = re.split(r"\n(?=\S)", text.strip())
    return faults + [
        f"{path}: '{entry.splitlines()[0]}' has no version and hash"
        for entry in entries
        if "==" not in entry.splitlines()[0] or "--hash=sha256:" not in entry
    ]
