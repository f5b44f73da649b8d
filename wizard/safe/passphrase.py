"""What counts of a passphrase: the letters somebody types, however they came there.

Pasted from a chat, a web page or a letter it brings along what is not seen (a space of no
width, a soft hyphen, a mark of direction), quotation marks and dashes that no key has: chosen
so, it would open nothing when it is typed.
"""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cf", "Cc"})
_AS_KEYS = str.maketrans({
    **dict.fromkeys("‘’‚‛ʼ′", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2044\u2215", "/"),
    **dict.fromkeys("\ufe0e\ufe0f"),
})  # fmt: skip
"""Marks as keys write them: ½ comes apart by a stroke.  How a letter is drawn does not count."""


def as_typed(secret: str) -> str:
    """Return what somebody types who types this secret."""
    plain = " ".join(as_written(secret).translate(_AS_KEYS).split())
    seen = "".join(one for one in plain if unicodedata.category(one) not in _UNSEEN)
    return " ".join(seen.split())


def as_written(secret: str) -> str:
    """Return a secret in one way of writing each letter; so far locks were made of this."""
    return unicodedata.normalize("NFKC", secret).strip()
