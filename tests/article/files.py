"""Small files in the formats that articles come in, made of text; used by the tests of reading."""

import io
import zipfile
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PROSE = (
    "记者从会上获悉，本市去年新增公园绿地三十二公顷，同比增长8.5%。"
    "家门口的公园多了，散步的人也多了。"
)


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A docx whose body is this XML (prefix `w:`); `styles`, `numbering`, `core` by keyword."""
    names = {
        "styles": "word/styles.xml",
        "numbering": "word/numbering.xml",
        "core": "docProps/core.xml",
    }
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document} | {names[k]: v for k, v in parts.items()})


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run in Word's XML."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def pdf(
    pages: Sequence[Sequence[str | tuple[str, float]]],
    encoding: str = "UniGB-UTF16-H",
    info: str = "",
) -> bytes:
    """A pdf of these lines in a Chinese font that is not embedded, 12 points every 20.

    A line is text, or text and how many characters it is set in. `info` is the
    inside of the dictionary of properties.
    """
    codec, ordering = {
        "UniGB-UTF16-H": ("utf-16-be", "GB1"),
        "GBK-EUC-H": ("gbk", "GB1"),
        "ETen-B5-H": ("cp950", "CNS1"),
    }[encoding]
    descriptor = "<</Type/FontDescriptor/FontName/Song/Flags 6/FontBBox[0 -254 1000 880]>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{5 + 2 * k} 0 R' for k in range(len(pages)))}]"
        f"/Count {len(pages)}>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{encoding}/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/DW 1000/CIDSystemInfo"
        f"<</Registry(Adobe)/Ordering({ordering})/Supplement 4>>/FontDescriptor {descriptor}>>",
    ]
    for number, lines in enumerate(pages):
        shown = []
        for row, line in enumerate(lines):
            text, inset = line if isinstance(line, tuple) else (line, 0)
            x, y = 80 + 12 * inset, 760 - 20 * row
            shown.append(f"BT /F1 12 Tf {x} {y} Td <{text.encode(codec).hex()}> Tj ET")
        content = "\n".join(shown)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>> >> >>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    objects.append(f"<<{info}>>")
    return pdf_of([text.encode() for text in objects], b"/Info %d 0 R" % len(objects))


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A pdf of these objects, the first being the catalogue."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(out))
    )
