"""A paper as plain data and back: what it carries inside, and what it is drawn from again.

What is drawn is made from the very data that the file carries, so the two can not
differ.  Reading is strict: a stranger may have made the data.
"""

from __future__ import annotations

import dataclasses
import types
import unicodedata
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from wizard.report import blocks
from wizard.report.blocks import Block, Report

DRAWN = 4
"""Goes up whenever the same blocks come to be drawn differently, in words, place or shape."""

HEAD = ("title", "subtitle", "reader", "school", "reference", "policy", "made", "language")
"""The fields of a report that travel as they are."""

KINDS: dict[str, type[Block]] = {kind.__name__: kind for kind in get_args(Block)}


class NotAPaper(Exception):
    """The data are of no paper of ours; the text is the place of the first fault."""


def to_data(report: Report) -> dict[str, object]:
    """Return a report as dicts, lists, text and numbers; its logo and seal stay behind."""
    head = {name: _plain(getattr(report, name)) for name in HEAD}
    listed = [{"block": type(block).__name__, **_fields(block)} for block in report.blocks]
    return {**head, "blocks": listed, "words": _plain(report.words)}


def from_data(data: object, logo: bytes = b"") -> Report:
    """Return the report that :func:`to_data` wrote down.

    Raises ``NotAPaper`` naming the place for anything that no paper of ours holds.
    """
    if not isinstance(data, dict) or set(data) != {*HEAD, "blocks", "words"}:
        raise NotAPaper("paper")
    head = {name: _read(str, data[name], name) for name in HEAD}
    if not isinstance(data["blocks"], list):
        raise NotAPaper("blocks")
    listed = tuple(_block(item, f"blocks[{at}]") for at, item in enumerate(data["blocks"], 1))
    words = data["words"]
    if not isinstance(words, dict):
        raise NotAPaper("words")
    said = {key: _read(str, value, f"words.{key}") for key, value in words.items()}
    return Report(**head, logo=logo, blocks=listed, words=said)


def _plain(thing: object) -> object:
    if isinstance(thing, str) and not isinstance(thing, Enum):
        return thing if thing.isprintable() else clean(thing)
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, dict):
        return {key: _plain(value) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return [_plain(item) for item in thing]
    if dataclasses.is_dataclass(thing):
        return _fields(thing)
    return thing


def _fields(thing: Any) -> dict[str, object]:
    return {
        field.name: _plain(getattr(thing, field.name))
        for field in dataclasses.fields(thing)
        if (type(thing), field.name) != (blocks.SignOffPage, "code")
    }


def _block(item: object, place: str) -> Block:
    if not isinstance(item, dict):
        raise NotAPaper(place)
    kind = KINDS.get(str(item.get("block")))
    if kind is None:
        raise NotAPaper(f"{place}.block")
    rest = {key: value for key, value in item.items() if key != "block"}
    read: Block = _read(kind, rest, place)
    return read


def _read(kind: Any, thing: object, place: str) -> Any:
    """Return ``thing`` as ``kind``, whatever that is made of."""
    if kind is str and isinstance(thing, str):
        if thing.isprintable() or clean(thing) == thing:
            return thing
    elif kind in (int, bool) and type(thing) is kind:
        return thing
    elif isinstance(kind, types.UnionType):
        wanted = next(one for one in get_args(kind) if one is not type(None))
        return None if thing is None else _read(wanted, thing, place)
    elif get_origin(kind) is tuple and isinstance(thing, list):
        return _listed(get_args(kind), thing, place)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        if thing in [one.value for one in kind]:
            return kind(thing)
    elif isinstance(kind, type) and isinstance(thing, dict):
        return _made(kind, thing, place)
    raise NotAPaper(place)


def _listed(parts: tuple[Any, ...], thing: list[object], place: str) -> tuple[Any, ...]:
    if parts[-1] is Ellipsis:
        parts = (parts[0],) * len(thing)
    if len(parts) != len(thing):
        raise NotAPaper(place)
    pairs = zip(parts, thing, strict=True)
    return tuple(_read(part, one, f"{place}[{at}]") for at, (part, one) in enumerate(pairs, 1))


def _made(kind: type, thing: dict[str, object], place: str) -> Any:
    hints = _hints(kind)
    if not thing.keys() <= hints.keys() - {"code"}:
        raise NotAPaper(place)
    given = {key: _read(hints[key], value, f"{place}.{key}") for key, value in thing.items()}
    try:
        return kind(**given)
    except TypeError as cause:  # a field that has to be there is not
        raise NotAPaper(place) from cause


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """Return ``text`` without control letters (but new line and tab), and without letters
    that turn the reading direction round or are only half of one.
    """
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in "\n\t"
        or (unicodedata.category(letter) not in ("Cc", "Cs") and letter not in _TURNING)
    )
