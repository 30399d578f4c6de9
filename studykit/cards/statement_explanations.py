"""Explanations for statements: what kind of link it is, what goes with it, whether a list is complete."""

from studykit.cards.voice import Voice
from studykit.facts.model import Statement

_LONGEST_NEIGHBOUR = 36
_LINKS = {
    "condition": "“只有……才……”：这是必要条件，缺了不行。",
    "instead": "“不是……而是……”：否定前者，肯定后者，别记反。",
    "both": "两层意思并列，“既”与“也”各管一层。",
    "twofold": "两层意思并列，缺一层就不完整。",
    "definition": "抓住定义里的限定语，就能和相近的概念分开。",
    "unequal": "比较的两边别记反。",
    "reason": "“之所以”说结果，“因为”“靠的是”说原因。",
}


def explain_statement(statement: Statement, voice: Voice, prompt: str) -> str:
    """One or two short sentences that place the answer; neither quote nor prompt is said again."""
    parts = []
    if statement.items and statement.kind not in ("both", "series"):
        parts.append(_list(statement, voice))
    link = _LINKS.get(statement.kind)
    if link and not statement.items:
        parts.append(voice.say(link))
    if statement.kind == "avoid" and statement.demand:
        parts.append(_remedy(statement, voice, prompt))
    return "".join([p for p in parts if p][:2])


def _list(statement: Statement, voice: Voice) -> str:
    items = statement.items
    shared = _shared_ending(items)
    if len(shared) >= 2 and all(len(i) > len(shared) for i in items):
        rest = "、".join(i[: -len(shared)] for i in items)
        text = voice.form("各项都以“{s}”结尾，差别在前面：{r}。", s=shared, r=rest)
    elif len({i[0] for i in items}) == 1:
        text = voice.form("各项都以“{s}”字开头。", s=items[0][0])
    elif len({i[-1] for i in items}) == 1:
        text = voice.form("各项都以“{s}”字收尾。", s=items[0][-1])
    else:
        text = ""
    if statement.open:
        text += voice.say("原文用“等”字，是举例，不是全部。")
    return text


def _shared_ending(items: tuple[str, ...]) -> str:
    size = 0
    while all(len(i) > size for i in items) and len({i[-size - 1] for i in items}) == 1:
        size += 1
    return items[0][len(items[0]) - size :] if size else ""


def _remedy(statement: Statement, voice: Voice, prompt: str) -> str:
    """What is done so that it does not come to this: the clause before."""
    before = statement.previous
    if (
        6 <= len(before) <= _LONGEST_NEIGHBOUR
        and statement.answer not in before
        and before not in prompt
    ):
        return voice.form("与之配套的做法是：{t}。", t=before.strip("“”「」"))
    return ""
