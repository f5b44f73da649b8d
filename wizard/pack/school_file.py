"""The school's file: its name, logo, people and policy, read and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from wizard import there
from wizard.errors import Fault, InputFault
from wizard.model.answers import Person
from wizard.model.clause import ALL_POLICIES
from wizard.model.school import HELPLINE_MONTHS, NATIONS, Helpline, School
from wizard.pack.faults import listed, make_fault, near_miss, refuse
from wizard.pack.fields import Fields
from wizard.pack.load import Items, Table, load_yaml, plain
from wizard.pack.policies import POLICIES
from wizard.pack.rewrite import Rewritten, rewrite, write_yaml
from wizard.pack.source import FolderSource
from wizard.safe.canonical import digest
from wizard.safe.limits import LOGO_BYTES
from wizard.safe.regular import read_regular
from wizard.words import say, say_reason

KEYS = (
    "name", "logo", "policy", "nation", "people", "links", "helplines", "retention-days",
    "overlay",
)  # fmt: skip
PERSON_KEYS = ("name", "role")
LINK_KEYS = ("title", "address")
HELPLINE_KEYS = ("name", "for", "reach", "hours", "checked", "shelf-life")
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG files begin."""


def read_school(path: Path) -> School:
    """Return the school a file describes.

    Its overlay is read where it is laid over a journey (:mod:`wizard.pack.overlay`).

    Raises ``ContentFaults`` with every fault, or ``InputFault`` for a logo that is
    missing, too large or no picture.
    """
    faults: list[Fault] = []
    source = FolderSource(path.parent)
    table = load_yaml(source, path.name, faults)
    if table is None:
        raise refuse(faults)
    top = Fields(table, str(path), faults, KEYS)
    people = {
        role: Person(person.text("name"), person.text("role"))
        for role, person in top.named_tables("people", PERSON_KEYS).items()
    }
    policy = _among(top, "policy", (ALL_POLICIES, *POLICIES), ALL_POLICIES)
    nation = _among(top, "nation", NATIONS, NATIONS[0])
    logo_name = top.text("logo")
    name = top.text("name")
    links = tuple(
        (link.text("title", required=True), link.text("address", required=True))
        for link in top.tables("links", LINK_KEYS)
    )
    helplines = tuple(
        Helpline(
            line.text("name", required=True),
            line.text("for", required=True),
            line.text("reach", required=True),
            line.text("hours"),
            line.day("checked"),
            line.whole("shelf-life", default=HELPLINE_MONTHS),
        )
        for line in top.tables("helplines", HELPLINE_KEYS)
    )
    days = top.whole("retention-days", default=0)
    if faults:
        raise refuse(faults)
    logo = read_logo(path.parent / logo_name) if logo_name else b""
    mark = digest(source.read(path.name) or b"")
    return School(name, logo, policy, nation, people, links, helplines, days, mark)


def write_school(
    school: School, logo_name: str, before: Path, overlay: Mapping[str, object] | None = None
) -> Rewritten:
    """Return the file that describes a school; ``logo_name`` is a file beside it.

    Of the file that stands at ``before``, if any, all stays as it was written that says
    the same, remarks too, and so does its overlay unless a new one is given.
    """
    raw, new = read_raw(before), _entries(school, logo_name)
    if not raw:
        return Rewritten(write_yaml(new | ({"overlay": dict(overlay)} if overlay else {})))
    old = _entries(read_school(before), str(raw.get("logo", "")))
    wanted = {
        key: raw[key] if key in raw and new.get(key) == old.get(key) else new[key]
        for key in KEYS
        if key in new and (key in raw or new[key] != old.get(key))
    }
    kept = raw.get("overlay") if overlay is None else dict(overlay)
    if kept:
        wanted["overlay"] = kept
    return rewrite(before.read_text("utf-8"), wanted)


def read_raw(path: Path) -> dict[str, object]:
    """Return what stands in a school's file, as it is written; nothing if it can not be read."""
    table = load_yaml(FolderSource(path.parent), path.name, []) if there.is_any(path) else None
    found = plain(table) if table is not None else {}
    return found if isinstance(found, dict) else {}


def entry_lines(path: Path) -> dict[str, tuple[int, ...]]:
    """Return where each entry of the overlay begins, by the key it stands under."""
    table = load_yaml(FolderSource(path.parent), path.name, [])
    top = {key.text: node for key, node in table.entries} if table is not None else {}
    inside = top.get("overlay")
    return {
        key.text: tuple(item.line for item in node.items)
        for key, node in (inside.entries if isinstance(inside, Table) else ())
        if isinstance(node, Items)
    }


def unknown_journeys(path: Path, known: Sequence[str]) -> list[Fault]:
    """Return a fault for each entry of the overlay that is for a journey there is not.

    No journey would ever read such an entry, so none can tell.
    """
    overlay = read_raw(path).get("overlay")
    faults: list[Fault] = []
    for part, lines in entry_lines(path).items():
        entries = overlay.get(part) if isinstance(overlay, dict) else None
        for line, entry in zip(lines, entries if isinstance(entries, list) else (), strict=True):
            journey = entry.get("journey") if isinstance(entry, dict) else None
            if isinstance(journey, str) and journey not in known:
                told = {"journey": journey, "names": listed(known)}
                hint = near_miss(journey, known)
                faults.append(make_fault("unknown-journey", str(path), line, hint=hint, **told))
    return faults


def read_logo(path: Path) -> bytes:
    """Return the bytes of a PNG or JPEG.  Raises ``InputFault``."""
    try:
        raw = read_regular(path, LOGO_BYTES)
    except OSError as cause:
        reason = say_reason(cause)
        raise InputFault(say("errors.logo.unread", path=path, reason=reason)) from cause
    if raw is None:
        raise InputFault(say("errors.logo.odd", path=path))
    if len(raw) > LOGO_BYTES:
        most = LOGO_BYTES // 1_000_000
        raise InputFault(say("errors.logo.large", path=path, most=most))
    if not raw.startswith(PICTURES):
        raise InputFault(say("errors.logo.odd", path=path))
    return raw


def _entries(school: School, logo_name: str) -> dict[str, object]:
    """Return a school as the keys of its file, without those that say nothing."""
    entries: dict[str, object] = {
        "name": school.name,
        "logo": logo_name,
        "policy": school.policy,
        "nation": school.nation,
        "people": {
            role: {"name": person.name, "role": person.role}
            for role, person in school.people.items()
        },
        "links": [{"title": title, "address": address} for title, address in school.links],
        "helplines": [_helpline(line) for line in school.helplines],
        "retention-days": str(school.retention_days) if school.retention_days else "",
    }
    return {key: value for key, value in entries.items() if value}


def _helpline(line: Helpline) -> dict[str, str]:
    entry = {"name": line.name, "for": line.purpose, "reach": line.reach, "hours": line.hours}
    entry["checked"] = line.checked.isoformat() if line.checked else ""
    entry["shelf-life"] = "" if line.shelf_months == HELPLINE_MONTHS else str(line.shelf_months)
    return {key: value for key, value in entry.items() if value}


def _among(top: Fields, key: str, known: tuple[str, ...], default: str) -> str:
    text = top.text(key) or default
    if text not in known:
        near = near_miss(text, known)
        top.fault("not-allowed", top.line_of(key), hint=near, text=text, known=listed(known))
    return text
