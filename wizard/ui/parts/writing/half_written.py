"""What stands in the fields of a page that is made anew, to be put into those of the new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from wizard.model.paper import Paper
from wizard.ui.parts.writing.choices import CheckChoice, RadioChoice
from wizard.ui.parts.writing.fields import LineField, TextField

Field = QLineEdit | TextField | CheckChoice | RadioChoice
Half = Mapping[str, str | bool]
"""What is written or ticked, by the spoken name of its field: names are told apart on a page."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A decision half written: the paper found or looked at, what was asked of it, the words."""

    paper: Paper | Path | None
    asked: str
    written: Half


def read(part: QWidget) -> Half:
    """Return what stands in the fields of a part, hidden ones too."""
    return {field.accessibleName(): _value(field) for field in _fields(part)}


def put_back(part: QWidget, half: Half) -> None:
    """Write it into the fields of a part, as a person would: whoever listens hears of it."""
    for field in _fields(part):
        value = half.get(field.accessibleName(), _value(field))
        if value == _value(field):
            continue
        if isinstance(field, TextField):
            field.setPlainText(str(value))
        elif isinstance(field, QLineEdit):
            field.setText(str(value))
        elif value or isinstance(field, CheckChoice):
            field.setChecked(bool(value))
        if isinstance(field, LineField | TextField):
            field.flush()


def _fields(part: QWidget) -> Iterator[Field]:
    for field in part.findChildren(QWidget):
        if isinstance(field, Field):
            yield field


def _value(field: Field) -> str | bool:
    if isinstance(field, TextField):
        return field.toPlainText()
    return field.text() if isinstance(field, QLineEdit) else field.isChecked()
