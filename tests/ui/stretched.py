"""A language nobody speaks: every sentence a good third longer, with marks on its vowels.

It shows which words have no room to grow, and which were never handed to be translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wizard import paths
from wizard.model.pack import Pack
from wizard.pack.phrases import Phrases
from wizard.pack.translate import translate_pack
from wizard.words import Words, places_in

LONGER = 0.35
"""How much longer: German and Welsh are so, often enough, than English."""

MARKED = str.maketrans("aeiouwyAEIOUWY", "áéîöûŵŷÁÉÎÖÛŴŶ")


def stretch(text: str) -> str:
    """Return a text with marked vowels, and with its own longest words once more behind it."""
    parts = [part if part.startswith("{") else part.translate(MARKED) for part in _split(text)]
    marked = "".join(parts)
    more: list[str] = []
    plain = [word for word in marked.split() if "{" not in word and "}" not in word]
    for word in sorted(plain, key=len, reverse=True):
        if sum(map(len, more)) >= LONGER * len(text):
            break
        more.append(word)
    return " ".join([marked, *more])


def _split(text: str) -> list[str]:
    parts, rest = [], text
    for place in sorted(places_in(text), key=lambda name: text.index("{" + name)):
        before, found, rest = rest.partition("{" + place + "}")
        parts += [before, found]
    return [*parts, rest]


@dataclass(slots=True)
class Stretching(Phrases):
    """Says every text of the content longer."""

    def text(self, key: str, english: str) -> str:
        """Return the text, stretched."""
        return stretch(english)


def stretched_words(folder: Path) -> Words:
    """Return the program's words, stretched; written to ``folder`` to be read from there."""
    english = folder / "en"
    english.mkdir(parents=True)
    for file in (paths.content_folder() / "words" / "en").glob("*.tsv"):
        lines = file.read_text("utf-8").splitlines()
        (english / file.name).write_text("\n".join(map(_stretch_line, lines)) + "\n", "utf-8")
    return Words(folder)


def stretched_pack(pack: Pack) -> Pack:
    """Return a journey and all it draws on, stretched."""
    return translate_pack(pack, {}, Stretching())


def _stretch_line(line: str) -> str:
    word_id, tab, text = line.partition("\t")
    # Months stand in a list of twelve, and a day is made of them.
    if not tab or line.startswith("#") or word_id in ("content.months", "content.day"):
        return line
    return f"{word_id}\t{stretch(text)}"
