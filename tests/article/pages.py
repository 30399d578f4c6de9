# ruff: noqa: E501
"""Web pages in shapes of Chinese sites, built around an article of one's own.

Each shape is a function from the article (its title and blocks) to a whole page
with the frame that such sites put around one.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

Block = tuple[str, str]
"""Its kind (p, h: a heading, t: a table, rows by line and cells by blank) and its text."""

Shape = Callable[[str, Sequence[Block]], str]

AUTHOR, DATE, SITE = "周知微", "2025-11-05", "南湾新闻网"
FOLDER = Path(__file__).parents[1] / "articles"
# Words of the frames, none of which may be left of a page. But for the teasers of a newspaper:
# headlines with a sentence or two below read like an article.
FRAME = (
    *("首页", "要闻", "财经", "设为首页", "无障碍浏览", "联系我们", "ICP备", "公网安备", "版权所有"),
    *("扫一扫", "分享到", "热点排行", "相关阅读", "下一篇", "打印本页", "关闭窗口", "点击这里"),
    *("收听更多", "阅读原文", "预览时标签", "微信号", "赞赏", "发表评论", "留言", "归档", "标签云"),
    *("网站地图", "主办单位", "你可能也想看", "私隱政策", "熱門", "更多新聞", "字體大小"),
)  # fmt: skip


def article(name: str) -> tuple[str, list[Block]]:
    """The title and the blocks of one of the project's own test articles."""
    title, *lines = (FOLDER / f"{name}.txt").read_text("utf-8").split("\n")
    kept = [line.strip() for line in lines if line.strip()]
    return title.lstrip("# "), [
        ("h" if re.match(r"#|[一二三四五六七八九十]{1,2}、", line) else "p", line.lstrip("# "))
        for line in kept
    ]


def _links(*names: str) -> str:
    return "".join(f'<li><a href="/{n}.html" title="{name}">{name}</a></li>'
                   for n, name in enumerate(names))  # fmt: skip


MENU = ("首页", "要闻", "财经", "体育", "专题", "视频")
NEWS = (
    "山城夜市回暖，摊主说生意好了三成",
    "专家：养老服务要算好三笔账，既要兜底也要提质",
    "天文馆夜场开放一周年，接待观众逾二十万人次",
    "新一轮寒潮将至，多地气温将下降10℃以上",
    "图解：一张图看懂明年的假期怎么放",
)


def table(text: str, cell: str = "td") -> str:
    rows = [line.split() for line in text.split("\n")]
    return "".join(f"<tr>{''.join(f'<{cell}>{c}</{cell}>' for c in row)}</tr>" for row in rows)


def government_notice(title: str, blocks: Sequence[Block]) -> str:
    """A portal in ASP style: a table of the document's data, TRS editor, indents by blanks."""
    body = "".join(
        f"<table border=1><tbody>{table(text)}</tbody></table>"
        if kind == "t"
        else f'<p style="text-indent: 2em;"><strong>　　{text}</strong></p>'
        if kind == "h"
        else f'<p style="text-indent: 2em; line-height: 1.8">　　{text}</p>\n'
        for kind, text in blocks
    )
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>{title}_政策文件_南湾市人民政府门户网站</title>
<meta name="SiteName" content="{SITE}"><meta name="ColumnName" content="政策文件">
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{DATE} 10:20">
<meta name="ContentSource" content="{SITE}"><meta name="Author" content="{AUTHOR}">
<script>var wdmc = "南湾市，门户。";</script><style>.xxgk {{ color: #333 }}</style></head><body>
<div class="top_bar"><div class="w1200"><a>设为首页</a> | <a>无障碍浏览</a> | <a>联系我们</a></div></div>
<div class="header"><div class="logo"><img src="l.png" alt="南湾市人民政府"></div>
<ul class="nav">{_links(*MENU)}</ul></div>
<div class="w1200 main"><div class="BreadcrumbNav">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>政策文件</a></div>
<table class="xxgk_table" width="100%"><tr><td>索引号：</td><td>NW000/2025-00117</td><td>发布机构：</td><td>市政府办公室</td></tr>
<tr><td>成文日期：</td><td>2025年11月3日</td><td>有效性：</td><td>有效</td></tr></table>
<div class="article"><h1>{title}</h1><div class="pages-date">{DATE} 10:20 <span class="font">来源： {SITE}</span>
【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印本页</a></div>
<div class="share" id="share">分享到：<a></a></div>
<div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR">{body}</div></div>
<div class="editor"><span>责任编辑：林安</span></div>
<div class="related"><h3>相关阅读</h3><ul>{_links(*NEWS)}</ul></div>
<div class="page_btn"><a>打印本页</a><a>关闭窗口</a></div></div></div>
<div class="footer"><p>主办单位：南湾市人民政府办公室　　网站标识码：0000000000</p>
<p>版权所有：南湾市人民政府　京ICP备00000000号　京公网安备 00000000000000号　<a>网站地图</a></p></div>
</body></html>"""


def newspaper(title: str, blocks: Sequence[Block]) -> str:
    """A newspaper's site: a bar of headlines beside the article, and more of them below."""
    body = "".join(
        f"<table>{table(text)}</table>" if kind == "t"
        else f"<p><strong>{text}</strong></p>\n" if kind == "h" else f"<p>　　{text}</p>\n"
        for kind, text in blocks
    )  # fmt: skip
    summaries = "".join(
        f'<li><h4><a href="/a{n}">{text}</a></h4><p>{text}。记者走访时，不少人都这样说。</p></li>'
        for n, text in enumerate(NEWS)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}-{SITE}</title>
<meta name="publishdate" content="{DATE}"><meta name="source" content="{SITE}">
<meta name="author" content="{AUTHOR}"><meta property="og:site_name" content="{SITE}"></head><body>
<div class="header domPC"><div class="nav-list"><ul>{_links(*MENU)}</ul></div></div>
<div class="head-line clearfix"><h1><span class="title">{title}</span></h1>
<div class="header-cont"><div class="header-time">2025 <em>11/05</em> 08:12:30</div>
<div class="source">来源：{SITE}</div></div></div>
<div class="main clearfix"><div class="main-left left"><div class="columBox domPC"><div class="adv">扫一扫</div></div>
<div id="detail"><div id="detailContent">{body}</div>
<div class="zan-wap"><a class="zan"></a><div>+1</div></div>
<span class="tiyi1"><a>【纠错】</a></span><span class="editor"> 【责任编辑：林安】 </span></div>
<div class="bdsharebuttonbox">分享到：<a title="分享到微信"></a></div>
<div class="nextpage">下一篇：<a href="/n">{NEWS[3]}</a></div>
<div class="relate-news"><div class="column-name">相关阅读</div><ul>{summaries}</ul></div></div>
<div class="main-right right"><div class="name">热点排行</div><ul class="right-wap hot-news">{_links(*NEWS)}</ul>
<div class="xuanshi"><p>天文馆夜场开放以来，家长带着孩子排起长队，工作人员说，周末最多时一晚要接待三千人。</p></div></div></div>
<div class="footer"><div class="copyright">版权所有 {SITE} 未经授权，不得转载。<a>联系我们</a></div></div>
</body></html>"""


def wechat(title: str, blocks: Sequence[Block]) -> str:
    """A WeChat article: sections in sections, spans for all, the text hidden until scripts run."""
    parts = []
    for n, (kind, text) in enumerate(blocks):
        span = f'<span style="font-size: 15px;letter-spacing: 1px;" leaf="">{text}</span>'
        if kind == "t":
            parts.append(f"<section><table><tbody>{table(text)}</tbody></table></section>")
        elif kind == "h":
            parts.append(
                f'<section data-tools="135编辑器" data-id="{n}"><section style="text-align:center">'
                f"<section><strong>{span}</strong></section></section></section>"
            )
        elif n % 3:
            parts.append(f'<section style="line-height: 2em;">{span}</section>')
        else:
            parts.append(f"<p>{span}</p><p><br></p>")
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title></title>
<meta property="og:title" content="{title}"><meta name="author" content="{AUTHOR}">
<meta property="og:site_name" content="微信公众平台"><meta property="og:article:author" content="{AUTHOR}"></head>
<body id="activity-detail"><div id="js_article" class="rich_media"><div class="rich_media_inner">
<div id="page-content" class="rich_media_area_primary"><div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">{title}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">原创</span>
<span id="js_author_name">{AUTHOR}</span> <a id="js_name">南湾观察</a>
<div id="js_profile_qrcode" style="display:none"><strong>南湾观察</strong><p><label>微信号</label><span>nwgc</span></p></div>
<em id="publish_time">{DATE}</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
<section><section class="box">{"".join(parts)}</section></section></div>
<div id="js_tags_preview_toast">预览时标签不可点</div></div></div>
<div id="js_pc_close_btn">赞赏</div><div class="rich_media_tool"><a id="js_view_source">阅读原文</a></div>
<div class="rich_media_area_extra"><p>发表评论</p></div></div></div>
<script>var msg_title = "{title}";</script></body></html>"""


def blog(title: str, blocks: Sequence[Block]) -> str:
    """A blog in HTML 5 with a side bar of widgets and comments below."""
    parts = []
    for kind, text in blocks:
        tag = {"h": "h2", "p": "p", "t": "table"}[kind]
        inner = table(text, "td") if kind == "t" else text
        parts.append(f"<{tag}>{inner}</{tag}>")
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8">
<title>{title} – {SITE}</title><meta property="og:title" content="{title}">
<meta property="og:site_name" content="{SITE}"><meta name="author" content="{AUTHOR}">
<meta property="article:published_time" content="{DATE}T08:00:00+08:00"></head>
<body class="post-template single single-post"><div id="page" class="site"><header id="masthead" class="site-header">
<p class="site-title"><a href="/">{SITE}</a></p><nav id="site-navigation"><ul class="menu">{_links(*MENU)}</ul></nav></header>
<div id="content" class="site-content"><main id="main"><article id="post-17" class="post hentry"><header class="entry-header">
<h1 class="entry-title">{title}</h1><div class="entry-meta"><time datetime="{DATE}">2025年11月5日</time> <span class="byline">{AUTHOR}</span></div></header>
<div class="entry-content">{"".join(parts)}<div class="sharedaddy">分享到：<a>微博</a></div></div>
<footer class="entry-footer"><span class="cat-links">分类：<a>随笔</a></span> <a>留言</a></footer></article>
<nav class="post-navigation"><a rel="next">下一篇 {NEWS[1]}</a></nav>
<div id="comments" class="comments-area"><h2>发表评论</h2><ol class="comment-list"><li class="comment"><p>写得真好，点击这里看我的博客，欢迎互访。</p></li></ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>归档</h2><ul>{_links("2025年10月", "2025年9月")}</ul></section>
<section class="widget"><h2>标签云</h2><a>经济</a> <a>城市</a></section></aside></div>
<footer id="colophon"><div class="site-info">版权所有 © {SITE}</div></footer></div></body></html>"""


def hong_kong_news(title: str, blocks: Sequence[Block]) -> str:
    """A Hong Kong news site: one block of text with <br> for paragraphs."""
    body = ""
    for kind, text in blocks:
        if kind == "t":
            body += f"<table>{table(text)}</table>"
        else:
            body += f"{'<b>' + text + '</b>' if kind == 'h' else text}<br />\n<br />\n"
    return f"""<!DOCTYPE html><html lang="zh-HK"><head><meta charset="utf-8"><title>{title} - {SITE}</title>
<meta name="author" content="{AUTHOR}"><meta property="og:site_name" content="{SITE}">
<meta property="article:published_time" content="{DATE}"><meta property="og:title" content="{title}"></head><body>
<div id="topBar"><ul>{_links("首頁", "本地", "大中華", "國際", "財經", "體育")}</ul></div>
<div class="container"><div class="row"><div class="col-md-8"><h2 class="itemTitle">{title}</h2>
<div class="createddate">2025-11-05 HKT 08:12</div><div class="fontsize">字體大小：<a>A</a> <a>A</a></div>
<div class="itemBody"><div class="itemSlideShow"><img alt="{title}"></div>
<div class="itemFullText">{body}</div></div>
<div class="audio">收听更多</div></div>
<div class="col-md-4 sidebar"><div class="heading">熱門</div><ul>{_links("天文馆夜场延長開放", "颱風逼近，航班或受影響")}</ul></div></div>
<div class="moreNews"><span>更多新聞</span><div class="owl"><a href="/1">你可能也想看：颱風逼近，航班或受影響</a></div></div></div>
<div class="footer"><a>私隱政策</a> <a>联系我们</a> © {SITE} 版权所有</div></body></html>"""


def statistics(title: str, blocks: Sequence[Block]) -> str:
    """A statistics bulletin pasted from Word: spans in paragraphs, tables with spanning heads."""
    parts = []
    for kind, text in blocks:
        if kind == "t":
            rows = table(text).replace("<td>", '<td valign="top"><p class="MsoNormal"><span>')
            rows = rows.replace("</td>", "<o:p></o:p></span></p></td>")
            parts.append(
                '<div align="center"><table class="MsoNormalTable" border="0" width="600"><tbody>'
                f"{rows}</tbody></table></div>"
            )
        else:
            span = f'<span style="font-family:宋体;font-size:16pt">{text[:7]}</span><span lang="EN-US">{text[7:]}</span>'
            align = ' align="center"' if kind == "h" else ""
            inner = f"<b>{span}</b>" if kind == "h" else span
            parts.append(
                f'<p class="MsoNormal"{align} style="text-indent:32pt">\n{inner}<o:p></o:p></p>'
            )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}- {SITE}</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{DATE} 09:30:00">
<meta name="ContentSource" content="{SITE}"><meta name="Author" content="{AUTHOR}"></head><body>
<div class="wrapper"><div class="header"><div class="nav_box"><ul>{_links(*MENU)}</ul></div></div>
<div class="detail-mbx">您的位置：<a>首页</a> &gt; <a>数据</a> &gt; <a>公报</a></div>
<div class="detail-title"><h1>{title}</h1><div class="detail-title-des"><h2><p>{DATE} 09:30</p><p><span>来源：{SITE}</span></p></h2>
<div class="right">字体：[<a>大</a> <a>中</a> <a>小</a>] <a>打印本页</a></div></div></div>
<div class="detail-text-content"><div class="txt-content"><div class="trs_editor_view TRS_UEDITOR trs_paper_default"><div class="Section0">
{"".join(parts)}</div></div></div><div class="bdsharebuttonbox">扫一扫，分享到微信</div></div>
<div class="detail-bottom"><ul><li>下一篇：<a>{NEWS[4]}</a></li></ul><a>关闭窗口</a></div>
<div class="footer"><p>主办单位：南湾市统计局　版权所有</p><p>京ICP备00000000号 京公网安备 00000000000000号</p></div></div></body></html>"""


SHAPES: tuple[Shape, ...] = (
    government_notice, newspaper, wechat, blog, hong_kong_news, statistics,
)  # fmt: skip
