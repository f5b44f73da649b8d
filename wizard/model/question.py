"""A question, its choices and what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from zlib import crc32

from wizard.model.condition import ALWAYS, Condition
from wizard.model.platform import Setting
from wizard.model.status import Status, Strength


class AnswerKind(Enum):
    """The forms an answer can take.

    ``ONE`` of the choices; ``SEVERAL`` of them; a ``LINE`` or a longer ``TEXT`` in
    the person's own words; a ``DATE`` (ISO 8601, a whole day); ``RISKS``, the rows
    of a risk assessment.
    """

    ONE = "one"
    SEVERAL = "several"
    LINE = "line"
    TEXT = "text"
    DATE = "date"
    RISKS = "risks"

    @property
    def has_choices(self) -> bool:
        """Whether the answer is picked from choices."""
        return self in (AnswerKind.ONE, AnswerKind.SEVERAL)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be picked, and what becomes of it.

    ``becomes`` is None where the answer only tells us something (which platform,
    say).  ``by_policy`` overrides it where a policy sees the matter otherwise.
    ``advice`` is the one line that appears when it is picked; ``who`` the role to turn to
    where that is somebody else than for the question's other answers.
    """

    id: str
    text: str
    becomes: Status | None = None
    advice: str = ""
    by_policy: Mapping[str, Status] = field(default_factory=dict)
    who: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing worth knowing, shown under a question, in a guide or before a section.

    It cites clauses, or says which of our own sources it comes from
    (``uk-frame`` or ``platforms``) with the mark, the date it was checked and how many
    months that keeps (0 for the usual time).
    """

    id: str
    text: str
    clauses: tuple[str, ...] = ()
    source: str = ""
    mark: str = ""
    checked: str = ""
    shelf_months: int = 0


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What one policy changes about a question: who decides, what to do, what to ask."""

    who: str = ""
    todo: str = ""
    ask: str = ""


def meaning_of(
    text: str, choices: Mapping[str, str], shared: str, points: Mapping[str, str]
) -> int:
    """Return the number that stands for what a question means, by nothing but its words.

    Editions see to it that no id means two things.  A school's file is changed by hand, and two
    schools that copied the example have one id for what each of them asks.  ``choices`` are
    those that stand in the file itself, their words by id: whoever picked one picked its words.
    ``shared`` names a set of the content's own, whose words its editions look after: the yes
    of one set may be the no of another.  ``points`` are the words of the sub-points by id: the
    answer was given to those, too.
    """
    picked = (f"{one}: {words}" for one, words in sorted(choices.items()))
    beneath = (f"point {one}: {words}" for one, words in sorted(points.items()))
    lines = (" ".join(line.split()) for line in (text, *picked, shared, *beneath) if line)
    return 1_000 + crc32("\n".join(lines).encode()) % 900_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """Asked once, in plain words, whatever the policy.

    ``todo`` and ``ask`` are what the person reads when their answer becomes "to do"
    or "ask"; ``who`` is the id of the role that decides.  ``clauses`` are what this
    question carries; ``points`` are its sub-points, in sight beneath it, and weigh as
    it does; ``facts`` explain and are folded.  ``assessed`` is False
    for questions that only set the scene; they never make a finding.  ``sub`` continues
    the number above (8, 8b).
    ``note`` is False where nothing must be written down.  ``from_school`` marks one
    that the school added, and ``strength`` is how strongly it asks where no clause cited
    is stricter.
    ``meaning`` goes up by one when the question comes to mean something else; where a school
    says nothing of it, it hangs on the words (:func:`meaning_of`).
    """

    id: str
    text: str
    kind: AnswerKind
    choices: tuple[Choice, ...] = ()
    help: str = ""
    why: str = ""
    example: str = ""
    todo: str = ""
    ask: str = ""
    who: str = ""
    clauses: tuple[str, ...] = ()
    points: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    when: Condition = ALWAYS
    by_policy: Mapping[str, PolicyView] = field(default_factory=dict)
    essential: bool = True
    assessed: bool = True
    sub: bool = False
    note: bool = True
    meaning: int = 1
    setting: Setting | None = None
    from_school: bool = False
    strength: Strength = Strength.ADVISED

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)
