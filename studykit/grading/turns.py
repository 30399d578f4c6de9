"""Small changes that turn a meaning round, however few characters they are."""

import re

# A character of the first kind added or lost denies what was said.
_NEGATIONS = re.compile(
    "[不非无未没莫勿别否反禁拒毋]|(?<![a-z])(?:not|no|never|without|non)(?![a-z])|n't"
)
# Words that hold such a character and deny nothing.
_HARMLESS = re.compile(
    "未来|非常|特别|区别|级别|类别|性别|分别|个别|别人|不断|不仅|不但|不少|无论|反映|反应|反馈|反复|非洲|是否|能否|不同|除非|无非|没收"
)
_PAIRS = (
    "增减 加减 升降 涨跌 上下 高低 多少 进出 入出 前后 先后 东西 南北 内外 左右 大小 强弱 快慢 长短 宽窄 买卖 供需 "
    "新旧 正负 有无 开关 松紧 扩缩 盈亏 优劣 收支 公私 主次 城乡 胜负 早晚 深浅 轻重 冷热 首末 首尾 虚实 软硬 顺逆 "
    "攻守 利弊 得失 存取 生死 贫富 穷富 远近 真假 对错 同异 分合 去来 始终 起止 放收 升跌 涨降 老幼 男女 阴阳 明暗 "
    "借贷 张弛 浮沉 攻防 奖惩 好坏 敌友 古今 厚薄 粗细"
).split()
_TURNS = [(pair[0], pair[1]) for pair in _PAIRS]
_WORD_PAIRS = (
    "increase decrease|increasing decreasing|increased decreased|rise fall|rising falling|rose fell|up down"
    "|more less|more fewer|high low|higher lower|highest lowest|before after|north south|east west|import export"
    "|imports exports|internal external|inside outside|above below|first last|new old|strong weak|positive negative"
    "|major minor|maximum minimum|buy sell|open closed|true false|public private|supply demand|urban rural"
)  # fmt: skip
_OPPOSITES = [tuple(pair.split()) for pair in _WORD_PAIRS.split("|")]
_LATIN = re.compile("[a-z']+")


def turned(expected: str, typed: str) -> bool:
    """Whether one tidy text denies or reverses the other, given that they are otherwise alike."""
    return denials(expected) != denials(typed) or _reversed(expected, typed)


def denials(text: str) -> int:
    """How many words of a tidy text deny something."""
    return len(_NEGATIONS.findall(_HARMLESS.sub("", text)))


def _reversed(expected: str, typed: str) -> bool:
    words, others = _LATIN.findall(expected), _LATIN.findall(typed)
    if (
        words
        and others
        and any(
            (one in words) != (one in others) and (two in words) != (two in others)
            for one, two in _OPPOSITES
        )
    ):
        return True
    here = set(expected) | set(typed)
    return any(
        one in here and two in here and _swapped(expected, typed, one, two) for one, two in _TURNS
    )


def _swapped(expected: str, typed: str, one: str, two: str) -> bool:
    first = [char for char in expected if char in (one, two)]
    second = [char for char in typed if char in (one, two)]
    if len(first) == len(second):
        return first != second
    lost = [char for char in (one, two) if first.count(char) > second.count(char)]
    gained = [char for char in (one, two) if first.count(char) < second.count(char)]
    return bool(lost and gained)
