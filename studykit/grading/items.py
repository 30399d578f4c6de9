"""Several answers: cutting a typed line into them, and finding whom each is meant for."""

import re
from collections.abc import Callable, Sequence

from studykit.grading.verdict import POINTS, Outcome, Part

_SEPARATORS = "、，,;；/／|｜\n\t"
_OPENING = "《“「『‘（(【[〈"
_CLOSING = "》”」』’）)】]〉"
_ONE_NUMBER = re.compile(r"[0-9],[0-9]{3}(?![0-9])|[0-9][/／][0-9]")
_NUMBERED = re.compile(r"^\s*(?:[(（]?[0-9一二三四五六七八九十]{1,2}[)）.、．:：]|[-•·*])\s*(?=\D)")
_CHINESE_BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff”’》」』)）])[ \u3000]+(?=[\u4e00-\u9fff“‘《「『(（])"
)
# So many pieces of a cut line may be one answer that has commas of its own.
_MOST_PIECES = 6

# Who types more than this is not answering; each is compared with every answer.
MOST_ITEMS = 40

Compare = Callable[[str, str], Outcome]


def split_items(text: str) -> tuple[str, ...]:
    """The answers in one typed line, trimmed, without numbering; those that are empty are left out.

    They are cut at 、，；/ and the like, line ends and tabs, but not inside
    numbers (1,234 and 1/3), brackets, quotation marks and titles that are closed again;
    where nothing else cuts, at blanks between Chinese characters.
    """
    items = _cut(text)
    if len(items) == 1:
        items = _cut(_CHINESE_BLANK.sub("\t", items[0]))
    return tuple(items)


def _cut(text: str) -> list[str]:
    items: list[str] = []
    start, depth = 0, 0
    closers = _closers(text)
    openers = set(closers.values())
    for at, char in enumerate(text):
        if at in closers:
            depth -= 1
        elif at in openers:
            depth += 1
        elif depth == 0 and char in _SEPARATORS and not _inside_number(text, at):
            items.append(text[start:at])
            start = at + 1
    items.append(text[start:])
    return [item for raw in items if (item := _NUMBERED.sub("", raw).strip())]


def _closers(text: str) -> dict[int, int]:
    """Where brackets close, with the place where each was opened."""
    opened: list[tuple[int, str]] = []
    out: dict[int, int] = {}
    for at, char in enumerate(text):
        if char in _OPENING:
            opened.append((at, _CLOSING[_OPENING.index(char)]))
        elif char in _CLOSING:
            while opened:
                start, closing = opened.pop()
                if closing == char:
                    out[at] = start
                    break
    return out


def _inside_number(text: str, at: int) -> bool:
    """Whether a comma or slash stands between the digits of one number."""
    if not at or not _ONE_NUMBER.match(text, at - 1):
        return False
    return text[at] != "," or not re.search(r"[0-9]{4}$", text[max(0, at - 4) : at])


def match_items(expected: Sequence[str], typed: Sequence[str], compare: Compare) -> list[Part]:
    """Each expected answer with what was typed for it, best matches first; then what matched none.

    The order typed does not count. What is typed twice counts once; what is typed
    beyond `MOST_ITEMS` is not read.
    """
    pieces = list(dict.fromkeys(_regrouped(expected, typed, compare)))
    outcomes = {
        (i, j): compare(one, piece)
        for i, one in enumerate(expected)
        for j, piece in enumerate(pieces)
    }
    # Sorting is stable: of equal matches the earlier answer comes first.
    ranked = sorted(outcomes, key=lambda pair: -POINTS[outcomes[pair][0]])
    of: dict[int, int] = {}
    for i, j in ranked:
        if outcomes[i, j][0] != "wrong" and i not in of and j not in of.values():
            of[i] = j
    parts = [
        Part(pieces[of[i]], one, *outcomes[i, of[i]])
        if i in of
        else Part("", one, "wrong", "missing")
        for i, one in enumerate(expected)
    ]
    spare = [piece for j, piece in enumerate(pieces) if j not in of.values()]
    return parts + [Part(piece, "", "wrong", "extra") for piece in spare]


def match_in_order(expected: Sequence[str], typed: Sequence[str], compare: Compare) -> list[Part]:
    """As `match_items`, but a right answer out of its place is only near."""
    pieces = _regrouped(expected, typed, compare)
    parts = match_items(expected, pieces, compare)
    places = [(pieces.index(part.typed), k) for k, part in enumerate(parts) if _met(part)]
    kept = _longest_rising(places)
    return [
        Part(part.typed, part.expected, "near", "order")
        if part.grade == "right" and part.expected and k not in kept
        else part
        for k, part in enumerate(parts)
    ]


def _met(part: Part) -> bool:
    return bool(part.expected and part.typed)


def _longest_rising(places: list[tuple[int, int]]) -> set[int]:
    """The numbers of the longest run of parts that were typed in order."""
    best: list[list[tuple[int, int]]] = []
    for place in places:
        before = [run for run in best if run[-1][0] < place[0]]
        best.append([*max(before, key=len, default=[]), place])
    return {number for _, number in max(best, key=len, default=[])}


def _regrouped(expected: Sequence[str], typed: Sequence[str], compare: Compare) -> list[str]:
    """The typed pieces, those of one answer that has commas of its own put together again."""
    pieces = [piece for piece in typed if piece.strip()][:MOST_ITEMS]
    out: list[str] = []
    at = 0
    while at < len(pieces):
        length = 1
        for more in range(2, min(_MOST_PIECES, len(pieces) - at) + 1):
            joined = "，".join(pieces[at : at + more])
            if any(compare(one, joined)[0] == "right" for one in expected if _pieces(one) == more):
                length = more
        out.append("，".join(pieces[at : at + length]))
        at += length
    return out


def _pieces(answer: str) -> int:
    """Into how many pieces a typed line with this answer is cut."""
    return len(split_items(answer))
