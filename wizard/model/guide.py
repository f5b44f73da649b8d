"""A guide page: something to read, not to answer."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.model.question import Fact


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A heading and the facts beneath it."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """A page for a busy reader, read on its own or from a journey."""

    id: str
    title: str
    intro: str
    parts: tuple[GuidePart, ...]
