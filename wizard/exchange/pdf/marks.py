"""What a page of a PDF draws, as a list that two pages can be compared by.

Fonts are renamed and letters coded anew whenever a program saves a PDF, so text is
compared as the letters it stands for, with its size and place.  Nothing here trusts
the bytes: what can not be read raises ``Unreadable``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_END = rb"\x00\t\n\x0c\r ()<>\[\]{}/%"
_TOKEN = re.compile(
    rb"(?P<space>[\x00\t\n\x0c\r ]++|%[^\r\n]*+)"
    rb"|(?P<number>[+-]?(?:\d++\.?\d*+|\.\d++))(?![^" + _END + rb"])"
    rb"|(?P<name>/[^" + _END + rb"]*+)"
    rb"|(?P<bracket><<|>>|\[|\])"
    rb"|(?P<hex><[0-9A-Fa-f\s]*+>)"
    rb"|(?P<text>\((?:[^()\\]++|\\.)*+\))"
    rb"|(?P<word>[^" + _END + rb"]++)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
            b"\n": b"", b"\r": b"", b"\r\n": b""}  # fmt: skip
_DIGITS = re.compile(rb"<([0-9A-Fa-f]+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_MOST = 256  # operands of one operator, or letters of one range

Operand = float | str | bytes


class Unreadable(Exception):
    """The bytes are not the content of a page that we can read."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font as far as reading needs it: how many bytes a letter has, and what each is.

    ``identity`` tells it from every other font, whatever it is called.
    """

    width: int = 1
    letters: Mapping[int, str] = field(default_factory=dict)
    identity: str = ""

    def read(self, shown: bytes) -> str:
        """Return the letters that ``shown`` stands for; a code it does not know stays a code."""
        step = self.width
        codes = (int.from_bytes(shown[at : at + step], "big") for at in range(0, len(shown), step))
        return "".join(self.letters.get(code, f"\\{code:x}") for code in codes)


@dataclass(slots=True)
class Marks:
    """What a page draws.

    ``steps`` are its operators with what they work on; ``text`` is every letter in the
    order drawn; ``body`` leaves out what stands around each page (head and foot).
    """

    steps: list[tuple[str, tuple[Operand, ...]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """All words of the page."""
        return "".join(self.text).split()

    @property
    def body_words(self) -> list[str]:
        """The words of the page without its head and foot."""
        return "".join(self.body).split()


def read_face(width: int, to_unicode: bytes, identity: str) -> Face:
    """Return a font from its own table of letters."""
    letters: dict[int, str] = {}
    for kind, body in _SECTION.findall(to_unicode):
        digits = _DIGITS.findall(body)
        if kind == b"bfchar":
            for code, said in zip(digits[::2], digits[1::2], strict=False):
                letters[int(code, 16)] = _letters(said)
            continue
        for first, last, said in zip(digits[::3], digits[1::3], digits[2::3], strict=False):
            start, begin, size = int(first, 16), int(said, 16), len(said)
            for step in range(min(int(last, 16) - start + 1, _MOST)):
                letters[start + step] = _letters(b"%0*x" % (size, begin + step))
    return Face(width, letters, identity)


def read_marks(content: bytes, faces: Mapping[str, Face], things: Mapping[str, str]) -> Marks:
    """Return what ``content`` draws.

    ``things`` says of each named picture what it is.  Raises ``Unreadable``.
    """
    marks = Marks()
    face = Face()
    inside: list[tuple[bool, bool]] = []  # around the page? said in other words?
    for name, operands in _operators(content):
        given = operands
        if name == "Tf":
            face = faces.get(str(operands[0]), Face()) if operands else Face()
            given = [face.identity, *operands[1:]]
        elif name in _SHOWS:
            said = [face.read(one) for one in operands if isinstance(one, bytes)]
            if not any(replaced for _, replaced in inside):
                _say(marks, "".join(said), inside)
        elif name in ("BDC", "BMC"):
            actual = _actual(operands)
            _say(marks, " " + (actual or ""), inside)
            around = bool(operands) and operands[0] == "/Artifact"
            inside.append((around, actual is not None))
        elif name == "EMC":
            if inside:
                inside.pop()
            _say(marks, " ", inside)
        elif name in ("Td", "ET"):
            _say(marks, " ", inside)
        elif name == "Do":
            given = [things.get(str(one), "?") for one in operands]
        marks.steps.append((name, tuple(given)))
    return marks


def _say(marks: Marks, said: str, inside: list[tuple[bool, bool]]) -> None:
    marks.text.append(said)
    marks.body.append(" " if any(around for around, _ in inside) else said)


def _actual(operands: list[Operand]) -> str | None:
    """Return the words that stand for what is drawn, if somebody gave them."""
    if "/ActualText" not in operands:
        return None
    said = operands[operands.index("/ActualText") + 1]
    if not isinstance(said, bytes):
        return None
    if said.startswith(b"\xfe\xff"):
        return said[2:].decode("utf-16-be", "replace")
    return said.decode("latin-1")


def _operators(content: bytes) -> Iterator[tuple[str, list[Operand]]]:
    operands: list[Operand] = []
    at = 0
    while at < len(content):
        found = _TOKEN.match(content, at)
        if found is None:
            end = _end_of_text(content, at)
            operands.append(_unescaped(content[at + 1 : end - 1]))
            at = end
            continue
        at = found.end()
        kind, token = found.lastgroup, found.group()
        if kind == "space":
            continue
        if kind == "word":
            if token == b"BI":
                raise Unreadable
            yield token.decode("latin-1"), operands
            operands = []
        else:
            operands.append(_operand(kind, token))
            if len(operands) > _MOST * _MOST:
                raise Unreadable


def _operand(kind: str | None, token: bytes) -> Operand:
    if kind == "number":
        return round(float(token), 2)
    if kind == "hex":
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if kind == "text":
        return _unescaped(token[1:-1])
    return token.decode("latin-1")


def _end_of_text(content: bytes, at: int) -> int:
    """Return where a text with brackets inside ends."""
    if content[at : at + 1] != b"(":
        raise Unreadable
    depth = 0
    for found in re.compile(rb"\\.|[()]", re.DOTALL).finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    raise Unreadable


def _unescaped(text: bytes) -> bytes:
    def plain(found: re.Match[bytes]) -> bytes:
        said = found[1]
        if said is None:  # the end of a line in a text is one letter, however it is written
            return b"\n"
        if said.isdigit():
            return bytes([int(said, 8) & 0xFF])
        return _ESCAPED.get(said, said)

    return _ESCAPE.sub(plain, text) if b"\\" in text or b"\r" in text else text


def _letters(digits: bytes) -> str:
    raw = bytes.fromhex((b"0" * (len(digits) % 2) + digits).decode("ascii"))
    return raw.decode("utf-16-be" if len(raw) > 1 else "latin-1", "replace")
