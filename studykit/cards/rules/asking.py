"""Rules on what is asked: 1 to 6, 19, 21, 22, 27."""

import re
from collections.abc import Iterator

from studykit.cards.model import Card
from studykit.cards.normal import words_only
from studykit.cards.rules.faces import Faces
from studykit.cards.rules.flaw import Flaw
from studykit.facts.numerals import ARABIC
from studykit.messages import _

LONGEST_QUOTE = 150
MOST_ITEMS = 7
# A single character (是, 3) stands in most prompts by chance.
SHORTEST_LEAK = 2
# As many characters in common as give the key of a choice away.
SHARED_RUN = 4

_ANAPHOR = re.compile(
    r"(?:其(?![他余它餘實实])|该|該|这|這|此|它|她们|他们|二者|两者|兩者|三者|前者|后者|後者|上述|"
    r"目前|同时|同時|因此|所以|于是|然而|不过|不過|但|而|并|並|还|還|也|对此|對此|为此|為此)"
)
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|[（(][^（）()]*[）)]")
_HAN_NUMBER = "零〇一二两兩三四五六七八九十百千"
_ORDINAL = re.compile(
    rf"第[{_HAN_NUMBER}\d]+(?:次|届|屆|个五年|個五年|代|章|条|條|轮|輪|期|号|號|批|集|讲|版|卷)"
    rf"|[{_HAN_NUMBER}]+(?:届|屆|大)"
)
_VAGUE = re.compile(
    rf"[约約近逾超]?[{_HAN_NUMBER}\d.,万萬亿億]+[多余餘几幾][^\d，。、]{{0,6}}"
    r"|[约約近]?[数數几幾][十百千万萬亿億]+[^\d，。、]{0,6}|(?:若干|许多|許多)[^\d，。、]{0,4}"
)
_SAME_YEAR = re.compile(r"(?:由|从|從|自)(\d{4})年.{0,40}?(?:至|到|为|為|于|於)\1年.{0,15}")
# Numbers of a statement that can be held against the quote; years and dates come from the
# context and letters make a number part of a name (J1407b).
_STATED = re.compile(
    rf"(?<![A-Za-z\d.,])({ARABIC})(?![A-Za-z\d]|[./-]\d|财年|財年|年|月|日|[/-]\d+年)"
)


def quoted(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 1, as far as the card alone shows it."""
    if not any(faces.quotes):
        yield Flaw(1, _("no quote"))
    if any(
        max(len(a), len(b)) > LONGEST_QUOTE for a, b in zip(card.quotes, faces.quotes, strict=True)
    ):
        yield Flaw(1, _("a quote is longer than 150 characters"))


def answered(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 2."""
    if card.type == "truefalse":
        return
    if not card.derived:
        for text, answer in zip(card.answers, faces.answers, strict=True):
            if not any(answer in quote for quote in faces.quotes):
                yield Flaw(2, _("the answer is not in the quote, nor marked as derived"), text)
    if not faces.answers or not all(faces.answers):
        yield Flaw(2, _("an answer says nothing"))


def leaks(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 3."""
    for text, answer in zip(card.answers, faces.answers, strict=True):
        if len(answer) >= SHORTEST_LEAK and answer in faces.prompt:
            yield Flaw(3, _("the answer is in the prompt"), text)
            return
    if card.type == "choice":
        key = faces.answers[0]
        others = [option for option in faces.options if option != key]
        for at in range(len(key) - SHARED_RUN + 1):
            run = key[at : at + SHARED_RUN]
            if run in faces.prompt and not any(run in other for other in others):
                yield Flaw(3, _("only the key shares these characters with the stem"), run)
                return


def self_contained(_card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 4: no opening that needs what was said before."""
    match = _ANAPHOR.match(faces.prompt)
    if match:
        yield Flaw(4, _("the prompt leans on something said before"), match[0])


def one_thing(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 6."""
    bare = _QUOTED.sub("", card.prompt)
    if bare.count("？") + bare.count("?") > 1:
        yield Flaw(6, _("more than one question"))
    items = len(card.answers)
    if card.type == "qa":
        items = _QUOTED.sub("", card.answers[0]).count("、") + 1
    if items > MOST_ITEMS:
        yield Flaw(6, _("more than seven items"))
    if card.type == "list" and items < 2:
        yield Flaw(6, _("a list of fewer than two items"))


def statement(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 19, as far as figures and the explanation show it."""
    if card.type != "truefalse":
        return
    if faces.prompt.endswith("?"):
        yield Flaw(19, _("a question cannot be true or false"))
    if card.answer is False and not card.explanation:
        yield Flaw(19, _("a false statement without an explanation of what is right"))
    if card.derived or not faces.quotes:
        return
    quote = "\n".join(faces.quotes)
    known = {number.replace(",", "") for number in re.findall(ARABIC, quote)}
    strange = [n for n in _STATED.findall(faces.prompt) if n.replace(",", "") not in known]
    if card.answer is True and strange:
        yield Flaw(19, _("a true statement with a figure that is not in the quote"), strange[0])
    if card.answer is False and len(strange) > 1:
        yield Flaw(19, _("a false statement with more than one figure changed"), " ".join(strange))


def no_soft_figures(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 21."""
    if card.type in ("list", "truefalse"):
        return
    for text, answer in zip(card.answers, faces.answers, strict=True):
        if _ORDINAL.fullmatch(answer):
            yield Flaw(21, _("an ordinal asked as a figure"), text)
        elif _VAGUE.fullmatch(answer):
            yield Flaw(21, _("a vague amount asked as a figure"), text)


def doubtful_year(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 22 for a change whose two ends bear the same year."""
    for quote in faces.quotes:
        match = _SAME_YEAR.search(quote)
        if not match or f"{match[1]}年" not in faces.prompt:
            continue
        if not faces.answers or any(answer in match[0] for answer in faces.answers):
            yield Flaw(
                22, _("both ends of the change bear this year, yet the prompt names it"), match[1]
            )
            return


def teaches(card: Card, faces: Faces) -> Iterator[Flaw]:
    """Rule 27: the explanation is not the quote again."""
    if card.explanation and words_only(card.explanation) in map(words_only, faces.quotes):
        yield Flaw(27, _("the explanation is the quote again"))
