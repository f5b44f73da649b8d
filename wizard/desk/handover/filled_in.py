"""Whether a file that lies somewhere is one that somebody filled in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
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


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written: which self-assessment, and when it was changed last."""

    run_id: str
    changed: datetime


def written_in(content: bytes) -> Written | None:
    """Return what is written by an answers file; None for what SLT sees, which has no id."""
    document = json.loads(content)
    changed = _moment(document.get("changed"))
    return Written(str(document["id"]), changed) if changed is not None else None


def is_filled_in(path: Path, written: Written | None = None, *, by_paper: bool = False) -> bool:
    """Say whether words stand in the form, the answers file or the paper at ``path``.

    Not in an answers file that the program wrote of the same self-assessment, that nobody changed
    and that is no newer than what is ``written``; one that can not be read may have a slip of
    whoever fills it in.  A paper of it, or of any where none is named, is made anew ``by_paper``.
    """
    # Scanners and mail programs call it .PDF, or nothing.
    if begins(path, b"%PDF-"):
        return _has_words(path, written, by_paper)
    return _has_answers(path, written)


def _has_words(path: Path, written: Written | None, by_paper: bool) -> bool:
    try:
        content, inside = returning.opened(path)
    except InputFault:
        return False
    if inside.carried is not None:
        is_another = written is not None and not _is_older(path, content, inside, written)
        return not by_paper or is_another
    return returning.is_form(inside) and bool(inside.fields.keys() - {JOURNEY})


def _is_older(path: Path, content: bytes, inside: Inside, written: Written) -> bool:
    try:
        paper = returning.paper_in(path.name, content, inside)
    except InputFault:
        return False
    if paper.reference not in [own_reference(written.run_id, reader) for reader in READERS]:
        return False
    carried = written_in(paper.answers) if paper.has_answers else None
    return carried is None or carried.changed <= written.changed


def _has_answers(path: Path, written: Written | None) -> bool:
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
    return is_answered and not (
        written is not None
        and document.get("id") == written.run_id
        and is_untouched(document)
        and (changed := _moment(document.get("changed"))) is not None
        and changed <= written.changed
    )


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _moment(told: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
