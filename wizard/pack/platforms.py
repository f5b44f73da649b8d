"""Builds platforms, and the question that each of their settings is asked as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from wizard.model.platform import Confidence, Platform, PlatformNote, SafeValue, Setting
from wizard.model.question import AnswerKind, Choice, Fact, Question
from wizard.pack.faults import listed
from wizard.pack.fields import Fields
from wizard.pack.shelf import Shelf

PLATFORM_KEYS = ("id", "name", "letter", "root", "checked", "shelf-life", "settings", "notes")
EVERY_KEYS = ("checked", "shelf-life", "checks")
SETTING_KEYS = (
    "id", "label", "text", "path", "search", "safe", "why", "todo", "confidence", "source",
    "essential", "check", "clauses", "points", "facts", "example", "policies", "meaning",
)  # fmt: skip
CONFIDENCE_KEYS = ("label", "path", "safe")
NOTE_KEYS = ("id", "text", "confidence", "clauses")
MOST_ESSENTIALS = 6


@dataclass(frozen=True, slots=True)
class Check:
    """A check that holds on every platform, before a platform says where to find it."""

    setting: Setting
    question: Question


NAMELESS = ""
"""Stands among the checks for one that can not be read: that is told, and may be any of them."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """How long a platform's facts keep: the day they were checked, and the months."""

    checked: date
    months: int


def build_checks(
    shelf: Shelf, choices: tuple[Choice, ...], wording: Mapping[str, str]
) -> dict[str, Check]:
    """Read ``platforms/every.yaml``: the checks that hold on every platform."""
    top = shelf.open("platforms/every.yaml", EVERY_KEYS)
    if top is None:
        return {NAMELESS: _nobodys()}
    ages = _ages(top)
    found = {}
    for fields in top.tables("checks", SETTING_KEYS, required=True):
        shelf.claim("check", fields, fields.id())
        setting = _setting(shelf, fields, "", ages, None)
        found[setting.id] = Check(
            setting, _question(shelf, fields, setting, choices, wording, None)
        )
    return found


def build_platform(
    shelf: Shelf,
    name: str,
    checks: dict[str, Check],
    choices: tuple[Choice, ...],
    wording: Mapping[str, str],
) -> tuple[Platform, tuple[Question, ...]] | None:
    """Read one platform and the questions its settings are asked as."""
    top = shelf.open(f"platforms/{name}.yaml", PLATFORM_KEYS)
    if top is None:
        return None
    ages = _ages(top)
    platform_id = shelf.claim("platform", top, top.id())
    settings, questions, covered = [], [], set()
    for fields in top.tables("settings", SETTING_KEYS, required=True):
        check = _check_meant(fields, checks)
        covered.add(check.setting.id if check else "")
        setting = _setting(shelf, fields, platform_id, ages, check)
        settings.append(setting)
        question = _question(shelf, fields, setting, choices, wording, check)
        if setting.confidence is not Confidence.D:
            shelf.claim("question", fields, setting.id)
            questions.append(question)
    for missing in sorted(checks.keys() - covered - {NAMELESS}):
        top.fault("check-missing", platform=name, check=missing)
    essentials = sum(question.essential for question in questions)
    if essentials > MOST_ESSENTIALS:
        top.fault("too-many-essentials", number=essentials, most=MOST_ESSENTIALS)
    platform = Platform(
        platform_id,
        top.text("name", required=True),
        top.text("letter", required=True),
        top.text("root", required=True),
        ages.checked,
        ages.months,
        tuple(settings),
        _notes(shelf, top),
    )
    questions.sort(key=lambda question: not question.essential)
    return platform, tuple(questions)


def guidance(platform: Platform, look_for: str) -> tuple[Fact, ...]:
    """Return what is told and not asked: the notes, and settings nobody has confirmed.

    ``look_for`` is the sentence for a setting, with ``{label}`` and ``{safe}``.
    """
    looked_for = tuple(
        Fact(
            setting.id,
            look_for.format(label=setting.label, safe=setting.safe),
            source="platforms",
            mark=setting.confidence.value,
            checked=setting.checked.isoformat(),
            shelf_months=setting.shelf_months,
        )
        for setting in platform.settings
        if setting.confidence is Confidence.D
    )
    notes = tuple(
        Fact(
            note.id,
            note.text,
            note.clauses,
            "" if note.clauses else "platforms",
            note.confidence.value,
            platform.checked.isoformat(),
            platform.shelf_months,
        )
        for note in platform.notes
    )
    return notes + looked_for


def _ages(top: Fields) -> Shelves:
    day = top.day("checked", required=True)
    return Shelves(day or date.min, top.whole("shelf-life", default=6))


def _check_meant(fields: Fields, checks: dict[str, Check]) -> Check | None:
    name = fields.text("check")
    if not name:
        return None
    if name not in checks and NAMELESS not in checks:
        fields.fault("unknown-check", check=name, checks=listed(checks))
    return checks.get(name) or checks.get(NAMELESS)


def _nobodys() -> Check:
    """Return what stands for every check where none can be read."""
    letters = (Confidence.D, Confidence.D, Confidence.D)
    setting = Setting(NAMELESS, "", "?", "?", "?", "?", *letters, date.min, 1)
    return Check(setting, Question(NAMELESS, "?", AnswerKind.ONE, todo="?"))


def _setting(
    shelf: Shelf, fields: Fields, platform: str, ages: Shelves, check: Check | None
) -> Setting:
    shared = check.setting if check else None
    letters = fields.table("confidence", CONFIDENCE_KEYS, required=shared is None)
    return Setting(
        id=fields.id(),
        platform=platform,
        label=fields.text("label", required=shared is None) or (shared.label if shared else ""),
        path=fields.text("path") or (shared.path if shared else ""),
        safe=fields.text("safe", required=shared is None) or (shared.safe if shared else ""),
        why=fields.text("why", required=shared is None) or (shared.why if shared else ""),
        label_confidence=_letter(letters, "label", shared.label_confidence if shared else None),
        path_confidence=_letter(letters, "path", shared.path_confidence if shared else None),
        safe_confidence=_letter(letters, "safe", shared.safe_confidence if shared else None),
        checked=ages.checked,
        shelf_months=ages.months,
        search=fields.text("search") or (shared.search if shared else ""),
        source=fields.text("source") or (shared.source if shared else ""),
        essential=fields.flag("essential"),
        check=fields.text("check"),
        by_policy=_safe_values(shelf, fields),
    )


def _letter(letters: Fields | None, key: str, shared: Confidence | None) -> Confidence:
    if letters is None or (not letters.has(key) and shared is not None):
        return shared or Confidence.D
    letters.text(key, required=True)
    return letters.one_of(key, Confidence, Confidence.D)


def _safe_values(shelf: Shelf, fields: Fields) -> dict[str, SafeValue]:
    values = {}
    for policy, view in fields.named_tables("policies", ("safe", "clauses")).items():
        shelf.mention("policy", policy, fields, view.line)
        values[policy] = SafeValue(view.text("safe", required=True), shelf.cited(view))
    return values


def _question(
    shelf: Shelf,
    fields: Fields,
    setting: Setting,
    choices: tuple[Choice, ...],
    wording: Mapping[str, str],
    check: Check | None,
) -> Question:
    own = Question(
        id=setting.id,
        text=fields.text("text", required=check is None),
        kind=AnswerKind.ONE,
        choices=choices,
        why=setting.why,
        example=fields.text("example"),
        todo=fields.text("todo", required=check is None),
        ask=wording["ask"].format(label=setting.label),
        who="ict",
        clauses=shelf.cited(fields)
        + tuple(clause for value in setting.by_policy.values() for clause in value.clauses),
        points=shelf.facts(fields, "points"),
        facts=shelf.facts(fields, "facts"),
        essential=setting.essential,
        meaning=fields.whole("meaning", default=1),
        setting=setting,
    )
    if check is None:
        return _unless_sure(own, setting, wording)
    own = replace(
        own,
        text=own.text or check.question.text,
        todo=own.todo or check.question.todo,
        example=own.example or check.question.example,
        clauses=own.clauses or check.question.clauses,
        facts=own.facts or check.question.facts,
    )
    return _unless_sure(own, setting, wording)


def _unless_sure(question: Question, setting: Setting, wording: Mapping[str, str]) -> Question:
    """One source alone (C) is no promise that the app has the setting: say so."""
    if setting.confidence is not Confidence.C:
        return question
    text = question.text[:1].lower() + question.text[1:]
    return replace(question, text=wording["if-it-has"].format(question=text))


def _notes(shelf: Shelf, top: Fields) -> tuple[PlatformNote, ...]:
    return tuple(
        PlatformNote(
            shelf.claim("fact", fields, fields.id()),
            fields.text("text", required=True),
            fields.one_of("confidence", Confidence, Confidence.D),
            shelf.cited(fields),
        )
        for fields in top.tables("notes", NOTE_KEYS)
    )
