"""The measures of the paper, for whoever shows a piece of it on screen.  All in points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of type: ``weight`` as the font's file names it, colour as ``#rrggbb``."""

    weight: str
    size: float
    leading: float
    colour: str


@dataclass(frozen=True, slots=True)
class PaperLook:
    """The usual paper: its kinds of type, its grid, its colours, the room for a logo.

    ``unit`` is the step of all gaps, ``hair`` how thick lines are.
    """

    title: Type
    section: Type
    body: Type
    strong: Type
    small: Type
    label: Type
    page_width: float
    side: float
    first_top: float
    unit: float
    hair: float
    logo_high: float
    logo_wide: float
    accent: str
    rule: str
    frame: str
    white: str

    @property
    def width(self) -> float:
        """The width that text may fill."""
        return self.page_width - 2 * self.side


def paper_look() -> PaperLook:
    """Return how the paper looks; what draws the real one is not loaded for it."""
    from wizard.report.pdf import looks

    def kind(of: looks.Kind) -> Type:
        return Type(of.weight, of.size, of.leading, _hex(of.colour))

    usual = looks.USUAL
    return PaperLook(
        title=kind(usual.title),
        section=kind(usual.section),
        body=kind(usual.body),
        strong=kind(usual.strong),
        small=kind(usual.small),
        label=kind(usual.label),
        page_width=looks.PAGE_WIDTH,
        side=usual.side,
        first_top=usual.first_top,
        unit=usual.unit,
        hair=looks.HAIR,
        logo_high=looks.LOGO_HIGH,
        logo_wide=looks.LOGO_WIDE,
        accent=_hex(looks.ACCENT),
        rule=_hex(looks.RULE),
        frame=_hex(looks.FRAME),
        white=_hex(looks.WHITE),
    )


def _hex(colour: str) -> str:
    """Return a colour as PDF writes it in the way screens want it."""
    return "#" + "".join(f"{round(float(part) * 255):02x}" for part in colour.split())
