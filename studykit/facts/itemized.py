"""Where a stretch of a sentence may be cut into items: at its 、 outside of brackets and quotes."""

_OPENING = "“（(《「"
_CLOSING = "”）)》」"

Stretch = tuple[int, int]


def pauses(folded: str, low: int, high: int) -> list[int]:
    """The offsets of the 、 between two offsets, those in brackets and quotes left out."""
    found, depth = [], 0
    for at in range(low, high):
        ch = folded[at]
        if ch in _OPENING:
            depth += 1
        elif ch in _CLOSING:
            depth -= 1
        elif ch == "、" and depth <= 0:
            found.append(at)
    return found


def cut_at(low: int, high: int, marks: list[int], size: int = 1) -> list[Stretch]:
    """The stretches between marks of `size` characters, empty ones left out."""
    starts = [low, *(mark + size for mark in marks)]
    ends = [*marks, high]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
