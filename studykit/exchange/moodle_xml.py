"""Decks as Moodle XML (https://docs.moodle.org/en/Moodle_XML_format).

Unlike GIFT it holds clozes with several gaps, tags, and an id that Moodle keeps (`idnumber`).
The gaps are written as Moodle's embedded answers, `{1:SHORTANSWER:=…~=…}`
(https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type).
"""

import re
from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.model import Written
from studykit.exchange.quiz_items import QuizItem, quiz_item
from studykit.exchange.quiz_names import category, question_name
from studykit.exchange.text import html, one_line, utf8, xml

# Moodle's readers of embedded answers look for these; it decodes entities after that.
_IN_GAP = re.compile(r"[~#}=%\\/&<>\"{]")
_QTYPES = {
    "choice": "multichoice",
    "truefalse": "truefalse",
    "short": "shortanswer",
    "gaps": "cloze",
    "open": "essay",
}
_ESSAY_LINES = 5


def write_moodle(decks: Sequence[Deck]) -> Written:
    """Decks as one Moodle XML file, a category for each section of each deck."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<quiz>']
    last = ""
    for deck in decks:
        for card in deck.cards:
            place = category(deck, card)
            if place != last:
                parts.append(
                    _element("question", [f"<category>{_text(place)}</category>"], "category")
                )
                last = place
            parts.append(_question(card, quiz_item(card)))
    return Written(utf8("\n".join([*parts, "</quiz>"]) + "\n"))


def _question(card: Card, item: QuizItem) -> str:
    head = [
        f"<name>{_text(question_name(card))}</name>",
        f'<questiontext format="html">{_text(_prompt(item))}</questiontext>',
        f'<generalfeedback format="html">{_text(_lines(item.feedback))}</generalfeedback>',
        f"<defaultgrade>{len(item.answers) if item.kind == 'gaps' else 1}</defaultgrade>",
        "<hidden>0</hidden>",
        f"<idnumber>{xml(one_line(card.id))}</idnumber>",
    ]
    tags = [f"<tag>{_text(one_line(tag))}</tag>" for tag in card.tags if tag.strip()]
    tail = [f"<tags>{''.join(tags)}</tags>"] if tags else []
    return _element(
        "question", [*head, *_settings(item), *_answers(item), *tail], _QTYPES[item.kind]
    )


def _prompt(item: QuizItem) -> str:
    if item.kind != "gaps":
        return html(item.text)
    first, *others = (html(text).replace("{", "&#123;") for text in item.texts)
    pairs = zip(item.answers, others, strict=True)
    return first + "".join(f"{_gap(answers)}{text}" for answers, text in pairs)


def _gap(answers: tuple[str, ...]) -> str:
    typed = (_IN_GAP.sub(lambda match: f"&#{ord(match[0])};", _typed(one)) for one in answers)
    return "{1:SHORTANSWER:" + "~".join(f"={answer}" for answer in typed) + "}"


def _settings(item: QuizItem) -> list[str]:
    if item.kind == "choice":
        return [
            "<single>true</single>",
            "<shuffleanswers>true</shuffleanswers>",
            "<answernumbering>ABCD</answernumbering>",
        ]
    if item.kind == "short":
        return ["<usecase>0</usecase>"]
    if item.kind == "open":
        return [
            "<responseformat>editor</responseformat>",
            "<responserequired>1</responserequired>",
            f"<responsefieldlines>{_ESSAY_LINES}</responsefieldlines>",
            "<attachments>0</attachments>",
            f'<graderinfo format="html">{_text(_lines(item.answers[0]))}</graderinfo>',
        ]
    return []


def _answers(item: QuizItem) -> list[str]:
    if item.kind == "choice":
        (key,) = item.answers[0]
        return [_answer(html(option), right=option == key) for option in item.options]
    if item.kind == "truefalse":
        return [_answer("true", right=item.truth), _answer("false", right=not item.truth)]
    if item.kind == "short":
        return [
            _answer(_typed(answer), right=True, form="plain_text") for answer in item.answers[0]
        ]
    return []


def _answer(text: str, *, right: bool, form: str = "html") -> str:
    return f'<answer fraction="{100 if right else 0}" format="{form}">{_text(text)}</answer>'


def _typed(text: str) -> str:
    """An answer to be typed: plain, and `*`, which would stand for anything, escaped."""
    return one_line(text).replace("*", "\\*")


def _lines(texts: Sequence[str]) -> str:
    return "<br>".join(map(html, texts))


def _text(text: str) -> str:
    return f"<text>{xml(text)}</text>"


def _element(name: str, children: Sequence[str], type_: str) -> str:
    return "\n  ".join([f'<{name} type="{type_}">', *children]) + f"\n</{name}>"
