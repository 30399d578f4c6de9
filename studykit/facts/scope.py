"""Scope: the place that an article speaks for, and its anaphors (全省, 我市, 本港) resolved."""

import re
from dataclasses import dataclass

from studykit.article.model import Article

_AREA = r"(?:特别行政区|自治区|自治州|自治县|省|市|县|区|州|旗|镇|乡)"
_NAMED = re.compile(
    rf"(?:(?:现在，我)?代表|日在|在|^|[\s　“—]|\d年)(?P<name>[\u4e00-\u9fff]{{2,8}}?{_AREA})"
    rf"(?=第[一二三四五六七八九十]+届|人民政府|政府工作报告|人民代表大会|\d{{4}}年|国民经济|经济和社会|省长|市长|县长|区长|主席)",
    re.MULTILINE,
)
_HONG_KONG = re.compile(r"本港|港府|香港|特首|立法会|财政司|港元")
_OWN = re.compile(
    r"(?<![安健完齐])全[省市县区州旗](?![场域委局政级])|[我本][省市县区州](?![场域])|全港|本港|全自治区"
)
_OWN_FORM = {
    "全省": "省",
    "我省": "省",
    "本省": "省",
    "全市": "市",
    "我市": "市",
    "本市": "市",
    "全县": "县",
    "我县": "县",
    "本县": "县",
    "全区": "区",
    "我区": "区",
    "全州": "州",
    "我州": "州",
    "全旗": "旗",
}
OTHERS = re.compile(
    r"(?:我国|全国|全球|世界|国际|中国|美国|欧盟|欧洲|日本|英国|德国|法国|印度|俄罗斯|韩国|亚洲|中央|各国|高收入国家|(?:主要)?发达|发展中国家|国内(?!旅|游|生产|贸)|国外|境外|[\u4e00-\u9fff]{2,3}[省市州县])"
)


# What a short name leaves out (江西, 广西); of a name of one character it leaves nothing out.
_KIND = re.compile(r"(?<=..)(?:(?:壮族|回族|维吾尔)?自治区|[省市县区州旗])$")
# A region's own bodies speak for it.
_OWN_BODY = "自治区"


@dataclass(frozen=True, slots=True)
class Scope:
    """The place an article speaks for. `name` is empty where it speaks for no one place."""

    name: str
    regional: bool

    def named_in(self, folded: str) -> bool:
        """Whether folded words name the place: anywhere in full, at their head in short or as 全省."""
        short = _KIND.sub("", self.name)
        resolved = self.resolve(folded, folded)
        return self.name in folded or resolved.startswith(short) or folded.startswith(_OWN_BODY)

    def resolve(self, folded: str, text: str) -> str:
        """`text` with its anaphors of place replaced by the name, same meaning."""
        if not self.name or not _OWN.search(folded):
            return text
        out: list[str] = []
        at = 0
        for match in _OWN.finditer(folded):
            word = match.group()
            if self.name == "香港" and word == "全港":
                continue
            if folded.count("“", 0, match.start()) > folded.count("”", 0, match.start()):
                continue
            kind = _OWN_FORM.get(word, "")
            if (
                kind
                and not self.name.endswith(kind)
                and not (kind == "区" and self.name.endswith("自治区"))
            ):
                continue
            out.append(text[at : match.start()])
            out.append(self.name)
            at = match.end()
        out.append(text[at:])
        return "".join(out)


def article_scope(article: Article, folded_head: str) -> Scope:
    """The scope of an article, read from its title, occasion and first sentences (folded)."""
    match = _NAMED.search(folded_head)
    if match:
        return Scope(match["name"], True)
    if article.language == "zh-Hant" and len(_HONG_KONG.findall(folded_head)) >= 2:
        return Scope("香港", False)
    return Scope("", False)
