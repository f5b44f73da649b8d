"""The real validator over every sample: PDF/UA-1 and PDF/A-3a at once.

It takes about ten seconds, and a minute more the first time, when the engine is fetched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.report.pdf import samples
from tests.report.pdf.every_sample import all_samples
from tests.report.pdf.reading import opened
from wizard.report.pdf.draw import draw

HERE = Path(__file__).parent
ENGINE = HERE.parents[2] / ".make" / "verapdf"

pytestmark = pytest.mark.full


def validate(*files: Path, flavours: str = "ua1,3a") -> str:
    """Return what veraPDF says of ``files``; not being able to run it is a failure."""
    run = subprocess.run(
        [str(HERE / "verapdf" / "verapdf"), flavours, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "VERAPDF_ENGINE": str(ENGINE), "PYTHON": sys.executable},
    )
    assert run.returncode in (0, 1), run.stderr + run.stdout
    return run.stdout


def test_every_sample_conforms(tmp_path: Path) -> None:
    """What the file claims of itself must be true, for every block and either size."""
    files = []
    for name, report in all_samples().items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(draw(report))
    said = validate(*files)
    assert said.count("COMPLIANT") == 2 * len(files), said


def test_the_validator_sees_what_is_broken(tmp_path: Path) -> None:
    """A gate that never closes is no gate: without a language the rule 7.2 must fail."""
    file = opened(draw(samples.sample_me()))
    del file.Root.Lang
    for element in file.objects:
        if isinstance(element, pikepdf.Dictionary) and "/Lang" in element:
            del element.Lang
    broken = tmp_path / "broken.pdf"
    file.save(broken)
    assert "rule 7.2" in validate(broken)
