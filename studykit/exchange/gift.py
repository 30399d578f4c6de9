r"""Decks as Moodle GIFT (https://docs.moodle.org/en/GIFT_format).

The rules are those that Moodle's own reader goes by (question/format/gift/format.php):
`~ = # { } :` and the backslash are escaped, `\n` is a line break, a blank line ends a
question. Texts are HTML, the answers to be typed are plain, with `*` escaped, which
would stand for anything. GIFT has one gap a question: a cloze with several becomes one
question a gap, the others filled in.
"""

import re
from collections.abc import Iterator, Sequence

from studykit.cards.model import Card
from studykit.deck.model import Deck
from studykit.exchange.model import LeftOut, Written
from studykit.exchange.quiz_items import QuizItem, quiz_item
from studykit.exchange.quiz_names import category, question_name
from studykit.exchange.text import html, one_line, utf8
from studykit.messages import _

_RESERVED = re.compile(r"[\\~=#{}:]")
# An answer that Moodle would read as one half of a pair to be matched.
_ARROW = "->"


def write_gift(decks: Sequence[Deck]) -> Written:
    """Decks as one GIFT file, a category for each section of each deck."""
    blocks: list[str] = []
    left_out: list[LeftOut] = []
    last = ""
    for number, deck in enumerate(decks):
        for at, card in enumerate(deck.cards):
            item = quiz_item(card)
            if _is_pair(item):
                why = _("GIFT takes an answer with -> for a pair to be matched")
                left_out.append(LeftOut(number, at, why))
                continue
            place = category(deck, card)
            if place != last:
                # Not escaped: Moodle reads the line as it is.
                blocks.append(f"$CATEGORY: {place}".replace("\\", "＼"))
                last = place
            blocks += _questions(card, item)
    return Written(utf8("\n\n".join(blocks) + "\n"), tuple(left_out))


def _is_pair(item: QuizItem) -> bool:
    answers = [answer for gap in item.answers for answer in gap]
    return item.kind in ("short", "gaps") and any(_ARROW in answer for answer in answers)


def _questions(card: Card, item: QuizItem) -> Iterator[str]:
    """The lines of each question that a card becomes."""
    tags = "".join(f" [tag:{_label(tag)}]" for tag in card.tags if tag.strip())
    name = _escaped(question_name(card))
    for gap in range(len(item.answers) if item.kind == "gaps" else 1):
        # Moodle knows a question by its id: of several from one card, each has its own.
        id_ = card.id if not gap else f"{card.id}-{gap + 1}"
        before, after = _around(item, gap)
        answer = "\n".join(["{", *_answers(item, gap), *_feedback(item), "}"])
        yield f"// [id:{_label(id_)}]{tags}\n::{name}::[html]{before}{answer}{after}"


def _around(item: QuizItem, gap: int) -> tuple[str, str]:
    """The prompt before and after the answers; after them it goes on only at a gap."""
    if item.kind != "gaps":
        return _html(item.text), ""
    filled = [answers[0] for answers in item.answers]
    before = item.texts[0]
    for text, answer in zip(item.texts[1 : gap + 1], filled, strict=False):
        before += answer + text
    after = item.texts[gap + 1]
    for text, answer in zip(item.texts[gap + 2 :], filled[gap + 1 :], strict=True):
        after += answer + text
    # A paragraph around it: Moodle shows a gap only where something follows it.
    return f"<p>{_html(before)}", f"{_html(after)}</p>"


def _answers(item: QuizItem, gap: int) -> list[str]:
    if item.kind == "truefalse":
        return ["TRUE" if item.truth else "FALSE"]
    if item.kind == "choice":
        (key,) = item.answers[0]
        return [f"{'=' if option == key else '~'}{_html(option)}" for option in item.options]
    if item.kind == "open":
        return []
    # The weight is written out: an answer may begin like one (50%…).
    return [f"=%100%{_typed(answer)}" for answer in item.answers[gap]]


def _feedback(item: QuizItem) -> list[str]:
    return [f"####{'<br>'.join(map(_html, item.feedback))}"] if item.feedback else []


def _html(text: str) -> str:
    """The text as HTML, its first character a reference where it could mean something.

    `[plain]` at the beginning would name a format, `%50%` the weight of an option, and
    `//` after the answers a comment.
    """
    markup = html(text)
    return _escaped(f"&#{ord(markup[0])};{markup[1:]}" if markup[:1] in ("[", "%", "/") else markup)


def _typed(text: str) -> str:
    """A plain answer; blanks and line breaks in it count as one blank, as in Moodle."""
    answer = _escaped(one_line(text).replace("*", "\\*"))
    return f"[html]{answer}" if answer.startswith("[") else answer


def _escaped(text: str) -> str:
    return _RESERVED.sub(r"\\\g<0>", text)


def _label(text: str) -> str:
    """An id or a tag within its brackets in a comment."""
    return one_line(text).replace("]", "\\]")
