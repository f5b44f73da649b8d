"""Builds a journey: its sections, pages for chosen platforms, and its last words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wizard.model.card import JourneyCard
from wizard.model.condition import Condition, Test
from wizard.model.journey import Journey, Outcome, Section, SignOff
from wizard.model.numbering import number_lines
from wizard.model.platform import Platform
from wizard.model.question import Question
from wizard.pack.faults import near_miss
from wizard.pack.fields import Fields
from wizard.pack.platforms import guidance
from wizard.pack.shelf import Shelf

JOURNEY_KEYS = (
    "id", "uses", "sections", "outcome", "sign-off", "guides", "named-by", "not-copied", "record",
    "at-most",
)  # fmt: skip
SECTION_KEYS = (
    "id", "title", "intro", "questions", "points", "facts", "when", "optional", "letter",
    "platforms-of",
)  # fmt: skip
MOST_ON_A_PAGE = 12
MORE = "-more"

Platforms = Mapping[str, tuple[Platform, tuple[Question, ...]]]


def build_journey(
    shelf: Shelf,
    card: JourneyCard,
    top: Fields,
    tables: Iterable[Fields],
    questions: Mapping[str, Question],
    platforms: Platforms,
    wording: Mapping[str, str],
) -> Journey:
    """Build the journey that ``top`` (its file) and ``tables`` (its sections) describe.

    ``wording`` has the few sentences the pages of a platform are named with: ``more``
    and ``more-intro`` (with ``{platform}``), ``intro`` (with ``{root}``) and
    ``look-for`` (with ``{label}``, ``{safe}``).
    """
    sections: list[Section] = []
    for fields in tables:
        if fields.has("platforms-of"):
            sections.extend(_platform_sections(fields, questions, platforms, wording))
        else:
            sections.append(_section(shelf, fields, questions))
    for section in sections:
        if len(section.questions) > MOST_ON_A_PAGE:
            number = len(section.questions)
            top.fault("page-too-long", number=number, page=section.id, most=MOST_ON_A_PAGE)
    _check_size(top, sections)
    outcome = top.table("outcome", ("change", "ask", "nothing"), required=True)
    sign_off = top.table("sign-off", ("staff", "slt", "clauses"), required=True)
    return Journey(
        card.id,
        card.title,
        card.about,
        card.minutes,
        tuple(sections),
        _outcome(outcome),
        _sign_off(shelf, sign_off),
        number_lines(sections),
        top.texts("guides"),
        _asked(top, "named-by", questions),
        frozenset(_asked_ids(top, "not-copied", questions)),
        top.flag("record"),
    )


def _check_size(top: Fields, sections: Iterable[Section]) -> None:
    """A journey may say how much it asks of a person at most; folded pages do not count."""
    limits = top.table("at-most", ("questions", "words"))
    if limits is None:
        return
    counted = [section for section in sections if not section.optional]
    questions = [question for section in counted for question in section.questions]
    texts = [text for section in counted for text in _in_sight(section)]
    sizes = {"questions": len(questions), "words": sum(len(text.split()) for text in texts)}
    for key, size in sizes.items():
        most = limits.whole(key, default=size or 1)
        if size > most:
            limits.fault(f"too-many-{key}", number=size, most=most)


def _in_sight(section: Section) -> Iterator[str]:
    yield from (section.title, section.intro)
    yield from (point.text for point in section.points)
    for question in section.questions:
        yield from (question.text, question.help)
        yield from (point.text for point in question.points)
        yield from (choice.text for choice in question.choices)


def _asked_ids(top: Fields, key: str, questions: Mapping[str, Question]) -> list[str]:
    """Read a list of ids of questions that must exist."""
    found = []
    for scalar in top.scalars(key):
        if scalar.text not in questions and not _is_nameless(questions):
            near = near_miss(scalar.text, questions)
            top.fault("unknown-question", scalar.line, hint=near, question=scalar.text)
        found.append(scalar.text)
    return found


def _is_nameless(questions: Mapping[str, Question]) -> bool:
    """Say whether the id of a question was no id: that is told, and it may be any of these."""
    return "" in questions


def _asked(top: Fields, key: str, questions: Mapping[str, Question]) -> str:
    text = top.text(key)
    if text and text not in questions and not _is_nameless(questions):
        near = near_miss(text, questions)
        top.fault("unknown-question", top.line_of(key), hint=near, question=text)
    return text


def _section(shelf: Shelf, fields: Fields, questions: Mapping[str, Question]) -> Section:
    found = []
    for scalar in fields.scalars("questions"):
        question = questions.get(scalar.text)
        if question is None and _is_nameless(questions):
            found.append(questions[""])
        elif question is None:
            near = near_miss(scalar.text, questions)
            fields.fault("unknown-question", scalar.line, hint=near, question=scalar.text)
        else:
            found.append(question)
    if not found:
        fields.fault("empty-section")
    return Section(
        shelf.claim("section", fields, fields.id()),
        fields.text("title", required=True),
        fields.text("intro"),
        tuple(found),
        shelf.facts(fields, "points"),
        shelf.facts(fields, "facts"),
        shelf.condition(fields),
        fields.flag("optional"),
        fields.text("letter"),
    )


def _platform_sections(
    fields: Fields,
    questions: Mapping[str, Question],
    platforms: Platforms,
    wording: Mapping[str, str],
) -> list[Section]:
    """One page of essentials and one folded page for each platform that can be chosen."""
    chooser_id = fields.text("platforms-of")
    chooser = questions.get(chooser_id)
    if chooser is None:
        near = near_miss(chooser_id, questions)
        line = fields.line_of("platforms-of")
        fields.fault("unknown-question.platforms", line, hint=near, question=chooser_id)
        return []
    sections = []
    for choice in chooser.choices:
        if choice.id not in platforms:
            continue
        platform, asked = platforms[choice.id]
        when = Condition((Test(chooser_id, frozenset((platform.id,))),))
        essentials = tuple(question for question in asked if question.essential)
        folded = tuple(question for question in asked if not question.essential)
        sections.append(
            Section(
                platform.id,
                platform.name,
                wording["intro"].format(root=platform.root),
                essentials,
                facts=guidance(platform, wording["look-for"]),
                when=when,
                optional=fields.flag("optional"),
                letter=platform.letter,
                platform=platform.id,
            )
        )
        if folded:
            sections.append(
                Section(
                    platform.id + MORE,
                    wording["more"].format(platform=platform.name),
                    wording["more-intro"].format(platform=platform.name),
                    folded,
                    when=when,
                    optional=True,
                    letter=platform.letter,
                    platform=platform.id,
                )
            )
    return sections


def _outcome(fields: Fields | None) -> Outcome:
    if fields is None:
        return Outcome("", "", "")
    return Outcome(
        fields.text("change", required=True),
        fields.text("ask", required=True),
        fields.text("nothing", required=True),
    )


def _sign_off(shelf: Shelf, fields: Fields | None) -> SignOff:
    if fields is None:
        return SignOff("", "")
    return SignOff(
        fields.text("staff", required=True),
        fields.text("slt", required=True),
        shelf.cited(fields),
    )
