"""What counts of a passphrase: the letters somebody types, however they came there.

Pasted from a chat, a web page or a letter it brings along what is not seen (a space of no
width, a soft hyphen, a mark of direction), quotation marks and dashes that no key has: chosen
so, it would open nothing when it is typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_UNSEEN = frozenset({"Cf", "Cc"})
_HOW_DRAWN = "\ufe0e\ufe0f"
"""What only says how the letter before it is drawn."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_FIRST = {"'": "‘’ʼ", '"': "“”", "": _HOW_DRAWN}
_SECOND = {"'": "‘’ʼ′", '"': "“”″", "-": _DASHES, "": _HOW_DRAWN}
_TODAY = {"'": "‘’‚‛ʼ′", '"': "“”„‟″", "-": _DASHES, "/": "\u2044\u2215", "": _HOW_DRAWN}
"""Each key, and the marks that count as it: ½ comes apart by a stroke that no key has.

A lock stays made of what they were when it was made, so the earlier ones are never changed.
"""


def as_typed(secret: str) -> str:
    """Return what somebody types who types this secret: what a lock is made of from now on."""
    return _read(secret, _TODAY)


def readings(secret: str) -> tuple[str, ...]:
    """Return what a lock may have been made of by any version so far, most likely first."""
    typed = (_read(secret, keys) for keys in (_TODAY, _SECOND, _FIRST))
    return tuple(dict.fromkeys((*typed, _as_written(secret))))


def _read(secret: str, keys: Mapping[str, str]) -> str:
    marks = {ord(mark): key for key, alike in keys.items() for mark in alike}
    plain = " ".join(_as_written(secret).translate(marks).split())
    seen = "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN)
    return " ".join(seen.split())


def _as_written(secret: str) -> str:
    return unicodedata.normalize("NFKC", secret).strip()
