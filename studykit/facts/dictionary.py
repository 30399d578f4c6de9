"""jieba's dictionary and its dictionary cut, ready as soon as the file is read.

Importing and initialising jieba takes half a second, for all 350,000 words; an
article has a few thousand. Here a word is looked up in the text of the file when
a sentence first has its first two characters. The words are those that
`jieba.cut(text, HMM=False)` gives.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from math import inf, log
from pathlib import Path

# What jieba looks up, and what it leaves alone, character by character.
_BLOCKS = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%-]+)|\r\n|.", re.DOTALL)
# All lines of words with one first character, as far as they stand together.
_SAME_FIRST = re.compile(r"\n(.)[^\n]*(?:\n\1[^\n]*)*")
_SECOND = re.compile(r"\n.([^ ])")
_COUNT = re.compile(r" (\d+) ")


# Scores of what begins with two characters, minus infinity for what is no word: of the first
# alone, of both, and of longer words and their beginnings. (A named tuple unpacks more slowly.)
Entry = tuple[float, float, dict[str, float]]


class Dictionary(dict[str, Entry]):
    """The words by their first two characters, read as they are asked for.

    A score is the logarithm of how likely a word is. `tags` has the words met so far.
    """

    def __init__(self, lines: str) -> None:
        """`lines` has a word, its count and its tag in each."""
        self.tags: dict[str, str] = {}
        self._text = f"\n{lines}"
        self._total = log(sum(map(int, _COUNT.findall(lines))))
        self._firsts: dict[str, tuple[float, set[str]]] = {}
        self._places: dict[str, list[tuple[int, int]]] = {}
        for match in _SAME_FIRST.finditer(self._text):
            self._places.setdefault(match[1], []).append(match.span())

    def __missing__(self, pair: str) -> Entry:
        first = pair[0]
        if first not in self._firsts:
            self._firsts[first] = self._read_first(first)
        alone, seconds = self._firsts[first]
        if pair[1:] in seconds:
            words = dict(self._read(pair))
            both = words.pop(pair, -inf)
            longer = {word[:end]: -inf for word in words for end in range(3, len(word))} | words
            self[pair] = alone, both, longer
        else:
            self[pair] = alone, -inf, {}
        return self[pair]

    def _read_first(self, char: str) -> tuple[float, set[str]]:
        """The score of a character as a word, and the characters that come second after it."""
        alone = dict(self._read(char + " ")).get(char, -inf)
        places = self._places.get(char, ())
        return alone, {c for place in places for c in _SECOND.findall(self._text, *place)}

    def _read(self, beginning: str) -> Iterator[tuple[str, float]]:
        for start, end in self._places.get(beginning[0], ()):
            at = self._text.find(f"\n{beginning}", start, end)
            while at >= 0:
                stop = self._text.find("\n", at + 1)
                word, count, self.tags[word] = self._text[at + 1 : stop].split(" ")
                yield word, log(int(count)) - self._total
                at = self._text.find(f"\n{beginning}", stop, end)

    def cut(self, text: str) -> Iterator[str]:
        """The words of a text, one after the other; together they are the text."""
        for match in _BLOCKS.finditer(text):
            if match[1]:
                yield from self._cut(match[1])
            else:
                yield match[0]

    def _cut(self, block: str) -> Iterator[str]:
        """The likeliest words, with single letters and digits that stand together as one."""
        ends = self._ends(block)
        start = latin = 0
        while start < len(block):
            end = ends[start]
            if end > start + 1 or not block[start].isascii() or not block[start].isalnum():
                if latin < start:
                    yield block[latin:start]
                yield block[start:end]
                latin = end
            start = end
        if latin < start:
            yield block[latin:]

    def _ends(self, block: str) -> list[int]:
        """Where the word ends that begins at each character, in the likeliest cut."""
        size = len(block)
        best = [0.0] * (size + 2)  # how likely the best cut of the rest is, from each character on
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            alone, both, longer = self[block[start : start + 2]]
            end = start + 1
            top = alone + best[end]
            score = both + best[start + 2]
            if score >= top:
                top, end = score, start + 2
            if longer:
                for stop in range(start + 3, size + 1):
                    likely = longer.get(block[start:stop])
                    if likely is None:
                        break
                    if likely + best[stop] >= top:
                        top, end = likely + best[stop], stop
            if top == -inf:
                top, end = best[start + 1] - self._total, start + 1
            best[start] = top
            ends[start] = end
        return ends


def load_dictionary() -> Dictionary:
    """The dictionary that jieba brings, without importing jieba."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba", name="jieba")
    return Dictionary((Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8"))
