"""Every sentence of the program, by id and language.

The words lie in ``content/words/<language>/*.tsv``, one ``id<TAB>text`` a line.  A
text may have named places (``{school}``); what is put there stays as it is and is
never read again, so a person's own text can stand in any of them.

``content/words/languages.tsv`` lists the languages, so one is added by adding files.
Content that lies elsewhere (``--content``) may bring languages of its own.
"""

from __future__ import annotations

import errno
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from wizard import paths

if TYPE_CHECKING:
    from datetime import date

FALLBACK = "en"
"""The language every sentence exists in, and that stands in where another lacks one."""

FIRST = "window.tsv"
"""Where the English lies that a window says first; the rest is read once some of it is said."""

LANGUAGE_COLUMNS = ("id", "name", "reviewed", "remark")
REVIEWED = "yes"


class Language(NamedTuple):
    """A language of the program.

    ``id`` is a BCP 47 tag (``cy``), ``name`` what its speakers call it.  ``remark`` is
    shown wherever the language is, as long as nobody has ``reviewed`` it.
    """

    id: str
    name: str
    reviewed: bool = True
    remark: str = ""


ENGLISH = Language(FALLBACK, "English")

_PLACE = re.compile(r"\{([a-z_]+)\}")


def language_of(cells: dict[str, str]) -> Language:
    """Return the language that one line of ``languages.tsv`` describes."""
    reviewed = cells["reviewed"] == REVIEWED
    return Language(cells["id"], cells["name"], reviewed, "" if reviewed else cells["remark"])


def languages(*folders: Path) -> tuple[Language, ...]:
    """Return the languages whose words lie in these folders, English first.

    Of one that lies in several, the last folder says how it stands.
    """
    found = {one.id: one for folder in folders for one in _listed(folder)}
    return (ENGLISH, *(one for one in found.values() if one.id != FALLBACK))


def _listed(folder: Path) -> list[Language]:
    listed = folder / "languages.tsv"
    lines = listed.read_text("utf-8-sig").splitlines()[1:] if listed.is_file() else []
    rows = [line.split("\t") for line in lines]
    return [
        language_of(dict(zip(LANGUAGE_COLUMNS, cells, strict=True)))
        for cells in rows
        if len(cells) == len(LANGUAGE_COLUMNS)
    ]


def places_in(text: str) -> frozenset[str]:
    """Return the named places of a sentence.  Raises ``ValueError`` for an odd brace."""
    # Nearly all read like this; to take each apart as a format costs five times as much.
    plain = _PLACE.sub("", text)
    if "{" not in plain and "}" not in plain:
        return frozenset(_PLACE.findall(text))
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


class Words:
    """The catalogue of one language, with English where a line is missing.

    English is the program's own, from its ``folder``.  What ``more``, the words of other
    content, says in the language goes before what the program says in it.  ``missing`` are
    the ids that are still in English: those the language does not have, and those whose
    translation names a place that the English sentence has not.  ``known`` are all
    languages it can be asked for.
    """

    def __init__(self, folder: Path, language: str = FALLBACK, more: Path | None = None) -> None:
        """Read a language.  Raises ``KeyError`` if no folder lists it."""
        self._folders = (folder,) if more is None or more == folder else (folder, more)
        self.known = languages(*self._folders)
        self._language = {one.id: one for one in self.known}[language]
        self.missing: set[str] = set()
        self._is_part = language == FALLBACK
        self._texts = _read(folder / FALLBACK, FIRST if self._is_part else "*.tsv")
        if language != FALLBACK:
            own: dict[str, str] = {}
            for place in self._folders:
                own |= _read(place / language)
            fit = {key: text for key, text in own.items() if _fits(text, self._texts.get(key))}
            self.missing = self._texts.keys() - fit.keys()
            self._texts |= fit

    def in_language(self, language: str) -> Words:
        """Return the catalogue of another of the ``known`` languages.  Raises ``KeyError``."""
        return Words(self._folders[0], language, self._folders[-1])

    @property
    def language(self) -> str:
        """The id of the language, as a PDF or a page names it."""
        return self._language.id

    @property
    def remark(self) -> str:
        """What to say beside this language as long as nobody has reviewed it, or nothing."""
        return self._language.remark

    def say(self, word_id: str, **places: object) -> str:
        """Return the sentence ``word_id`` with its named places filled in.

        Raises ``KeyError`` for an id that no catalogue has: that is our own mistake.
        """
        text = self._texts.get(word_id)
        if text is None:
            text = self._whole()[word_id]
        return text.format_map({key: str(value) for key, value in places.items()})

    def starting(self, prefix: str) -> dict[str, str]:
        """Return the sentences whose id starts with ``prefix``, by the rest of their id.

        Their named places are not filled in: that is for whoever draws them.
        """
        return {
            word_id.removeprefix(prefix): text
            for word_id, text in self._whole().items()
            if word_id.startswith(prefix)
        }

    def ids(self) -> frozenset[str]:
        """Return every id in the catalogue."""
        return frozenset(self._whole())

    def _whole(self) -> dict[str, str]:
        if self._is_part:
            # Two threads may both come by here: each reads the same.
            self._texts |= _read(self._folders[0] / FALLBACK)
            self._is_part = False
        return self._texts


def _fits(text: str, english: str | None) -> bool:
    """Say whether a translation can stand in for an English sentence without a crash."""
    if not text or english is None:
        return False
    if "{" not in text and "}" not in text:
        return True
    try:
        return places_in(text) <= places_in(english)
    except ValueError:
        return False


def parse_words(text: str) -> dict[str, str]:
    """Return the sentences of one file of words by id; lines that begin with # are remarks."""
    texts: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word_id, _, said = line.partition("\t")
            texts[word_id] = said
    return texts


def _read(folder: Path, files: str = "*.tsv") -> dict[str, str]:
    texts: dict[str, str] = {}
    for file in sorted(folder.glob(files)):
        texts |= parse_words(file.read_text("utf-8"))
    return texts


_spoken: Words | None = None


def use(words: Words) -> None:
    """Choose the catalogue that ``say`` speaks from."""
    global _spoken
    _spoken = words


def spoken() -> Words:
    """Return the catalogue that ``say`` speaks from (English unless another was chosen)."""
    global _spoken
    if _spoken is None:
        _spoken = Words(paths.content_folder() / "words")
    return _spoken


def say(word_id: str, **places: object) -> str:
    """Return a sentence of the program in the language chosen."""
    return spoken().say(word_id, **places)


REASONS = {
    errno.ENOENT: "gone",
    errno.ENOTDIR: "no-folder",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "read-only",
    errno.EISDIR: "folder",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EIO: "broken",
    errno.ENAMETOOLONG: "long-name",
    errno.EEXIST: "taken",
}
"""Why the system refuses a file, as far as we have words for it."""


def say_reason(fault: OSError) -> str:
    """Return why the system refused, in the language chosen; else in the system's own words."""
    named = REASONS.get(fault.errno or 0)
    return say(f"errors.reason.{named}") if named else fault.strerror or say("errors.reason.none")


def months() -> tuple[str, ...]:
    """Return the names of the months in the language chosen."""
    return tuple(say("content.months").split())


def say_day(day: date) -> str:
    """Return a day as the house writes it: ``21 November 2026``."""
    return say("content.day", day=day.day, month=months()[day.month - 1], year=day.year)
