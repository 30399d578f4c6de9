"""Decks for tests: one of every card type, and any deck at all for properties."""

from dataclasses import replace

from hypothesis import strategies as st

from studykit.article.span import Span
from studykit.cards.model import BLANK, CARD_TYPES, Card
from studykit.cards.normal import normal
from studykit.deck.ids import mint_ids
from studykit.deck.model import Deck, Source, Warning

CARDS = (
    Card(
        type="numeric",
        prompt="我县粮食总产量是多少？",
        answer="42.6万吨",
        quotes=("粮食总产量达到42.6万吨",),
        spans=(Span(10, 22),),
        section="农业",
        fact="f1",
        accept=("42.6 万吨",),
        explanation="含稻谷与玉米。",
        tags=("figure",),
    ),
    Card(
        type="cloze",
        prompt="稻谷为____，玉米为____。",
        answer=("30.1万吨", "8.2万吨"),
        quotes=("稻谷为30.1万吨", "玉米为8.2万吨"),
        spans=(Span(23, 32), Span(33, 41)),
        fact="f2",
    ),
    Card(type="truefalse", prompt="稻谷少于玉米。", answer=False, fact="f2", derived="30.1>8.2"),
    Card(
        type="choice",
        prompt="首位产业是什么？",
        answer="装备制造",
        options=("装备制造", "文化旅游", "生物医药", "现代物流"),
        quotes=("首位产业是装备制造",),
        fact="f3",
    ),
    Card(
        type="list",
        prompt="按时间先后，办了哪三件事？",
        answer=("修路", "通水", "建校"),
        ordered=True,
        quotes=("先修路，再通水，后建校",),
        fact="f4",
    ),
    Card(
        type="qa", prompt="根基是什么？", answer="实体经济", quotes=("根基是实体经济",), fact="f5"
    ),
)
DECK = Deck(
    id="county",
    title="县域经济",
    language="zh-Hans",
    cards=mint_ids(CARDS),
    source=Source("articles/county.txt", "ab" * 32, "作者", "2025-12-19", "本报"),
    warnings=(Warning("same-year-change", 3, "两端同年：“2025年”"),),
)

# Strings that YAML would rather read as something else, and the awkward ones.
_WORDS = r"""
no True null ~ 12:30 2.54% 010 0x1F 1e3 2025-12-19 1_000 = << #b [a] &a *a !a | >- %a @a `a
" ' \ “压舱石” --- ... y NaN .inf - +1 𠮷野家 ： ， è
"""
_PHRASES = ("- a", "? a", "a: b", "a #b", "{a: b}", "a\nb", "\t", " a", "a ", "a  b", "gone: true")
_UNSEEN = ("\u3000", "\u00a0", "\u0085", "\u2028", "\ufeff", "\x1b[31m", "[bookmark: _Toc1]")
AWKWARD = st.sampled_from((*_WORDS.split(), *_PHRASES, *_UNSEEN))
texts = AWKWARD | st.text(max_size=12)
filled = texts.filter(lambda text: bool(text.strip()))
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Any card that the schema allows."""
    type_ = draw(st.sampled_from(CARD_TYPES))
    prompt = draw(filled.map(lambda text: text.replace("_", "-")))
    quotes = draw(st.lists(filled, max_size=3).map(tuple))
    paired = st.lists(spans, min_size=len(quotes), max_size=len(quotes)).map(tuple)
    card = Card(
        type=type_,
        prompt=prompt,
        answer=draw(filled),
        quotes=quotes,
        spans=draw(st.just(()) | paired),
        section=draw(texts),
        fact=draw(texts),
        derived=draw(texts),
        accept=draw(st.lists(texts, max_size=2).map(tuple)),
        explanation=draw(texts),
        tags=draw(st.lists(texts, max_size=2).map(tuple)),
        gone=draw(st.booleans()),
    )
    if len(card.accept) == 1 and not card.accept[0]:
        card = replace(card, accept=())
    if type_ == "truefalse":
        return replace(card, answer=draw(st.booleans()))
    if type_ == "list":
        answer = draw(st.lists(filled, min_size=1, max_size=4).map(tuple))
        return replace(card, answer=answer, ordered=draw(st.booleans()))
    if type_ == "cloze":
        answer = draw(st.lists(filled, min_size=1, max_size=3).map(tuple))
        return replace(card, answer=answer, prompt=prompt + BLANK.join(["。"] * (len(answer) + 1)))
    if type_ == "choice":
        options = draw(st.lists(filled, min_size=2, max_size=5, unique_by=normal).map(tuple))
        return replace(card, options=options, answer=options[0])
    return card


decks = st.builds(
    Deck,
    id=filled,
    title=texts,
    language=st.sampled_from(("zh-Hans", "zh-Hant")),
    cards=st.lists(cards(), max_size=4).map(mint_ids),
    source=st.none() | st.builds(Source, filled, texts, texts, texts, texts),
    warnings=st.lists(st.builds(Warning, texts, st.integers(0, 9999), texts), max_size=2).map(
        tuple
    ),
)
