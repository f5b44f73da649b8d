"""What a file names and the content of today does not: followed, or kept; never a refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.locks import OLD
from tests.store import samples
from tests.tiny import ROLES, write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying
from wizard.desk.places import Places
from wizard.model.answers import Answer, Person

SLT = "  - {id: slt, name: Senior leader, spoken: the senior leader}\n"
DEPUTY = "  - {id: deputy, name: Deputy, spoken: the deputy}\n"
WITH_SLT, WITH_BOTH = ROLES + SLT, ROLES + SLT + DEPUTY
WITH_LEADER = WITH_SLT.replace("id: slt", "id: leader")
NO_RETIRED = "kind\tid\tbecame\tin\ttext\n"
SLT_BECAME = NO_RETIRED + "role\tslt\tleader\t2\tSenior leader.\n"
SLT_WENT = NO_RETIRED + "role\tslt\t\t2\tSenior leader.\n"

HEAD = Person("Mair Price", "Deputy")


def places(folder: Path, content: Path) -> Places:
    """A computer with this content."""
    return Places(folder, content, clock=FixedClock(samples.START))


def edition(folder: Path, number: int, **changed: str) -> Path:
    """Write an edition of the tiny content."""
    content = write_tiny(folder / f"edition-{number}", **changed)
    (content / "edition.yaml").write_text(f'edition: "{number}"\ndated: 2026-11-21\n', "utf-8")
    return content


def begun(at: Places) -> str:
    """Answer a question and name a senior leader; return the id."""
    desk = Desk(at)
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-picture", "yes")
    session.person("slt", HEAD)
    session.person("staff", Person("Ada Lake"))
    desk.close()
    return session.run.id


def taken(at: Places, path: Path) -> Path:
    """Take everything along; it must be sure to open again."""
    desk = Desk(at)
    assert carrying.take(desk, path, OLD).unsure == ()
    desk.close()
    return path


def brought(at: Places, path: Path) -> tuple[Answer, dict[str, Person]]:
    """Bring a file in; return what it answers, and who is named in it."""
    desk = Desk(at)
    came = carrying.bring(desk, path, OLD)
    assert came.unread == ()
    answers = desk.runs.open(came.ids[0]).result().answers
    desk.close()
    return answers["t-picture"], dict(answers.people)


@pytest.mark.parametrize(
    ("roles", "retired", "goes_by"),
    [
        (WITH_LEADER, SLT_BECAME, "leader"),
        (ROLES, SLT_WENT, "slt"),
        (ROLES, NO_RETIRED, "slt"),
    ],
    ids=["renamed", "retired", "of a newer edition"],
)
def test_a_name_of_a_role_that_is_gone_refuses_nothing(
    cheap: None, tmp_path: Path, roles: str, retired: str, goes_by: str
) -> None:
    """One role that this edition has not kept the whole self-assessment outside."""
    old = edition(tmp_path, 1, roles=WITH_SLT)
    new = edition(tmp_path, 2, roles=roles, retired=retired)
    begun(places(tmp_path / "work", old))
    file = taken(places(tmp_path / "work", old), tmp_path / "old.answers")

    said, people = brought(places(tmp_path / "home", new), file)

    assert said == Answer("yes")
    assert people == {goes_by: HEAD, "staff": Person("Ada Lake")}
    again = taken(places(tmp_path / "home", new), tmp_path / "new.answers")
    assert brought(places(tmp_path / "third", new), again)[1] == people


def test_a_name_kept_here_goes_by_the_new_role(cheap: None, tmp_path: Path) -> None:
    """It stood under the old one, where nothing looked for it, and could not be taken along."""
    old = edition(tmp_path, 1, roles=WITH_SLT)
    new = edition(tmp_path, 2, roles=WITH_LEADER, retired=SLT_BECAME)
    run_id = begun(places(tmp_path / "work", old))

    desk = Desk(places(tmp_path / "work", new))
    session = desk.runs.open(run_id).result()
    desk.close()

    assert session.answers.person("leader") == HEAD
    assert "slt" not in session.answers.people
    taken(places(tmp_path / "work", new), tmp_path / "new.answers")


def test_of_two_roles_that_became_one_both_names_are_kept(cheap: None, tmp_path: Path) -> None:
    """One of the two would have gone without a word."""
    old = edition(tmp_path, 1, roles=WITH_BOTH)
    became = "role\tdeputy\tleader\t2\tDeputy.\n"
    new = edition(tmp_path, 2, roles=WITH_LEADER, retired=SLT_BECAME + became)
    run_id = begun(places(tmp_path / "work", old))
    desk = Desk(places(tmp_path / "work", old))
    desk.runs.open(run_id).result().person("deputy", Person("Amir Khan"))
    desk.close()

    file = taken(places(tmp_path / "work", old), tmp_path / "old.answers")
    _said, people = brought(places(tmp_path / "home", new), file)

    assert {person.name for person in people.values()} == {"Mair Price", "Amir Khan", "Ada Lake"}
