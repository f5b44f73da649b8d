"""Sheets to fill in on screen: blank, filled in as a viewer does, and brought in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf.form import Form

from wizard.desk.desk import Desk
from wizard.desk.handover import bringing
from wizard.desk.paper import blanks, papers
from wizard.desk.paper.blanks import BlankOrder, Sheet
from wizard.desk.places import Places
from wizard.model.answers import Answers


def blank(places: Places) -> bytes:
    """Return the form of the tiny journey."""
    return papers.draw(*blanks.compose(places, BlankOrder(("tiny",), Sheet.FORM)))


def filled(path: Path, form: bytes, values: dict[str, str]) -> Path:
    """Fill a form with text and choices, as a viewer does, and save it."""
    with pikepdf.open(io.BytesIO(form)) as file:
        fields: Any = Form(file)
        for name, value in values.items():
            field = fields[name]
            if hasattr(field, "checked"):
                field.checked = True
            else:
                field.value = pikepdf.Name(f"/{value}") if hasattr(field, "states") else value
        file.save(path)
    return path


def came_in(path: Path, places: Places) -> Answers:
    """Bring a form in; return the answers as they are kept."""
    desk = Desk(places)
    brought = bringing.bring_in(desk, path)
    assert brought.left_out == ()
    answers = desk.runs.look(brought.ids[0]).result().answers
    desk.close()
    return answers


def remarked(path: Path) -> None:
    """A program to read PDFs saved a remark into it."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        remark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[9, 9, 99, 99],
            Contents="Leave the picture out, then yes.",
        )  # fmt: skip
        file.pages[0].Annots = pikepdf.Array([remark])
        file.save(path)
