"""Checks the translations: what is wrong with them, and what is still in English.

A text that is missing is no fault, because the English one stands in.  A key that means
nothing is one: somebody's work would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wizard.errors import Fault
from wizard.model.pack import Pack
from wizard.pack.faults import listed, make_fault, near_miss
from wizard.pack.glossary import build_glossary
from wizard.pack.made_from import Aged, check_marks
from wizard.pack.phrases import INDEX, SHARED, Phrases, phrase_file, read_phrases
from wizard.pack.questions import ChoiceSets, build_choice_sets
from wizard.pack.shelf import Shelf
from wizard.pack.source import Source
from wizard.pack.tables import load_table, read_text
from wizard.pack.translate import translate_glossary, translate_pack
from wizard.words import FALLBACK, LANGUAGE_COLUMNS, Language, language_of, parse_words, places_in

LIST = "words/languages.tsv"

GLOSSARY = "glossary"
"""What stands in place of a journey where the words of the trade are counted."""


@dataclass(frozen=True, slots=True)
class Untranslated:
    """How many texts of a journey (or ``glossary``) a language lacks.

    ``journey`` is empty for the program's own sentences.
    """

    language: Language
    journey: str
    count: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about the translations: what they lack, what has aged, what is wrong."""

    gaps: tuple[Untranslated, ...] = ()
    aged: tuple[Aged, ...] = ()
    faults: tuple[Fault, ...] = ()


def check_languages(source: Source, packs: tuple[Pack, ...]) -> Checked:
    """Hold every translation against what was read in English."""
    faults: list[Fault] = []
    if source.read(LIST) is None:
        return Checked()
    rows = load_table(source, LIST, LANGUAGE_COLUMNS, faults)
    sets = build_choice_sets(Shelf(source))
    gaps, aged = [], []
    for language in (language_of(row.cells) for row in rows):
        english: dict[str, str] = {}
        left = _check_words(source, language.id, english, faults)
        gaps.append(Untranslated(language, "", left))
        gaps += _check_journeys(source, language, packs, sets, english, faults)
        aged.append(check_marks(source, language, english, faults))
    return Checked(
        tuple(gap for gap in gaps if gap.count),
        tuple(one for one in aged if one is not None),
        tuple(dict.fromkeys(faults)),
    )


def _check_words(
    source: Source, language: str, sources: dict[str, str], faults: list[Fault]
) -> int:
    """Check the program's own sentences; return how many are still in English.

    Puts the English of those that are not into ``sources``.
    """
    english = _words(source, FALLBACK, [])
    own = _words(source, language, faults)
    for word_id, (text, file, line) in own.items():
        if word_id not in english:
            near = near_miss(word_id, english)
            faults.append(make_fault("unknown-words", file, line, hint=near, id=word_id))
            continue
        sources[word_id] = english[word_id][0]
        if not text:
            faults.append(make_fault("cells.words", file, line, id=word_id))
            continue
        try:
            odd = places_in(text) - places_in(english[word_id][0])
        except ValueError:
            faults.append(make_fault("odd-brace", file, line, id=word_id, sample="{name}"))
            continue
        for place in sorted(odd):
            shown = f"{{{place}}}"
            faults.append(make_fault("unknown-place", file, line, id=word_id, place=shown))
    return len(english.keys() - own.keys())


def _words(source: Source, language: str, faults: list[Fault]) -> dict[str, tuple[str, str, int]]:
    """Return the sentences of a language: text, file and line by id."""
    found = {}
    for name in source.names(f"words/{language}", ".tsv"):
        for number, line in enumerate((read_text(source, name, faults) or "").split("\n"), 1):
            for word_id, text in parse_words(line).items():
                found[word_id] = (text, source.shown(name), number)
    return found


def _check_journeys(
    source: Source,
    language: Language,
    packs: Iterable[Pack],
    sets: ChoiceSets,
    sources: dict[str, str],
    faults: list[Fault],
) -> list[Untranslated]:
    gaps = []
    asked: set[str] = set()
    names = {INDEX, SHARED}
    for pack in packs:
        name = pack.journey.id
        phrases = read_phrases(source, language.id, (INDEX, SHARED, name), faults)
        translate_pack(pack, sets, phrases)
        _check_keys(phrases, source.shown(phrase_file(language.id, name)), faults)
        asked |= phrases.asked
        sources |= phrases.sources
        names.add(name)
        gaps.append(Untranslated(language, name, len(phrases.missing)))
    terms = read_phrases(source, language.id, (SHARED,), faults)
    translate_glossary(build_glossary(Shelf(source)), terms)
    asked |= terms.asked
    sources |= terms.sources
    gaps.append(Untranslated(language, GLOSSARY, len(terms.missing)))
    for name in (INDEX, SHARED):
        phrases = read_phrases(source, language.id, (name,), faults)
        phrases.asked |= asked
        _check_keys(phrases, source.shown(phrase_file(language.id, name)), faults)
    for file in source.names(f"words/{language.id}/journeys", ".tsv"):
        name = file.rpartition("/")[2].removesuffix(".tsv")
        if name not in names:
            near = near_miss(name, names)
            places = {"journey": name, "names": listed(sorted(names))}
            shown = source.shown(file)
            faults.append(make_fault("unknown-journey", shown, 0, hint=near, **places))
    return gaps


def _check_keys(phrases: Phrases, file: str, faults: list[Fault]) -> None:
    for key, phrase in phrases.known.items():
        if phrase.file == file and key not in phrases.asked:
            near = near_miss(key, phrases.asked)
            faults.append(make_fault("unknown-key.phrase", file, phrase.line, hint=near, key=key))
