"""What lines say of the article itself: author, date, publisher, occasion."""

import re
from dataclasses import replace

from studykit.article.model import Metadata

# Patterns read folded text: half-width and Simplified.
_SOURCE = (
    r"来\s?源|稿源|消息来源|信息来源|文章来源|本文来源|稿件来源|来源网站|出处|"
    r"发布机构|发布单位|发文机关|刊载于"
)
_AUTHOR = r"作\s?者|撰文|撰稿|文字|文|本报记者|记者|记者/作者"
_DATE = r"时\s?间|日\s?期|发布时间|发表时间|更新时间|发布日期|发表日期|成文日期|更新日期|最后更新"
_OTHER = (
    r"(?:责任|执行|值班|本期|网络|新媒体)?(?:编辑|编审|编委|主编)|责编|校对|审核|初审|复审|终审|监制|美编|"
    r"摄影|图|图片|视频|统筹|策划|原标题|原题|关键词|标签|分类|栏目|专栏|索引号|文号|主题词|公开方式|有效性|"
    r"浏览|浏览量|浏览次数|阅读|阅读量|阅读次数|点击|点击量|点击数|点击率|评论|字数|编号|版次|"
    r"投稿邮箱|联系电话|电话|邮箱|邮编|传真|网址|地址"
)
_KEY = re.compile(rf"({_SOURCE})|({_AUTHOR})|({_DATE})|({_OTHER})")
_PAIR = re.compile(rf"(?:^|(?<=[\s|丨/;；,，(（【\[]))(?:{_KEY.pattern})\s*[:：/]\s*")
_BRACKETED = re.compile(r"[(（\[【]?\s*(.*?)\s*[)）\]】]?")

_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_CN_NUMBER = r"[一二三四五六七八九十]{1,3}"
_DATE_TEXT = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*[-/.年]\s*(?P<month>\d{1,2})(?:\s*[-/.月]\s*(?P<day>\d{1,2}))?(?!\d)"
    rf"|(?P<cn_year>二[〇○零][〇○零一二三四五六七八九]{{2}})年(?P<cn_month>{_CN_NUMBER})月(?P<cn_day>{_CN_NUMBER})日"
)
_DATE_LINE = re.compile(
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
    r"(?:\s*T?\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*(?:\d{1,2}(?:\.\d+)?秒?)?)?)?"
    r"(?:\s*(?:星期|周|礼拜)[一二三四五六日天])?(?P<rest>.{0,24})"
)
_MONTH_LINE = re.compile(r"[(（]?\s*(?:19|20)\d{2}年\d{1,2}月\s*[)）]?")
_PERSON = (
    r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff]"
    r"|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+"
)
_PEOPLE = rf"(?:{_PERSON})(?:[\s、,，]+(?:{_PERSON})){{0,5}}"
_BYLINE = re.compile(
    rf"[(（]?(?:文|图文|撰文|作者)\s*[|/／丨]\s*(?P<a>{_PEOPLE})[)）]?"
    rf"|[(（【]?[\u4e00-\u9fff]{{0,10}}(?:记者|评论员|通讯员|特约撰稿人?)\s+(?P<b>{_PEOPLE})[)）】]?"
)
_ROLE = (
    r"主席|省长|市长|县长|区长|州长|镇长|盟长|主任|书记|部长|局长|厅长|司长|院长|校长|行长|会长|所长|"
    r"总理|总统|首相|行政长官|特首|董事长|总经理|总裁|秘书长|发言人|研究员|教授|理事长"
)
_SPEAKER = re.compile(
    rf"(?P<office>[\u4e00-\u9fff“”]{{0,24}}(?:{_ROLE}))[\s:：]+(?P<name>{_PERSON})"
)
_OCCASION = re.compile(
    r"[(（]?\s*[—―–─-]{0,4}\s*(?:(?:(?:19|20)\d{2}|二[〇○零].{2})年.{1,12}日?)?\s*在.{4,48}?(?:[上时]|的讲话|的报告|的演讲|的致辞)"
    r"\s*[)）]?(?:\s+(?P<rest>.{2,24}))?"
)
_ORGANISATION = re.compile(
    r"(?:[\u4e00-\u9fff·《》“”]{2,24}(?:局|厅|部|委员会|办公室|调查队|编辑部|评论部|研究院|研究所|研究中心|通讯社|日报社?|"
    r"晚报社?|时报社?|新闻网|周刊|杂志社?)\s*){1,3}(?P<date>(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?)?"
)
_SUBTITLE = re.compile(r"\s*[—―–─]{1,4}.{4,50}")
_ENDS_SENTENCE = "。！？!?；;"
_UNNAMED = {
    "网络",
    "互联网",
    "本站",
    "本站原创",
    "原创",
    "未知",
    "转载",
    "佚名",
    "admin",
    "管理员",
    "网友",
}

# A field of metadata is short; a longer one is prose that begins with a key.
MAX_FIELD_LINE = 80
MAX_VALUE = 40


def iso_date(text: str) -> str:
    """The first date in folded text as YYYY-MM-DD or YYYY-MM; empty if there is none."""
    for match in _DATE_TEXT.finditer(text):
        if match["year"]:
            year, month, day = match["year"], int(match["month"]), int(match["day"] or 0)
        else:
            year = "".join(_DIGITS[char] for char in match["cn_year"])
            month, day = _cn_int(match["cn_month"]), _cn_int(match["cn_day"])
        if 1 <= month <= 12 and day <= 31:
            return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    return ""


def is_fields(folded: str) -> bool:
    """Whether the line is nothing but metadata: fields with keys, a date, a byline."""
    if len(folded) > MAX_FIELD_LINE or any(mark in folded for mark in "。！？!?"):
        return False
    inner = _BRACKETED.fullmatch(folded)
    body = inner[1] if inner else folded
    pairs = list(_PAIR.finditer(body))
    if pairs:
        head = body[: pairs[0].start()].strip(" |丨/(（")
        if head and not (_DATE_LINE.fullmatch(head) or (len(head) <= 12 and " " not in head)):
            return False
        if head and len(pairs) == 1 and pairs[0][4]:
            return False
        ends = [match.start() for match in pairs[1:]] + [len(body)]
        values = [body[m.end() : end].strip(" |丨/") for m, end in zip(pairs, ends, strict=True)]
        return all(_plausible(m, value) for m, value in zip(pairs, values, strict=True))
    match = _DATE_LINE.fullmatch(body)
    if match:
        rest = match["rest"].strip(" |丨/-")
        return not rest or (bool(re.match(r"\s|[|丨/]", match["rest"])) and "," not in rest)
    return bool(_BYLINE.fullmatch(folded))


def is_label(folded: str) -> bool:
    """Whether the line is a key that has its value in the next line ("来源：")."""
    match = _PAIR.match(folded)
    return bool(match) and match.end() == len(folded)  # type: ignore[union-attr]


def is_occasion(folded: str) -> bool:
    """Whether the line says when and where a speech was given."""
    return len(folded) <= MAX_FIELD_LINE and bool(_OCCASION.fullmatch(folded))


def is_subtitle(folded: str) -> bool:
    """Whether a line under the title goes on with a dash."""
    return bool(_SUBTITLE.fullmatch(folded)) and folded[-1] not in _ENDS_SENTENCE


def is_month(folded: str) -> bool:
    """Whether the line is only a month of a year, in brackets or not."""
    return bool(_MONTH_LINE.fullmatch(folded))


def is_organisation(folded: str) -> bool:
    """Whether the line is the name of an office or a paper, perhaps with a date."""
    return len(folded) <= MAX_VALUE and bool(_ORGANISATION.fullmatch(folded))


def is_speaker(folded: str) -> bool:
    """Whether the line is an office and a name."""
    return bool(_SPEAKER.fullmatch(folded))


def collect(texts: list[tuple[str, str]], hints: Metadata) -> Metadata:
    """Metadata from lines (as printed, folded); what the hints say goes first."""
    found = hints
    spoken = ""
    for text, folded in texts:
        for name, value in _facts(text, folded):
            if name == "spoken":
                spoken = spoken or value
            elif value and not getattr(found, name):
                found = replace(found, **{name: value})
    return found if found.published or not spoken else replace(found, published=spoken)


def complete(found: Metadata, **fields: str) -> Metadata:
    """The metadata with those of the fields that were empty."""
    return replace(
        found, **{name: value for name, value in fields.items() if not getattr(found, name)}
    )


def _facts(text: str, folded: str) -> list[tuple[str, str]]:
    """The fields that one line of metadata gives."""
    if is_occasion(folded) or is_subtitle(folded):
        match = _OCCASION.fullmatch(folded)
        rest = match.span("rest") if match and match["rest"] else (len(text), len(text))
        said = text[: rest[0]].strip(" —―–─-（()）\u3000")
        return [
            ("occasion", said),
            ("spoken", iso_date(folded)),
            ("author", text[rest[0] : rest[1]]),
        ]
    if is_speaker(folded):
        return [("author", " ".join(text.split()))]
    if is_month(folded):
        return [("published", iso_date(folded))]
    organisation = _ORGANISATION.fullmatch(folded)
    if organisation:
        end = organisation.start("date") if organisation["date"] else len(text)
        return [("publisher", " ".join(text[:end].split())), ("published", iso_date(folded))]
    byline = _BYLINE.fullmatch(folded)
    if byline:
        start, end = byline.span("a") if byline["a"] else byline.span("b")
        return [("author", text[start:end])]
    out: list[tuple[str, str]] = []
    pairs = list(_PAIR.finditer(folded))
    ends = [*(match.start() for match in pairs[1:]), len(folded)]
    for match, end in zip(pairs, ends, strict=False):
        value = text[match.end() : end].strip(" |丨/　()（）【】[]")
        if match[1]:
            out += [("publisher", "" if value in _UNNAMED else value)]
        elif match[2]:
            out += [("author", "" if value in _UNNAMED else value)]
        elif match[3]:
            out += [("published", iso_date(folded[match.end() : end]))]
    head = folded[: pairs[0].start()] if pairs else folded
    date = _DATE_LINE.match(head.strip(" (（[【"))
    if date:
        out += [("published", iso_date(head))]
    return out


def _plausible(match: re.Match[str], value: str) -> bool:
    if match[3]:
        return not value or bool(_DATE_TEXT.search(value)) or len(value) <= 8
    return len(value) <= MAX_VALUE and value.count("，") < 2 and "、以" not in value


def _cn_int(text: str) -> int:
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return int(_DIGITS[text[0]])
    return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
