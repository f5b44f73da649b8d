"""Rules of the house about texts: sentences asked for by id, addresses, files of locks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from tests.house import Source, called


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
        if called(node) == "say" and (made := _pattern(node.args[0])):
            yield node.lineno, made
        for folder, (start, ends, makers) in NAMED.items():
            if source.path.startswith(folder) and called(node) in makers:
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
