"""Whether a file that lies somewhere may be gone over: only where no words go with it.

What is not known to be the program's own work, as it left it and no more than what takes its
place, stays: a scan, a sheet that was written on, answers of somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from wizard.desk.handover import returning
from wizard.desk.paper.made_papers import READERS, own_reference
from wizard.errors import InputFault
from wizard.exchange.answer_values import write_value
from wizard.exchange.answers_file import FORMAT
from wizard.exchange.archive import is_as_written, read_archive
from wizard.exchange.strict_json import read_json
from wizard.exchange.untouched import is_untouched, is_untouched_pdf
from wizard.model.run import Run

WRITTEN = ("value", "note")
"""What of an answer in an answers file somebody put there."""

BESIDE = ("title", "people", "actions", "earlier", "papers", "decisions")
"""What else somebody puts there."""


def pdf_may_go(path: Path, written: Run | None = None) -> bool:
    """Say whether a PDF may take the place of what lies at ``path``.

    That is a blank sheet as it was drawn, or an older paper of the self-assessment that is
    ``written``, if one is.
    """
    try:
        content, inside = returning.opened(path)
        if not (inside.says_ours and is_untouched_pdf(content)):
            return False
        # A recovery sheet has another mark than any paper.
        own = [own_reference(written.id, reader) for reader in READERS] if written else []
        if not set(inside.marks).issubset(own):
            return False
        if inside.carried is None:
            return True
        paper = returning.paper_in(path.name, content, inside)
    except InputFault:
        return False
    if not paper.has_answers or written is None:
        return written is not None
    document = json.loads(paper.answers)
    if _moment(document) == written.changed and not _has_all_of(written, document):
        # Two people filled in copies of one file by hand: nothing else tells them apart.
        return False
    return _is_older(document, written.id, written.changed)


def answers_may_go(path: Path, content: bytes) -> bool:
    """Say whether this ``content`` may take the place of the answers file at ``path``.

    That is one with nothing in it, or an older one of the same self-assessment, as the program
    wrote it.
    """
    try:
        document = read_json(path)
    except InputFault:
        return False
    new = json.loads(content)
    if document == new or not isinstance(document, dict) or document.get("format") != FORMAT:
        return bool(document == new)
    if _is_empty(document):
        return True
    changed = _moment(new)
    return (
        is_untouched(document)
        and _decided(document) <= _decided(new)
        and changed is not None
        and _is_older(document, new.get("id"), changed)
    )


def archive_may_go(path: Path, kept: Mapping[str, datetime]) -> bool:
    """Say whether an archive of all that is ``kept`` may take the place of the one at ``path``.

    ``kept`` has the moment of the last change by id.
    """
    try:
        documents = [document for _shown, document in read_archive(path)]
    except InputFault:
        return False
    return is_as_written(path) and all(
        isinstance(document, dict)
        and (changed := kept.get(str(document.get("id")))) is not None
        and _is_older(document, document.get("id"), changed)
        for document in documents
    )


def _is_older(document: Mapping[str, object], run_id: object, changed: datetime) -> bool:
    """Say whether an answers file holds a self-assessment as it stood then, or before."""
    stood = _moment(document)
    return document.get("id") == run_id and stood is not None and stood <= changed


def _has_all_of(run: Run, document: Mapping[str, Any]) -> bool:
    """Say whether whatever was answered, noted, planned or named in a file stands in ``run``."""
    said = run.answers
    given = (
        (one[key], now)
        for name, one in document["answers"].items()
        for key, now in (("value", write_value(said[name].value)), ("note", said[name].note))
    )
    people = ((one["name"], said.person(role).name) for role, one in document["people"].items())
    plans = ((one["who"], said.action(name).who) for name, one in document["actions"].items())
    title = ((document["title"], run.title),)
    return all(not was or was == now for was, now in (*given, *people, *plans, *title))


def _decided(document: Mapping[str, Any]) -> set[tuple[str, str, str]]:
    """Return what was decided on, and by whom: once more by them it takes the place of the first.

    After going back to a copy some of it may be in an older file alone.
    """
    return {(one["fingerprint"], one["who"], one["role"]) for one in document.get("decisions", ())}


def _moment(document: Mapping[str, object]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(document.get("changed")))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _is_empty(document: Mapping[str, object]) -> bool:
    answers = document.get("answers")
    given = answers.values() if isinstance(answers, dict) else ()
    # By hand or by a script a value stands there alone.
    is_answered = any(any(map(one.get, WRITTEN)) if isinstance(one, dict) else one for one in given)
    return not is_answered and not any(document.get(part) for part in BESIDE)
