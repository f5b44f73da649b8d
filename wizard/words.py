"""Every sentence of the program, by id and language.

The words lie in ``content/words/<language>/*.tsv``, one ``id<TAB>text`` a line.  A
text may have named places (``{school}``); what is put there stays as it is and is
never read again, so a person's own text can stand in any of them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wizard import paths

FALLBACK = "en"


class Words:
    """The catalogue of one language, with English where a line is missing."""

    def __init__(self, folder: Path, language: str = FALLBACK) -> None:
        self.language = language
        self.missing: set[str] = set()
        self._texts = _read(folder / FALLBACK)
        if language != FALLBACK:
            own = _read(folder / language)
            self.missing = self._texts.keys() - own.keys()
            self._texts |= own

    def say(self, word_id: str, **places: object) -> str:
        """Return the sentence ``word_id`` with its named places filled in.

        Raises ``KeyError`` for an id that no catalogue has: that is our own mistake.
        """
        text = self._texts[word_id]
        return text.format_map({key: str(value) for key, value in places.items()})

    def starting(self, prefix: str) -> dict[str, str]:
        """Return the sentences whose id starts with ``prefix``, by the rest of their id.

        Their named places are not filled in: that is for whoever draws them.
        """
        return {
            word_id.removeprefix(prefix): text
            for word_id, text in self._texts.items()
            if word_id.startswith(prefix)
        }

    def ids(self) -> frozenset[str]:
        """Return every id in the catalogue."""
        return frozenset(self._texts)


def _read(folder: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                word_id, _, text = line.partition("\t")
                texts[word_id] = text
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


def months() -> tuple[str, ...]:
    """Return the names of the months in the language chosen."""
    return tuple(say("content.months").split())


def say_day(day: date) -> str:
    """Return a day as the house writes it: ``21 November 2026``."""
    return say("content.day", day=day.day, month=months()[day.month - 1], year=day.year)
