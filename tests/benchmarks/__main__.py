"""Measure everything and print the table: ``python -m tests.benchmarks [NAME...]``.

Names are those in ``COMPARISONS``; all of them are measured unless some are named.  Those in
``ON_REQUEST`` have no limit and explain others.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.pairs import HEADER, table

COMPARISONS = ("start", "answer", "page", "home", "paper", "scale")
ON_REQUEST = ("start_parts",)


def main(names: list[str]) -> int:
    """Print one line for each comparison; 1 if a limit is not met, 2 for an unknown name."""
    if unknown := set(names) - {*COMPARISONS, *ON_REQUEST}:
        print(f"No such comparison: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    rows: list[tuple[str, ...]] = [HEADER]
    # Beside the program, for the temporary folder may lie in memory and save too well.
    place = Path(__file__).resolve().parents[2] / ".make"
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        _live_in(Path(folder) / "home")
        for name in names or COMPARISONS:
            print(f"measuring: {name}", file=sys.stderr)
            compare = importlib.import_module(f"tests.benchmarks.{name}").compare
            rows += [compared.row() for compared in compare(Path(folder))]
    print(table(rows))
    return 1 if any(row[-1] == "NOT MET" for row in rows) else 0


def _live_in(home: Path) -> None:
    """Take a home folder of our own: nobody's settings count, and no screen is needed."""
    os.environ |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    # A person's Python keeps what it compiled; both sides do here, beside nobody's files.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
