"""Opens one journey: everything it draws on, read, checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from wizard import there
from wizard.errors import InputFault
from wizard.model.card import JourneyCard
from wizard.model.clause import Policy
from wizard.model.pack import Pack
from wizard.model.question import Question
from wizard.model.school import Role
from wizard.pack.conditions import check_conditions
from wizard.pack.faults import listed, near_miss, refuse
from wizard.pack.fields import Fields
from wizard.pack.glossary import build_glossary, explained
from wizard.pack.index import read_index
from wizard.pack.journeys import JOURNEY_KEYS, SECTION_KEYS, Platforms, build_journey
from wizard.pack.load import load_yaml
from wizard.pack.overlay import build_overlay, lay_over, tighten
from wizard.pack.phrases import INDEX, SHARED, read_phrases
from wizard.pack.platforms import build_checks, build_platform
from wizard.pack.policies import build_opposites, build_policies
from wizard.pack.questions import ChoiceSets, build_choice_sets, build_questions
from wizard.pack.retired import gone, read_retired
from wizard.pack.school_file import KEYS
from wizard.pack.shared import build_edition, build_guide, build_laws, build_roles
from wizard.pack.shelf import Shelf
from wizard.pack.source import FolderSource, KeptSource, RecordingSource, Source, keep
from wizard.pack.translate import translate_glossary, translate_pack
from wizard.safe.canonical import digest
from wizard.words import FALLBACK, say, spoken

SETTING_CHOICES = "setting"
"""The set in ``choices.yaml`` that every privacy setting is answered with."""

EVERY = "every"
"""The file of checks that hold on all platforms."""

SCHOOL_KEPT = "school.yaml"
"""The name under which the school's file is kept with the content."""

PLACES = ("platform", "root", "label", "safe", "question")


def _find_card(source: Source, journey_id: str) -> JourneyCard:
    """Return the index's line of a journey.  Raises ``InputFault`` naming the near miss."""
    cards = {card.id: card for card in read_index(source)}
    if journey_id not in cards:
        known = say("errors.no-journey.known", journeys=listed(cards))
        hint = near_miss(journey_id, cards) or known
        raise InputFault(say("errors.no-journey", journey=journey_id, hint=hint))
    return cards[journey_id]


def open_pack(source: Source, journey_id: str, school_file: Path | None = None) -> Pack:
    """Read one journey in the language spoken, with what the school's file lays over it.

    Raises ``InputFault`` for a journey that does not exist, ``ContentFaults`` with
    every fault found.
    """
    recording = RecordingSource(source)
    card = _find_card(recording, journey_id)
    shelf = Shelf(recording)
    pack = read_pack(shelf, card, recording, school_file, spoken().language)
    if shelf.faults or pack is None:
        raise refuse(shelf.faults)
    return pack


def open_kept(kept: bytes, journey_id: str) -> Pack:
    """Read one journey as a self-assessment kept it, as far as this program knows it.

    It was whole when it was kept: what seems a fault in it is how a later program, or one of
    years ago, writes.  Nobody is kept from what they wrote for that.  Raises ``InputFault``, or
    ``ContentFaults`` where there is no journey left.
    """
    recording = RecordingSource(KeptSource(kept))
    shelf = Shelf(recording)
    pack = read_pack(shelf, _find_card(recording, journey_id), recording, None, spoken().language)
    if pack is None:
        raise refuse(shelf.faults)
    # A file that is not known here was kept with the rest, and stays.
    return replace(pack, kept=kept, digest=digest(kept))


def read_pack(
    shelf: Shelf,
    card: JourneyCard,
    recording: RecordingSource,
    school_file: Path | None = None,
    language: str = FALLBACK,
) -> Pack | None:
    """Read one journey onto a shelf; faults are noted there.  None if it has no file."""
    edition, dated = build_edition(shelf)
    school = _school_top(shelf, recording, school_file)
    roles, called = build_roles(shelf, school.text("nation") if school is not None else "")
    policies = build_policies(shelf)
    opposites = build_opposites(shelf)
    laws = tuple(law for law in build_laws(shelf) if card.id in law.journeys)
    sets = build_choice_sets(shelf)
    top = shelf.open(f"journeys/{card.id}.yaml", JOURNEY_KEYS)
    if top is None:
        return None
    if top.id() != card.id:
        top.fault("other-id", id=card.id)
    questions: dict[str, Question] = {}
    files = [build_questions(shelf, name, sets) for name in top.texts("uses")]
    for found in files:
        questions |= found or {}
    overlay = build_overlay(shelf, school, card.id, sets)
    policies = tighten(shelf, overlay, policies)
    sections = top.tables("sections", SECTION_KEYS, required=True)
    asks_platforms = any(section.has("platforms-of") for section in sections)
    wording = _wording()
    platforms = _platforms(shelf, sets, wording) if asks_platforms else {}
    if None in files:
        # Every question of that file would be missed below, and blamed on somebody else.
        return None
    journey = build_journey(shelf, card, top, sections, questions, platforms, wording)
    retired = read_retired(shelf)
    questions_gone = gone(retired, "question")
    renamed = questions_gone.became
    journey = lay_over(shelf, overlay.by_new_ids(renamed), journey)
    guides = [build_guide(shelf, name) for name in journey.guides]
    _settle(shelf, policies, roles, sets)
    check_conditions(shelf, journey, laws)
    glossary = build_glossary(shelf)
    # A fault in a translation is for ``check``: here the English text stands in.
    names = (INDEX, SHARED, card.id) if language != FALLBACK else ()
    phrases = read_phrases(recording, language, names, [])
    phrases.called = called
    kept = keep(recording.texts)
    pack = Pack(
        journey,
        policies,
        opposites,
        laws,
        roles,
        {platform.id: platform for platform, _ in platforms.values()},
        {guide.id: guide for guide in guides if guide is not None},
        edition,
        dated,
        digest(kept),
        kept,
        renamed,
        questions_gone.texts,
        gone(retired, "role"),
        gone(retired, "choice"),
    )
    if names or called:
        pack = translate_pack(pack, sets, phrases)
        glossary = translate_glossary(glossary, phrases)
    return replace(pack, terms=explained(pack.journey, glossary))


def _school_top(
    shelf: Shelf, recording: RecordingSource, school_file: Path | None
) -> Fields | None:
    """Open the school's file; what it lays over is kept with the rest of the content."""
    if school_file is None:
        # Content that was kept has the school's file of that time among its own.
        kept = recording.read(SCHOOL_KEPT) is not None
        return shelf.open(SCHOOL_KEPT, KEYS) if kept else None
    if not there.is_any(school_file):
        return None
    beside = FolderSource(school_file.parent)
    table = load_yaml(beside, school_file.name, shelf.faults)
    if table is None:
        return None
    recording.texts[SCHOOL_KEPT] = (beside.read(school_file.name) or b"").decode()
    return Fields(table, str(school_file), shelf.faults, KEYS)


def _platforms(shelf: Shelf, sets: ChoiceSets, wording: Mapping[str, str]) -> Platforms:
    choices = sets.get(SETTING_CHOICES, ())
    checks = build_checks(shelf, choices, wording)
    found = {}
    for name in shelf.source.names("platforms", ".yaml"):
        stem = name.removeprefix("platforms/").removesuffix(".yaml")
        if stem == EVERY:
            continue
        built = build_platform(shelf, stem, checks, choices, wording)
        if built is not None:
            found[built[0].id] = built
    return found


def _wording() -> dict[str, str]:
    return {
        key: say(f"content.platform.{key}", **{place: f"{{{place}}}" for place in PLACES})
        for key in ("intro", "more", "more-intro", "look-for", "ask", "if-it-has")
    }


def _settle(
    shelf: Shelf, policies: Mapping[str, Policy], roles: Mapping[str, Role], sets: ChoiceSets
) -> None:
    clauses = frozenset(clause for policy in policies.values() for clause in policy.clauses)
    shelf.settle("clause", clauses)
    shelf.settle("policy", frozenset(policies))
    shelf.settle("role", frozenset(roles))
    shelf.settle("choice-set", frozenset(sets))
