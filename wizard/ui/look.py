"""How the window looks, as data: named colours and sizes.  No widget is touched here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wizard.model.status import Status

BASE_PIXELS = 16.0
"""The size of plain text at 100 %, in device independent pixels."""


class Colours(NamedTuple):
    """One theme: sixteen named roles, each a ``#rrggbb``.

    ``ground`` lies behind everything and ``surface`` behind what is read.  ``line``
    only separates; ``edge`` outlines what can be used and keeps a contrast of 3 to
    both.  ``ink`` and ``quiet`` are text.  ``accent`` is the one colour that invites,
    ``on_accent`` is written on it, ``soft`` tints what is chosen.  The last six say a
    status together with a word and a shape, never alone.
    """

    ground: str
    surface: str
    soft: str
    line: str
    edge: str
    ink: str
    quiet: str
    accent: str
    accent_deep: str
    on_accent: str
    in_place: str
    to_do: str
    ask: str
    exception: str
    doesnt_apply: str
    not_answered: str


LIGHT = Colours(
    ground="#f3f6f7",
    surface="#ffffff",
    soft="#e3f0f4",
    line="#d8e0e4",
    edge="#687681",
    ink="#16222b",
    quiet="#51606b",
    accent="#0d5c75",
    accent_deep="#08475b",
    on_accent="#ffffff",
    in_place="#1b6a40",
    to_do="#964400",
    ask="#583ba4",
    exception="#3d5468",
    doesnt_apply="#51606b",
    not_answered="#51606b",
)

DARK = Colours(
    ground="#10171b",
    surface="#182127",
    soft="#1b3844",
    line="#2b383f",
    edge="#8898a3",
    ink="#e9f0f3",
    quiet="#a7b5be",
    accent="#7fc8de",
    accent_deep="#a3daeb",
    on_accent="#04202a",
    in_place="#7fd6a5",
    to_do="#f4b574",
    ask="#c6b5f7",
    exception="#b7c7d5",
    doesnt_apply="#a7b5be",
    not_answered="#a7b5be",
)

CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    soft="#332b00",
    line="#ffffff",
    edge="#ffffff",
    ink="#ffffff",
    quiet="#ffffff",
    accent="#ffe14d",
    accent_deep="#fff3b0",
    on_accent="#000000",
    in_place="#9dffc0",
    to_do="#ffc58a",
    ask="#dccfff",
    exception="#ffffff",
    doesnt_apply="#ffffff",
    not_answered="#ffffff",
)

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

# What a style sheet can ask for, in ems; the names are those of ``window.qss``.
_TEXT_SIZES = {"small": 0.875, "body": 1.0, "lead": 1.0625, "question": 1.125,
               "section": 1.25, "title": 1.75}  # fmt: skip


class Look(NamedTuple):
    """Colours and the size of text (``scale`` 1.0 is 100 %).

    ``is_wide`` puts more room between letters and words, which some read more easily.

    Text grows with ``scale``; the space around it only with its square root, so that
    at 400 % there is still room for words.
    """

    colours: Colours
    scale: float = 1.0
    base: float = BASE_PIXELS
    is_wide: bool = False

    @property
    def em(self) -> float:
        """The height of plain text, in pixels."""
        return self.base * self.scale

    def text(self, ems: float) -> int:
        """Return a length that grows with the text, in pixels."""
        return round(ems * self.em)

    def gap(self, ems: float) -> int:
        """Return a length of empty space, in pixels."""
        return round(ems * self.base * math.sqrt(self.scale))

    @property
    def column(self) -> int:
        """The widest that text may run, in pixels: about 75 letters a line."""
        return self.text(51)

    @property
    def target(self) -> int:
        """The least height of an answer that can be pressed, in pixels."""
        return max(44, self.text(2.5))

    @property
    def is_large(self) -> bool:
        """Whether words need all the room: nothing is indented, or stands beside them."""
        return self.scale >= 1.6

    @property
    def ring(self) -> int:
        """How thick the ring around what has the focus is, in pixels: it grows as space does."""
        return max(2, self.gap(0.125))

    def tone(self, status: Status) -> str:
        """Return the colour that goes with a status, its word and its shape."""
        return str(getattr(self.colours, status.name.lower()))

    def for_sheet(self) -> dict[str, str]:
        """Return every value that ``window.qss`` names."""
        sizes = {name: f"{self.text(ems)}px" for name, ems in _TEXT_SIZES.items()}
        gaps = {f"gap{n}": f"{self.gap(n / 4)}px" for n in (1, 2, 3, 4, 6)}
        return {
            **self.colours._asdict(),
            **sizes,
            **gaps,
            "ring": f"{self.ring}px",
            # A padding with the ring in the place of an outline of 1 px around it.
            **{f"gap{n}less": f"{self.gap(n / 4) - self.ring + 1}px" for n in (2, 4, 6)},
            "radius": f"{self.gap(0.5)}px",
            "target": f"{self.text(1.5)}px",
        }


def mixed(over: str, under: str, share: float) -> str:
    """Return ``over`` laid thinly on ``under``; ``share`` 0 to 1 is how much of it shows."""
    pairs = zip(_parts(over), _parts(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    channels = [value / 255 for value in _parts(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
