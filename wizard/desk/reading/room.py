"""The reading room: every guide, the glossary, and an index of all there is to find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from wizard.clock import Clock
from wizard.desk.reading import on_screen
from wizard.desk.reading.index import Group, Index, Kind, Thing, Way
from wizard.model.glossary import Term
from wizard.model.guide import Guide
from wizard.model.journey import Journey, Section
from wizard.model.pack import Pack
from wizard.model.question import Fact, Question
from wizard.pack.library import Library, read_library
from wizard.pack.source import FolderSource
from wizard.words import say

Carriers = dict[str, dict[tuple[Kind, str], Way]]
"""By clause id, what carries it, each thing once, whatever journeys have it."""


class ReadingRoom:
    """What can be read without a journey."""

    def __init__(self, library: Library) -> None:
        self._guides = library.guides
        # The names of policies are the same in every journey: one is enough to draw a page.
        self._pack = library.packs[0] if library.packs else None
        things = tuple(_things(library))
        self._index = Index(things)
        self.guides = tuple(thing for thing in things if thing.kind is Kind.GUIDE)
        self.terms: tuple[Term, ...] = tuple(
            sorted(library.glossary.terms, key=lambda term: term.term.casefold())
        )

    def find(self, query: str, policy: str = "") -> tuple[Group, ...]:
        """Return what has the words of a query, by kind; clauses of ``policy`` first."""
        return self._index.find(query, policy)

    def guide(self, guide_id: str, clock: Clock) -> tuple[str, str]:
        """Return title and HTML of a guide page.  Raises ``KeyError`` if there is none."""
        guide = self._guides[guide_id]
        assert self._pack is not None
        return guide.title, on_screen.guide_page(self._pack, guide, clock)


def open_room(content: Path, school_file: Path | None = None) -> ReadingRoom:
    """Read all the content and index it.  Raises ``ContentFaults``."""
    return ReadingRoom(read_library(FolderSource(content), school_file))


def _things(library: Library) -> Iterator[Thing]:
    for term in library.glossary.terms:
        yield Thing(Kind.TERM, term.id, term.term, term.meaning)
    homes = {
        guide: pack.journey.title
        for pack in reversed(library.packs)
        for guide in pack.journey.guides
    }
    for guide in library.guides.values():
        yield _guide(guide, homes.get(guide.id, ""))
    seen: set[str] = set()
    for pack in library.packs:
        for section in pack.journey.sections:
            for question in section.questions:
                # A privacy setting is asked in more than one journey: the first is its home.
                if question.id not in seen:
                    seen.add(question.id)
                    yield _question(pack.journey, section, question)
    yield from _clauses(library)


def _guide(guide: Guide, journey: str) -> Thing:
    facts = (fact.text for part in guide.parts for fact in part.facts)
    more = " ".join((*(part.title for part in guide.parts), *facts))
    way = Way(Kind.GUIDE, guide.id, guide.title)
    return Thing(Kind.GUIDE, guide.id, guide.title, guide.intro, journey, ways=(way,), more=more)


def _question(journey: Journey, section: Section, question: Question) -> Thing:
    where = say("help.found.where", journey=journey.title, page=section.title)
    setting = question.setting
    more = " ".join((
        question.why,
        question.example,
        *(point.text for point in question.points),
        *((setting.label, setting.why) if setting else ()),
        section.title,
    ))  # fmt: skip
    ways = (_way(journey, question),)
    return Thing(Kind.QUESTION, question.id, question.text, question.help, where, "", ways, more)


def _clauses(library: Library) -> Iterator[Thing]:
    carriers: Carriers = {}
    for pack in library.packs:
        _note_carriers(pack, carriers)
    for guide in library.guides.values():
        facts = (fact for part in guide.parts for fact in part.facts)
        _note(_cited(facts), Way(Kind.GUIDE, guide.id, guide.title), carriers)
    homes = {pack.journey.id: pack.policies for pack in library.packs}
    for policy in library.packs[0].policies.values() if library.packs else ():
        for clause in policy.clauses.values():
            ways = tuple(carriers.get(clause.id, {}).values())
            # A clause is translated with the journey that carries it.
            home = next((homes[way.journey] for way in ways if way.journey), {})
            clause = home[policy.id].clauses[clause.id] if home else clause
            where = say("help.found.where", journey=policy.name, page=clause.section)
            yield Thing(Kind.CLAUSE, clause.id, clause.text, "", where, policy.id, ways, where)


def _note_carriers(pack: Pack, carriers: Carriers) -> None:
    journey = pack.journey
    for section in journey.sections:
        for question in section.questions:
            way = _way(journey, question)
            _note(question.clauses, way, carriers)
            _note(_cited((*question.points, *question.facts)), way, carriers)
        if section.questions:
            # What stands at the head of a page is found by its first question.
            page = say("help.found.page", page=section.title)
            first = Way(Kind.QUESTION, section.questions[0].id, page, journey.id)
            _note(_cited((*section.points, *section.facts)), first, carriers)
    sign_off = say("help.found.sign-off", journey=journey.title)
    way = Way(Kind.SIGN_OFF, journey.id, sign_off, journey.id)
    _note(journey.sign_off.clauses, way, carriers)


def _note(clauses: Iterable[str], way: Way, carriers: Carriers) -> None:
    for clause in clauses:
        carriers.setdefault(clause, {}).setdefault((way.kind, way.id), way)


def _cited(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield from fact.clauses


def _way(journey: Journey, question: Question) -> Way:
    return Way(Kind.QUESTION, question.id, question.text, journey.id)
