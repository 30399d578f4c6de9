"""Words that the article itself puts in doubt: two of its places disagree on them."""

import re

from studykit.article.model import Article

_SAID = re.compile(r"作[“「]([^”」]+)[”」]")


def doubtful_words(article: Article) -> list[str]:
    """Words on which two places of the article disagree (2024年底, 2025年底)."""
    return [w for p in article.problems if p.kind == "conflict" for w in _SAID.findall(p.message)]
