"""What names its year, its project or a day is asked again when an older one is the start."""

from __future__ import annotations

import re

from wizard import paths
from wizard.model.question import AnswerKind
from wizard.pack.check import check
from wizard.pack.source import FolderSource

NAMES_ITS_DAY = re.compile(r"\b(this|last) (year|term|project)\b|\brecently\b", re.IGNORECASE)

MAY_COME_ALONG = {
    "cp-title": "next year's project keeps its name until somebody changes it",
    "cp-objectives": "what a project is for holds on",
    "cp-under-13s": "a plan for every year",
    "cp-aup-covers": "the rules were written for it once",
    "wa-checkup": "a setting of a platform, which not-copied cannot name",
}


def test_what_names_its_year_or_its_project_does_not_come_along() -> None:
    """A yes to "in the last year" was said of another, and a day that has passed is no next one."""
    copied = {
        question.id
        for pack in check(FolderSource(paths.content_folder()))[0]
        for question in pack.journey.questions()
        if question.kind is AnswerKind.DATE or NAMES_ITS_DAY.search(question.text)
        if question.id not in pack.journey.not_copied
    }

    assert copied == set(MAY_COME_ALONG)
