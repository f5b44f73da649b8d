"""The school's file as words, for whoever may read it and not change it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.school.additions import Additions, text_of
from wizard.model.clause import ALL_POLICIES
from wizard.model.pack import Pack
from wizard.model.school import School
from wizard.ui import theme
from wizard.ui.parts.card import Card
from wizard.ui.parts.school.addition_words import strength_told
from wizard.ui.parts.school.helpline_line import reach_of
from wizard.ui.parts.text import Points, SectionTitle
from wizard.words import say


class SchoolShown(QWidget):
    """A card for each part of the file that says something."""

    def __init__(
        self, content: Pack, school: School, additions: Additions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.look().gap(1))
        policy = content.policies.get(school.policy)
        named = say("ui.policy.all") if school.policy == ALL_POLICIES else school.policy
        if policy is not None:
            named = say("ui.policy.one", name=policy.name, edition=policy.edition)
        self._card(say("ui.school.about"), [
            (say("ui.school.name"), school.name),
            (say("ui.school.nation"), say(f"ui.school.nation.{school.nation}")),
            (say("ui.school.policy"), named),
            (say("ui.school.retention"), str(school.retention_days or "")),
        ])  # fmt: skip
        people = [(role.name, school.person(role.id).name) for role in content.roles.values()]
        self._card(say("ui.school.people"), people)
        links = list(school.links)
        lines = [(f"{line.name} ({line.purpose})", reach_of(line)) for line in school.helplines]
        self._card(say("ui.school.more"), [*links, *lines])
        own = [("", text_of(one, "text")) for one in additions.questions]
        self._card(say("school.questions"), own)
        texts = {
            clause.id: clause.text
            for policy in content.policies.values()
            for clause in policy.clauses.values()
        }
        stricter = [
            (
                texts.get(text_of(one, "clause"), text_of(one, "clause")),
                strength_told(text_of(one, "strength")),
            )
            for one in additions.stricter
        ]
        self._card(say("school.stricter"), stricter)
        order = [(text_of(one, "journey"), text_of(one, "section")) for one in additions.order]
        self._card(say("school.order"), order)

    def _card(self, heading: str, facts: list[tuple[str, str]]) -> None:
        told = [
            say("school.head.fact", name=name, value=value) if name else value
            for name, value in facts
            if value
        ]
        if not told:
            return
        card = Card(heading, self)
        card.rows.addWidget(SectionTitle(heading, card))
        card.rows.addWidget(Points(told, card))
        self._rows.addWidget(card)
