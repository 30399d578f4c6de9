"""Anyone's cloze deletions read: numbers, answers and hints, one inside another too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studykit.cards.model import BLANK
from studykit.exchange.anki.html_text import html_text

_TOKEN = re.compile(r"\{\{c([\d,]{1,20})::|\}\}|::")
# As many inside one another as Anki allows; more are text.
_DEEPEST = 8
# Stands for a blank until the text is read; no field holds it.
MARK = "\ue010"
# So many underscores would be taken for a blank.
_LINE = re.compile("_{4,}")


@dataclass(frozen=True, slots=True)
class Deletion:
    """One `{{c1::inner::hint}}`; `inner` holds text and further deletions."""

    numbers: tuple[int, ...]
    inner: "tuple[str | Deletion, ...]"
    hint: str = ""


Parts = Sequence[str | Deletion]


def parse_clozes(html: str) -> tuple[str | Deletion, ...]:
    """The text with its deletions; braces that do not pair are text."""
    stack: list[tuple[str, list[str | Deletion], list[str] | None]] = [("", [], None)]
    last = 0
    for match in _TOKEN.finditer(html):
        _add(stack[-1], html[last : match.start()])
        last = match.end()
        written = match[0]
        if match[1] and len(stack) <= _DEEPEST:
            stack.append((written, [], None))
        elif written == "::" and len(stack) > 1 and stack[-1][2] is None:
            stack[-1] = (*stack[-1][:2], [])
        elif written == "}}" and len(stack) > 1:
            opening, inner, hint = stack.pop()
            numbers = tuple(int(n) for n in opening[3:-2].split(",") if n)
            stack[-1][1].append(Deletion(numbers, tuple(inner), "".join(hint or ())))
        else:
            _add(stack[-1], written)
    _add(stack[-1], html[last:])
    while len(stack) > 1:
        opening, inner, hint = stack.pop()
        rest = [] if hint is None else ["::", *hint]
        stack[-1][1].extend([opening, *inner, *rest])
    return tuple(stack[0][1])


def _add(level: tuple[str, list[str | Deletion], list[str] | None], text: str) -> None:
    _opening, inner, hint = level
    if text:
        (inner if hint is None else hint).append(text)


def numbers_in(html: str) -> list[int]:
    """The numbers of all deletions, each once, in order."""
    return sorted({n for deletion in _deletions(parse_clozes(html)) for n in deletion.numbers})


def hints_in(html: str) -> list[str]:
    """The hint of each deletion, in the order of their beginnings; empty where it has none."""
    return [deletion.hint for deletion in _deletions(parse_clozes(html))]


def _deletions(parts: Parts) -> Iterator[Deletion]:
    for part in parts:
        if isinstance(part, Deletion):
            yield part
            yield from _deletions(part.inner)


def blanked(html: str, number: int | None = None) -> tuple[str, list[str]]:
    """The HTML with `MARK` for each deletion of a number (None: of any), and what they hide.

    The hint follows its mark in brackets; other deletions show what they hide.
    """
    answers: list[str] = []
    return _shown(parse_clozes(html), number, answers), answers


def cloze_prompt(html: str) -> str:
    """The text of HTML with marks, which become blanks."""
    # As many underscores as make a blank would be taken for one.
    return _LINE.sub("___", html_text(html)).replace(MARK, BLANK)


def cloze_sides(html: str) -> tuple[str, tuple[str, ...]]:
    """Prompt and answers of a field with all its deletions as blanks."""
    shown, answers = blanked(html)
    prompt, texts = cloze_prompt(shown), tuple(map(html_text, answers))
    return (prompt, texts) if prompt.count(BLANK) == len(texts) else (prompt, ())


def _shown(parts: Parts, number: int | None, answers: list[str]) -> str:
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part.replace(MARK, ""))
        elif number is None or number in part.numbers:
            answers.append(revealed(part.inner))
            out.append(f"{MARK}（{part.hint}）" if part.hint else MARK)
        else:
            out.append(_shown(part.inner, number, answers))
    return "".join(out)


def revealed(parts: Parts) -> str:
    """The HTML with all deletions showing what they hide."""
    return "".join(part if isinstance(part, str) else revealed(part.inner) for part in parts)
