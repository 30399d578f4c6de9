"""What a Markdown file says of itself; its text is read as it stands."""

import re

from studykit.article.metadata import iso_date
from studykit.article.model import Metadata

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_ENTRY = re.compile(r"^(\w+)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_KEYS = {
    "title": ("title", "标题", "標題"),
    "author": ("author", "authors", "作者"),
    "published": ("date", "published", "pubdate", "日期", "发布日期"),
    "publisher": ("publisher", "source", "site", "来源", "來源"),
}


def front_matter_end(text: str) -> int:
    """Where the text begins after its front matter; 0 if it has none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match and _ENTRY.search(match[1]) else 0


def front_matter(text: str) -> Metadata:
    """Title, author, date and publisher from plain `key: value` lines at the top."""
    entries = {
        key.lower(): value.strip("'\"[]")
        for key, value in _ENTRY.findall(text[: front_matter_end(text)])
    }
    found = {
        field: next((entries[key] for key in keys if entries.get(key)), "")
        for field, keys in _KEYS.items()
    }
    found["published"] = iso_date(found["published"])
    return Metadata(**found)
