"""True/false cards for comparisons in words: which of two is higher, faster, larger."""

from collections.abc import Sequence

from studykit.cards.candidate import Candidate
from studykit.cards.grounding import ground
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.model import Statement
from studykit.facts.relations import reversed_relation
from studykit.facts.stems import unpaired

_LONGEST = 90


def comparison_cards(
    statements: Sequence[Statement], sections: Sequence[str], voice: Voice
) -> list[Candidate]:
    """A statement of the text, or the same turned round, for each comparison in words."""
    out = []
    turned = True
    for statement in statements:
        if statement.kind != "compare" or not statement.grounded:
            continue
        word, opposite = reversed_relation(statement.asks)
        said = voice.say(opposite) if turned else statement.answer
        text = unpaired(f"{statement.context}{statement.before}{said}{statement.after}") + "。"
        if not word or len(text) > _LONGEST:
            continue
        place = statement.passage.place
        quotes, spans = ground(statement.passage, statement.passage.start, statement.passage.end)
        explanation = (
            voice.form("恰好相反：原文说的是“{w}”。", w=statement.answer)
            if turned
            else voice.form("与原文一致，比较的两边别记反（“{w}”）。", w=statement.answer)
        )
        card = Card(
            "truefalse", text, not turned, quotes, spans, sections[place.section], statement.key,
            explanation=explanation, tags=("compare",),
        )  # fmt: skip
        out.append(Candidate(card, place.order, 1.0, frozenset({f"cmp:{statement.key}"}), True))
        turned = not turned
    return out
