"""What counts of a passphrase: the letters somebody types, however they came there.

Pasted from a chat, a web page or a letter it brings along what is not seen (a space of no
width, a soft hyphen, a mark of direction), quotation marks and dashes that no key has: chosen
so, it would open nothing when it is typed.  Nor would one that was chosen, seen by nobody, while
the capitals were locked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_UNSEEN = frozenset({"Cf", "Cc"})
_HOW_DRAWN = "\ufe0e\ufe0f"
"""What only says how the letter before it is drawn."""

_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800"
"""What is not seen either, and is no letter of that kind by the rules: blanks of chats, say."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_FIRST = {"'": "‘’ʼ", '"': "“”", "": _HOW_DRAWN}
_SECOND = {"'": "‘’ʼ′", '"': "“”″", "-": _DASHES, "": _HOW_DRAWN}
_THIRD = {"'": "‘’‚‛ʼ′", '"': "“”„‟″", "-": _DASHES, "/": "\u2044\u2215", "": _HOW_DRAWN}
_TODAY = _THIRD | {"": _HOW_DRAWN + _BLANK}
"""Each key, and the marks that count as it: ½ comes apart by a stroke that no key has.

A lock stays made of what they were when it was made, so the earlier ones are never changed.
"""

_TURKISH = {"i": "İ", "İ": "i", "ı": "I", "I": "ı"}


def as_typed(secret: str) -> str:
    """Return what somebody types who types this secret: what a lock is made of from now on."""
    return _read(secret, _TODAY)


def readings(secret: str) -> tuple[str, ...]:
    """Return what a lock may have been made of by any version so far, most likely first."""
    today, *before = (_read(secret, keys) for keys in (_TODAY, _THIRD, _SECOND, _FIRST))
    # A word processor makes one dash of two that are typed.
    plain = re.sub("-+", "-", today)
    locked = (*_other_capitals(today), *_other_capitals(plain))
    return tuple(dict.fromkeys((today, plain, *locked, *before, _as_written(secret))))


def _other_capitals(secret: str) -> tuple[str, ...]:
    """Return what the same keys write while the capitals are locked, by each keyboard."""
    # A key writes one letter; as words ß becomes two, and the last of a Greek one is another.
    by_key = "".join(_other_capital(letter) for letter in secret)
    turkish = "".join(_TURKISH.get(letter) or _other_capital(letter) for letter in secret)
    return secret.swapcase(), by_key, by_key.replace("ß", "ẞ"), turkish


def _other_capital(letter: str) -> str:
    other = letter.swapcase()
    return other if len(other) == 1 else letter


def _read(secret: str, keys: Mapping[str, str]) -> str:
    marks = {ord(mark): key for key, alike in keys.items() for mark in alike}
    plain = " ".join(_as_written(secret).translate(marks).split())
    seen = "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN)
    return " ".join(seen.split())


def _as_written(secret: str) -> str:
    return unicodedata.normalize("NFKC", secret).strip()
