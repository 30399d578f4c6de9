import pytest

from tests.grading.cases import flat, judged

WHAT = "镇上靠什么富起来？"
RIGHT = flat(
    [
        (
            WHAT,
            "深厚的制茶手艺",
            [
                "深厚制茶手艺",
                "“深厚的制茶手艺”",
                "深厚的 制茶手艺。",
                "深厚的制茶手藝",
                "靠深厚的制茶手艺",
            ],
        ),
        (
            WHAT,
            "龍井與白茶",
            ["龙井与白茶", "白茶和龙井", "龙井、白茶", "白茶，龙井", "龙井和白茶"],
        ),
        (WHAT, "一项老传统", ["老传统", "1项老传统", "一項老傳統"]),
        ("镇上靠____富起来。", "茶叶", ["靠茶叶", "茶叶", "茶葉", "镇上靠茶叶富起来"]),
        (WHAT, "《茶经》", ["茶经", "《茶经》", "〈茶经〉", "茶經"]),
        (WHAT, "第一生产力", ["第1生产力", "第一生產力"]),
        (WHAT, "三年行动", ["3年行动", "三年行動"]),
        (WHAT, "the tea trade", ["Tea trade", "the Tea Trade.", "tea  trade"]),
        (WHAT, "GDP", ["gdp", "ＧＤＰ"]),
        ("哪种“茶”最好？", "高山茶", ["高山", "高山茶"]),
    ]
)
NEAR = [
    (WHAT, "深厚的制茶手艺", "深厚的制茶手义", "spelling"),
    (WHAT, "清明采茶", "清明釆茶", "spelling"),
    (WHAT, "采茶制茶", "制茶采茶", "order"),
    (WHAT, "清明采茶节", "清明节采茶", "order"),
    (WHAT, "古树红茶", "云南的古树红茶", "extra"),
    (WHAT, "高山云雾古树茶", "云雾古树茶", "missing"),
    (WHAT, "龙井、白茶", "白茶", "missing"),
    (WHAT, "technology", "tecnology", "spelling"),
    (WHAT, "green tea", "fresh green tea", "extra"),
]
WRONG = flat(
    [
        (WHAT, "深厚的制茶手艺", ["浅薄的制茶手艺", "旅游", "手艺", "不", "", "？"]),
        (WHAT, "均衡施肥管理", ["不均衡施肥管理", "非均衡施肥管理", "均衡"]),
        (WHAT, "从不用化肥种茶", ["用化肥种茶", "从用化肥种茶"]),
        (WHAT, "需求稳步增长", ["需求稳步减长", "供求稳步降长"]),
        (WHAT, "价格持续上升", ["价格持续下降", "价格持续下升"]),
        (WHAT, "茶园向东扩展", ["茶园向西扩展"]),
        (WHAT, "由高到低采摘", ["由低到高采摘"]),
        (WHAT, "减少中间环节", ["增加中间环节", "增少中间环节"]),
        (WHAT, "内销市场为主", ["外销市场为主"]),
        (WHAT, "第一生产力", ["第二生产力", "生产"]),
        (WHAT, "三年行动", ["五年行动", "三十年行动"]),
        (WHAT, "新模式", ["新产业", "旧模式"]),
        (WHAT, "5G", ["6G", "4G"]),
        (WHAT, "未来茶产业", ["新兴茶产业", "传统茶产业"]),
        (WHAT, "rising demand", ["falling demand", "no rising demand", "supply"]),
        (WHAT, "tea is exported", ["tea is not exported"]),
        (WHAT, "higher prices", ["lower prices"]),
        ("是绿茶还是红茶好卖？", "红茶", ["绿茶还是红茶", "绿茶"]),
    ]
)


@pytest.mark.parametrize(("prompt", "answer", "typed"), RIGHT)
def test_the_same_words_are_right(prompt, answer, typed):
    assert judged("qa", prompt, answer, typed).grade == "right"


@pytest.mark.parametrize(("prompt", "answer", "typed", "reason"), NEAR)
def test_nearly_the_same_words_are_near(prompt, answer, typed, reason):
    verdict = judged("qa", prompt, answer, typed)
    assert (verdict.grade, verdict.parts[0].reason) == ("near", reason)


@pytest.mark.parametrize(("prompt", "answer", "typed"), WRONG)
def test_other_words_are_wrong(prompt, answer, typed):
    assert judged("qa", prompt, answer, typed).grade == "wrong"


@pytest.mark.parametrize("typed", ["不均衡施肥管理", "均衡施肥不管理"])
def test_a_denial_says_so(typed):
    assert judged("qa", WHAT, "均衡施肥管理", typed).parts[0].reason == "turned"


def test_words_that_hold_a_negation_deny_nothing():
    assert judged("qa", WHAT, "不断完善的茶市", "完善的茶市").grade == "near"


def test_the_other_script_is_right_and_said_to_be():
    (part,) = judged("qa", WHAT, "制茶手艺", "制茶手藝").parts
    assert (part.grade, part.reason) == ("right", "script")


def test_an_alternative_is_as_good_as_the_answer():
    verdict = judged("qa", WHAT, "制茶", "做茶叶", accept=("做茶叶", "炒茶"))
    assert verdict.grade == "right"
    assert verdict.parts[0].expected == "做茶叶"


def test_one_of_two_named_things_with_a_wrong_one_is_half_right():
    verdict = judged("qa", WHAT, "龙井、白茶", "龙井、咖啡")
    assert (verdict.grade, verdict.score) == ("near", 0.5)
    assert [part.grade for part in verdict.parts] == ["right", "wrong", "wrong"]
