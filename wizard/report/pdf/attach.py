"""What the file carries inside: the answers this reader sees, as one JSON attachment.

It is tied to the whole file as its data (PDF/A-3, AFRelationship), and goes into
ReportLab's own objects, so that the same input still gives the same bytes.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from wizard.model.paper import ATTACHED
from wizard.report.pdf import metadata
from wizard.report.pdf.archive import Archive, Stream
from wizard.report.pdf.tags import string

"""The one name under which a paper of ours carries its answers."""


def attach(file: Archive, content: bytes, told: str, made: str) -> dict[str, Any]:
    """Put ``content`` into ``file`` and return what the catalog says of it.

    ``told`` describes it to a person who looks at the list of attachments; ``made`` is
    the ISO moment that dates it.
    """
    moment = f"({metadata.pdf_date(metadata.moment(made))})"
    stream = Stream(
        content,
        Type="/EmbeddedFile",
        Subtype="/application#2Fjson",
        Params=pdfdoc.PDFDictionary({"Size": len(content), "ModDate": moment}),
    )
    held = file.Reference(stream)
    specification = pdfdoc.PDFDictionary(
        {
            "Type": "/Filespec",
            "F": f"({ATTACHED})",
            "UF": string(ATTACHED),
            "Desc": string(told),
            "AFRelationship": "/Data",
            "EF": pdfdoc.PDFDictionary({"F": held, "UF": held}),
        }
    )
    reference = file.Reference(specification)
    named = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([string(ATTACHED), reference])})
    return {
        "AF": pdfdoc.PDFArray([reference]),
        "Names": pdfdoc.PDFDictionary({"EmbeddedFiles": named}),
    }
