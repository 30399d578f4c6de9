"""Paragraphs that look back over a whole part: they end its last subsection.

After （一） to （六） a report turns to its audience, sums up the years, lists
the work left over, gives thanks, owns up to problems. Nothing in print says that
the subsection is over; the opening words do.
"""

import re

# Patterns read folded text.
_ADDRESS = (
    r"(?:各位(?:代表|委员|领导|来宾|同事|同志|朋友)|同志们|代表们|朋友们)(?:、同志们)?"
    r"[!！,，:：。]"
)
_RETROSPECT = (
    r"(?:[一二三四五]年来|过去(?:的)?[一二三四五]年|刚刚过去的|回[顾望首眸]|总结(?:过去|成绩)|透过\d{4}|"
    r"\d{4}年是|展望|“十[一二三四五六七]五”(?:以来|时期(?:是|发展|我)|规划纲要))"
)
_RECKONING = (
    r"(?:[^。]{0,20}(?:成绩|成就|进步|成果|变化)的?(?:取得|来之)|成绩固然|成绩面前|"
    r"[^。]{0,8}(?:看到|肯定|总结)成绩的?同时|[^。]{0,12}(?:清醒|深刻)地?(?:看到|认识到)|"
    r"(?:同时,?，?)?我们也(?:要)?(?:看到|认识到)|需要(?:向各位代表)?(?:报告|说明)的是|"
    r"[^。]{0,14}经大会[^。]{0,6}(?:通过|批准)后|在此基础上,?，?再奋斗|让我们)"
)
_CLOSING = re.compile(f"{_ADDRESS}|{_RETROSPECT}|{_RECKONING}")
# Work left over: many offices named one after another.
_OFFICE = re.compile(
    r"国防|双拥|退役军人|人民?防空?|民族|宗教|外事|侨务|港澳|对台|台港|审计|统计|档案|史志|地方志|方志|参事|"
    r"文史|气象|地震|测绘|供销|老龄|妇女|儿童|青少年|残疾人|红十字|慈善|工会|共青团|妇联|机关事务"
)
MIN_OFFICES = 4
OFFICES_WITHIN = 70


def looks_back(folded: str) -> bool:
    """Whether a paragraph speaks to the audience or of the whole part, by its first words."""
    if _CLOSING.match(folded):
        return True
    return len(set(_OFFICE.findall(folded[:OFFICES_WITHIN]))) >= MIN_OFFICES
