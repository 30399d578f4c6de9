"""Figures in English words, written anew as Chinese texts write them.

What reads figures then knows one way of writing: “nearly 3 trillion yuan” is
近3万亿元, “Dec 19, 2025” 2025年12月19日, “two thirds” 2/3, “2nd” 第2.
"""

import re

_ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        range(1, 11),
        strict=True,
    )
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_COUNT = re.compile(rf"\b(?:(?:{'|'.join([*_ONES, *_TENS])}|hundred)(?:[ -](?:and )?|\b))+")
_WORD = re.compile("[a-z]+")


def _counted(match: re.Match[str]) -> str:
    total = 0
    for word in _WORD.findall(match.group()):
        if word == "hundred":
            total = (total or 1) * 100
        else:
            total += _ONES.get(word, 0) + _TENS.get(word, 0)
    return f"{total} "


def _date(day: str | None, month: str, year: str | None) -> str:
    number = _MONTHS.index(month) + 1
    return f"{year + '年' if year else ''}{number}月{day + '日' if day else ''}"


_DATES = (
    (re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?:,? ?(\d{{4}}))?\b"), (2, 1, 3)),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (\d{{4}}))?\b"), (1, 2, 3)),
    (re.compile(rf"\b{_MONTH},? ()(\d{{4}})\b"), (2, 1, 3)),
)
_REWRITTEN = [
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\b(?:the |at )?(?:end of|late) (\d{4})\b", r"\1年底"),
        (r"\b(?:the )?(?:beginning of|early) (\d{4})\b", r"\1年初"),
        (r"^(?:in|by|since) (?=\d{4}\b)", ""),
        (r"\b(?:a |1 )?half\b", "1/2"),
        (r"\b(?:a|(\d+)) ?-?(?:third)s?\b", r"\g<1>/3"),
        (r"\b(?:a|(\d+)) ?-?(?:quarter)s?\b", r"\g<1>/4"),
        (r"\b(?:a|(\d+)) ?-?(?:fifth)s?\b", r"\g<1>/5"),
        (r"(?<![\d/])/(?=[345]\b)", "1/"),
        (rf"\b(?:the )?({'|'.join(_ORDINALS)})\b", lambda m: f"第{_ORDINALS[m[1]]}"),
        (r"\b(?:the )?(\d+)(?:st|nd|rd|th)\b(?: place\b)?", r"第\1"),
        (r"\b(?:no\.?|number|#) ?(\d+)", r"第\1"),
        (r"\btop[ -]?(?=\d)", "前"),
        (r"\b(?:about|around|roughly|approximately|approx\.?|some|circa|ca\.?) ?(?=\W*\d)", "约"),
        (r"\b(?:nearly|almost|close to) ?", "近"),
        (r"\b(?:not more than|no more than|at most|up to) ?", "不超过"),
        (r"\b(?:not less than|no less than|at least) ?", "至少"),
        (r"\b(?:more than|over|above|exceeding) ?(?=\W*\d)", "超过"),
        (r"\b(?:less than|fewer than|under|below) ?(?=\W*\d)", "不到"),
        (r"\b(?:or so)\b", "左右"),
        (r"\b(?:or more)\b", "以上"),
        (r"(?<=\d) ?(?:to|through) ?(?=\d)", "至"),
        (r"(?<=\d) ?(?:trillions?|tn|trn)\b", "万亿"),
        (r"(?<=\d) ?(?:billions?|bn)\b", "十亿"),
        (r"(?<=\d) ?(?:millions?|mn|mio)\b", "百万"),
        (r"(?<=\d) ?(?:thousands?|k)\b", "千"),
        (r"\b(?:percentage|percent|per cent) points?\b|(?<=\d) ?(?:pp|ppt|pct pts)\b", "个百分点"),
        (r"\b(?:percent|per cent|pct)\b", "%"),
        (r"\b(?:chinese )?yuan\b|\b(?:rmb|cny|renminbi)\b", "元"),
        (r"\b(?:us|american) dollars?\b|\b(?:usd|dollars?)\b", "美元"),
        (r"\bhong kong dollars?\b|\bhkd\b", "港元"),
        (r"\b(?:euros?|eur)\b", "欧元"),
        (r"\b(?:pounds? sterling|gbp)\b", "英镑"),
        (r"\b(?:japanese )?yen\b", "日元"),
        (r"\b(?:people|persons?|inhabitants)\b", "人"),
        (r"\blight[ -]years?\b", "光年"),
        (r"(?<=[\d年]) ?(?:years? old|years? of age)\b", "岁"),
        (r"(?<!/)\byears?\b", "年"),
        (r"\bmonths?\b", "个月"),
        (r"\bweeks?\b", "周"),
        (r"\bdays?\b", "天"),
        (r"\bhours?\b", "小时"),
        (r"\bminutes?\b", "分钟"),
        (r"\b(?:metric )?(?:tons?|tonnes?)\b", "吨"),
        (r"\b(?:square (?:kilometers?|kilometres?)|sq ?km)\b", "平方公里"),
        (r"\b(?:square (?:meters?|metres?)|sq ?m)\b", "平方米"),
        (r"\b(?:kilometers?|kilometres?)\b", "公里"),
        (r"\b(?:meters?|metres?)\b", "米"),
        (r"\bmiles?\b", "英里"),
        (r"\b(?:feet|foot)\b", "英尺"),
        (r"\b(?:pounds?|lbs?)\b", "磅"),
        (r"\b(?:kilograms?|kilos?)\b", "公斤"),
        (r"\bhectares?\b", "公顷"),
        (r"(?<=\d) ?times\b|(?<=\d)[ -]?fold\b", "倍"),
        (r"\bdoubled\b", "翻一番"),
        (r"\bquadrupled\b", "翻两番"),
        (r"\b(?:rose|grew|increased|went up)(?: by)?\b", "增长"),
        (r"\b(?:fell|dropped|decreased|declined|went down)(?: by)?\b", "下降"),
    )
]  # fmt: skip
_LETTERS = re.compile("[a-z#]")


def chinese_figures(text: str) -> str:
    """A tidy text with its English figures, units, hedges and dates in Chinese."""
    if not _LETTERS.search(text):
        return text
    text = _COUNT.sub(_counted, text)
    for dated, (day, month, year) in _DATES:
        text = dated.sub(
            lambda m, d=day, mo=month, y=year: _date(m[d], m[mo], m[y]),  # type: ignore[misc]
            text,
        )
    for pattern, put in _REWRITTEN:
        text = pattern.sub(put, text)
    return text
