"""Files that hold what was written here, as it stood, for as long as nothing went over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from wizard import there
from wizard.desk.assessment.standing import Standing
from wizard.errors import OutputFault
from wizard.safe.canonical import digest
from wizard.safe.limits import ARCHIVE_BYTES
from wizard.safe.regular import read_regular
from wizard.words import say


@dataclass(frozen=True, slots=True)
class _File:
    """What stood in a file, the marks of what is in it, and the ids that goes by here."""

    words: str
    marks: Standing = frozenset()
    ids: frozenset[str] = frozenset()


class OutThere:
    """Knows of each file what it was when it was written.

    One that is gone may lie in somebody's pocket and counts; one that is another by now does
    not.  A stick that was out meanwhile gives its files other times, so their words tell.
    """

    def __init__(self) -> None:
        self._files: dict[Path, _File] = {}
        self._more: set[str] = set()

    @property
    def marks(self) -> Standing:
        """What is in some file as it stands there."""
        # Another thread may write one more while these are read.
        files = tuple(self._files.items())
        # One on a disk that hangs may lie there as it was, like one that is gone.
        as_it_was = (
            file.marks
            for path, file in files
            if there.soon(path, words_in, otherwise="") in (file.words, "")
        )
        return frozenset().union(*as_it_was)

    def wrote(
        self,
        path: Path,
        marks: Iterable[str],
        content: bytes | None = None,
        ids: Iterable[str] = (),
    ) -> None:
        """Remember what is in a file that was just written, by its ``content``.

        Another may have gone over it at once; without ``content`` it counts as it lies there.
        ``ids`` are those of all that is in it.
        """
        words = words_in(path) if content is None else digest(content)
        self._files[path] = _File(words, frozenset(marks), frozenset(ids))

    def has_another(self, path: Path) -> bool:
        """Say whether something else lies by now where a file was written."""
        was = self._files[path].words
        return there.soon(path, words_in, otherwise="") not in (was, "")

    def has_all(self, path: Path, stands: Callable[[str], object]) -> bool:
        """Say whether a file lies there as it was, and each that it holds ``stands`` here."""
        file = self._files.get(path)
        return (
            file is not None
            and bool(file.ids)
            and words_in(path) == file.words
            and all(map(stands, file.ids))
        )

    def brought(
        self, path: Path, marks: Iterable[str], words: str, ids: Iterable[str] = ()
    ) -> None:
        """Remember what came from a file, beside what was known to be in it as it was then.

        ``words`` is :func:`words_in` it from before it was read: it may have been gone over since.
        """
        known = self._files.get(path)
        marks = frozenset(marks)
        if known is not None and known.words == words:
            marks |= known.marks
        # All that could be read came in; of what could not the file itself is remembered.
        self._files[path] = _File(words, marks, frozenset(ids))

    def holds_more(self, words: str) -> None:
        """Remember that some of a file with these words could not come in: it is only there."""
        self._more.add(words)

    def refuse_over(self, path: Path) -> None:
        """Raise ``OutputFault`` for a file that still holds what could not be brought in."""
        if (words := words_in(path)) and words in self._more:
            raise OutputFault(say("errors.output.more", file=path.name))


def words_in(path: Path) -> str:
    """Return a mark of what stands in a file, empty where it can not be read."""
    try:
        # Of a file larger than any of ours its beginning tells; what is none never ends.
        return digest(read_regular(path, ARCHIVE_BYTES) or b"")
    except (OSError, ValueError):
        return ""
