"""Whether a file that lies somewhere may be gone over: only where no words go with it.

What is not known to be the program's own work, as it left it and no more than what takes its
place, stays: a scan, a sheet that was written on, answers of somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from wizard.desk.handover import returning
from wizard.desk.paper.made_papers import own_reference
from wizard.errors import InputFault
from wizard.exchange.answers_file import FORMAT
from wizard.exchange.archive import is_as_written, read_archive
from wizard.exchange.strict_json import read_json
from wizard.exchange.untouched import is_untouched, is_untouched_pdf
from wizard.model.decision import by_whom

WRITTEN = {
    "answers": ("value", "note"),
    "actions": ("who", "by", "done"),
    "people": ("name", "role"),
}
"""What somebody puts into an answers file, by its parts."""


def pdf_may_go(
    path: Path,
    content: bytes | None = None,
    reader: str = "",
    remembered: Collection[str] | None = None,
    *,
    are_all: bool = False,
) -> bool:
    """Say whether a PDF may take the place of what lies at ``path``.

    That is a blank sheet as it was drawn, or an older paper for this ``reader`` of the
    self-assessment whose answers file is this ``content``, if there is one.  Without answers
    inside a paper does not tell how old it is, nor who filled in that file: where some are
    ``remembered``, its fingerprint has to be among those.  So it has in any case where they
    ``are_all`` that were made of it: of another the store was put back since.
    """
    new = json.loads(content) if content else None
    try:
        drawn, inside = returning.opened(path)
        if not (inside.says_ours and is_untouched_pdf(drawn)):
            return False
        # A recovery sheet has another mark than any paper.
        own = [own_reference(new["id"], reader)] if new else []
        if not set(inside.marks).issubset(own):
            return False
        is_known = remembered is None or set(inside.printed).issubset(remembered)
        if inside.carried is None:
            return is_known
        paper = returning.paper_in(path.name, drawn, inside)
        if not paper.has_answers or new is None:
            return new is not None and is_known
        # What SLT decided was never on it.
        return (is_known or not are_all) and _goes_on(
            json.loads(paper.answers) | {"decisions": []}, new
        )
    except InputFault:
        return False


def answers_may_go(path: Path, content: bytes) -> bool:
    """Say whether this ``content`` may take the place of the answers file at ``path``.

    That is an older one of the same self-assessment, as the program wrote it.
    """
    try:
        document = read_json(path)
    except InputFault:
        return False
    new = json.loads(content)
    if document == new or not isinstance(document, dict) or document.get("format") != FORMAT:
        return bool(document == new)
    return is_untouched(document) and _goes_on(document, new)


def archive_may_go(path: Path, now: Callable[[str], bytes | None]) -> bool:
    """Say whether an archive of all that is kept may take the place of the one at ``path``.

    ``now`` gives the answers file of a self-assessment by its id, if it is kept.
    """
    try:
        documents = [document for _shown, document in read_archive(path)]
    except InputFault:
        return False
    return is_as_written(path) and all(
        isinstance(document, dict)
        and is_untouched(document)
        and (content := now(str(document.get("id")))) is not None
        and _goes_on(document, json.loads(content))
        for document in documents
    )


def _goes_on(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Say whether a self-assessment as it stands now goes on from how an older file has it.

    Where an older store was put back, what was written since is in such files alone: so is what
    has nothing in its place by now.
    """
    stood, stands = _moment(old), _moment(new)
    if old.get("id") != new.get("id") or stood is None or stands is None or stood > stands:
        return False
    try:
        said, decided, decides = dict(_put_down(old)), _decided(old), _decided(new)
        if any(whose not in decides or when > decides[whose] for whose, when in decided.items()):
            return False
    except (AttributeError, KeyError, TypeError, ValueError):
        # The program writes nothing of another shape: somebody made it, and may make the mark.
        return False
    says = dict(_put_down(new))
    if stood == stands and any(says.get(where) != words for where, words in said.items()):
        # Two people filled in copies of one file by hand: nothing else tells them apart.
        return False
    return said.keys() <= says.keys()


def _put_down(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str, str], object]]:
    """Yield whatever somebody put down there, by where it stands."""
    if title := document.get("title"):
        yield ("title", "", ""), title
    for part, keys in WRITTEN.items():
        for name, one in document.get(part, {}).items():
            for key in keys:
                for cell, words in _cells(one.get(key)):
                    yield (part, name, f"{key}{cell}"), words
    for name, earlier in document.get("earlier", {}).items():
        for one in earlier:
            yield ("earlier", name, json.dumps(one, sort_keys=True)), True


def _cells(thing: object) -> Iterator[tuple[str, object]]:
    """Yield what somebody put down in one place: of a table each cell, by where it stands."""
    rows = [row for row in thing if isinstance(row, dict)] if isinstance(thing, list) else []
    if thing and not rows:
        yield "", thing
    for number, row in enumerate(rows):
        for name, words in row.items():
            if words:
                yield f" {number} {name}", words


def _decided(document: Mapping[str, Any]) -> dict[tuple[str, str, str], datetime]:
    """Return when each decision was recorded, by its paper and who decided.

    Once more by them it takes the place of the first.  After going back to a copy some of it may
    be in an older file alone.
    """
    moment = datetime.fromisoformat
    return {
        by_whom(one["fingerprint"], one["who"], one["role"]): moment(one["recorded"])
        for one in document.get("decisions", ())
    }


def _moment(document: Mapping[str, object]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(document.get("changed")))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
