"""A whole content folder of three questions, written from lines inside the test."""

from __future__ import annotations

from pathlib import Path

from wizard.pack.policies import POLICIES

QUESTIONS = """\
questions:
  - id: t-picture
    text: Does it have a picture?
    answers: risky
    todo: Take the picture out.
    ask: Ask whether the picture may stay.
    who: head
    clauses: [newport.rule]
  - id: t-faces
    text: Can you see a pupil's face?
    when: t-picture is yes
    answers: risky
    todo: Cover the face.
    ask: Ask whose face it is.
    who: head
  - id: t-words
    text: What does it say?
    kind: text
"""

JOURNEY = """\
id: tiny
uses: [tiny]
sections:
  - id: t-first
    title: First
    questions: [t-picture, t-faces]
  - id: t-last
    title: Last
    questions: [t-words]
outcome: {change: Change this first, ask: Ask first, nothing: Nothing found to change}
sign-off: {staff: I have thought about it., slt: We talked about it.}
"""

CHOICES = """\
sets:
  risky:
    - {id: no, text: "No", becomes: in-place}
    - {id: yes, text: "Yes", becomes: to-do}
    - {id: unsure, text: I am not sure, becomes: ask}
"""

ROLES = """\
roles:
  - {id: head, name: Head, spoken: the Head}
  - {id: staff, name: Member of staff, spoken: the member of staff}
"""

CLAUSE_COLUMNS = "id\tsection\tkind\taudience\tjourney\tstrength\ttext\n"


def write_tiny(folder: Path, **changed: str) -> Path:
    """Write the content and return its folder.

    A keyword replaces one file: ``questions``, ``journey``, ``choices``, ``roles``,
    ``index``, ``clauses`` (of Newport), ``law``, ``retired``.
    """
    files = {
        "edition.yaml": 'edition: "1"\ndated: 2026-11-21\n',
        "index.tsv": changed.get(
            "index",
            "id\ttitle\tabout\tminutes\tagain\tquestions\ntiny\tTiny\tA small one.\t1\t12\t3\n",
        ),
        "retired.tsv": changed.get("retired", "kind\tid\tbecame\tin\ttext\n"),
        "choices.yaml": changed.get("choices", CHOICES),
        "roles.yaml": changed.get("roles", ROLES),
        "law.yaml": changed.get("law", "laws: []\n"),
        "policies/opposites.yaml": "opposites: []\n",
        "questions/tiny.yaml": changed.get("questions", QUESTIONS),
        "journeys/tiny.yaml": changed.get("journey", JOURNEY),
    }
    for policy in POLICIES:
        files[f"policies/{policy}/policy.yaml"] = (
            f"id: {policy}\nname: {policy.capitalize()}\nedition: May 2020\nwho: head\n"
            "about: A policy.\n"
        )
        rows = f"{policy}.rule\tRules\tmust\tstaff\ttiny\trequired\tThink first.\n"
        files[f"policies/{policy}/clauses.tsv"] = CLAUSE_COLUMNS + rows
    if "clauses" in changed:
        files["policies/newport/clauses.tsv"] = changed["clauses"]
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def write_school(folder: Path) -> Path:
    """Write a school's file that asks a question of its own; return its path."""
    path = folder / "school.yaml"
    path.write_text(
        "name: A school\noverlay:\n  questions:\n    - id: our-lanyard\n      journey: tiny\n"
        "      section: t-first\n      text: Is your lanyard in the picture?\n"
        "      answers: risky\n      todo: Crop it.\n      ask: Ask.\n      who: head\n",
        "utf-8",
    )
    return path
