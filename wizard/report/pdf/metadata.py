"""What the file says of itself: title, language and date (XMP), and what its colours mean.

The claims made here (PDF/A-3a and PDF/UA-1) are checked by the tests.
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from functools import cache
from html import escape

from wizard.model.paper import PRODUCER

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}" pdf:Producer="{producer}"
 pdfuaid:part="1"{archival}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfaExtension:schemas><rdf:Bag><rdf:li><rdf:Description pdfaSchema:schema="PDF/UA identification"
 pdfaSchema:namespaceURI="http://www.aiim.org/pdfua/ns/id/" pdfaSchema:prefix="pdfuaid">
<pdfaSchema:property><rdf:Seq><rdf:li pdfaProperty:name="part" pdfaProperty:valueType="Integer"
 pdfaProperty:category="internal" pdfaProperty:description="The part of the standard"/></rdf:Seq>
</pdfaSchema:property></rdf:Description></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


_ARCHIVAL = ' pdfaid:part="3" pdfaid:conformance="A"'


def packet(title: str, language: str, made: datetime, *, archival: bool) -> bytes:
    """Return the XMP packet: what the file is, in the words archives and readers look for.

    A form is not ``archival``: once filled in, its letters are the viewer's, not ours.
    """
    return _PACKET.format(
        title=escape(title),
        language=escape(language),
        moment=made.isoformat(timespec="seconds"),
        producer=PRODUCER,
        archival=_ARCHIVAL if archival else "",
    ).encode()


def moment(made: str) -> datetime:
    """Read an ISO moment; one without a zone (a day, say) is taken as universal time.

    Raises ``ValueError`` if it is no ISO moment.
    """
    read = datetime.fromisoformat(made)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def pdf_date(made: datetime) -> str:
    """Write a moment as PDF does: ``D:20261121093000+00'00'``."""
    offset = made.strftime("%z")
    return f"D:{made:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


@cache
def colour_profile() -> bytes:
    """Return a small ICC profile (version 2) of sRGB, made here so that it never changes.

    The primaries are those of IEC 61966-2-1 adapted to D50; the curve is a plain
    power of 2.2, which is closer to sRGB than any eye or printer can tell.
    """

    def tag(kind: bytes, body: bytes) -> bytes:
        data = kind + b"\0\0\0\0" + body
        return data + b"\0" * (-len(data) % 4)

    def xyz(*values: float) -> bytes:
        return tag(b"XYZ ", struct.pack(">3i", *(round(value * 65536) for value in values)))

    curve = tag(b"curv", struct.pack(">IH", 1, round(2.2 * 256)))
    name = b"sRGB\0"
    parts = [
        (b"desc", tag(b"desc", struct.pack(">I", len(name)) + name + b"\0" * 78)),
        (b"cprt", tag(b"text", b"CC0\0")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", xyz(0.38515, 0.71687, 0.09708)),
        (b"bXYZ", xyz(0.14307, 0.06061, 0.7141)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    offset = 128 + 4 + 12 * len(parts)
    index, body = struct.pack(">I", len(parts)), b""
    for signature, data in parts:
        index += signature + struct.pack(">II", offset + len(body), len(data))
        body += data
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4s8s3i4s",
        offset + len(body),
        b"\0\0\0\0",
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        b"\0\0\0\0",
        b"\0" * 8,
        *(0xF6D6, 0x10000, 0xD32D),
        b"\0\0\0\0",
    )
    return header.ljust(128, b"\0") + index + body
