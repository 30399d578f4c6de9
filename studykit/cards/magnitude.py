"""Figures written anew: another value in the same form, sums and ratios as a teacher would say them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from studykit.facts.numerals import ARABIC, han_count, plain, scale_value
from studykit.facts.quantities import Quantity

_NUMBER = re.compile(ARABIC)
_HAN = re.compile(r"[零〇一二两兩三四五六七八九十百]+")
# Behind the first numeral more of the same number: 六十五点二, 八成五, 三千二百.
_HAN_GOES_ON = re.compile(r"[点點千万萬亿億]|成[一二三四五六七八九半]")


def decimals(text: str) -> int:
    """Digits after the point in the first number of a text."""
    match = _NUMBER.search(text)
    return len(match.group().partition(".")[2]) if match else 0


def printed(text: str, quantity: Quantity) -> Decimal | None:
    """The number as printed, before its scale words; None where there is none."""
    match = _NUMBER.search(text)
    if match:
        return Decimal(match.group().replace(",", ""))
    return quantity.value if _HAN.search(text) else None


def rewritten(text: str, number: Decimal) -> str | None:
    """The figure with another number in it, same hedge, scale, unit and decimals."""
    match = _NUMBER.search(text)
    if match:
        digits = decimals(text)
        shown = str(number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
        if "." in shown and not match.group().endswith("0"):
            shown = shown.rstrip("0").rstrip(".")
        if "," in match.group():
            shown = f"{Decimal(shown):,}"
        return text[: match.start()] + shown + text[match.end() :]
    share = text.find("分之")
    han = _HAN.search(text, share + 2 if share >= 0 else 0)
    if han and _HAN_GOES_ON.match(text, han.end()):
        return None
    if han and number == int(number) and 0 < number < 100:
        unit = text[han.end() : han.end() + 1]
        place = text[max(0, han.start() - 1) : han.start()]
        count = han_count(int(number)) if unit or place in ("第", "前", "之") else str(number)
        if place == "第" or not unit:
            count = count.replace("两", "二")
        if "兩" in text or re.search(r"[個間萬億歲週]", text):
            count = count.replace("两", "兩")
        return text[: han.start()] + count + text[han.end() :]
    return None


def same_form(other: Quantity, scale: str) -> Decimal:
    """A figure's number in another scale."""
    return other.value / scale_value(scale)


def ratio_words(first: Decimal, last: Decimal) -> str:
    """last ÷ first to two figures that matter: 10.5, 1.96."""
    ratio = last / first
    digits = Decimal("0.1") if ratio >= 10 else Decimal("0.01")
    return plain(ratio.quantize(digits, ROUND_HALF_UP))


def in_trillions(quantity: Quantity) -> str:
    """An amount of more than 10,000 亿 as 万亿, to two decimals; empty for others."""
    if quantity.scale != "亿" or quantity.value < 10**12 or quantity.high is not None:
        return ""
    return (
        plain((quantity.value / 10**12).quantize(Decimal("0.01"), ROUND_HALF_UP))
        + "万亿"
        + quantity.unit
    )


def bare_number(text: str) -> str:
    """A figure without the hedges before and after it (约65% is 65%)."""
    return re.sub(
        r"^(?:大约|大約|大概|约|約|近|逾|超过|超過|超|将近|將近|接近|不足|不到|不(?:超过|超過|[少低高多][于於])|至少|至多)|(?:左右|上下|以上|以下|以内|以內|之内|余|餘|多)$",
        "",
        text,
    )
