"""Reads the whole content and returns every fault in it."""

from __future__ import annotations

from pathlib import Path

from wizard.errors import ContentFaults, Fault
from wizard.model.journey import Journey
from wizard.model.pack import Pack
from wizard.pack.build import read_pack
from wizard.pack.index import line_in_index, read_index
from wizard.pack.languages import check_languages
from wizard.pack.library import loose_guides
from wizard.pack.retired import Retired, last_names, read_retired
from wizard.pack.shelf import Place, Shelf
from wizard.pack.source import RecordingSource, Source

ASKING = ("journeys", "questions", "platforms")
"""The folders whose files hold questions, or say which are asked."""


def check(source: Source) -> tuple[tuple[Pack, ...], tuple[Fault, ...]]:
    """Read every journey; return what could be built and every fault, in file order."""
    try:
        cards = read_index(source)
    except ContentFaults as found:
        return (), found.faults
    faults: set[Fault] = set()
    packs: list[Pack] = []
    shelves: list[Shelf] = []
    for card in cards:
        recording = RecordingSource(source)
        shelf = Shelf(recording)
        pack = read_pack(shelf, card, recording)
        if pack is not None:
            packs.append(pack)
            if not _has_lost_questions(shelf):
                _check_count(shelf, pack.journey, card.questions)
        shelves.append(shelf)
    is_whole = not any(_has_lost_questions(shelf) for shelf in shelves)
    places = {key: place for shelf in shelves for key, place in shelf.places.items()}
    rest = Shelf(source)
    loose_guides(rest, tuple(packs))
    if is_whole:
        _check_reached(rest, packs, places)
    _check_retired(rest, read_retired(rest), places, is_whole=is_whole)
    for shelf in [*shelves, rest]:
        faults.update(shelf.faults)
    if is_whole and len(packs) == len(cards):
        # Else the translation of what can not be read would be blamed for it.
        faults.update(check_languages(source, tuple(packs)).faults)
    return tuple(packs), tuple(sorted(faults))


def _has_lost_questions(shelf: Shelf) -> bool:
    """Say whether a question may be missing for a fault that is told where it stands.

    What is said of the number and the names of all questions would only follow from it.
    """
    return any(Path(fault.file).parent.name in ASKING for fault in shelf.faults)


def _check_count(shelf: Shelf, journey: Journey, told: int) -> None:
    counted = sum(1 for _ in journey.questions())
    if counted != told:
        line = line_in_index(shelf.source, journey.id)
        place = Place(shelf.source.shown("index.tsv"), line)
        shelf.note("count", place, journey=journey.id, counted=counted, told=told)


def _check_reached(shelf: Shelf, packs: list[Pack], places: dict[tuple[str, str], Place]) -> None:
    asked = {question.id for pack in packs for question in pack.journey.questions()}
    for (kind, question_id), place in places.items():
        if kind == "question" and question_id not in asked:
            shelf.note("unreached", place, question=question_id)


def _check_retired(
    shelf: Shelf,
    retired: tuple[Retired, ...],
    places: dict[tuple[str, str], Place],
    *,
    is_whole: bool,
) -> None:
    became = {kind: last_names(retired, kind) for kind in {old.kind for old in retired}}
    for old in retired:
        alive = places.get((old.kind, old.id))
        if alive is not None:
            shelf.note("reused-id", alive, id=old.id, edition=old.edition)
        last = became[old.kind][old.id]
        if is_whole and last and (old.kind, last) not in places:
            shelf.note("unknown-successor", old.place, id=old.id, became=old.became)
