"""Policies and their clauses.  The strength of a clause stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.model.status import Strength

ALL_POLICIES = "all"
"""The choice of no single policy: the strictest of them all, saying whose it is."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence's worth of a policy, in our own words.

    ``kind`` is must, must-not, should, should-not, question, fact, procedure or
    record; ``audience`` is whom it speaks to; ``journey`` is where it is at home.
    """

    id: str
    policy: str
    section: str
    kind: str
    audience: str
    journey: str
    strength: Strength
    text: str


@dataclass(frozen=True, slots=True)
class Tension:
    """Where one policy contradicts itself; told, never hidden."""

    id: str
    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy that a school can adopt.

    ``edition`` is what it says of its own date; ``who`` is the role that decides where
    nothing else is said.
    """

    id: str
    name: str
    edition: str
    who: str
    about: str
    clauses: Mapping[str, Clause]
    tensions: tuple[Tension, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an opposite: a policy, what it wants, and its clauses."""

    policy: str
    says: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """A matter on which policies want contrary things; shown whole, never averaged."""

    id: str
    subject: str
    question: str
    sides: tuple[Side, ...]
