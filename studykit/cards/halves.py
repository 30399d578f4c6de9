"""Halves: sentences that open a pair of clauses and leave the other out, or point below."""

import re

from studykit.article.script import fold

# What opens a pair of clauses, and what must follow for the pair to be whole.
_PAIRS = tuple(
    (re.compile(opener), re.compile(closer))
    for opener, closer in (
        (r"既(?![有定往得]|然(?!要))", r"又|也|更|还|且|同时|不"),
        (r"不仅|不但|不光|不单", r"而且|并且|还|也|更|又|甚至|而是|是"),
        (r"(?<!另)一方面", r"另一方面|一方面"),
        (r"虽然|尽管|虽(?=[\u4e00-\u9fff]{2})", r"但|却|仍|也|还|可是|依然|不过"),
        (r"只有|唯有|除非", r"才|[？?]"),
        (r"一边", r"一边"),
    )
)
_BELOW = re.compile(
    r"(?<![\d%岁级元人年米层倍成])(?:以下|如下)(?=[几两三四五六七八九\d]?[^，。；：]{0,8}(?:[，。；：？?]|$))"
)

# What any of these begins with, in both scripts: most prompts hold none of it.
_ANY = re.compile(r"[既虽雖仅僅但光单單]|一[方边邊]|[尽盡儘]管|只有|唯有|除非|[以如]下")


def half(prompt: str) -> bool:
    """Whether a prompt says one half of a pair, or speaks of what follows in the article."""
    if not _ANY.search(prompt):
        return False
    text = fold(prompt)
    if _BELOW.search(text):
        return True
    for opener, closer in _PAIRS:
        found = opener.search(text)
        if found and not closer.search(text, found.end()):
            return True
    return False
