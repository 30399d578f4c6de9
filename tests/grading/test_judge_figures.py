import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.grading.cases import flat, judged

TEA = "小镇去年的茶叶销售额突破了多少元？"
SHARE = "绿茶的比重升至多少？"
SPAN = "茶农的收入占全家收入的多少？"
RIGHT = flat(
    [
        (
            TEA,
            "3万亿元",
            ["3万亿", "30000亿元", "三万亿", "3 trillion", "3,000,000,000,000", "3 万亿 元"],
        ),
        (
            TEA,
            "3万亿元",
            ["近3万亿元", "约三万亿", "3万亿左右", "超过3万亿", "３万亿元", "茶叶销售额突破3万亿"],
        ),
        (TEA, "3.5亿元", ["350 million", "3亿5000万", "三点五亿", "35000万元", "3.5億元"]),
        (TEA, "1,280元", ["1280", "1280元", "一千二百八十元", "1280块"]),
        (
            SHARE,
            "2.54%",
            [
                "2.54％",
                "百分之二点五四",
                "2.54 percent",
                "2.54",
                "2点54%",
                "2。54%",
                "升至2.54%",
                "25.4‰",
            ],
        ),
        (SHARE, "50%", ["五成", "一半", "二分之一", "1/2", "half", "百分之五十", "fifty percent"]),
        (SHARE, "六成五", ["65%", "百分之六十五", "六成五"]),
        (SHARE, "100%", ["百分百", "百分之百", "100％"]),
        (SPAN, "1/3", ["三分之一", "one third", "a third"]),
        ("茶园有几个？", "两个", ["二", "2", "两", "2个", "两家"]),
        ("茶园有几个？", "10个", ["10", "十", "十个", "ten"]),
        ("来了多少人次？", "150万人次", ["150万", "1500000", "1.5 million", "150万人次"]),
        ("占多少？", "20%至30%", ["20-30%", "20%—30%", "百分之二十到三十", "20%~30%", "30%-20%"]),
        ("要多少天？", "20至30天", ["20-30天", "二十到三十天", "20天至30天", "20—30"]),
        ("新增几家？", "2—4家", ["2-4", "二至四家", "2到4家"]),
        (
            "提高了多少个百分点？",
            "53个百分点",
            ["53", "53个百分点", "53百分点", "53 percentage points"],
        ),
        ("居世界第几？", "第二", ["第2", "2", "二", "第二位", "世界第二", "2nd", "second"]),
        ("居什么位置？", "之首", ["第一", "首位", "第1", "榜首", "第一位"]),
        ("居什么位置？", "世界首位", ["世界第一", "第一", "全球首位", "位居世界第一"]),
        ("位列前几位？", "10位", ["前10", "十", "前十名", "top 10", "前10位"]),
        ("连续多少年？", "十五年", ["15年", "15", "连续十五年", "15 years"]),
        ("要多长时间？", "2.5小时", ["两个半小时", "150分钟", "2.5个小时", "2.5 hours"]),
        ("要多长时间？", "18个月", ["一年半", "18 months"]),
        ("重多少公斤？", "500公斤", ["500", "0.5吨", "500kg", "半吨", "500 千克"]),
        ("气温多少？", "25℃", ["25度", "25摄氏度"]),
        ("比为多少？", "2：1", ["2:1", "2比1", "4:2"]),
        ("结构为多少？", "8.7∶41.2∶50.1", ["8.7:41.2:50.1", "8.7：41.2：50.1"]),
        ("How many km?", "1,200 km", ["1200", "1,200 kilometres", "1.2 thousand km"]),
        ("How many?", "12 apples", ["12", "twelve", "twelve apples"]),
        ("有了怎样的增长？", "翻番", ["翻一番", "翻倍", "增长一倍", "增长100%", "翻了一番"]),
        ("发电多少千瓦？", "超1亿千瓦", ["1亿千瓦", "1亿", "超过1亿", "一亿千瓦以上"]),
    ]
)
NEAR = [
    ("升至多少？", "2.54%", "2.54", "unit"),
    ("升至多少？", "50%", "0.5", "unit"),
    (SHARE, "2.54%", "2.5%", "precision"),
    (SHARE, "2.54%", "约2.5%", "precision"),
    ("多少人？", "635.4万人", "635万", "precision"),
    ("多少人？", "635.4万人", "600多万", "precision"),
    ("大约几倍？", "1.96倍", "1.957倍", "precision"),
    (SPAN, "1/3", "33%", "precision"),
    (TEA, "3万亿元", "不到3万亿", "bound"),
    ("重多少？", "超过300吨", "不足300吨", "bound"),
    ("重多少？", "300吨", "300", "unit"),
    ("投入多少？", "300元", "300", "unit"),
    ("多少元？", "3亿元", "3亿港元", "unit"),
    ("有多少人？", "111人次", "111人", "unit"),
    ("要多少天？", "20至30天", "20天", "missing"),
    ("种了多少亩？", "71.21万亩", "71.2万亩", "precision"),
    ("比为多少？", "2.52:1", "2.5:1", "precision"),
    ("居什么位置？", "首位", "1", "unit"),
    ("居第几？", "第二", "全国第二", "extra"),
    ("有几个？", "10个", "10个茶厂", "extra"),
]
WRONG = flat(
    [
        (
            TEA,
            "3万亿元",
            ["3亿", "2万亿", "3.1万亿", "3万亿美元", "3", "0.3万亿", "三千亿", "很多", "30万亿元"],
        ),
        (TEA, "3.5亿元", ["3.5万元", "5.3亿", "35 million", "3.5 billion", "3.5亿吨"]),
        (
            SHARE,
            "2.54%",
            ["2.45%", "25.4%", "5.24%", "2.54个百分点", "3%", "2.54倍", "0.254", "2%到3%"],
        ),
        (SHARE, "99%", ["100%", "9.9%", "90%", "全部"]),
        (SHARE, "50%", ["五倍", "五", "三成", "1/3", "quarter"]),
        ("提高了多少个百分点？", "53个百分点", ["53%", "35", "5.3个百分点"]),
        ("重多少公斤？", "500公斤", ["500吨", "500克", "50", "500 tons"]),
        ("种了多少亩？", "20万亩", ["20万公顷", "20亩", "2万亩", "20亿亩"]),
        ("茶园有几个？", "两个", ["三", "12", "20个", "第三"]),
        ("居世界第几？", "第二", ["第三", "3", "首位", "第二十", "2%"]),
        ("居什么位置？", "世界首位", ["全国第一", "第二", "世界第二", "前三"]),
        ("位列前几位？", "10位", ["前5", "九", "100"]),
        ("连续多少年？", "十五年", ["50年", "15个月", "15天", "5年"]),
        ("要多少天？", "20至30天", ["20至40天", "25天", "2至3天"]),
        ("结构为多少？", "8.7:41.2:50.1", ["8.7:41.2:50.2", "8.7:41.2", "8.7"]),
        ("结构为多少？", "8.7:41.2:50.1", ["8.7:41.2:50.2", "8.7:41.2", "8.7"]),
        ("How many km?", "1,200 km", ["1200 miles", "120 km", "1200 m", "twelve"]),
        ("How many?", "12 apples", ["12 pears", "13 apples"]),
        ("比为多少？", "2：1", ["1:2", "2", "3:1"]),
        ("下降了多少？", "0.1%", ["增长0.1%", "上升0.1%", "1%"]),
        ("增长了多少？", "5%", ["下降5%", "减少5%", "0.5%"]),
        ("气温多少？", "-3℃", ["3℃", "30℃"]),
    ]
)


@pytest.mark.parametrize(("prompt", "answer", "typed"), RIGHT)
def test_the_same_figure_is_right_however_it_is_written(prompt, answer, typed):
    assert judged("numeric", prompt, answer, typed).grade == "right"


@pytest.mark.parametrize(("prompt", "answer", "typed", "reason"), NEAR)
def test_a_figure_that_lacks_a_little_is_near(prompt, answer, typed, reason):
    verdict = judged("numeric", prompt, answer, typed)
    assert (verdict.grade, verdict.parts[0].reason) == ("near", reason)


@pytest.mark.parametrize(("prompt", "answer", "typed"), WRONG)
def test_another_figure_is_wrong(prompt, answer, typed):
    assert judged("numeric", prompt, answer, typed).grade == "wrong"


def test_the_wrong_scale_is_told_from_the_wrong_number():
    assert judged("numeric", TEA, "3万亿元", "3亿元").parts[0].reason == "unit"
    assert judged("numeric", TEA, "3万亿元", "4亿元").parts[0].reason == ""


def test_an_accepted_form_counts_and_the_bound_of_the_main_answer_with_it():
    more = {"accept": ("1亿千瓦",)}
    assert judged("numeric", "多少千瓦？", "超1亿千瓦", "1亿千瓦", **more).grade == "right"
    assert judged("numeric", "多少千瓦？", "超1亿千瓦", "不到1亿千瓦", **more).grade == "near"


numbers = st.integers(2, 9_999_999)


@given(numbers)
def test_forms_of_one_number_are_equal(value):
    forms = [str(value), f"{value:,}", f"{value}元", f"约{value}元", f"{value} yuan"]
    forms += [str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))]
    if value % 1000 == 0:
        forms += [f"{value // 1000}千元", f"{value // 1000} thousand"]
    forms += [f"{value / 10_000:f}".rstrip("0").rstrip(".") + "万元"] if value % 100 == 0 else []
    for answer in forms[2:4]:
        for typed in forms:
            assert judged("numeric", "花了多少元？", answer, typed).grade == "right"


@given(
    numbers, st.integers(0, 6), st.integers(1, 9), st.sampled_from(["元", "%", "亿元", "家", "吨"])
)
def test_a_number_with_another_digit_is_never_right(value, place, by, unit):
    digits = str(value)
    at = place % len(digits)
    other = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert judged("numeric", f"是多少{unit}？", digits + unit, other + unit).grade != "right"
    assert judged("numeric", f"是多少{unit}？", digits + unit, other).grade != "right"


@given(st.integers(1, 99), st.integers(0, 99))
def test_shares_are_equal_as_percent_and_in_words(whole, hundredths):
    han = "零一二三四五六七八九"
    tens = "".join(["" if whole < 20 else han[whole // 10], "十" if whole > 9 else ""])
    words = tens + (han[whole % 10] if whole % 10 or whole < 10 else "")
    tail = f"{hundredths:02}"
    spoken = f"百分之{words}点{han[int(tail[0])]}{han[int(tail[1])]}"
    assert judged("numeric", "占多少？", f"{whole}.{tail}%", spoken).grade == "right"
