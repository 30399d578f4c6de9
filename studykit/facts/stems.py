"""Stems: the words around an answer made readable alone, in the article's own script."""

import re

from studykit.article.model import Sentence
from studykit.article.script import to_traditional
from studykit.facts.clauses import CLOSERS, OPENERS
from studykit.facts.scope import Scope

DANGLING = re.compile(
    r"^(?:其(?![他余中实])|该|这|此(?![外前后])|它|他|她|二者|两者|三者|前者|后者|上述|以上|这些|那些|那|们|的(?!士)|了|等(?![待候级]))"
)
_PAIRED = re.compile(f"[{re.escape(''.join([*OPENERS, *CLOSERS]))}]")


def unpaired(text: str) -> str:
    """The text without quotation marks and brackets whose partner was cut away."""
    if not _PAIRED.search(text):
        return text
    stack: list[int] = []
    drop: set[int] = set()
    for at, ch in enumerate(text):
        if ch in OPENERS:
            stack.append(at)
        elif ch in CLOSERS:
            if stack and text[stack[-1]] == CLOSERS[ch]:
                stack.pop()
            else:
                drop.add(at)
    drop.update(stack)
    return "".join(ch for at, ch in enumerate(text) if at not in drop) if drop else text


class Renderer:
    """Cuts readable text out of sentences: corrupt tokens mended, places named, blanks closed."""

    def __init__(self, scope: Scope, mends: dict[str, str], language: str = "zh-Hans") -> None:
        """`mends` maps a corrupt token to its certain reading, or to nothing where there is none."""
        self._scope = scope
        self._mends = mends
        self._traditional = language == "zh-Hant"

    def say(self, words: str) -> str:
        """Our own words, written in Simplified, in the article's script."""
        return to_traditional(words) if self._traditional else words

    def cut(self, sentence: Sentence, start: int, end: int) -> str:
        """`sentence.text[start:end]` as a prompt may show it."""
        text = sentence.text[start:end]
        text = self._scope.resolve(sentence.folded[start:end], text)
        for corrupt, reading in self._mends.items():
            if reading and corrupt in text:
                text = text.replace(corrupt, reading)
        return tidy(text)

    def broken(self, text: str) -> bool:
        """Whether the text holds a corrupt token without a certain reading."""
        return any(corrupt in text for corrupt in self._mends)


_BLANK = re.compile(r"[ \u3000\t]")
_BLANKS = re.compile(r"(?<=[^A-Za-z0-9])[ \u3000\t]+|[ \u3000\t]+(?=[^A-Za-z0-9])")


def tidy(text: str) -> str:
    """The text with blanks closed but for those between Latin words."""
    return _BLANKS.sub("", text.strip(" \u3000\t")) if _BLANK.search(text) else text


def join_context(*parts: str) -> str:
    """Context phrases joined by commas; empty ones, and those that a later one opens with, left out."""
    kept = [p.rstrip("，,") for p in parts if p]
    said = [
        part
        for k, part in enumerate(kept)
        if not any(later.startswith(part) for later in kept[k + 1 :])
    ]
    return "".join(f"{part}，" for part in said)
