"""Patterns: clauses of a known build (A是B, 以A推动B …) as statements, where the words bear it out."""

import re

from studykit.facts.frames import Frame, adverbial
from studykit.facts.governing import OF, SAYS_WHAT_IT_IS, in_a_name
from studykit.facts.model import Statement
from studykit.facts.patterns import Pattern, possible
from studykit.facts.phrases import IMPERATIVES, NOMINAL, nominal, subject_end, within
from studykit.facts.statement_maker import FIGURE, StatementMaker
from studykit.facts.stems import unpaired

# Kinds whose answer is the object of the verb before it.
_VERB_FIRST = frozenset({"object", "avoid", "where", "found"})
# Kinds whose verb may stand in a noun phrase of the clause (是导致塌方的原因).
_RULED = frozenset({"object", "avoid", "effect"})
# Numbers, prepositions and times are no part of the name of an event.
_NOT_IN_EVENTS = ("m", "p", "t")
# What a thing is named or taken for; a rank is asked as a figure.
_NAMING = frozenset({"use", "named"})
_RANK = re.compile(r"(?:之首|之一|首位|榜首|第[一二三四五六七八九十\d]+[位名]?)$")
# A name in marks is the answer, whatever noun goes on behind it (称为“冰七”|的热冰).
_NAMES = frozenset({"named", "name"})
_QUOTED_NAME = re.compile(r"“[^“”]{2,14}”(?=的)")
# 放在|一起谋划、一起推进: the verb before two deeds is of both.
_TOGETHER = "放在"
# 目标在2030年建成 says when.
_WHEN = re.compile(r"(?:今后|未来|本)?[\d一二三四五六七八九十/]+(?:年|月|日)")
# Words that no answer begins or ends with.
_TORN = re.compile(r"^(?:和|及|与|以及|或|并)|(?:基本|将于|至关重要|在|将|已)$")
# An answer with such words in it has run into the next predicate.
_SWALLOWED = re.compile(r"(?:还要|还得|还需|仍需|仍要)")
_LEADING = "了着，、 "
_TRAILING = re.compile(r"(?:等|的|了|着|和|与|及|在|对|为|以|于|从|向|把|将|被|并|或)$")
# Words that may stand between a verb and its object.
_VERB_SUFFIXES = ("了", "着", "到", "在", "于")
_NOT_SUBJECT = re.compile(
    r"(?:这|那|但|还|于|总|只|如果|特别|尤其|不|可|都|也|就|才|正|其|或|算|真|凡|像)$|^(?:这|那|它|其|此)"
)
_PREDICATE = re.compile(r"[是为有]")
# A subject up to this length is taken whole, verbal nouns in it included (技术进步).
_SHORT_NOUN = 6
# A subject so short is taken whatever its word class (增收是前提).
_SHORT_SUBJECT = 4

Stretch = tuple[int, int]


def patterns(maker: StatementMaker, frame: Frame) -> list[Statement]:
    """The statements that known builds find in a clause."""
    made = []
    clause = maker.folded[frame.start : frame.end]
    onward = maker.folded[frame.start : maker.frames[-1].end]
    for pattern in possible(clause, onward):
        match = _match(maker, frame, pattern)
        answer = _answer(maker, frame, pattern.kind, match) if match else None
        if match is None or answer is None or not _holds(maker, frame, pattern.kind, answer):
            continue
        made.append(
            maker.make(frame, pattern.kind, answer, pattern.asks, pattern.worth, stop=match.end())
        )
    return [statement for statement in made if statement is not None]


def _match(maker: StatementMaker, frame: Frame, pattern: Pattern) -> re.Match[str] | None:
    """The pattern at the start of a clause; one that reads over commas has to end at a mark."""
    limit = maker.frames[-1].end if pattern.framed else frame.end
    match = pattern.regex.match(maker.folded, frame.start, limit)
    if match is None or not pattern.framed or match.end() >= limit:
        return match
    return match if maker.folded[match.end()] in "，；。！？：" else None


def _answer(maker: StatementMaker, frame: Frame, kind: str, match: re.Match[str]) -> Stretch | None:
    """The answer's offsets; None where the clause only looks like this kind."""
    if kind in ("judgement", "event") and not _subject_is_answer(maker, frame, match):
        return None
    if kind == "copula" and ("既是" in match.group() or not _joins(maker, frame, match)):
        return None
    low, high = _trim(maker.folded, *match.span("a"))
    if kind in _NAMES and (named := _QUOTED_NAME.match(maker.folded, low, high)):
        return low, named.end()
    if kind == "essence" and _WHEN.match(maker.folded, low, high):
        return None
    long = high - low > _SHORT_NOUN
    if kind == "judgement" and long and not maker.folded.startswith("以", low):
        high = min(high, subject_end(maker.words, frame.start, frame.end))
    if kind == "judgement":
        high = _without_adverb(maker, low, high)
    return low, high


def _without_adverb(maker: StatementMaker, low: int, high: int) -> int:
    """Where a subject ends before the adverb or conjunction that follows it (创新|转而成为)."""
    last = maker.word_before(high)
    adverb = last is not None and last.tag in ("d", "c") and last.text not in NOMINAL
    return last.start if last is not None and adverb and last.start > low else high


def _holds(maker: StatementMaker, frame: Frame, kind: str, answer: Stretch) -> bool:
    """Whether the words of an answer are of the kind that it takes."""
    low, high = answer
    if kind == "object" and not _plain_object(maker, low, high):
        return False
    if kind in _NAMING and _RANK.search(maker.folded[low:high]):
        return False
    if not _whole(maker, low, high):
        return False
    if kind in _VERB_FIRST and not _clean_verb(maker, low):
        return False
    if kind in _RULED and _in_a_name(maker, frame, kind, answer):
        return False
    inside = within(maker.words, low, high)
    return kind != "event" or not any(w.verb or w.tag in _NOT_IN_EVENTS for w in inside)


def _trim(folded: str, low: int, high: int) -> Stretch:
    """The stretch without particles and prepositions at its ends."""
    while low < high and folded[low] in _LEADING:
        low += 1
    while match := _TRAILING.search(folded[low:high]):
        high -= len(match.group())
    return low, high


def _whole(maker: StatementMaker, low: int, high: int) -> bool:
    """Whether the answer is made of whole words and pairs its marks."""
    text = maker.folded[low:high]
    if not text or _TORN.search(text) or _SWALLOWED.search(text) or unpaired(text) != text:
        return False
    parts = text.removeprefix(_TOGETHER).split("、")
    if len(parts) == 2 and abs(len(parts[0]) - len(parts[1])) > 1:
        return False
    return maker.word_at(low) is not None and maker.word_before(high) is not None


def _clean_verb(maker: StatementMaker, low: int) -> bool:
    """Whether a whole verb stands before the answer and no second verb opens it."""
    verb, opening = maker.word_before(low), maker.word_at(low)
    if verb is not None and verb.text in _VERB_SUFFIXES:
        verb = maker.word_before(verb.start)
    if verb is None or opening is None:
        return False
    if not (verb.verb or verb.tag == "vn" or verb.text in IMPERATIVES):
        return False
    second = maker.word_at(opening.end)
    serial = opening.verb or opening.tag == "vn"
    return not (serial and second is not None and (second.noun or second.tag[:1] in "tb"))


def _in_a_name(maker: StatementMaker, frame: Frame, kind: str, answer: Stretch) -> bool:
    """Whether the verb before an answer is part of a noun phrase that the answer ends."""
    verb = maker.word_before(answer[0])
    if verb is None:
        return False
    before = within(maker.words, frame.start, verb.start)
    says_what_it_is = bool(before) and before[-1].text in SAYS_WHAT_IT_IS
    if says_what_it_is and OF in maker.folded[slice(*answer)]:
        return True
    return kind == "object" and in_a_name(before, verb)


def _plain_object(maker: StatementMaker, low: int, high: int) -> bool:
    """Whether the answer is one noun phrase behind the clause's last verb."""
    text = maker.folded[low:high]
    return "、" not in text and not FIGURE.search(text) and nominal(maker.words, low, high)


def _joins(maker: StatementMaker, frame: Frame, match: re.Match[str]) -> bool:
    """Whether 是 joins a real subject to a noun phrase."""
    low, high = match.span("s")
    if _NOT_SUBJECT.search(maker.folded[low:high]) or adverbial(maker.folded, low, high):
        return False
    if not nominal(maker.words, *match.span("a")):
        return False
    return high - low <= _SHORT_SUBJECT or subject_end(maker.words, low, frame.end) > low


def _subject_is_answer(maker: StatementMaker, frame: Frame, match: re.Match[str]) -> bool:
    """Whether the answer at the head of a clause is its subject."""
    low, high = match.span("a")
    text = maker.folded[low:high]
    if frame.subject or _PREDICATE.search(text):
        return False
    return frame.own_subject if text.startswith("以") else not adverbial(maker.folded, low, high)
