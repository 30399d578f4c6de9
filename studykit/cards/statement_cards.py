"""Cards for statements: which type suits each, and what each would cover."""

from collections.abc import Sequence

from studykit.cards.candidate import Candidate
from studykit.cards.cloze import cloze_card
from studykit.cards.halves import half
from studykit.cards.lists import Pool, list_card, member_choice
from studykit.cards.model import Card
from studykit.cards.qa import qa_card
from studykit.cards.voice import Voice
from studykit.facts.model import Statement

# A statement of less worth only fills a gap: it must not crowd out better ones.
_PLAIN = 0.9


def statement_cards(
    statements: Sequence[Statement], sections: Sequence[str], voice: Voice
) -> list[Candidate]:
    """Candidate cards for all statements."""
    pool = Pool(statements)
    out: list[Candidate] = []
    for statement in statements:
        if statement.kind == "compare":
            continue
        section = sections[statement.passage.place.section]
        place = statement.passage.place
        need = frozenset({f"c:{place.order}:{statement.clause}"})
        for bonus, card in _cards(statement, pool, section, voice):
            if card is not None and not half(card.prompt):
                out.append(
                    Candidate(
                        card,
                        place.order,
                        statement.weight + bonus,
                        need,
                        statement.weight < _PLAIN,
                        f"s:{place.order}",
                    )
                )
    return out


def _cards(
    statement: Statement, pool: Pool, section: str, voice: Voice
) -> list[tuple[float, Card | None]]:
    turn = voice.number(statement.key, "type") % 10
    if statement.kind == "list":
        if len(statement.items) > 7:
            return [
                (0.1, member_choice(statement, pool, section, voice)),
                (0.0, cloze_card(statement, section, voice)),
            ]
        if len(statement.items) == 2:
            return [
                (0.05 if turn < 5 else -0.05, cloze_card(statement, section, voice)),
                (0.0, qa_card(statement, section, voice)),
            ]
        if turn < 2:
            return [
                (0.1, member_choice(statement, pool, section, voice)),
                (0.0, list_card(statement, section, voice)),
            ]
        if turn < 4:
            return [
                (0.1, cloze_card(statement, section, voice)),
                (0.0, list_card(statement, section, voice)),
            ]
        return [
            (0.0, list_card(statement, section, voice)),
            (-0.1, cloze_card(statement, section, voice)),
        ]
    if statement.kind in ("terms", "term", "object", "series", "gist", "copula"):
        return [(0.0, cloze_card(statement, section, voice))]
    if turn < 3 and len(statement.answer) <= 10:
        return [
            (0.05, cloze_card(statement, section, voice)),
            (0.0, qa_card(statement, section, voice)),
        ]
    return [(0.0, qa_card(statement, section, voice))]
