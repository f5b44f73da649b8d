"""A person's text made safe to print: data from end to end, never read as mark-up.

Nothing here understands ``<``, ``&`` or a backslash; they are letters like any other.
Nothing is cut either: long text runs on over as many pages as it needs.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.report.pdf.fonts import Face
    from wizard.report.pdf.scripts import Mixed


def tidy(text: str) -> str:
    """Return ``text`` composed (NFC), with line feeds for line ends and no control characters."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text  # nearly always, and much quicker than looking at each letter
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return text.translate(_printed)


class _Printed(dict[int, int | None]):
    """The table for ``str.translate``: what each letter prints as, decided when first met.

    Control characters and halves of letters go.  So do format characters: direction
    overrides, soft hyphens and byte order marks only mislead a reader.  Joiners stay,
    for they are part of how Bengali, Hindi or Persian is spelt.
    """

    def __missing__(self, code: int) -> int | None:
        letter = chr(code)
        kept: int | None = code
        if letter in "\r\u2028\u2029":
            kept = ord("\n")
        elif letter == "\t":
            kept = ord(" ")
        elif code & 0xFFFE == 0xFFFE or (
            unicodedata.category(letter) in ("Cc", "Cf", "Cs") and letter not in "\n\u200c\u200d"
        ):
            kept = None
        self[code] = kept
        return kept


_printed = _Printed()


def cut_word(word: str, face: Face | Mixed, size: float, room: float, width: float) -> list[str]:
    """Cut a word that is wider than a line into pieces: the first fits ``room``.

    The others fit ``width`` (both in points).  No hyphen is added: the word may be a
    web address, and every letter of it counts.
    """
    pieces: list[str] = []
    start, used = 0, 0.0
    left = room
    for position, letter in enumerate(word):
        step = face.width(letter) * size
        # What belongs to the letter before it (an accent, a vowel sign) stays with it.
        if used + step > left and position > start and unicodedata.category(letter)[0] != "M":
            pieces.append(word[start:position])
            start, used, left = position, 0.0, width
        used += step
    pieces.append(word[start:])
    return pieces
