"""Whether somebody wrote into a file since the program did: a mark in it tells."""

from __future__ import annotations

import json
import re

from wizard.safe.canonical import canonical, digest

MARK = "untouched"
"""What the mark goes by in the file; who fills it in by hand need not mind it."""


_PDF_END = re.compile(rb"startxref\n(\d{1,10})\n%%EOF\n\Z")
_PDF_ID = re.compile(rb"/ID ?\[<([0-9a-f]{32})>")


def marked(content: bytes) -> bytes:
    """Return an answers file that says of itself that nobody has changed it so far."""
    document: dict[str, object] = json.loads(content)
    document[MARK] = _mark(document)
    # Half a letter, pasted on Windows, is none for a file.
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def is_untouched(document: dict[str, object]) -> bool:
    """Say whether an answers file is as the program wrote it."""
    return document.get(MARK) == _mark(document)


def is_untouched_pdf(content: bytes) -> bool:
    """Say whether a PDF is as the program drew it.

    Its id is a digest of all that stands before the index in which the id stands.
    """
    end = _PDF_END.search(content)
    if end is None:
        return False
    begins = int(end[1])
    told = _PDF_ID.search(content, begins)
    return told is not None and digest(content[:begins]).encode().startswith(told[1])


def _mark(document: dict[str, object]) -> str:
    return digest(canonical({key: document[key] for key in document if key != MARK}))
