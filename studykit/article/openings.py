"""What stands before the first words of a paragraph: datelines of news, "答：", "导读："."""

import re

# Patterns read folded text.
_REPORTERS = r"\s*[(（][^（）()]{0,10}?(?:记者|通讯员|编辑)\s?(?P<names>[^（）()]{2,40})[)）]"
_DATELINE = re.compile(
    r"(?:[(（【]?(?:据)?(?P<paper>[\u4e00-\u9fff]{2,7}?(?:社|报|网|台))?[\u4e00-\u9fff]{0,12}?\s?"
    r"\d{1,2}月\d{1,2}日\s?(?:综合)?(?:电(?![力量影子视网话台商价池缆厂气])|讯|消息)[)）】]?"
    r"|(?:本报|本网|本社|本刊)(?:综合)?(?:讯|消息)"
    r"|【(?P<desk>[^【】]{2,14}?)(?:专?讯|电|消息|报道)】"
    r"|[\u4e00-\u9fff]{2,8}(?:网|社|报|台)(?:消息|讯)(?=[:：\s(（]))"
    rf"(?:{_REPORTERS})?(?:\s*(?:本报)?记者\s?[\u4e00-\u9fff]{{2,4}}(?:[、\s][\u4e00-\u9fff]{{2,4}}){{0,3}}\s?报道)?"
    r"\s*[:：]?\s*"
)
_MARK = re.compile(r"(?:答|A\d?|回答|导读|导语|编者按|核心提示|摘要|提要)\s*[:：]\s*(?=\S)")


def opening_length(folded: str) -> int:
    """How many characters at the start of a paragraph are a dateline, or "答：" and its like."""
    match = _DATELINE.match(folded) or _MARK.match(folded)
    return match.end() if match and match.end() < len(folded) else 0


def reported_by(text: str, folded: str) -> tuple[str, str]:
    """Reporters and paper that a dateline names, as printed; empty where it doesn't."""
    match = _DATELINE.match(folded)
    if not match:
        return "", ""
    names, paper, desk = (text[slice(*match.span(name))] for name in ("names", "paper", "desk"))
    return names.strip(), (paper or desk).strip()
