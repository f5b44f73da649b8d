"""Answers files: made as a template, read for a report, carried in and out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import ContentFaults, InputFault
from wizard.exchange.answers_file import journey_of, read_answers, write_answers
from wizard.exchange.strict_json import read_json
from wizard.model.clause import ALL_POLICIES
from wizard.model.decision import Decision
from wizard.model.pack import Pack
from wizard.model.paper import Paper
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.faults import listed, near_miss
from wizard.pack.source import FolderSource
from wizard.words import say


def open_journey(places: Places, journey_id: str) -> Pack:
    """Return a journey as the school has it.  Raises ``InputFault`` or ``ContentFaults``."""
    return open_pack(FolderSource(places.content), journey_id, SchoolDesk(places).path)


def open_to_read(places: Places, journey_id: str) -> Pack:
    """Return a journey for answers that come in: without the school's part if that is faulty.

    Raises as ``open_journey`` does.
    """
    try:
        return open_journey(places, journey_id)
    except ContentFaults:
        return open_pack(FolderSource(places.content), journey_id)


def template(pack: Pack, policy: str, places: Places) -> bytes:
    """Return an answers file with every question and nothing answered."""
    now = places.clock.now()
    run = Run(uuid4().hex, pack.journey.id, pack.digest, now, now, policy)
    return write_answers(pack, run)


def read(path: Path, places: Places) -> tuple[Pack, Run]:
    """Return the self-assessment in an answers file, with its journey.

    Raises ``InputFault`` with one sentence for anything that does not belong.
    """
    document = read_json(path)
    pack = open_journey(places, journey_of(document, str(path)))
    return pack, read_answers(document, str(path), pack, places.clock.now())


def write(
    pack: Pack, run: Run, decisions: Iterable[Decision] = (), papers: Iterable[Paper] = ()
) -> bytes:
    """Return a self-assessment as an answers file, with what SLT decided and its papers."""
    return write_answers(pack, run, decisions, papers)


def weighed_by(pack: Pack, run: Run, policy: str | None) -> Run:
    """Return the self-assessment under another policy.  Raises ``InputFault``."""
    if policy is None:
        return run
    known = (ALL_POLICIES, *pack.policies)
    if policy not in known:
        hint = near_miss(policy, known) or say("errors.no-policy.known", policies=listed(known))
        raise InputFault(say("errors.no-policy", policy=policy, hint=hint))
    return replace(run, policy=policy)


def refuse_other_platforms(pack: Pack, named: Sequence[str]) -> None:
    """Raise ``InputFault`` for a platform that the journey does not ask about."""
    known = [section.platform for section in pack.journey.sections if section.platform]
    for platform in named:
        if platform not in known:
            name = "errors.no-platform.known" if known else "errors.no-platform.none"
            hint = near_miss(platform, known) or say(name, platforms=listed(known))
            places = {"platform": platform, "journey": pack.journey.title, "hint": hint}
            raise InputFault(say("errors.no-platform", **places))
