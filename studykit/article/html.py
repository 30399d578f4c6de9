"""HTML to text: the article of a web page, without what stands around it.

Chinese prose shows itself by its punctuation: a menu, a list of headlines or a
footer has no ，and no 。outside its links. So the article is the deepest
element with nearly all of the page's punctuation, whatever the markup is
called; inside it, blocks that are links are left out. General extractors were
tried on page shapes common in China (tests/article/test_html.py has them): of
a WeChat article trafilatura 2.3 loses half, resiliparse 2.0 and readability 0.9
all; of a page laid out in tables trafilatura runs the paragraphs together; of
one with <br> for paragraphs each of them keeps menus.
"""

import re
from typing import Any

from studykit.article.metadata import iso_date
from studykit.article.model import Metadata
from studykit.article.source import refusal
from studykit.article.tables import table_blocks

_DROPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas",
    "video", "audio", "map", "button", "select", "option", "textarea", "input", "label",
    "nav", "footer", "head", "link", "figcaption", "rt", "rp", "dialog",
))  # fmt: skip
_CONTAINERS = frozenset((
    "address", "article", "aside", "body", "center", "details", "div", "dl", "fieldset", "figure",
    "form", "header", "hr", "html", "main", "ol", "section", "summary", "ul",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
))  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
# Names given to what stands around an article; dropped while a small part of the page's prose.
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|topbar|header|footer|foot|side|sidebar|aside|crumbs?|breadcrumbs?"
    r"|related|recommend\w*|tuijian|hot|rank\w*|share\w*|comments?|pinglun|copyright|login|toolbar"
    r"|pager|pagination|prevnext|advert\w*|ads?|banner|qrcode|editor-?info)(?:[\s_-]|$)",
    re.I,
)
_CHROME_SHARE = 0.25
# The article holds this share of the prose; the rest is a stray sentence of the frame.
_ARTICLE_SHARE = 0.9
# A block with more of its text in links than this is a menu, a tag list or a pointer elsewhere.
_LINK_SHARE = 0.5
_MARKS = re.compile("[，。；？！]")
# Elements that are one paragraph: their neighbours belong to the article too.
_PARAGRAPHS = frozenset(
    ("p", "li", "pre", "dd", "dt", "caption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
)
_BLOCK = _CONTAINERS | _PARAGRAPHS
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_NOTE = re.compile(r"\s*[\[［(]?\s*(?:注?\d{1,3}(?:[-–,]\d{1,3})*|注)\s*[\]］)]\s*")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]"
_WIDE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\r\n\f\xa0\u2002\u2003\u2009]+")
# Stands for <br> until the blanks of the markup are gone.
_BREAK = "\v"
_BOLD_LIMIT = 40

_TITLE_NAMES = ("articletitle", "og:title", "twitter:title", "dc.title")
_AUTHOR_NAMES = ("author", "article:author", "og:article:author", "dc.creator")
_DATE_NAMES = (
    "pubdate", "article:published_time", "og:published_time", "publishdate", "publish_date",
    "publishtime", "datepublished", "dc.date", "date", "weibo:article:create_at",
)  # fmt: skip
_SITE_NAMES = ("contentsource", "og:site_name", "sitename", "dc.publisher", "application-name")
_TITLE_TAIL = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|--).*")


def read_html(markup: str, path: str) -> tuple[str, Metadata]:
    """The article's text and what the page's head says of it.

    Headings become `# ` lines by their level, a block all in bold a `**…**`
    line, items `- ` lines, a table of data `| a | b |` lines; <br> ends a line.
    Raises ReadError if the page has no text.
    """
    from lxml import etree

    # lxml takes a declaration of the encoding for a contradiction in text that is decoded.
    markup = re.sub(r"^\s*<\?xml[^>]*>", "", markup).replace("\0", "")
    try:
        root = etree.fromstring(markup, etree.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise refusal(path, "网页里没有文字", "a web page with no text in it")
    hints = _metadata(root)
    gatherer = _Gatherer()
    gatherer.walk(_article(root))
    text = _joined(gatherer.blocks)
    if not text.strip():
        raise refusal(
            path,
            "网页里没有文字，正文可能由脚本生成；请在浏览器中打开后另存",
            "a web page with no text, perhaps written by scripts; save it from a browser",
        )
    return text, hints


def _article(root: Any) -> Any:
    """The element that is the article; chrome inside it is removed from the tree."""
    for element in list(root.iter()):
        if element.tag in _DROPPED or element.get("role") in ("navigation", "contentinfo"):
            _remove(element)
    body = root.find("body")
    top = body if body is not None else root
    prose = _prose(top)
    for element in list(top.iterdescendants()):
        names = f"{element.get('id', '')} {element.get('class', '')}"
        if _CHROME.search(names) and prose[element] <= prose[top] * _CHROME_SHARE:
            _remove(element)
    prose = _prose(top)
    least = prose[top] * _ARTICLE_SHARE
    inner = top if least else None
    while inner is not None:
        top = inner
        inner = next((c for c in top if c.tag in _CONTAINERS and prose[c] >= least), None)
    return top


def _remove(element: Any) -> None:
    """Take an element out of the tree and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _prose(top: Any) -> dict[Any, int]:
    """For each element, how many marks of punctuation its text has outside links."""
    from lxml import etree

    prose: dict[Any, int] = {}
    links = 0
    for event, element in etree.iterwalk(top, events=("start", "end")):
        if event == "start":
            links += element.tag == "a"
            prose[element] = 0 if links else _count(element.text)
            continue
        links -= element.tag == "a"
        if element is not top:
            after = 0 if links else _count(element.tail)
            prose[element.getparent()] += prose[element] + after
    return prose


def _count(text: str | None) -> int:
    return len(_MARKS.findall(text)) if text else 0


class _Gatherer:
    """Walks an article and gathers its blocks, marked as headings, items or tables."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._mark = ""  # of the next block
        self._parts: list[str] = []
        self._linked = self._plain = self._prose = 0  # of the parts
        self._all_bold = True
        self._open = {"a": 0, "pre": 0, "sup": 0, "bold": 0}

    def walk(self, top: Any) -> None:
        """Gather what stands inside an element."""
        from lxml import etree

        walker = etree.iterwalk(top, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if element.tag == "table" and element is not top and _is_data(element):
                    self._finish()
                    self.blocks += table_blocks(_rows(element))
                    walker.skip_subtree()
                else:
                    self._start(element.tag)
                    self._add(element.text)
            else:
                self._end(element.tag)
                if element is not top:
                    self._add(element.tail)
        self._finish()

    def _start(self, tag: str) -> None:
        if tag in _BLOCK:
            self._finish()
        if tag in _HEADINGS:
            self._mark = "#" * _HEADINGS[tag] + " "
        elif tag == "li":
            self._mark = "- "
        elif tag == "br":
            self._parts.append(_BREAK)
        self._count_open(tag, 1)

    def _end(self, tag: str) -> None:
        if tag in _BLOCK:
            self._finish()
        if tag in _HEADINGS or tag == "li":
            self._mark = ""
        self._count_open(tag, -1)

    def _count_open(self, tag: str, step: int) -> None:
        kind = "bold" if tag in _BOLD else tag
        if kind in self._open:
            self._open[kind] += step

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = text.replace(_BREAK, " ")
        if self._open["sup"]:
            text = "" if _NOTE.fullmatch(text) and self._open["a"] else text.translate(_SUPERSCRIPT)
        if self._open["pre"]:
            text = text.replace("\n", _BREAK)
        if visible := len(text.strip()):
            if self._open["a"]:
                self._linked += visible
            else:
                self._plain += visible
                self._prose += _count(text)
            self._all_bold = self._all_bold and self._open["bold"] > 0
        self._parts.append(text)

    def _finish(self) -> None:
        """End the block that is being gathered, and keep it if it is text."""
        lines = _BLANKS.sub(" ", _WIDE_BREAK.sub("", "".join(self._parts))).split(_BREAK)
        text = "\n".join(line.strip(" ") for line in lines).strip("\n")
        pointer = self._prose < 2 and self._linked > _LINK_SHARE * (self._linked + self._plain)
        bold = self._all_bold and len(text) <= _BOLD_LIMIT
        self._parts, self._all_bold = [], True
        self._linked = self._plain = self._prose = 0
        if not text or text.isspace():
            return
        mark, self._mark = self._mark, ""
        if mark.startswith("#"):
            self.blocks.append(mark + " ".join(text.split()))
        elif not pointer:
            text = mark + (text.strip() if mark else text)
            single = bold and not mark and "\n" not in text
            self.blocks.append(f"**{text.strip()}**" if single else text)


def _is_data(table: Any) -> bool:
    """Whether a table has data in its cells, not paragraphs of the page."""
    if table.find(".//table") is not None:
        return False
    rows = _rows(table)
    return len(rows) > 1 and len(table_blocks(rows)) == 1


def _rows(table: Any) -> list[list[list[str]]]:
    rows = []
    for row in table.iter("tr"):
        cells = []
        for cell in row.iterchildren("td", "th"):
            gatherer = _Gatherer()
            gatherer.walk(cell)
            cells.append(gatherer.blocks)
        rows.append(cells)
    return rows


def _joined(blocks: list[str]) -> str:
    """Blocks with a blank line between, the items of one list without."""
    out: list[str] = []
    for block in blocks:
        if out and not (block.startswith("- ") and out[-1].startswith("- ")):
            out.append("")
        out.append(block)
    return "\n".join([*out, ""])


def _metadata(root: Any) -> Metadata:
    """What the head of the page says: title, author, date, site."""
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        named.setdefault(name, " ".join((meta.get("content") or "").split()))

    def first(names: tuple[str, ...]) -> str:
        return next((named[name] for name in names if named.get(name)), "")

    title = first(_TITLE_NAMES) or " ".join(root.findtext(".//title", "").split())
    for heading in root.iter("h1"):
        text = " ".join("".join(heading.itertext()).split())
        if text and text in title:
            title = text
            break
    else:
        title = _TITLE_TAIL.sub("", title) or title
    return Metadata(
        title=title,
        author=first(_AUTHOR_NAMES),
        published=iso_date(first(_DATE_NAMES)),
        publisher=first(_SITE_NAMES),
    )
