"""Rules of the house about looks at a disk: what is refused is never "nothing is there"."""

from __future__ import annotations

import ast

from tests.house import Source, called

OWN_FOLDERS = ("wizard/paths.py", "wizard/words.py")
"""Who looks at the program's own folders, below all that could tell it of a path."""


def looked_at_by_pathlib(source: Source) -> list[str]:
    """Return where a path is asked what lies there, which raises where that can not be seen.

    The window asks by ``there.soon`` alone: it would wait as long as the disk likes.
    """
    if source.path in OWN_FOLDERS:
        return []
    is_window = source.path.startswith("wizard/ui/")
    return [
        f"{source.path}:{node.lineno} asks a path what lies there: wizard.there"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("exists", "is_file", "is_dir", "is_folder", "is_any")
        and ast.unparse(node.func.value) not in ("os.path", "set_aside", "there" * (not is_window))
    ]


GUARDED = ("wizard/store/", "wizard/safe/", "wizard/desk/")
"""Where answers are kept, and where it is known who may come in."""

GUESSING = ("there.is_folder", "there.is_file")
"""They say no where nothing is said.  A sentence may be begun so, nothing that is kept."""

GUESSED_BY = (*GUARDED[:2], "wizard/desk/lock/")

LISTING = ("iterdir", "listdir", "scandir", "glob", "names", "kind", "stat", "lstat")


def taken_for_nothing(source: Source) -> list[str]:
    """Return where a look that is refused for a moment is taken for "nothing is there".

    An empty store went over all answers, and a lock was taken away for good.
    """
    if not source.path.startswith(GUARDED):
        return []
    told = "takes a refused look for nothing: wizard.there"
    return [
        f"{source.path}:{node.lineno} {told}"
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Call) and _guesses(node, source.path))
        or (isinstance(node, ast.Try) and _gives_nothing(node))
    ]


def _guesses(node: ast.Call, path: str) -> bool:
    asked = ast.unparse(node.func)
    by_system = asked.startswith("os.path.") and asked[8:].startswith(("lexists", "exists", "is"))
    by_path = asked.endswith((".is_symlink", ".is_mount"))
    return by_system or by_path or (asked in GUESSING and path.startswith(GUESSED_BY))


def _gives_nothing(node: ast.Try) -> bool:
    """Say whether the fault of a look is given as an empty list, or as no."""
    looks = any(
        isinstance(inside, ast.Call) and called(inside) in LISTING
        for line in node.body
        for inside in ast.walk(line)
    )
    return looks and any(
        handler.type is not None
        and "OSError" in ast.unparse(handler.type)
        and isinstance(handler.body[0], ast.Return)
        and (value := handler.body[0].value) is not None
        and ast.unparse(value) in ("[]", "()", "False", "None")
        for handler in node.handlers
    )
