"""What is doubtful in the text as printed: corrupt tokens."""

import re
from collections.abc import Iterable

from studykit.article.lines import Line
from studykit.article.model import SourceProblem

# Where two abbreviations fit, the first one is meant.
_KNOWN = (
    *("GDP", "GNP", "GNI", "CPI", "PPI", "PMI", "FDI", "WTO", "IMF", "OECD", "APEC", "BRICS"),
    *("RCEP", "ASEAN", "LPR", "MLF", "IPO", "ETF", "ESG", "USD", "RMB", "CNY", "APP", "ICT"),
    *("CPU", "GPU", "NASA", "WHO", "UNESCO", "NATO", "OPEC"),
)
# Letters and Han characters that belong side by side: A股, X光, U盘, A和B.
_LINKS = (
    "和与及或到至对比同跟的是在为股超光恤线台位盘版图领类级型座区号楼层组队班字形轴键值票面点群链"
)

_WEDGED = re.compile(
    r"(?<![A-Za-z0-9])([A-Za-z]{1,6})([\u4e00-\u9fff])([A-Za-z]{1,6})(?![A-Za-z0-9])"
)
# "2O25年", "3l.5亿"; not "1.5l的水".
_MIXED_NUMBER = re.compile(r"(?<![A-Za-z0-9.])\d[\d.]*(?:[OolI]+[\d.]*\d|[Oo])(?=[\u4e00-\u9fff%])")
_BROKEN = re.compile(
    r"[\ufffd\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010fffd]+"
    r"|锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯|(?<=[\u4e00-\u9fff])[□▯?]{2,}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[□▯](?=[\u4e00-\u9fff])"
    r"|(?:[ÃÂâäåæçèéï][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]{1,2}){2,}"
)
# Longer runs of letters around a Han character are two names side by side.
MAX_UNKNOWN = 3
_DIGIT_OF = str.maketrans("OolI", "0011")


def corrupt_tokens(folded: str) -> list[tuple[int, int, str]]:
    """Corrupt tokens of a folded text: start, end, and the sure reading or ""."""
    out: list[tuple[int, int, str]] = []
    for match in _WEDGED.finditer(folded):
        left, char, right = match.groups()
        reading = _reading(left.upper(), right.upper())
        wedged = char not in _LINKS and (left + right).isupper()
        if wedged and (reading or len(left + right) <= MAX_UNKNOWN):
            out.append((match.start(), match.end(), reading))
    out += [
        (match.start(), match.end(), match.group().translate(_DIGIT_OF))
        for match in _MIXED_NUMBER.finditer(folded)
    ]
    out += [(match.start(), match.end(), "") for match in _BROKEN.finditer(folded)]
    return sorted(out)


def _reading(left: str, right: str) -> str:
    """The abbreviation that has one letter, or nothing, in place of the Han character."""
    if left + right in _KNOWN:
        return left + right
    fits = re.compile(f"{left}[A-Z]{right}")
    return next((known for known in _KNOWN if fits.fullmatch(known)), "")


def corrupt_problems(lines: Iterable[Line]) -> list[SourceProblem]:
    """A problem for each corrupt token, with the words around it; once where a line repeats."""
    out: list[SourceProblem] = []
    for line in lines:
        for start, end, reading in corrupt_tokens(line.folded):
            token = line.text[start:end]
            around = line.text[max(start - 4, 0) : end + 4]
            known = f"应为“{reading}”" if reading else "正确写法不明"
            message = f"“{token}”像是错字或乱码，{known}（原文“{around}”）"
            out.append(SourceProblem("corrupt", line.number, message))
    return list(dict.fromkeys(out))
