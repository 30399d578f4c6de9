"""Outline cards: the sections of an article, and the measures under each."""

import re

from studykit.article.model import Article, Section, Sentence
from studykit.article.span import Span
from studykit.cards.candidate import Candidate
from studykit.cards.model import Card
from studykit.cards.voice import Voice
from studykit.facts.clauses import trim

_FEWEST, _MOST = 2, 7
_LONGEST_ITEM = 40
_NUMBERED = re.compile(r"[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]")
_NUMBER = "零一两三四五六七"


def outline_cards(article: Article, first_order: dict[int, int], voice: Voice) -> list[Candidate]:
    """A card for the sections of the article and one for the leads of each section.

    `first_order` gives the order of the first sentence of each section.
    """
    out = []
    titled = [
        (k, s) for k, s in enumerate(article.sections) if s.title and s.heading and s.level == 1
    ]
    if 3 <= len(titled) <= _MOST and all(len(s.title) <= _LONGEST_ITEM for _, s in titled):
        sentences = [s.heading for _, s in titled if s.heading is not None]
        prompt = voice.form(
            "文章分哪{n}个部分展开论述？（按顺序写出小标题）", n=voice.say(_NUMBER[len(titled)])
        )
        card = _card(
            prompt,
            sentences,
            [s.title for _, s in titled],
            "",
            voice.say("先记骨架，再往每一部分里填要点。"),
        )
        if card is not None:
            out.append(Candidate(card, -1, 1.5, frozenset({"outline"})))
    for k, section in enumerate(article.sections):
        card = _section_card(section, voice)
        if card is not None:
            out.append(Candidate(card, first_order.get(k, 0), 1.5, frozenset({f"outline:{k}"})))
    return out


def _section_card(section: Section, voice: Voice) -> Card | None:
    leads = list(section.outline)
    texts = [_text(lead) for lead in leads]
    if not _FEWEST <= len(texts) <= _MOST or len(set(texts)) != len(texts) or not section.title:
        return None
    if any(len(t) > _LONGEST_ITEM or len(t) < 3 for t in texts):
        return None
    prompt = voice.form(
        "“{s}”这一部分从哪{n}个方面展开？（按顺序）",
        s=section.title.strip("“”"),
        n=voice.say(_NUMBER[len(texts)]),
    )
    explanation = voice.say("各条都是段落的首句，抓住它们就抓住了这一部分的层次。")
    return _card(prompt, leads, texts, section.title, explanation)


def _text(lead: Sentence) -> str:
    start, end = trim(lead.text, 0, len(lead.text))
    numbered = _NUMBERED.match(lead.text, start)
    start = numbered.end() if numbered else start
    return lead.text[start:end]


def _card(
    prompt: str,
    sentences: list[Sentence],
    answers: list[str],
    section: str,
    explanation: str,
) -> Card | None:
    quotes: list[str] = []
    spans: list[Span] = []
    for sentence, answer in zip(sentences, answers, strict=True):
        at = sentence.text.find(answer)
        found = sentence.spans(at, at + len(answer)) if at >= 0 else ()
        if len(found) != 1:
            return None
        quotes.append(answer)
        spans.append(found[0])
    return Card(
        "list", prompt, tuple(answers), tuple(quotes), tuple(spans), section, f"outline-{section or 'article'}",
        ordered=True, explanation=explanation, tags=("outline",),
    )  # fmt: skip
