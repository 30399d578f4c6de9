"""Cards as the questions of quiz programs (Moodle, QTI): five kinds that all of them know."""

from dataclasses import dataclass
from typing import Literal

from studykit.cards.model import BLANK, Card

# An answer longer than this is not typed letter by letter as it stands: it is an open
# question that a person marks. The generator's own blanks are no longer either.
LONGEST_TYPED = 16

Kind = Literal["choice", "truefalse", "short", "gaps", "open"]


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question. `texts` is the prompt, for gaps its pieces around them.

    `answers` holds for each gap, or for the one thing to be typed, all that counts as
    right, the best first; for a choice its key; for an open question the model answer.
    `feedback` is told when it is answered.
    """

    kind: Kind
    texts: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...] = ()
    options: tuple[str, ...] = ()
    truth: bool = False
    feedback: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The prompt, its gaps shown as blanks."""
        return BLANK.join(self.texts)


def quiz_item(card: Card) -> QuizItem:
    """The question that a quiz program can ask of a card."""
    feedback = _feedback(card)
    if isinstance(card.answer, bool):
        return QuizItem("truefalse", (card.prompt,), truth=card.answer, feedback=feedback)
    if len(card.options) > 1 and card.type == "choice":
        answers = (card.answers,)
        return QuizItem("choice", (card.prompt,), answers, card.options, feedback=feedback)
    if card.type == "cloze" and all(len(answer) <= LONGEST_TYPED for answer in card.answers):
        alone = card.accept if len(card.answers) == 1 else ()
        gaps = tuple(_distinct(answer, *alone) for answer in card.answers)
        return QuizItem("gaps", tuple(card.prompt.split(BLANK)), gaps, feedback=feedback)
    if card.type not in ("cloze", "list") and len(card.answers[0]) <= LONGEST_TYPED:
        answers = (_distinct(*card.answers, *card.accept),)
        return QuizItem("short", (card.prompt,), answers, feedback=feedback)
    model = _model_answer(card)
    return QuizItem("open", (card.prompt,), (model,), feedback=(*model, *feedback))


def _distinct(*answers: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answer for answer in answers if answer.strip()))


def _model_answer(card: Card) -> tuple[str, ...]:
    if not card.ordered:
        return card.answers
    return tuple(f"{number}. {answer}" for number, answer in enumerate(card.answers, 1))


def _feedback(card: Card) -> tuple[str, ...]:
    """How the answer came about, why, and the places in the article."""
    # Not in quotation marks, of which the quotes have their own.
    quotes = (f"原文：{quote}" for quote in card.quotes)
    return tuple(text for text in (card.derived, card.explanation, *quotes) if text.strip())
