"""Floor: the same text as plain ReportLab paragraphs, with the same fonts, untagged."""

import io
import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate


def add_font(file: Path) -> None:
    """Register the font that ``draw`` uses."""
    pdfmetrics.registerFont(TTFont("Floor", str(file)))


def draw(lines: list[tuple[str, float, float]]) -> bytes:
    """Draw lines of text, each with its size and the space after it in points."""
    looks: dict[tuple[float, float], ParagraphStyle] = {}
    story = []
    for text, size, after in lines:
        style = looks.get((size, after))
        if style is None:
            style = looks[size, after] = ParagraphStyle(
                f"{size}-{after}", fontName="Floor", fontSize=size, leading=1.35 * size,
                spaceAfter=after,
            )  # fmt: skip
        story.append(Paragraph(escape(text), style))
    paper = io.BytesIO()
    document = SimpleDocTemplate(
        paper, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=25 * mm,
        bottomMargin=20 * mm, initialFontName="Floor",
    )  # fmt: skip
    document.build(story)
    return paper.getvalue()


if __name__ == "__main__":
    add_font(Path(sys.argv[1]))
    sys.stdout.buffer.write(draw(json.load(sys.stdin)))
