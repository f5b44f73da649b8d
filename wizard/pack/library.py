"""Reads everything there is to read: every journey, every guide page, the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.model.glossary import Glossary
from wizard.model.guide import Guide
from wizard.model.pack import Pack
from wizard.pack.build import open_pack
from wizard.pack.faults import refuse
from wizard.pack.glossary import build_glossary
from wizard.pack.index import read_index
from wizard.pack.phrases import SHARED, read_phrases
from wizard.pack.shared import build_guide
from wizard.pack.shelf import Shelf
from wizard.pack.source import Source
from wizard.pack.translate import translate_glossary
from wizard.words import spoken


@dataclass(frozen=True, slots=True)
class Library:
    """All journeys in order, all guide pages (those of no journey last), the glossary."""

    packs: tuple[Pack, ...]
    guides: Mapping[str, Guide]
    glossary: Glossary


def read_library(source: Source, school_file: Path | None = None) -> Library:
    """Read it all, with what the school's file lays over it.

    Raises ``ContentFaults`` with the faults of the first journey that has any, or those
    of the guides and the glossary.
    """
    packs = tuple(open_pack(source, card.id, school_file) for card in read_index(source))
    guides = {guide.id: guide for pack in packs for guide in pack.guides.values()}
    shelf = Shelf(source)
    guides |= loose_guides(shelf, packs)
    glossary = build_glossary(shelf)
    phrases = read_phrases(source, spoken().language, (SHARED,), [])
    glossary = translate_glossary(glossary, phrases)
    if shelf.faults:
        raise refuse(shelf.faults)
    return Library(packs, guides, glossary)


def loose_guides(shelf: Shelf, packs: tuple[Pack, ...]) -> dict[str, Guide]:
    """Read the guide pages that no journey offers; faults are noted on the shelf.

    Without any journey nobody can say which pages those are: then there are none.
    """
    if not packs:
        return {}
    offered = {name for pack in packs for name in pack.journey.guides}
    found = {}
    for file in shelf.source.names("guides", ".yaml"):
        name = file.removeprefix("guides/").removesuffix(".yaml")
        guide = build_guide(shelf, name) if name not in offered else None
        if guide is not None:
            found[guide.id] = guide
    clauses = {
        clause for pack in packs for policy in pack.policies.values() for clause in policy.clauses
    }
    shelf.settle("clause", frozenset(clauses))
    return found
