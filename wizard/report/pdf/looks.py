"""How the paper looks: its type scale, its grid, its few colours.  All sizes in points.

One accent, generous margins, and tones dark enough to survive a black and white
copier; nothing is ever said by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wizard.model.status import Status

REGULAR = "Regular"
BOLD = "SemiBold"
PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
HAIR = 0.6
"""How thick rules and lines to write on are."""

LOGO_HIGH = 40.0
LOGO_WIDE = 150.0
"""The room of the school's logo on the first page."""


def colour(code: str) -> str:
    """Return the six hexadecimal digits of a colour as PDF writes it."""
    parts = (f"{int(code[at : at + 2], 16) / 255:.2f}" for at in (0, 2, 4))
    return " ".join(part.strip("0").rstrip(".") or "0" for part in parts)


INK = colour("1b2430")
QUIET = colour("4d5866")
ACCENT = colour("1f5a9e")
RULE = colour("c3cad4")
FRAME = colour("6b7685")
PALE = colour("edf2f9")
SHADE = colour("f4f6f8")
AGED = colour("b36b00")
WHITE = "1 1 1"
BLACK = "0 0 0"

TONES = {
    Status.IN_PLACE: colour("1f6b45"),
    Status.TO_DO: colour("a3381a"),
    Status.ASK: colour("7f5600"),
    Status.EXCEPTION: colour("5a4a92"),
    Status.DOESNT_APPLY: colour("5a6472"),
    Status.NOT_ANSWERED: colour("5a6472"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of type: weight, size, the height of its line, colour."""

    weight: str
    size: float
    leading: float
    colour: str = INK

    def in_colour(self, colour: str) -> Kind:
        """Return the same type in another colour."""
        return Kind(self.weight, self.size, self.leading, colour)


@dataclass(frozen=True, slots=True)
class Looks:
    """The type and the grid of one paper.

    ``stacked`` papers (large print) set below each other what stands side by side
    on the others.  ``unit`` is the step every gap is a multiple of.
    """

    title: Kind
    part: Kind
    section: Kind
    topic: Kind
    lead: Kind
    body: Kind
    strong: Kind
    small: Kind
    label: Kind
    furniture: Kind
    side: float
    top: float
    first_top: float
    bottom: float
    unit: float
    stacked: bool = False

    @property
    def opening(self) -> float:
        """How high a remark or a list under a heading may be to be held together with it."""
        return (PAGE_HEIGHT - self.top - self.bottom) / 3

    @property
    def width(self) -> float:
        """The width that text may fill."""
        return PAGE_WIDTH - 2 * self.side

    def closer(self) -> Looks:
        """Return the same looks with a quarter less white between lines and parts."""
        return replace(self, unit=0.75 * self.unit)

    def heading(self, level: int) -> Kind:
        """Return the type of a heading of this level (1 to 3)."""
        return (self.part, self.section, self.topic)[min(max(level, 1), 3) - 1]


USUAL = Looks(
    title=Kind(BOLD, 23, 28),
    part=Kind(BOLD, 16, 21, ACCENT),
    section=Kind(BOLD, 12.5, 17),
    topic=Kind(BOLD, 10.5, 14.5),
    lead=Kind(REGULAR, 11.5, 16.5),
    body=Kind(REGULAR, 10, 14),
    strong=Kind(BOLD, 10, 14),
    small=Kind(REGULAR, 8.5, 11.5, QUIET),
    label=Kind(BOLD, 8.5, 11.5, QUIET),
    furniture=Kind(REGULAR, 8, 11, QUIET),
    side=56,
    top=76,
    first_top=50,
    bottom=66,
    unit=4,
)

LARGE = Looks(
    title=Kind(BOLD, 30, 37),
    part=Kind(BOLD, 26, 33, ACCENT),
    section=Kind(BOLD, 22, 29),
    topic=Kind(BOLD, 20, 27),
    lead=Kind(REGULAR, 20, 28),
    body=Kind(REGULAR, 18, 25),
    strong=Kind(BOLD, 18, 25),
    small=Kind(REGULAR, 18, 25),
    label=Kind(BOLD, 18, 25),
    furniture=Kind(REGULAR, 18, 22, QUIET),
    side=48,
    top=92,
    first_top=56,
    bottom=84,
    unit=6,
    stacked=True,
)
