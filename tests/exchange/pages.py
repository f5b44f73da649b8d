"""What a stranger's reader sees on the pages of a paper."""

from __future__ import annotations

import subprocess


def words_shown(pdf: bytes) -> list[str]:
    """Return the words Poppler finds, however damaged the file is."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", "replace").split()
