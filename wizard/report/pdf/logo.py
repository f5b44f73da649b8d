"""The school's logo: any picture Pillow can read, made small and put on white.

A logo that can not be read is left out: a paper without a picture is better than no
paper, and the picture was checked when the school chose it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from wizard.report.pdf.archive import Stream

_MOST = 40_000_000  # pixels; more is a mistake or a trap
_ENOUGH = 800  # pixels: 40 points high is sharp in print with far less


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture ready for the file: size in pixels, three bytes a pixel."""

    width: int
    height: int
    pixels: bytes

    def stream(self) -> Stream:
        """Return it as the file holds it."""
        return Stream(
            self.pixels,
            Subtype="/Image",
            Width=self.width,
            Height=self.height,
            ColorSpace="/DeviceRGB",
            BitsPerComponent=8,
        )


def read_logo(data: bytes) -> Logo | None:
    """Read a PNG or JPEG; None if there is none or it can not be read."""
    if not data:
        return None
    from PIL import Image  # only papers with a logo pay for loading it

    try:
        picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > _MOST:
            return None
        picture.draft("RGB", (_ENOUGH, _ENOUGH))
        clear = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    clear.thumbnail((_ENOUGH, _ENOUGH))
    white = Image.new("RGBA", clear.size, "white")
    white.alpha_composite(clear)
    return Logo(*clear.size, white.convert("RGB").tobytes())
