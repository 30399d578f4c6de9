"""What a web page says of its article: title, author, date, site."""

import re
from typing import Any

from studykit.article.metadata import iso_date
from studykit.article.model import Metadata

# The first of each are the names that Chinese government sites have to use; trafilatura does
# not know them, and drops the author of a Chinese page because a name has no blank in it.
_TITLE = ("articletitle", "og:title", "twitter:title", "dc.title")
_AUTHOR = ("author", "article:author", "og:article:author", "dc.creator")
_DATE = ("pubdate", "article:published_time", "publishdate", "weibo:article:create_at")
_SITE = ("contentsource", "og:site_name", "sitename", "dc.publisher", "application-name")
_TITLE_TAIL = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|--).*")


def metadata(root: Any, found: Any) -> Metadata:
    """The head's own fields, and where it lacks one what trafilatura's document has found."""
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        named.setdefault(name, " ".join((meta.get("content") or "").split()))

    def first(names: tuple[str, ...], field: str) -> str:
        own = next((named[name] for name in names if named.get(name)), "")
        return own or getattr(found, field, None) or ""

    return Metadata(
        title=_title(root, first(_TITLE, "")) or first((), "title"),
        author=first(_AUTHOR, "author"),
        published=iso_date(first(_DATE, "")) or iso_date(first((), "date")),
        publisher=first(_SITE, "sitename"),
    )


def _title(root: Any, named: str) -> str:
    """The title without the site's name behind it; the page's heading shows where it ends."""
    title = named or " ".join(root.findtext(".//title", "").split())
    for heading in root.iter("h1"):
        text = " ".join("".join(heading.itertext()).split())
        if text and text in title:
            return text
    return _TITLE_TAIL.sub("", title) or title
