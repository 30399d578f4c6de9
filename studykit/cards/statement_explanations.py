"""Explanations for statements: what kind of link it is, what goes with it, whether a list is complete."""

from studykit.cards.voice import Voice
from studykit.facts.model import Statement

_LONGEST_NEIGHBOUR = 36
_LINKS = {
    "condition": "“只有……才……”说明这是必要条件，缺了不行。",
    "avoid": "这是要防止的结果，不是要做的事。",
    "instead": "“不是……而是……”：否定前者，肯定后者，别记反。",
    "means": "“通过”后面是手段，再往后才是目的。",
    "with": "“以”后面是凭借的手段，后面的动词说它带来什么。",
    "toward": "“对……实施……”：先看对象，再记做法。",
    "turn": "注意方向：前者是起点，后者是去向。",
    "both": "两层意思并列，“既”与“也”各管一层。",
    "meaning": "这是从前面的现象得出的判断。",
}


def explain_statement(statement: Statement, section: str, voice: Voice, prompt: str) -> str:
    """One or two short sentences that place the answer; neither quote nor prompt is said again."""
    parts = []
    if statement.items and statement.kind not in ("both", "series"):
        parts.append(_list(statement, voice))
    link = _LINKS.get(statement.kind)
    if link and not statement.items:
        parts.append(voice.say(link))
    neighbour = _neighbour(statement, voice, prompt)
    if neighbour:
        parts.append(neighbour)
    parts = [p for p in parts if p]
    if not parts and (statement.lead or section):
        parts.append(voice.form("这一点属于“{s}”部分的论述。", s=statement.lead or section))
    return "".join(parts[:2])


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


def _neighbour(statement: Statement, voice: Voice, prompt: str) -> str:
    after, before = statement.following, statement.previous
    if (
        after
        and 6 <= len(after) <= _LONGEST_NEIGHBOUR
        and statement.answer not in after
        and after not in prompt
    ):
        return voice.form("原文紧接着说：{t}。", t=after.strip("“”「」"))
    if (
        before
        and 6 <= len(before) <= _LONGEST_NEIGHBOUR
        and statement.answer not in before
        and before not in prompt
    ):
        return voice.form("前一句是：{t}。", t=before.strip("“”「」"))
    return ""
