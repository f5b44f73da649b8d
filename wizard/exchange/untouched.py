"""Whether somebody wrote into an answers file since the program did: a mark in it tells."""

from __future__ import annotations

import json

from wizard.safe.canonical import canonical, digest

MARK = "untouched"
"""What the mark goes by in the file; who fills it in by hand need not mind it."""


def marked(content: bytes) -> bytes:
    """Return an answers file that says of itself that nobody has changed it so far."""
    document: dict[str, object] = json.loads(content)
    document[MARK] = _mark(document)
    # Half a letter, pasted on Windows, is none for a file.
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def is_untouched(document: dict[str, object]) -> bool:
    """Say whether an answers file is as the program wrote it."""
    return document.get(MARK) == _mark(document)


def _mark(document: dict[str, object]) -> str:
    return digest(canonical({key: document[key] for key in document if key != MARK}))
