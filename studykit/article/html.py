"""HTML to text: the article of a web page, without what stands around it.

trafilatura finds the article. It looks for paragraphs, and much of the Chinese
web has none: text in nested sections (WeChat), in the cells of a layout, or
between line breaks. So loose text is put in paragraphs first.
"""

import logging
import re
from typing import Any

from studykit.article.html_head import metadata
from studykit.article.html_paragraphs import put_in_paragraphs
from studykit.article.model import Metadata
from studykit.article.source import refusal
from studykit.messages import _

# Where less than this share of the densest block of prose was found, the article was passed over
# for its name (a column's class "comment"); else all of it, or nearly, was found.
LEAST_SHARE = 0.5
# Below 250 characters trafilatura takes what it found for a fragment, and the whole page instead.
# That is a headline and a paragraph in English, and a whole piece of news in Chinese.
_LEAST_TEXT = "25"
# Without a last date htmldate takes today's, and a page would read otherwise tomorrow; a date out
# of the prose ("extensive") is most often one that the article writes about.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# What no tree of lxml may hold, itself or by its number.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:x0*1?[0-9a-f]|0*(?:[12]?[0-9]|3[01]))(?![0-9a-f]);?",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"
_WRAPPED = re.compile(rf"(?<=[{_WIDE}>])[ \t]*[\r\n]\s*(?=[{_WIDE}<])")
_ESCAPED = re.compile(r"\\([\\*_`~\[\]<>#.)+-])")


def read_html(markup: str, path: str) -> tuple[str, Metadata]:
    """The article's text, and what the page says of it.

    Headings become `# ` lines by their level, bold text `**…**`, items `- `
    lines, a table of data `| a | b |` lines; <br> ends a line. Raises ReadError
    if the page has no text.
    """
    import trafilatura
    from trafilatura.settings import use_config

    for name in ("trafilatura", "htmldate"):  # their warnings are no business of a reader's
        logging.getLogger(name).setLevel(logging.CRITICAL)
    root = _parsed(markup)
    if root is None:
        raise refusal(path, _("a web page with no text in it"))
    about = metadata(root, trafilatura.extract_metadata(root, date_config=dict(_DATES)))
    put_in_paragraphs(root)
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _LEAST_TEXT)
    found = trafilatura.extract(
        root, favor_recall=True, include_comments=False, include_formatting=True, config=config
    )
    text = _ESCAPED.sub(r"\1", found or "")
    densest = max(root.iter(), key=_prose)
    if _han(text) < LEAST_SHARE * _prose(densest):
        text = "\n\n".join(" ".join("".join(p.itertext()).split()) for p in densest)
    if not text.strip():
        message = _("a web page with no text, perhaps written by scripts; save it from a browser")
        raise refusal(path, message)
    return text + "\n", about


def _parsed(markup: str) -> Any:
    """The root of the page; None if there is none."""
    from lxml import etree, html

    # lxml takes a declaration of the encoding for a contradiction in text that is decoded.
    markup = _CONTROL.sub("", _XML_DECLARATION.sub("", markup))
    if "<pre" not in markup:
        markup = _WRAPPED.sub("", markup)
    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        return html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _prose(element: Any) -> int:
    """The Han characters in the paragraphs right inside an element."""
    return sum(_han("".join(p.itertext())) for p in element.iterfind("p"))


def _han(text: str) -> int:
    return len(_HAN.findall(text))
