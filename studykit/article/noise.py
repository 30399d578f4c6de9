"""Lines that a web page, a printer or a newspaper put around the article."""

import re

# All patterns read folded text (half-width, Simplified) and must match the whole line.
_DOMAIN = r"(?:[\w-]+\.)+(?:com|cn|net|org|hk|tw|gov|edu|info|cc|mo|io)(?:\.\w{2,3})?(?:/\S*)?"
_URL = re.compile(rf"(?:https?://|www\.)\S+|(?<![\w@]){_DOMAIN}(?![\w.])", re.IGNORECASE)

# Words on buttons; a line of nothing else is a bar of buttons.
_BUTTON = (
    r"(?:设为首页|加入收藏|收藏本站|我要纠错|我要评论|我来说两句|版权声明|免责声明|法律声明|隐私政策|隐私声明|使用条款|"
    r"字[体号](?:大小)?[:：]?|[AT]|特?大|中|小|加大|放大|还原|减小|缩小|默认|下载|打印|全屏|收藏|分享|分享到[:：]?|转发|关闭|"
    r"返回|返回顶部|返回首页|回到顶部|打印本页|打印此页|关闭窗口|关闭本页|复制链接|复制|举报|纠错|点赞|赞好|赞|赞赏|打赏|留言|评论|发表评论|"
    r"登录|注册|搜索|首页|主页|English|EN|繁体|简体|简|繁|无障碍|无障碍浏览|长者模式|关怀版|上一页|下一页|尾页|末页|更多|"
    r"展开|收起|展开全文|阅读全文|查看全文|阅读原文|点击查看|查看原文|查看更多|加载更多|语音播报|听新闻|朗读|播放|暂停|"
    r"微信|微博|新浪微博|QQ|QQ空间|QQ好友|朋友圈|Facebook|Twitter|WhatsApp|LINE|Email|Print|Share|邮件|短信|"
    r"广告|赞助|Advertisement|目录|导航|菜单|网站地图|联系我们|联系方式|关于我们|帮助中心|帮助|RSS|客户端|手机版|电脑版|触屏版|"
    r"微信公众号|官方微博|官方微信|友情链接|新闻中心|通知公告|政务公开|政务服务|互动交流)[+-]?"
)
_BAR = re.compile(r"[\s:：|｜丨·/\[\]【】()（）>»]+")
_IS_BUTTON = re.compile(_BUTTON)

# Controls of a page; never with a full stop.
_CONTROLS = (
    # breadcrumbs
    r"(?:您|你)?(?:的|现在的|当前的|所在的?|当前)?位置(?:是)?\s*[:：].{0,60}",
    r"当前位置.{0,60}",
    r"首页\s*[>»›/|·-].{0,60}",
    r".{1,20}(?:\s*[>»›]+\s*[^\d\s].{0,30}){1,6}",
    # font size, printing, sharing
    r"【?\s*字\s*[体号](?:大小)?\s*[:：]?[\s\[\]【】大中小特超加还原减默认+Aa-]*】?",
    r"[\[【(（]?\s*[大中小A][+-]?(?:\s*[|\s]\s*[大中小A][+-]?)+\s*[\])）】]?",
    r"(?:分享|转发|转载|推荐)(?:到|至|给)?\s*[:：]?.{0,12}",
    r"(?:#[^\s#]{1,20}#?\s*){2,}",
    r"[\w·]{2,8}(?:频道|专栏|门户网站|新闻中心|官方网站|客户端)",
    # codes to scan, apps, subscriptions
    r".{0,30}(?:扫一扫|扫码|扫描|长按|识别)(?:.{0,12}(?:二维码|页面?|关注|微信|手机|阅读|查看|下载)).{0,30}",
    r"扫一扫.{0,20}",
    r".{0,20}关注.{0,20}(?:公众号|微信号|微博|视频号|专页|频道).{0,30}",
    r".{0,12}(?:下载|打开|安装).{0,16}(?:客户端|App|APP|应用).{0,30}",
    r"点击(?:图片|标题|链接|此处|这里|上方|下方|左下|右上).{0,20}",
    r"[》>]*\s*点击.{0,14}(?:进入|查看|下载|播放|阅读).{0,14}[《<]*",
    # related reading, neighbours
    r"(?:上|下)一(?:篇|条|则)\s*[:：]?.{0,60}",
    r".{0,24}(?:更多相关|相关更多)(?:新闻|报道|文章|资讯|内容)",
    r"(?:更多|全部)(?:新闻|报道|内容|精彩内容?|资讯|评论)?\s*[>»:：]*",
    r"(?:相关|原文|参考|延伸|查看)(?:链接|网址|地址)\s*[:：].{0,60}",
    # counters, page numbers, fingerprints
    r"(?:阅读|浏览|点击|评论|点赞|收藏|转发|访问)(?:量|数|次数|人数)?\s*[:：(（]?\s*[\d,.]+\s*[万wW+]*(?:次|人|条)?[)）]?",
    r"第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页|(?i:page)\s*\d+(?:\s*(?:of|/)\s*\d+)?",
    r"[—–-]?\s*\d{1,4}\s*[—–-]?|\d{1,4}\s*/\s*\d{1,4}",
    r"[0-9a-fA-F]{16,}\s*[:：]?",
    r"[(（]?(?:全文)?(?:完|结束|end|END)[)）]?",
)
# Notices of a site, sentences or not.
_NOTICES = (
    r".{0,30}(?:月费)?(?:订户|会员|订阅)\s*(?:网址|链接|登录|中心|计划)\s*[:：]?.{0,60}",
    r"(?:请|诚邀|欢迎|立即|马上|现在|免费|点击)[^。]{0,24}(?:订户|订阅|会员|捐款|赞助|支持我们|登记).{0,120}",
    r"(?:我们|本网站?|本站|网站)?.{0,20}(?:使用|采用).{0,8}(?i:cookies?).{0,120}",
    r"(?:如果)?(?:你|您)?喜欢.{0,16}(?:文章|报道|内容|新闻|作品)[^。]{0,60}。?",
    # ownership
    r".{0,40}(?:版权所有|版权归.{1,20}所有|©|(?i:copyright)|(?i:all rights reserved)).{0,80}",
    r".{0,60}(?:ICP备|ICP证|公网安备|网站标识码|网络视听许可证|新闻信息服务许可证).{0,80}",
    r"(?:主办|承办|协办|技术支持|版权|制作)(?:单位)?\s*[:：].{1,60}",
    r"(?:特别|郑重|免责|版权|重要)?(?:声明|提示|提醒)\s*[:：].{0,40}(?:转载|版权|侵权|立场|投资建议|责任|来源|原创).{0,160}",
    r".{0,60}(?:转载请注明|请注明(?:出处|来源)|未经.{0,14}(?:授权|许可|允许|同意).{0,20}(?:转载|使用|复制|不得)|"
    r"(?:如有|若有|涉嫌|如涉及?)侵权).{0,120}",
    r".{0,30}(?:不代表本[网站刊报]|仅代表作者|与本[网站]无关).{0,80}",
    r"(?:举报|联系|服务|客服|新闻|投稿|监督)?(?:电话|热线|邮箱|E-?mail)\s*[:：]"
    r"\s*[\w@.+()（） -]{5,60}",
)
_IS_CONTROL = re.compile("|".join(f"(?:{pattern})" for pattern in _CONTROLS))
_IS_NOTICE = re.compile("|".join(f"(?:{pattern})" for pattern in _NOTICES))
MAX_CONTROL, MAX_NOTICE = 90, 200

_RELATED = re.compile(
    r"(?:相关|延伸|推荐|热点|热门|猜你|为你|精彩|最新|编辑|更多|往期|扩展|拓展)"
    r"(?:相关|推荐|阅读|报道|新闻|文章|链接|附件|文档|资讯|内容|专题|喜欢|回顾|精选|话题){1,2}\s*[:：>»]*"
)

_CAPTIONS = (
    r".{0,70}[\u4e00-\u9fff·]{2,10}(?:摄|供图|制图|摄影)[)）]?[。]?",
    r".{0,60}(?:记者|通讯员)[\s/]*[\u4e00-\u9fff]{1,4}\s?[\u4e00-\u9fff]{0,4}\s*(?:摄影?|文/图)?[)）]?",
    r"[(（]?(?:图表?|圖表?|资料|数据|表格|相片|照片|图片|制表|制图)\s*(?:来源|资料来源|出处|提供)?\s*(?:来源)?\s*[:：].{0,60}",
    r"[(（]?(?:资料|网络|示意|新华社|视觉中国|档案|法新社|路透社|美联社)(?:图片?|照片|截图)[)）]?(?:[。/].{0,20})?",
    r".{0,60}[(（](?:资料|网络|网上|新华社|受访者|示意|档案|视频)?(?:图片?|照片|截图|摄|供图).{0,12}[)）]",
    r"[\u4e00-\u9fff·\s]{2,20}作(?:政府)?工作报告。?",
    r"[▲△↑▼↓].{0,80}",
    r"(?:上图|下图|左图|右图|图为|图片为|图片说明|图注|题图).{0,80}",
    r"[图表]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:-\d{1,2})?(?:[\s:：.、].{1,60})?",
)
_IS_CAPTION = re.compile("|".join(f"(?:{pattern})" for pattern in _CAPTIONS))
MAX_CAPTION = 90

# A mark of punctuation alone in its line was broken off a sentence.
_PUNCTUATION = re.compile("[，。、；：！？（）“”《》]{1,2}")

_CELL = re.compile(r"\t+|\s{2,}|\s*\|\s*")
_NUMBER_CELL = re.compile(r"[-+±]?[\d,.]+%?|[-—–…/]+")
_SPACED_ROW = re.compile(r"\S{1,16}(?:\s[-+]?[\d,.]+%?){2,}")
# Three cells make a row; two may be a label and its value or a name in two parts.
MIN_CELLS = 3


def is_chrome(folded: str) -> bool:
    """Whether the line belongs to the page: navigation, buttons, notices, counters."""
    if not any(char.isalnum() for char in folded):
        return not _PUNCTUATION.fullmatch(folded)
    if len(folded) > MAX_NOTICE:
        return False
    if len(folded) <= MAX_CONTROL and _is_bar(folded):
        return True
    if len(folded) <= MAX_CONTROL and folded[-1] not in "。；，" and _IS_CONTROL.fullmatch(folded):
        return True
    if _IS_NOTICE.fullmatch(folded):
        return True
    rest, links = _URL.subn("", folded)
    return links > 0 and len(rest.strip(" :：()（）|-")) <= 14 and not re.search("[。！？%]", rest)


def _is_bar(folded: str) -> bool:
    """Whether the line is a row of buttons, some with a counter."""
    cells = [cell for cell in _BAR.split(folded) if cell and not cell.isdigit()]
    return bool(cells) and all(_IS_BUTTON.fullmatch(cell) for cell in cells)


def is_related_label(folded: str) -> bool:
    """Whether a list of links to other pages begins here."""
    return bool(_RELATED.fullmatch(folded))


def is_caption(folded: str) -> bool:
    """Whether the line is a caption, a photo credit or the source of a chart."""
    return len(folded) <= MAX_CAPTION and bool(_IS_CAPTION.fullmatch(folded))


def is_table_row(folded: str) -> bool:
    """Whether the line is a row of cells and not prose."""
    if folded.startswith("|") and folded.endswith("|") and folded.count("|") > MIN_CELLS - 1:
        return True
    if any(mark in folded for mark in "。！？；"):
        return False
    if _SPACED_ROW.fullmatch(folded):
        return True
    cells = [cell for cell in _CELL.split(folded) if cell]
    if len(cells) < MIN_CELLS:
        return False
    return any(_NUMBER_CELL.fullmatch(cell) for cell in cells) or "\t" in folded
