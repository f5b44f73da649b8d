"""The form for a question of the school's own, open in its place on the school's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.school.additions import Entry, id_for, meaning_in, text_of
from wizard.errors import Problem
from wizard.model.journey import Journey
from wizard.model.school import Role
from wizard.model.status import Strength
from wizard.report.blocks import BlankQuestion
from wizard.ui import accessible, sight, theme
from wizard.ui.parts.paper.paper_picture import PaperPicture
from wizard.ui.parts.paper.paper_pieces import question_drawing, question_in_words
from wizard.ui.parts.school.form_buttons import FormButtons
from wizard.ui.parts.text import Quiet, Strong, Warn
from wizard.ui.parts.writing.checked_picker import CheckedPicker
from wizard.ui.parts.writing.fields import TextField
from wizard.ui.parts.writing.wrong import Checked, Wrong
from wizard.words import say

KINDS = {"right": {"answers": "right"}, "risky": {"answers": "risky"}, "line": {"kind": "line"}}
"""What a question can be answered with here, as the file says it; the file knows more kinds."""

MEANINGS = ("same", "other")
"""Whether what was answered so far still answers it, as it is written now."""

STRENGTHS = (Strength.ADVISED, Strength.STRONGLY_ADVISED, Strength.REQUIRED, Strength.PROHIBITED)

Fetch = Callable[[str, Callable[[Journey], None]], None]
"""Reads a journey by its id, and calls back with it."""


class OwnQuestionForm(QWidget):
    """``taken`` gives the entry as it shall stand in the file.

    ``look`` makes of an entry what stands on paper, and raises ``Problem`` if it is refused.
    """

    taken = Signal(object)

    def __init__(
        self, entry: Entry, journeys: Mapping[str, str], fetch: Fetch,
        roles: Mapping[str, Role], look: Callable[[Entry], BlankQuestion],
        written: Mapping[str, str], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``written`` is what stood in the form when it was left, nothing for a fresh one."""
        super().__init__(parent)
        self._old, self._fetch, self._look = dict(entry), fetch, look
        self.ids: frozenset[str] = frozenset()
        self.school = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.look().gap(0.5), 0, 0)
        rows.setSpacing(theme.look().gap(0.75))
        rows.addWidget(Strong(say("school.form.change" if entry else "school.form.new"), self))
        self._texts = {key: self._text(key) for key in ("text", "why", "todo", "ask")}
        self._journey = self._picker("journey", [(title, key) for key, title in journeys.items()])
        self._section, self._after = self._picker("section", []), self._picker("after", [])
        kinds = [(say(f"school.form.kind.{kind}"), kind) for kind in KINDS]
        if entry and not self._kind_of(entry):
            kinds.insert(0, (say("school.form.kind.keep"), ""))
        self._kind = self._picker("kind", kinds)
        self._meaning = self._picker(
            "meaning", [(say(f"school.form.meaning.{one}"), one) for one in MEANINGS]
        )
        # What is new was not answered by anybody.
        self._meaning.setVisible(bool(entry))
        self._strength = self._picker(
            "strength", [(say(f"school.strength.{one.value}"), one.value) for one in STRENGTHS]
        )
        who = [(role.name, role.id) for role in roles.values() if role.id != "staff"]
        self._who = self._picker("who", who)
        self._parts: list[QWidget] = [
            self._texts["text"], self._meaning, self._texts["why"],
            self._journey, self._section, self._after, self._kind,
            self._texts["todo"], self._texts["ask"], self._who, self._strength,
        ]  # fmt: skip
        for part in self._parts:
            rows.addWidget(part)
        self._wrong = Warn(parent=self)
        self._wrong.hide()
        self._paper = PaperPicture(self)
        self._paper.hide()
        buttons = FormButtons(self._take, self._show_paper, self)
        for below in (self._wrong, buttons, self._paper, Quiet(say("school.form.later"), self)):
            rows.addWidget(below)
        self._parts.append(buttons)
        self._wanted = written or self._values_of(entry)
        self._fill()

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes."""
        return self._parts

    def begin(self) -> None:
        """Put the focus into the first field."""
        self._texts["text"].field.setFocus()

    @property
    def written(self) -> Mapping[str, str]:
        """What stands in the form, hidden fields too."""
        texts = {key: _text_in(checked) for key, checked in self._texts.items()}
        # The pages of a journey come a moment after it was chosen.
        pages = self._wanted
        if self._journey.value in self._come:
            pages = {"section": self._section.value, "after": self._after.value}
        return {**pages, **texts} | {
            "journey": self._journey.value, "kind": self._kind.value,
            "strength": self._strength.value, "who": self._who.value,
            "meaning": self._meaning.value,
        }  # fmt: skip

    def _values_of(self, entry: Entry) -> Mapping[str, str]:
        keys = (*self._texts, "journey", "section", "after", "strength")
        return {key: text_of(entry, key) for key in keys} | {
            "kind": self._kind_of(entry) or ("" if entry else "right"),
            "who": text_of(entry, "who") or "head-or-deputy",
            "meaning": MEANINGS[0],
        }

    def _fill(self) -> None:
        wanted = self._wanted
        for key, checked in self._texts.items():
            field = checked.field
            assert isinstance(field, TextField)
            field.show_value(wanted[key])
        for key, picker in (("kind", self._kind), ("journey", self._journey),
                            ("strength", self._strength), ("who", self._who),
                            ("meaning", self._meaning)):  # fmt: skip
            picker.choose(wanted[key])
        self._journey.picked.connect(self._read)
        self._section.picked.connect(self._list_questions)
        self._kind.picked.connect(self._show_advice)
        self._sections: dict[str, list[tuple[str, str]]] = {}
        self._come: set[str] = set()
        self._show_advice()
        self._read()

    def _read(self) -> None:
        self._fetch(self._journey.value, self._list_sections)

    def _list_sections(self, journey: Journey) -> None:
        if journey.id != self._journey.value:
            return
        self._come = {journey.id}
        # A page of a platform is only asked of those who chose the platform.
        shown = [section for section in journey.sections if not section.platform]
        self._sections = {
            section.id: [(say("school.form.after-line", line=journey.lines[one.id],
                              text=one.text), one.id)
                         for one in section.questions if not one.from_school]
            for section in shown
        }  # fmt: skip
        self._section.offer([(section.title, section.id) for section in shown])
        self._section.choose(self._wanted["section"])
        self._list_questions()

    def _list_questions(self) -> None:
        questions = self._sections.get(self._section.value, [])
        self._after.offer([(say("school.form.last"), ""), *questions])
        self._after.choose(self._wanted["after"])

    def _show_advice(self) -> None:
        is_weighed = self._kind.value != "line"
        for part in (self._texts["todo"], self._texts["ask"], self._who, self._strength):
            part.setVisible(is_weighed)

    def _entry(self) -> dict[str, object]:
        """Return the entry as it is written now; what the form does not show is kept."""
        entry: dict[str, object] = dict(self._old)
        words = {key: _words(checked) for key, checked in self._texts.items()}
        kind = self._kind.value
        if kind:
            for key in ("kind", "answers", "choices"):
                entry.pop(key, None)
        is_weighed = kind != "line"
        strength = self._strength.value
        told = {
            "id": text_of(self._old, "id") or id_for(words["text"], self.ids, self.school),
            "journey": self._journey.value,
            "section": self._section.value,
            "after": self._after.value,
            "text": words["text"],
            **KINDS.get(kind, {}),
            "why": words["why"],
            "todo": words["todo"] if is_weighed else "",
            "ask": words["ask"] if is_weighed else "",
            "who": self._who.value if is_weighed else "",
            "strength": strength if is_weighed and strength != Strength.ADVISED.value else "",
        }
        entry |= told | self._meaning_now(kind)
        return {key: value for key, value in entry.items() if value or key not in told}

    def _meaning_now(self, kind: str) -> dict[str, object]:
        """Return the number of its meaning: one more where what was answered is none to it."""
        if not self._old:
            return {}
        is_answered_otherwise = kind not in ("", self._kind_of(self._old))
        is_other = is_answered_otherwise or self._meaning.value != MEANINGS[0]
        return {"meaning": str(meaning_in(self._old) + is_other)}

    def _wrongs(self) -> list[Wrong]:
        needed = ["text", *(("todo", "ask") if self._kind.value in ("right", "risky") else ())]
        found: list[Wrong] = []
        for key, checked in self._texts.items():
            is_missing = key in needed and not _words(checked)
            checked.say_wrong(say(f"school.form.{key}-missing") if is_missing else "")
            if is_missing:
                found.append((checked.field, checked.label))
        # The pages of a journey come a moment after it was chosen.
        is_missing = not self._section.value
        self._section.say_wrong(say("school.form.section-missing") if is_missing else "")
        if is_missing:
            found.append((self._section.field, self._section.label))
        return found

    def _tried(self) -> BlankQuestion | None:
        """Return the question as it will be on paper, or say what is wrong with it."""
        self._wrong.hide()
        if wrongs := self._wrongs():
            self._paper.hide()
            wrongs[0][0].setFocus()
            accessible.announce(self, wrongs[0][0].accessibleDescription())
            return None
        try:
            return self._look(self._entry())
        except Problem as problem:
            self._paper.hide()
            self._wrong.setText(str(problem))
            self._wrong.show()
            sight.bring(self._wrong)
            accessible.announce(self, str(problem))
            return None

    def _show_paper(self) -> None:
        question = self._tried()
        if question is not None:
            self._paper.show_drawing(question_drawing(question), question_in_words(question))
            self._paper.show()
            sight.bring(self._paper)
            accessible.announce(self, self._paper.accessibleName())

    def _take(self) -> None:
        if self._tried() is not None:
            self.taken.emit(self._entry())

    def _kind_of(self, entry: Entry) -> str:
        for kind, said in KINDS.items():
            if all(text_of(entry, key) == value for key, value in said.items()):
                return kind
        return ""

    def _text(self, key: str) -> Checked:
        label = say(f"school.form.{key}")
        return Checked(label, TextField(label, 1, self), self)

    def _picker(self, key: str, choices: list[tuple[str, str]]) -> CheckedPicker:
        return CheckedPicker(say(f"school.form.{key}"), choices, self)


def _text_in(checked: Checked) -> str:
    assert isinstance(checked.field, TextField)
    return checked.field.toPlainText()


def _words(checked: Checked) -> str:
    return " ".join(_text_in(checked).split())
