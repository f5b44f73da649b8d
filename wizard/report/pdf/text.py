"""A person's text made safe to print: data from end to end, never read as mark-up.

Nothing here understands ``<``, ``&`` or a backslash; they are letters like any other.
Nothing is cut either: long text runs on over as many pages as it needs.
"""

from __future__ import annotations

import unicodedata


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
