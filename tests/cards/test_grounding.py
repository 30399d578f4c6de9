"""Quotes: verbatim, around what is needed, no longer than the proof needs."""

from hypothesis import assume, given
from hypothesis import strategies as st

from studykit.article.model import Piece, Sentence
from studykit.article.script import fold
from studykit.cards.grounding import LONGEST_QUOTE, SHORT_SENTENCE, ground
from studykit.facts.model import Passage, Place


def passage(text: str, start: int = 0, end: int | None = None, *pieces: Piece) -> Passage:
    sentence = Sentence(text, fold(text), pieces or (Piece(0, 0),), 1)
    return Passage(Place(sentence, 0, 0, 0), start, len(text) if end is None else end)


LONG = "，".join(f"第{k}个县完成投资{k}亿元" for k in range(10, 40)) + "。"


def test_a_short_sentence_is_quoted_whole_without_its_end_mark() -> None:
    text = "全市粮食产量为42.6万吨，比上年增长3.1%。"
    quotes, ((span),) = ground(passage(text, 17, 25), 17, 21)
    assert quotes == (text[:-1],)
    assert (span.start, span.end) == (0, len(text) - 1)


def test_a_clause_of_a_long_sentence_is_quoted_alone() -> None:
    at = LONG.index("第20个县")
    end = LONG.index("，", at)
    (quote,), (span,) = ground(passage(LONG, at, end), at, end)
    assert quote == "第20个县完成投资20亿元"
    assert LONG[span.start : span.end] == quote


def test_a_passage_too_long_is_cut_at_marks_around_what_is_needed() -> None:
    at = LONG.index("30亿元")
    (quote,), _ = ground(passage(LONG), at, at + 4)
    assert len(quote) <= LONGEST_QUOTE <= 150
    assert "30亿元" in quote
    assert quote.startswith("第")
    assert quote.endswith("亿元")


def test_a_quote_runs_over_joined_lines() -> None:
    text = "全市粮食产量为42.6万吨"
    (quote,), (span,) = ground(passage(text, 0, None, Piece(0, 0), Piece(7, 8)), 7, 13)
    assert quote == text
    assert (span.start, span.end) == (0, len(text) + 1)


def test_a_quote_parts_where_something_was_cut_out() -> None:
    text = "全市粮食产量为42.6万吨"
    pieces = (Piece(0, 0), Piece(3, 4), Piece(7, 30, joined=False))
    quotes, spans = ground(passage(text, 0, None, *pieces), 7, 13)
    assert quotes == ("全市粮食产量为", "42.6万吨")
    assert [(s.start, s.end) for s in spans] == [(0, 8), (30, 30 + len(text) - 7)]


TEXTS = st.text(st.sampled_from("全市粮食产量为增长，；：、“”（）12.%"), min_size=8, max_size=400)


@given(TEXTS, st.data())
def test_a_quote_stands_in_the_source_and_holds_what_is_needed(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 4))
    end = data.draw(st.integers(start + 4, len(text)))
    low = data.draw(st.integers(start, end - 1))
    high = data.draw(st.integers(low + 1, min(end, low + 12)))
    assume(all(ch.isalnum() for ch in text[low:high]))
    (quote,), (span,) = ground(passage(text, start, end), low, high)
    assert text[span.start : span.end] == quote
    assert span.start <= low < high <= span.end
    assert len(quote) <= max(LONGEST_QUOTE, SHORT_SENTENCE)
    assert quote[0] not in "，；：、）”"
    assert quote[-1] not in "，；：、（“"
