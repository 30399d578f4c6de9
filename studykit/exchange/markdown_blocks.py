"""Markdown cut into cards as hashcards cuts it (https://github.com/eudoxia0/hashcards).

`Q:`, `A:` and `C:` begin a question, its answer and a cloze, each up to the next of
them; lines before the first belong to nothing. TOML between two lines `---` may stand
at the top.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from studykit.errors import Problem
from studykit.messages import _

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Block:
    """A card: the line it begins in, its question, and its answer (None for a cloze)."""

    line: int
    front: list[str]
    back: list[str] | None


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at the top, and the cards."""

    header: dict[str, object]
    blocks: list[Block]


def cut(text: str, path: str, problems: list[Problem]) -> Page:
    """The header and the cards of a file; what is neither in order is added to `problems`."""
    lines = text.replace("\r\n", "\n").split("\n")
    header, start = _header(lines, path, problems)
    return Page(header, list(_blocks(lines, start, path, problems)))


def _header(lines: list[str], path: str, problems: list[Problem]) -> tuple[dict[str, object], int]:
    """The values at the top, and the number of the line after them, from 0."""
    import tomllib

    if lines[0].strip() != FENCE:
        return {}, 0
    end = next((at for at, line in enumerate(lines) if at and line.strip() == FENCE), 0)
    if not end:
        problems.append(Problem(path, 1, _("the head begins with --- but does not end with it")))
        return {}, 1
    try:
        return tomllib.loads("\n".join(lines[1:end])), end + 1
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = _("the head between the lines --- is no TOML: {why}")
        problems.append(Problem(path, 1, message.format(why=error)))
        return {}, end + 1


def _blocks(lines: list[str], start: int, path: str, problems: list[Problem]) -> Iterator[Block]:
    open_block: Block | None = None
    for number, line in enumerate(lines[start:], start + 1):
        tag, rest = line[:2], line[2:].strip()
        if tag == "A:":
            if open_block is not None and open_block.back == []:
                open_block.back.append(rest)
            else:
                problems.append(Problem(path, number, _("an answer without a question")))
                yield from _whole(open_block, path, problems)
                open_block = None
        elif tag in ("Q:", "C:"):
            yield from _whole(open_block, path, problems)
            open_block = Block(number, [rest], [] if tag == "Q:" else None)
        elif open_block is not None:
            (open_block.back or open_block.front).append(line)
    yield from _whole(open_block, path, problems)


def _whole(block: Block | None, path: str, problems: list[Problem]) -> Iterator[Block]:
    if block is not None and block.back == []:
        problems.append(Problem(path, block.line, _("a question without an answer")))
    elif block is not None:
        yield block
