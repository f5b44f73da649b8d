"""Every paper there is to draw in tests, by name."""

from __future__ import annotations

from tests.report.pdf import samples
from tests.report.pdf.blank_sheets import blank_grid, blank_sheet
from wizard.report.blocks import Report


def all_samples() -> dict[str, Report]:
    """Return every sample by name."""
    return {
        "slt": samples.sample_slt(),
        "me": samples.sample_me(),
        "blank": blank_sheet(),
        "grid": blank_grid(),
        "blank-large": blank_sheet(large_print=True),
        "large": samples.report(
            *samples.sample_slt().blocks, large_print=True, logo=samples.logo()
        ),
        "hostile": samples.sample_hostile(),
        "eight": samples.sample_eight_pages(),
        "bare": samples.report(title="", subtitle="", school="", reference="", policy=""),
    }
