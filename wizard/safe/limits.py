"""How much we take from a file that somebody else may have made.

Each limit is far above anything a real self-assessment holds and far below what
would slow the program down.  Sizes are in bytes, lengths in characters.
"""

from __future__ import annotations

ANSWERS_FILE_BYTES = 5_000_000
"""An answers file.  A class project with every note filled in stays under 100,000."""

CARRY_FILE_BYTES = 20_000_000
"""A file of answers to carry away: 200 of the largest real self-assessments."""

ANSWERS_FILE_DEPTH = 12
"""How deep an answers file may nest.  A risk assessment needs 5."""

NOTE_LETTERS = 200_000
"""One note or one answer in words: a whole policy pasted into a field has half of that."""

TITLE_LETTERS = 200
"""An id, a name of what lies on a list, or who decided."""

DECISIONS = 1_000
"""What SLT decided on one self-assessment, recorded or read; a paper is signed once or twice."""

CHOICES_PICKED = 500
"""Choices that an answer from a file may name."""

EARLIER_MEANINGS = 1_000
"""Answers to one question under meanings it had before; an edition of it adds one at most."""

UNASKED = 1_000
"""Answers in one file to questions that the content here does not ask; journeys ask tens."""

PDF_BYTES = 20_000_000
"""A PDF that is read back."""

LOGO_BYTES = 2_000_000
"""A school's logo."""

CONTENT_BYTES = 1_000_000
"""One content file."""

CONTENT_DEPTH = 30
"""How deep a content file may nest."""

FILE_NAME_LETTERS = 80
"""A file name that we make; short enough to stay whole inside a deep folder on Windows."""

ARCHIVE_FILES = 20_000
"""Files in one archive of everything: two for each self-assessment."""

ARCHIVE_LIST_BYTES = 10_000_000
"""What the list of so many files may take; it is read at once, before anything else."""

ARCHIVE_BYTES = 100_000_000
"""What all answers files of one archive may unpack to: a thousand of the largest real ones."""

ARCHIVE_SECONDS = 45
"""How long reading the answers files of one archive may take."""
