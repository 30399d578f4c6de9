"""Indicators: the words that name what is measured, and the measure in them."""

import re

# A noun phrase that ends so names one member of a class, or the class.
CLASS_ENDINGS = (
    "制造业", "服务业", "产业", "行业", "工业", "农业", "业", "地区", "区", "部门",
    "企业", "城市", "市", "国家", "国", "省", "类", "品", "县", "州",
)  # fmt: skip
# Whose measure it is: what stands behind the last of these is the measure.
_HOLDERS = (
    "企业", "行业", "产业", "居民", "人口", "国家", "地区", "部门", "家庭", "单位", "学校", "机构", "公司",
    "全国", "银行", "工业", "农业", "服务业", "制造业", "市场", "城市", "政府", "香港",
)  # fmt: skip
_SHORTEST_MEASURE = 2
# A rate of something named before (增幅, 占比, 增速高于全国).
RATE = re.compile(
    r"(?:跌幅|增幅|涨幅|降幅|升幅|增速|增长率|占比|比重|比例|贡献率|平均增速|年均增速|年均增长率|同比增速|实际增速|名义增速)(?:(?:高于|低于|快于|慢于|高出|比)[^，]{1,14}|同比|环比|较.{2,6}|比.{2,6})?"
)
_PLACE = re.compile(
    r"(?:我国|我國|全国|全國|全球|世界|中国|中國|香港|本港|全省|全市|[\u4e00-\u9fff]{1,4}[省市縣县區区])"
)


def measure(indicator: str) -> str:
    """The measure in an indicator, behind the last holder in it: 企业|营业收入利润率."""
    best = ""
    for holder in _HOLDERS:
        at = indicator.rfind(holder)
        rest = indicator[at + len(holder) :] if at >= 0 else ""
        if len(rest.lstrip("的")) >= _SHORTEST_MEASURE and (not best or len(rest) < len(best)):
            best = rest
    return best


def without_place(indicator: str) -> str:
    """The indicator without the place that it begins with: 全省|粮食总产量."""
    match = _PLACE.match(indicator)
    return indicator[match.end() :] if match else indicator
