"""The paper in a browser (pdf.js under Node): its letters copied, its form filled in.

It takes ten seconds, and some more the first time, when the library is fetched.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.report.pdf import samples
from tests.report.pdf.test_form import PLACES, blank
from tests.report.pdf.test_scripts import NAMES, NOTE
from wizard.cli.main import main
from wizard.desk.assessment import answers
from wizard.report import blocks
from wizard.report.pdf.draw import draw

HERE = Path(__file__).parent
STORE = HERE.parents[2] / ".make" / "pdfjs"
PACKAGE = "pdfjs-dist@5.6.205"

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def library() -> Path:
    """Fetch pdf.js once; not being able to is a failure."""
    library = STORE / "package" / "legacy" / "build" / "pdf.mjs"
    if not library.exists():
        STORE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=STORE, check=True)
        (packed,) = STORE.glob("*.tgz")
        # Debian 12's Python unpacks no archive safely by itself yet.
        subprocess.run(["tar", "-xzf", packed.name], cwd=STORE, check=True)
    return library


def in_browser(library: Path, *words: str | Path) -> str:
    """Run one task of ``pdfjs.mjs`` and return what it says."""
    command = ["node", HERE / "pdfjs.mjs", library, *words]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_names_of_any_script_are_copied_as_they_were_typed(library: Path, tmp_path: Path) -> None:
    """What a Head copies into a letter must be the colleague's name."""
    path = tmp_path / "names.pdf"
    rows = tuple(NAMES.items())
    path.write_bytes(draw(samples.report(blocks.Facts(rows), blocks.Text(NOTE))))

    said = " ".join(in_browser(library, "text", path).split())

    assert [name for name in NAMES.values() if name not in said] == []
    assert re.sub(r"\s+", " ", NOTE).strip() in said


def test_a_form_is_filled_in_and_read_back(library: Path, tmp_path: Path) -> None:
    """Most people open a form in the browser they have."""
    form, out, back = (tmp_path / name for name in ("form.pdf", "out.pdf", "back.json"))
    form.write_bytes(blank(answers.open_journey(PLACES, "class-project")))
    values = {
        "q:cp-title": "River blog ŵ", "q:cp-youngest": "13-to-15", "q:cp-uses.ai": "ai",
        "q:cp-objectives": "two lines\nhere",
    }  # fmt: skip

    in_browser(library, "fill", form, out, json.dumps(values))

    assert main(["read", str(out), "-o", str(back)]) == 0
    given = json.loads(back.read_text("utf-8"))["answers"]
    assert given["cp-title"]["value"] == "River blog ŵ"
    assert given["cp-youngest"]["value"] == "13-to-15"
    assert given["cp-uses"]["value"] == ["ai"]
    assert given["cp-objectives"]["value"].split() == ["two", "lines", "here"]
