"""One way only to write down a thing, so that it can be recognised by its fingerprint."""

from __future__ import annotations

import base64
import json

CLEAR = "23456789ACDEFGHJKMNPQRTVWXY"
"""Letters and figures that nobody mistakes for one another on paper or on the telephone.

Of 0/O, 1/I/L, 2/Z, 5/S, 8/B and U/V one of each at most.
"""

_FINGERPRINT_BYTES = 16
REFERENCE_LETTERS = 8
"""Letters and figures of a reference, the hyphen not counted."""

_ALIKE = str.maketrans("OQDILJ7ZSBU", "0001111258V")
"""Letters that are easily taken for one another, each with the one that stands for them."""


def canonical(thing: object) -> bytes:
    """Return the one JSON form of ``thing``: sorted keys, no spaces, ASCII only.

    Raises ``ValueError`` for what JSON has no word for (not a number, infinity) and
    ``TypeError`` for what is not made of dicts, lists, text, numbers, truth or nothing.
    """
    text = json.dumps(
        thing, ensure_ascii=True, sort_keys=True, allow_nan=False, separators=(",", ":")
    )
    return text.encode("ascii")


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content`` as 64 hexadecimal figures."""
    return _sha256(content).hex()


def fingerprint(content: bytes) -> str:
    """Return 128 bits of the SHA-256 of ``content``: 26 letters in groups of four.

    Shorter would not do: who writes the answers could search for two versions with the
    same fingerprint.
    """
    short = _sha256(content)[:_FINGERPRINT_BYTES]
    letters = base64.b32encode(short).decode("ascii").rstrip("=")
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def reference(seed: bytes) -> str:
    """Return a short name for a paper, like ``7F3K-92QX``.

    It says nothing of what it was made from; 27^8 of them exist (about 280 thousand
    million), so it tells papers apart and proves nothing: that is the fingerprint's work.
    """
    number = int.from_bytes(_sha256(b"reference:" + seed), "big")
    letters = ""
    for _ in range(REFERENCE_LETTERS):
        number, place = divmod(number, len(CLEAR))
        letters += CLEAR[place]
    return f"{letters[:4]}-{letters[4:]}"


def bare_mark(typed: str) -> str:
    """Return the letters and figures of a reference or fingerprint, as capitals."""
    # Only for what somebody typed; it is not needed to open the window.
    import unicodedata

    letters = unicodedata.normalize("NFKC", typed).upper()
    return "".join(one for one in letters if one.isascii() and one.isalnum())


def plain_mark(typed: str) -> str:
    """Return a reference or fingerprint as typed from paper, with all that is alike made one.

    Capital or small, with spaces, hyphens or none; 0 and O, 1 and I are one letter, and so
    are others that are easily taken for one another.
    """
    return bare_mark(typed).translate(_ALIKE)


def _sha256(content: bytes) -> bytes:
    # It brings OpenSSL along, 4 MB; nothing has to be recognised before a journey is opened.
    import hashlib

    return hashlib.sha256(content).digest()
