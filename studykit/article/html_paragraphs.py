"""Loose text of a web page put into paragraphs, so that an extractor can see it."""

import re
from typing import Any

from studykit.article.script import superscript

# What may hold paragraphs. A cell of a table of data holds none.
_BOXES = ("address", "article", "body", "details", "div", "fieldset", "header", "main")
_BLOCKS = frozenset((
    *_BOXES, "aside", "blockquote", "caption", "dd", "dl", "dt", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "iframe", "li", "nav", "noscript", "ol", "p", "pre",
    "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
# An extractor throws forms away, and looks for no text in sections.
_UNNAMED = ("center", "form", "section")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A cell with more text than this makes its table one for layout.
_CELL_LIMIT = 80
_MARKS = re.compile("[，。；？！]")
_NOTE = re.compile(r"\s*[\[［(]?\s*(?:注?\d{1,3}(?:[-–,]\d{1,3})*|注)\s*[\]］)]\s*")

Run = list[Any]
"""Strings and inline elements that stand side by side."""


def put_in_paragraphs(root: Any) -> None:
    """Change a page in place: prose that stands loose in a box, or between <br>, gets its <p>.

    So does bold text; the labels of menus and buttons stay loose. Tables that
    lay out the page become boxes, scripts go, text that waits for a script to
    be shown is shown, notes lose their signs, and a paragraph its links, so
    that many of them do not make it a menu.
    """
    from lxml import etree

    etree.strip_elements(root, "script", "style", "rt", "rp", with_tail=False)
    etree.strip_tags(root, "ruby", "font")
    for table in list(root.iter("table")):
        if _is_layout(table):
            for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th"):
                element.tag = "div"
    for element in list(root.iter()):
        if element.tag in _UNNAMED:
            element.tag = "div"
        elif element.tag == "sup":
            _mend_superscript(element)
        elif element.tag in _HEADINGS:
            etree.strip_tags(element, "br")
        if "visibility" in element.get("style", ""):
            del element.attrib["style"]
    for box in list(root.iter(*_BOXES)):
        _fill(box)
    for paragraph in list(root.iter("p")):
        _smooth(paragraph)


def _is_layout(table: Any) -> bool:
    """Whether a table lays out the page: another one in it, one column, or prose in a cell."""
    rows = [row.findall("td") + row.findall("th") for row in table.iter("tr")]
    return (
        table.find(".//table") is not None
        or max(map(len, rows), default=0) < 2
        or any(len(_words([cell])) > _CELL_LIMIT for row in rows for cell in row)
    )


def _mend_superscript(sup: Any) -> None:
    """A link to a note goes; an exponent becomes characters that need no markup."""
    if sup.find(".//a") is not None and _NOTE.fullmatch(_words([sup])):
        sup.drop_tree()
    else:
        sup.text = superscript(sup.text or "")
        sup.drop_tag()


def _smooth(paragraph: Any) -> None:
    """Take links and stress out of prose; what is all bold stays so, as one piece."""
    from lxml import etree

    outside_links = (paragraph.text, *(element.tail for element in paragraph))
    bold = _is_bold([paragraph])
    if bold or _MARKS.search("".join(filter(None, outside_links))):
        etree.strip_tags(paragraph, "a", "b", "strong", "em", "i", "u")
    if bold:
        whole = paragraph.makeelement("b")
        whole.text, paragraph.text = paragraph.text, None
        whole.extend(paragraph[:])
        paragraph.append(whole)


def _fill(box: Any) -> None:
    """Put the loose runs of one box into paragraphs, if there is prose or bold text among them."""
    parts = _parts(box)
    runs = [part for part in parts if isinstance(part, list)]
    if not any(_MARKS.search(_words(run)) or _is_bold(run) for run in runs):
        return
    del box[:]
    box.text = None
    for part in parts:
        if not isinstance(part, list):
            part.tail = None
            box.append(part)
        elif _words(part):
            box.append(_paragraph(box, part))


def _parts(box: Any) -> list[Any]:
    """The block children of a box and the runs between them; <br> parts two runs."""
    parts: list[Any] = [[box.text or ""]]
    for child in box:
        if child.tag == "br":
            parts.append([])
        elif child.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in child.iterdescendants()):
            parts += [child, []]
        else:
            parts[-1].append(child)
        parts[-1].append(child.tail or "")
    return parts


def _words(run: Run) -> str:
    return "".join(
        part if isinstance(part, str) else "".join(part.itertext()) for part in run
    ).strip()


def _is_bold(run: Run) -> bool:
    elements = [part for part in run if not isinstance(part, str)]
    bold = _words([b for element in elements for b in element.iter("b", "strong")])
    return bool(bold) and len(bold) >= len(_words(run))


def _paragraph(box: Any, run: Run) -> Any:
    paragraph = box.makeelement("p")
    for part in run:
        if not isinstance(part, str):
            part.tail = None
            paragraph.append(part)
        elif len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + part
        else:
            paragraph.text = (paragraph.text or "") + part
    return paragraph
