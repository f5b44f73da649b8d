"""What counts of a passphrase: the letters somebody types, however they came there.

Pasted from a chat, a web page or a letter it brings along what is not seen (a space of no
width, a soft hyphen, a mark of direction) and quotation marks that no key has: chosen so, it
would open nothing when it is typed.
"""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cf", "Cc"})
_AS_KEYS = str.maketrans("‘’ʼ“”", "'''\"\"", "\ufe0e\ufe0f")
"""Quotation marks as keys write them; what only says how the letter before is drawn, goes."""


def as_typed(secret: str) -> str:
    """Return what somebody types who types this secret."""
    plain = " ".join(as_written(secret).translate(_AS_KEYS).split())
    seen = "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN)
    return " ".join(seen.split())


def as_written(secret: str) -> str:
    """Return a secret in one way of writing each letter; so far locks were made of this."""
    return unicodedata.normalize("NFKC", secret).strip()
