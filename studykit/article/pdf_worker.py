"""A process of its own that reads a pdf: bytes on standard input, JSON on standard output.

pdfium is C++ and a pdf may be made to exhaust it; here it can only end this
process. Run by `studykit.article.pdf` and by nobody else; imports nothing of
the package. Answers {"pages": [[[line, left, bottom, height], ...], ...],
"title": ..., "author": ...} with the place of each line's first character in
points, or {"error": "encrypted" | "damaged" | "pages" | "long", "pages": n}.
"""

import contextlib
import json
import sys
from typing import Any


def main() -> None:
    """Read one pdf; arguments: most pages, most characters, most bytes of memory."""
    most_pages, most_characters, most_memory = map(int, sys.argv[1:4])
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer = read(sys.stdin.buffer.read(), most_pages, most_characters)
    sys.stdout.write(json.dumps(answer))


def read(data: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    """The lines of every page, or what is wrong."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        return {"error": "encrypted" if "password" in str(error).lower() else "damaged"}
    if count > most_pages:
        return {"error": "pages", "pages": count}
    pages: list[list[tuple[str, float, float, float]]] = []
    total = 0
    for number in range(count):
        try:
            lines = page_lines(document, number)
        except pypdfium2.PdfiumError:
            return {"error": "damaged", "pages": number + 1}
        pages.append(lines)
        total += sum(len(line[0]) for line in lines)
        if total > most_characters:
            return {"error": "long"}
    about = document.get_metadata_dict()
    return {"pages": pages, "title": about.get("Title", ""), "author": about.get("Author", "")}


def page_lines(document: Any, number: int) -> list[tuple[str, float, float, float]]:
    """Each line of a page that holds anything, with the place of its first visible character."""
    from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex

    page = document[number]
    text_page = page.get_textpage()
    out: list[tuple[str, float, float, float]] = []
    at = 0  # in UTF-16 units, as pdfium counts
    for line in text_page.get_text_range().split("\r\n"):
        body = line.rstrip()
        if body:
            first = at + len(body) - len(body.lstrip())
            index = FPDFText_GetCharIndexFromTextIndex(text_page, first)
            left, bottom, _, top = text_page.get_charbox(max(index, 0), loose=True)
            out.append((body, left, bottom, top - bottom))
        at += len(line.encode("utf-16-le", "surrogatepass")) // 2 + 2
    text_page.close()
    page.close()
    return out


if __name__ == "__main__":
    main()
