"""A test and its key as a web page that prints well: one file, nothing loaded, no script."""

from collections.abc import Sequence
from pathlib import Path
from string import ascii_uppercase

from studykit.exchange.worksheet.key import Answer, Key, KeyPart, Quote
from studykit.exchange.worksheet.paper import Paper, PaperPart, Question
from studykit.markup import Markup, element, joined

_STYLE = Path(__file__).with_name("page.css")
# Whatever a deck holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def paper_page(paper: Paper) -> str:
    """The page of a test."""
    fields = [_field(name) for name in paper.fields]
    score = element("span", _field(paper.score), f"\u00a0/ {paper.points}", class_="score")
    return _page(
        paper.title,
        paper.language,
        paper.version,
        [
            _title(paper.title, paper.version),
            element("div", *fields, score, class_="fields"),
            *(_part(part) for part in paper.parts),
        ],
    )


def key_page(keys: Sequence[Key]) -> str:
    """The page of the keys to all versions; each is printed from a new sheet."""
    first = keys[0]
    return _page(first.title, first.language, "", [_key(key) for key in keys])


def _page(title: str, language: str, version: str, content: Sequence[Markup]) -> str:
    named = f"{title} · {version}" if version else title
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", named),
        element("style", Markup(_STYLE.read_text(encoding="utf-8") + _foot(named))),
    )
    page = element("html", head, element("body", *content), lang=language)
    return f"<!doctype html>\n{page}\n"


def _foot(words: str) -> str:
    """The style that prints these words at the foot of every page, all signs in them escaped."""
    escaped = "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in words)
    look = "font-size: 8.5pt; color: #555"
    return f'@page {{ @bottom-left {{ content: "{escaped}"; {look} }} }}\n'


def _title(title: str, version: str) -> Markup:
    return element("h1", title, *([element("span", version)] if version else []))


def _field(name: str) -> Markup:
    return element("span", name, element("i"), class_="field")


def _heading(heading: str, worth: str) -> Markup:
    return element("h2", heading, element("small", f"（{worth}）"))


def _part(part: PaperPart) -> Markup:
    how = element("p", part.how, class_="how")
    head = element("header", _heading(part.heading, part.worth), how)
    return element("section", head, *(_question(one) for one in part.questions))


def _question(question: Question) -> Markup:
    pieces = [
        piece if isinstance(piece, str) else element("i", class_="blank", style=f"width:{piece}em")
        for piece in question.prompt
    ]
    if question.bracket:
        pieces.append(element("span", "（\u3000\u3000）", class_="bracket"))
    rows = [element("p", joined(pieces), class_="prompt")]
    if question.options:
        options = [
            element("span", element("b", f"{ascii_uppercase[at]}."), element("span", option))
            for at, option in enumerate(question.options)
        ]
        rows.append(element("div", *options, class_=f"options in{question.columns}"))
    if question.slots:
        slots = [
            element("span", f"({number})", element("i")) for number in range(1, question.slots + 1)
        ]
        rows.append(element("div", *slots, class_=f"slots in{question.columns}"))
    rows += [element("i", class_="line")] * question.lines
    return _numbered(question.number, rows)


def _numbered(number: int, rows: Sequence[Markup]) -> Markup:
    return element("article", element("b", f"{number}."), element("div", *rows))


def _key(key: Key) -> Markup:
    parts = [_key_part(part) for part in key.parts]
    return element("main", _title(key.title, key.version), *parts)


def _key_part(part: KeyPart) -> Markup:
    marks = [
        element("span", f"{number}. ", element("b", mark), class_="mark")
        for number, mark in part.row
    ]
    row = [element("p", *marks, class_="row")] if marks else []
    head = element("header", _heading(part.heading, part.worth), *row)
    return element("section", head, *(_answer(one) for one in part.answers))


def _answer(answer: Answer) -> Markup:
    rows = [element("p", element("strong", answer.text))]
    rows += [element("p", note, class_="note") for note in answer.notes]
    rows += [_quote(quote) for quote in answer.quotes]
    return _numbered(answer.number, rows)


def _quote(quote: Quote) -> Markup:
    places = [
        element("span", place, class_="place") for place in (quote.section, quote.line) if place
    ]
    return element("p", f"「{quote.text}」", *places, class_="note")
