"""Whether a file that lies somewhere is one that somebody filled in."""

from __future__ import annotations

from pathlib import Path

from wizard.desk.handover import returning
from wizard.desk.paper.made_papers import READERS, own_reference
from wizard.errors import InputFault
from wizard.exchange.answers_file import FORMAT
from wizard.exchange.form_reading import JOURNEY
from wizard.exchange.returned import Inside
from wizard.exchange.strict_json import read_json
from wizard.exchange.untouched import is_untouched
from wizard.safe.regular import begins

WRITTEN = ("value", "note")
"""What of an answer in an answers file somebody put there."""

BESIDE = ("title", "people", "actions")
"""What else somebody puts there."""

HEAD = 4096
"""Bytes in which an answers file says that it is one."""


def is_filled_in(path: Path, besides: str = "", *, by_paper: bool = False) -> bool:
    """Say whether words stand in the form, the answers file or the paper at ``path``.

    An answers file of the self-assessment ``besides`` is written anew while nobody changed it;
    one that can not be read may have a slip of whoever fills it in.  A paper of it, or of any
    where none is named, is made anew ``by_paper``.
    """
    # Scanners and mail programs call it .PDF, or nothing.
    is_paper = begins(path, b"%PDF-")
    if not is_paper:
        return _has_answers(path, besides)
    return _has_words(path, besides, by_paper)


def _has_words(path: Path, besides: str, by_paper: bool) -> bool:
    try:
        content, inside = returning.opened(path)
    except InputFault:
        return False
    if inside.carried is not None:
        return not by_paper or (bool(besides) and not _is_of(path, content, inside, besides))
    return returning.is_form(inside) and bool(inside.fields.keys() - {JOURNEY})


def _is_of(path: Path, content: bytes, inside: Inside, run_id: str) -> bool:
    try:
        mark = returning.paper_in(path.name, content, inside).reference
    except InputFault:
        return False
    return mark in [own_reference(run_id, reader) for reader in READERS]


def _has_answers(path: Path, besides: str) -> bool:
    try:
        document = read_json(path)
    except InputFault:
        return FORMAT.encode() in _beginning(path)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return False
    answers = document.get("answers")
    given = answers.values() if isinstance(answers, dict) else ()
    # By hand or by a script a value stands there alone.
    is_answered = any(
        any(map(one.get, WRITTEN)) if isinstance(one, dict) else one for one in given
    ) or any(document.get(part) for part in BESIDE)
    is_ours = document.get("id") == besides and is_untouched(document)
    return is_answered and not is_ours


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""
