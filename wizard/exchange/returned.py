"""What is found in a PDF that comes back, as plain facts that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass, field

JOURNEY = "journey"
"""The hidden field that says which journey a form is of; no other PDF has it.

After the id of the journey it has those of questions that had come to mean something else,
each with its meaning: ``class-project bp-place:2``.
"""

FIRST_LETTERS = b"%PDF-"
"""What a PDF begins with."""

BELOW = "/"
"""Between the name of a field and those below it; ids may have dots, and have none of these."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a PDF holds: the data it carries (None for none), whether it says that it is
    ours, and the fingerprints printed on its first page.  ``fields`` are those of a form
    by their full names, with what was filled in; ``tips`` say what some of them are for.
    ``marks`` are references and recovery codes on its first page.  ``remarks`` are what a viewer's
    own text and notes say, each with its page from 1, and nothing where somebody drew or marked.
    """

    carried: bytes | None
    says_ours: bool
    printed: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)
    tips: dict[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    remarks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOver:
    """One field that was filled in and has no place among the answers, and its words."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One page (from 1) that is not as it was drawn.

    ``kind`` is ``words`` (then ``printed`` and ``expected`` say which), ``marks`` (drawn,
    moved or covered), ``over`` (something laid over it), ``added`` or ``missing``; or
    ``around``, of no page but of the whole paper.
    """

    page: int
    kind: str
    printed: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of comparing a paper: the changes, none if there are none.

    ``saved_again`` says that another program saved it again, by adding to its end; what it
    was before was compared as well.
    """

    changes: tuple[Change, ...]
    saved_again: bool = False
