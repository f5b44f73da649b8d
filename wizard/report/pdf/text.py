"""A person's text made safe to print: data from end to end, never read as mark-up.

Nothing here understands ``<``, ``&`` or a backslash; they are letters like any other.
Nothing is cut either: long text runs on over as many pages as it needs.
"""

from __future__ import annotations

import unicodedata

from wizard.report.pdf.fonts import Face


def tidy(text: str) -> str:
    """Return ``text`` composed (NFC), with line feeds for line ends and no control characters."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text  # nearly always, and much quicker than looking at each letter
    text = unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(letter for letter in text if letter == "\n" or _prints(letter))


def _prints(letter: str) -> bool:
    # Joiners are part of how Bengali, Hindi or Persian is spelt; other format characters
    # (direction overrides, soft hyphens, byte order marks) only mislead a reader.
    return (
        letter.isprintable()
        or letter in "\u200c\u200d"
        or unicodedata.category(letter) in ("Co", "Cn", "Zs")
    )


def cut_word(word: str, face: Face, size: float, room: float, width: float) -> list[str]:
    """Cut a word that is wider than a line into pieces: the first fits ``room``.

    The others fit ``width`` (both in points).  No hyphen is added: the word may be a
    web address, and every letter of it counts.
    """
    pieces: list[str] = []
    start, used = 0, 0.0
    left = room
    for position, letter in enumerate(word):
        step = face.width(letter) * size
        if used + step > left and position > start:
            pieces.append(word[start:position])
            start, used, left = position, 0.0, width
        used += step
    pieces.append(word[start:])
    return pieces
