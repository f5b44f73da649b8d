"""What a paper carries inside: who it is for, where it comes from, and all that stands on it.

One canonical JSON document.  Its SHA-256 is the fingerprint printed on every page, so
there is only one way to write it down, and reading refuses every other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from wizard.errors import FileNewer, InputFault
from wizard.exchange.reading import Reading
from wizard.exchange.strict_json import parse_json
from wizard.safe.canonical import canonical, fingerprint
from wizard.safe.limits import ANSWERS_FILE_BYTES, TITLE_LETTERS
from wizard.words import say

FORMAT = "before-you-post paper"
VERSION = 1


@dataclass(frozen=True, slots=True)
class PaperData:
    """The document.

    ``content`` and ``school`` are SHA-256 digests of what it was made with, ``logo`` of
    the school's picture, each empty for none.  ``salt`` keeps anybody from finding by
    trial what the paper leaves out.  ``drawn`` is the edition of the drawing.  ``paper``
    is what this reader sees; ``answers`` the whole answers file, as text, for the person
    alone and empty for any other reader.
    """

    reader: str
    journey: str
    edition: str
    content: str
    policy: str
    school: str
    logo: str
    made: str
    salt: str
    drawn: int
    paper: object
    answers: str = ""


KEYS = ("format", "version", *(field.name for field in fields(PaperData)))


def write_paper_data(data: PaperData) -> bytes:
    """Return the one form in which a paper carries ``data``."""
    document: dict[str, object] = {"format": FORMAT, "version": VERSION}
    document |= {field.name: getattr(data, field.name) for field in fields(PaperData)}
    return canonical(document)


def is_paper_data(document: object) -> bool:
    """Whether a JSON document says that it is one of these."""
    return isinstance(document, dict) and document.get("format") == FORMAT


def read_paper_data(document: object, shown: str) -> PaperData:
    """Return what a document holds.  Raises ``InputFault`` with one sentence."""
    if not is_paper_data(document):
        raise InputFault(say("returning.not-ours", file=shown))
    if isinstance(document, dict) and document.get("version") != VERSION:
        raise FileNewer(say("returning.newer", file=shown))
    top = Reading(document, shown, KEYS)
    texts = {
        field.name: top.text(field.name, limit=TITLE_LETTERS)
        for field in fields(PaperData)
        if field.name not in ("drawn", "paper", "answers")
    }
    # It is told as a day.
    top.moment("made")
    return PaperData(
        **texts,
        drawn=top.whole("drawn"),
        paper=top.raw("paper"),
        answers=top.document("answers", limit=ANSWERS_FILE_BYTES),
    )


def unpack(raw: bytes, shown: str) -> tuple[PaperData, str]:
    """Return what the attachment of a paper holds, and its fingerprint.

    Raises ``InputFault`` for anything that is not in its one form.
    """
    document = parse_json(raw, say("returning.inside", file=shown))
    if canonical(document) != raw:
        raise InputFault(say("returning.not-as-written", file=shown))
    return read_paper_data(document, say("returning.inside", file=shown)), fingerprint(raw)
