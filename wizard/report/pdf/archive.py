"""The file itself: objects packed small, metadata, colours, bookmarks.

ReportLab's object model is used; the writing is ours, because an archive (PDF/A-3)
wants an end of line before ``endstream``, a screen reader wants the structure, and
packing the small objects together makes a tagged file no larger than a plain one.
The same input gives the same bytes: nothing here knows the time or draws lots.
"""

from __future__ import annotations

import hashlib
from typing import Any

import deflate
from reportlab.pdfbase import pdfdoc

from wizard.model.paper import PRODUCER
from wizard.report.pdf import metadata
from wizard.report.pdf.looks import PAGE_HEIGHT, PAGE_WIDTH
from wizard.report.pdf.pen import STAMP, Bookmark, Pen
from wizard.report.pdf.tags import Structure, string
from wizard.report.pdf.typecase import Typecase

_EFFORT = 10  # of compression, out of 12: the last steps take twice as long for one part in 300
_FULL_PAGE = 4000  # bytes of a page from which the last step takes ten times as long for nothing
_PACKED = "/FlateDecode"
_PACK = 2000  # objects in one packed stream
_WHOLE_PAGE = f"[0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Stream(pdfdoc.PDFObject):
    """Bytes with a dictionary, compressed where that helps.  Always an object of its own."""

    def __init__(self, content: bytes, effort: int = _EFFORT, /, **entries: Any) -> None:
        self._entries = entries
        self._content = content
        packed = bytes(deflate.zlib_compress(content, effort))
        if len(packed) + len(_PACKED) < len(content):
            self._content = packed
            self._entries["Filter"] = _PACKED

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Write the dictionary and the bytes."""
        self._entries["Length"] = len(self._content)
        entries = b""
        for name, thing in sorted(self._entries.items()):
            value = pdfdoc.format(thing, document)
            between = b"" if value[:1] in b"/[<(" else b" "
            entries += b"/%b%b%b" % (name.encode("ascii"), between, value)
        return b"<<" + entries + b">>\nstream\n" + self._content + b"\nendstream"


class Archive(pdfdoc.PDFDocument):
    """One PDF file being put together."""

    def __init__(self, title: str, language: str, made: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))
        # The base class registers things we do not write; start with an empty shelf.
        self.idToObjectNumberAndVersion: dict[str, tuple[int, int]] = {}
        self.idToObject: dict[str, Any] = {}
        self.numberToId: dict[int, str] = {}
        self.objectcounter = 0
        self._title = title
        self._language = language
        self._made = metadata.moment(made)
        self._pages: list[Any] = []
        self._leaves: list[pdfdoc.PDFDictionary] = []
        self._tree = pdfdoc.PDFDictionary({"Type": "/Pages"})
        self._tree_ref = self.Reference(self._tree)

    def close(
        self,
        pens: list[Pen],
        typecase: Typecase,
        structure: Structure,
        images: dict[str, Stream],
        further: dict[str, Any],
    ) -> bytes:
        """Write the drawn pages with their structure and return the file.

        ``further`` are entries of the catalog for what was attached.
        """
        resources = self._resources(typecase, images)
        for pen in pens:
            self._add_page(pen, resources)
        self._tree["Kids"] = pdfdoc.PDFArray(self._pages)
        self._tree["Count"] = len(self._pages)
        fields = [field for pen in pens for field in pen.fields]
        if fields:
            # Only forms need what makes forms.
            from wizard.report.pdf.form import Form

            form = Form(self, Stream, self._leaves)
            further = further | {"AcroForm": form.add(fields, len(pens))}
        marks = [mark for pen in pens for mark in pen.bookmarks]
        if marks:
            further = further | {
                "Outlines": self._outline(marks),
                "PageMode": "/UseOutlines" if len(pens) > 3 else "/UseNone",
            }
        packet = metadata.packet(self._title, self._language, self._made, archival=not fields)
        catalog = pdfdoc.PDFDictionary(
            {
                "Type": "/Catalog",
                "Pages": self._tree_ref,
                "Lang": string(self._language),
                "MarkInfo": "<</Marked true>>",
                "ViewerPreferences": "<</DisplayDocTitle true>>",
                "Metadata": self.Reference(Stream(packet, Type="/Metadata", Subtype="/XML")),
                "OutputIntents": pdfdoc.PDFArray([self._intent()]),
                **further,
            }
        )
        # Last, so that its many numbers follow on each other.
        catalog["StructTreeRoot"] = structure.add_to(self, self._pages)
        return self._write(self.Reference(catalog), self.Reference(self._info()))

    def _info(self) -> pdfdoc.PDFDictionary:
        moment = metadata.pdf_date(self._made)
        return pdfdoc.PDFDictionary(
            {
                "Title": string(self._title),
                "Producer": f"({PRODUCER})",
                "CreationDate": f"({moment})",
                "ModDate": f"({moment})",
            }
        )

    def _resources(
        self, typecase: Typecase, images: dict[str, Stream]
    ) -> pdfdoc.PDFObjectReference:
        """Put the faces, stamps and images into the file, for all pages together."""
        fonts: dict[str, pdfdoc.PDFObjectReference] = {}
        for subsets in typecase.subsets.values():
            fonts |= subsets.add_to(self, Stream)
        for shaped in typecase.shaped.values():
            fonts[shaped.name] = shaped.add_to(self, Stream)
        faces = self.Reference(pdfdoc.PDFDictionary(fonts))
        shown = images | {name: _stamp(stamp) for name, stamp in typecase.stamps.items()}
        shown |= {name: _around(code, faces) for name, code in typecase.around.items()}
        resources = {"Font": faces}
        if shown:
            held = {name: self.Reference(thing) for name, thing in shown.items()}
            resources["XObject"] = pdfdoc.PDFDictionary(held)
        return self.Reference(pdfdoc.PDFDictionary(resources))

    def _add_page(self, pen: Pen, resources: pdfdoc.PDFObjectReference) -> None:
        content = pen.content()
        effort = _EFFORT if len(content) < _FULL_PAGE else _EFFORT - 1
        page = {
            "Type": "/Page",
            "Parent": self._tree_ref,
            "MediaBox": _WHOLE_PAGE,
            "Resources": resources,
            "Contents": self.Reference(Stream(content, effort)),
            "StructParents": len(self._pages),
            "Tabs": "/S",
        }
        self._leaves.append(pdfdoc.PDFDictionary(page))
        self._pages.append(self.Reference(self._leaves[-1]))

    def _intent(self) -> pdfdoc.PDFDictionary:
        profile = self.Reference(Stream(metadata.colour_profile(), N=3))
        return pdfdoc.PDFDictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFA1",
                "OutputConditionIdentifier": "(sRGB)",
                "Info": "(sRGB)",
                "DestOutputProfile": profile,
            }
        )

    def _outline(self, marks: list[Bookmark]) -> pdfdoc.PDFObjectReference:
        """Nest the headings by level; a level with no parent hangs under the nearest one."""
        root = pdfdoc.PDFDictionary({"Type": "/Outlines"})
        trail: list[tuple[int, Any, Any]] = [(0, root, self.Reference(root))]
        last: dict[int, tuple[Any, Any]] = {}
        for mark in marks:
            top = PAGE_HEIGHT - mark.top + 8
            entry = pdfdoc.PDFDictionary(
                {
                    "Title": string(mark.title),
                    "Dest": pdfdoc.PDFArray([self._pages[mark.page], f"/XYZ 0 {top:.0f} null"]),
                }
            )
            ref = self.Reference(entry)
            while trail[-1][0] >= mark.level:
                trail.pop()
            _, parent, parent_ref = trail[-1]
            entry["Parent"] = parent_ref
            before = last.get(id(parent))
            if before is None:
                parent["First"] = ref
            else:
                before[0]["Next"] = ref
                entry["Prev"] = before[1]
            parent["Last"] = ref
            last[id(parent)] = (entry, ref)
            for _, above, _ in trail:
                above["Count"] = above.dict.get("Count", 0) + 1
            trail.append((mark.level, entry, ref))
        return trail[0][2]

    def _write(self, catalog: Any, info: Any) -> bytes:
        out = bytearray(_HEADER)
        places: dict[int, tuple[int, int, int]] = {}
        small: list[tuple[int, bytes]] = []
        number = 0
        while (number := number + 1) in self.numberToId:  # writing one may add others
            thing = self.idToObject[self.numberToId[number]]
            written = thing.format(self)
            if isinstance(thing, Stream):
                places[number] = (1, len(out), 0)
                out += b"%d 0 obj\n%b\nendobj\n" % (number, written)
            else:
                small.append((number, written))
        for start in range(0, len(small), _PACK):
            some = small[start : start + _PACK]
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, _packed(some).format(self))
            for index, (held, _) in enumerate(some):
                places[held] = (2, number, index)
            number += 1
        places[number] = (1, len(out), 0)
        rows = [b"\0\0\0\0\0\xff\xff"]
        for at in range(1, number + 1):
            kind, first, second = places[at]
            rows.append(bytes([kind]) + first.to_bytes(4, "big") + second.to_bytes(2, "big"))
        digest = hashlib.sha256(out).hexdigest()[:32]
        index = Stream(
            _differences(rows),
            Type="/XRef",
            DecodeParms=f"<</Predictor 12 /Columns {len(rows[0])}>>",
            Size=number + 1,
            W="[1 4 2]",
            Root=catalog,
            Info=info,
            ID=f"[<{digest}> <{digest}>]",
        )
        begins = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, index.format(self))
        out += b"startxref\n%d\n%%%%EOF\n" % begins
        return bytes(out)


def _differences(rows: list[bytes]) -> bytes:
    """Write each row as what differs from the one above (PNG's "up"): it packs far better."""
    above = bytes(len(rows[0]))
    written = bytearray()
    for row in rows:
        written.append(2)
        written += bytes((new - old) & 255 for new, old in zip(row, above, strict=True))
        above = row
    return bytes(written)


def _packed(objects: list[tuple[int, bytes]]) -> Stream:
    heads: list[str] = []
    offset = 0
    for number, body in objects:
        heads.append(f"{number} {offset}")
        offset += len(body) + 1
    head = (" ".join(heads) + "\n").encode("ascii")
    body = b"\n".join(body for _, body in objects)
    return Stream(head + body, Type="/ObjStm", N=len(objects), First=len(head))


def _stamp(code: str) -> Stream:
    """Return a small drawing whose top left corner is where it is shown."""
    box = f"[-1 {-STAMP - 1:g} {STAMP + 1:g} 1]"
    return Stream(code.encode("ascii"), Subtype="/Form", BBox=box)


def _around(code: bytes, faces: pdfdoc.PDFObjectReference) -> Stream:
    """Return what stands around the pages of a paper."""
    fonts = pdfdoc.PDFDictionary({"Font": faces})
    return Stream(code, Subtype="/Form", BBox=_WHOLE_PAGE, Resources=fonts)
