"""The texts of content in another language, by what they stand for.

They lie in ``words/<language>/journeys/<name>.tsv``, one ``key<TAB>text`` a line; lines
that begin with # are remarks.  ``index`` has the lines of home, ``shared`` what several
journeys share, and each journey the rest.  Apart from ``translate`` so that home can
speak another language without the YAML library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wizard.errors import Fault
from wizard.pack.faults import make_fault
from wizard.pack.source import Source
from wizard.pack.tables import read_text

INDEX, SHARED = "index", "shared"
"""The file of home, and the file of what several journeys share."""

OF_POLICIES = ("clause:", "tension:", "policy:", "opposite:")
"""How the keys of a policy's own words begin."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in another language, and where it stands."""

    text: str
    file: str
    line: int


@dataclass(slots=True)
class Phrases:
    """Texts in one language; remembers what was asked of it and what it did not have.

    ``sources`` is the English of those it had.
    ``called`` maps what a role is called in England to what it is called in the
    school's own nation; the words of a policy are left as they are.
    """

    known: dict[str, Phrase] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)

    def text(self, key: str, english: str) -> str:
        """Return the text for ``key``, or the English one where there is none."""
        if not english:
            return english
        self.asked.add(key)
        phrase = self.known.get(key)
        if phrase is None:
            self.missing.add(key)
        else:
            self.sources[key] = english
        text = english if phrase is None else phrase.text
        return text if key.startswith(OF_POLICIES) else self._as_called(text)

    def _as_called(self, text: str) -> str:
        for here, there in self.called.items():
            text = re.sub(rf"\b{re.escape(here)}\b", there, text)
        return text


def phrase_file(language: str, name: str) -> str:
    """Return the name of a file of phrases among the content."""
    return f"words/{language}/journeys/{name}.tsv"


def read_phrases(
    source: Source, language: str, names: tuple[str, ...], faults: list[Fault]
) -> Phrases:
    """Read files of phrases; one that does not exist has none.  What is odd is noted."""
    phrases = Phrases()
    for name in names:
        file = phrase_file(language, name)
        if source.read(file) is not None:
            _read_file(source, file, phrases.known, faults)
    return phrases


def _read_file(source: Source, file: str, known: dict[str, Phrase], faults: list[Fault]) -> None:
    shown = source.shown(file)
    for number, line in enumerate((read_text(source, file, faults) or "").split("\n"), 1):
        line = line.rstrip("\r")
        if not line or line.startswith("#"):
            continue
        key, tab, text = line.partition("\t")
        if not (tab and text.strip()):
            faults.append(make_fault("cells.phrase", shown, number, key=key))
        elif key in known:
            first = f"{known[key].file}:{known[key].line}"
            faults.append(make_fault("repeated-key.phrase", shown, number, key=key, first=first))
        else:
            known[key] = Phrase(text.strip(), shown, number)
