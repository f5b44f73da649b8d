"""Contrast where colours are mixed or drawn by hand, in all three themes."""

from __future__ import annotations

import pytest

from wizard.model.status import Status
from wizard.ui.look import THEMES, Look, contrast, mixed

TAG, NOTICE = 0.1, 0.08
"""How much of its tone tints a status tag and a notice."""


@pytest.mark.parametrize("name", THEMES)
def test_tinted_surfaces_keep_their_words_readable(name: str) -> None:
    """A tag is written in the tone that tints it, a notice in ink."""
    look = Look(THEMES[name])
    colours = look.colours
    tags = {
        status: contrast(look.tone(status), mixed(look.tone(status), colours.surface, TAG))
        for status in Status
    }
    notices = [
        contrast(colours.ink, mixed(tone, colours.surface, NOTICE))
        for tone in (colours.accent, colours.to_do)
    ]

    assert {status: ratio for status, ratio in tags.items() if ratio < 4.5} == {}
    assert min(notices) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_focus_stands_out_from_what_it_rings(name: str) -> None:
    """The ring of a plain part and that of the filled button, on all they may stand on."""
    colours = THEMES[name]

    for ground in (colours.ground, colours.surface, colours.soft):
        assert contrast(colours.accent, ground) >= 3
        assert contrast(colours.ink, ground) >= 3
    # The ring within the filled button, selected words, the mark in a filled indicator.
    assert contrast(colours.on_accent, colours.accent) >= 4.5
