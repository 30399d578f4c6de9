"""Pages in the shapes that Chinese sites have, all with the same article and the same chrome."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studykit.article.html import read_html
from studykit.article.model import Metadata
from studykit.article.parse import parse_article
from studykit.errors import ReadError
from tests.article import pages
from tests.article.refusals import refusal_of

TITLE = "城市里的绿意更浓了"
HEADS = ("一、家底更厚", "二、品质更优")
PARAGRAPHS = (
    "记者从会上获悉，本市去年新增公园绿地三十二公顷，同比增长8.5%，群众满意度稳步提升。",
    "市民张先生说，家门口的公园多了，散步的人也多了，“以前要走半小时，如今推窗见绿”。",
    "数据显示，全市人均公园绿地面积由12.1平方米提高到13.4平方米，连续五年实现增长。",
    "下一步，市里将以口袋公园、城市绿道、郊野公园为重点，完善公园体系，让更多人受益。",
)
MENU = "".join(
    f'<li><a href="/{k}">{name}</a></li>' for k, name in enumerate(("首页", "要闻", "财经", "体育"))
)
RELATED = (
    '<li><a href="/r1">某地举行植树活动，引来众多市民</a></li>'
    '<li><a href="/r2">专家谈城市更新的三个方向</a></li>'
)
FOOTER = "<p>关于我们 | 联系方式</p><p>版权所有：某某网 京ICP备00000000号 未经授权，不得转载</p>"
CHROME = ("首页", "要闻", "植树活动", "专家谈", "关于我们", "ICP", "热门推荐", "阅读原文")
HEAD = (
    '<meta name="author" content="李明"><meta property="article:published_time" '
    'content="2025-03-12T08:00:00+08:00"><meta property="og:site_name" content="某某网">'
    f"<title>{TITLE}_要闻_某某网</title>"
)
HINTS = Metadata(TITLE, "李明", "2025-03-12", "某某网")


def page(body: str, head: str = HEAD) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


A, B, C, D = PARAGRAPHS
ONE, TWO = HEADS
PAGES = {
    "news": page(
        f'<div class="top"><ul>{MENU}</ul></div><div>当前位置：<a>首页</a> &gt; <a>要闻</a></div>'
        f'<div class="main"><div class="left"><h1>{TITLE}</h1><div>2025-03-12 来源：某某网</div>'
        f'<div id="content"><p>　　{A}</p><p>　　<strong>{ONE}</strong></p><p>　　{B}</p>'
        f"<p>　　<strong>{TWO}</strong></p><p>　　{C}</p><p>　　{D}</p></div></div>"
        f'<div class="right"><h3>热门推荐</h3><ul>{RELATED}</ul></div></div><div>{FOOTER}</div>'
    ),
    "laid out in tables": page(
        f"<table><tr><td><ul>{MENU}</ul></td></tr></table><table><tr><td>{TITLE}</td></tr>"
        f"<tr><td>发布时间：2025-03-12</td></tr><tr><td><style>p{{}}</style>{p('&nbsp;' + A)}"
        f"<p align=center><b>{ONE}</b></p>{p(B)}<p><b>{TWO}</b></p>{p(C, D)}</td></tr></table>"
        f"<table><tr><td>{FOOTER}</td></tr></table>"
    ),
    "a form around all": page(
        f'<form id="aspnetForm"><input value="首页"><ul>{MENU}</ul><div>{p(A)}<h2>{ONE}</h2>{p(B)}'
        f'<h2>{TWO}</h2>{p(C, D)}</div><div class="footer">{FOOTER}</div></form>'
    ),
    "sections of sections": page(
        f'<div id="js_article"><h1>{TITLE}</h1><div><em>2025年03月12日</em></div>'
        '<div id="js_content" style="visibility:hidden">'
        f"<section><section><p><span>{A}</span></p></section></section>"
        f"<section><span><strong>{ONE}</strong></span></section><section><p>{B}</p></section>"
        f"<section><strong>{TWO}</strong></section><section><span>{C}</span></section>"
        f"<section>{D}</section></div></div><div><a>阅读原文</a></div>"
    ),
    "br for paragraphs": page(
        f'<div id="nav">{MENU}</div><center><b>{TITLE}</b></center><div class="text">'
        f"<br>　　{A}<br><br>　　{ONE}<br><br>　　{B}<br><br>　　{TWO}<br><br>　　{C}<br><br>"
        f"　　{D}<br></div><ul>{RELATED}</ul><div>{FOOTER}</div>"
    ),
    "semantic": page(
        f"<header><nav><ul>{MENU}</ul></nav></header><main><article><h1>{TITLE}</h1>{p(A)}"
        f"<h2>{ONE}</h2>{p(B)}<h2>{TWO}</h2>{p(C)}<blockquote>{p(D)}</blockquote></article>"
        f"<aside class='sidebar'><h3>热门推荐</h3><ul>{RELATED}</ul></aside></main>"
        f"<footer>{FOOTER}</footer>"
    ),
}


@pytest.mark.parametrize("shape", PAGES)
def test_short_article(shape: str) -> None:
    text, hints = read_html(PAGES[shape], "a.html")
    lines = [line.strip("　#* ") for line in text.split("\n")]
    assert [line for line in lines if line in {*PARAGRAPHS, *HEADS}] == [A, ONE, B, TWO, C, D]
    assert hints == HINTS
    read = parse_article(text, "a.html", "", hints)
    assert [sentence.text for sentence in read.sentences] == [A, B, C, D]
    assert [section.title for section in read.sections] == ["", "家底更厚", "品质更优"]


@pytest.mark.parametrize("shape", pages.SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("name", ["city_bulletin", "economy_news", "hk_news", "county_report"])
def test_whole_article(shape: pages.Shape, name: str) -> None:
    title, blocks = pages.article(name)
    text, hints = read_html(shape(title, blocks), "a.html")
    read = parse_article(text, "a.html", "", hints)
    want = parse_article((pages.FOLDER / f"{name}.txt").read_text("utf-8"), "a.txt")
    got = {_bare(sentence.text) for sentence in read.sentences}
    whole = {_bare(sentence.text) for sentence in want.sentences}
    assert whole <= got
    assert [word for word in pages.FRAME for sentence in got - whole if word in sentence] == []
    titles = [_bare(section.title) for section in want.sections if section.title]
    assert [_bare(part.title) for part in read.sections if _bare(part.title) in titles] == titles
    assert _bare(hints.title) == _bare(title)
    assert (hints.author, hints.published) == (pages.AUTHOR, pages.DATE)


def _bare(text: str) -> str:
    return "".join(text.split())


def test_tables_of_data_are_rows() -> None:
    title, blocks = pages.article("city_bulletin")
    rows = "指标 单位 数值\n粮食产量 万吨 186.7\n油料产量 万吨 12.6"
    for shape in pages.SHAPES:
        text, _ = read_html(shape(title, [*blocks[:9], ("t", rows), *blocks[9:]]), "a.html")
        found = [line.strip("| ").split(" | ") for line in text.split("\n") if "| " in line]
        assert found[-3:] == [row.split() for row in rows.split("\n")]


@pytest.mark.parametrize("name", ["comment-detail", "comments", "infinite-scroll"])
def test_an_article_in_a_box_with_the_name_of_another_thing(name: str) -> None:
    blocks = pages.article("city_bulletin")[1]
    body = "".join(f"<p>{text}</p>\n" for _, text in blocks)
    text, _ = read_html(page(f"<p>首页，要闻。</p><div class={name}>{body}</div>"), "a.html")
    assert text == "\n\n".join(" ".join(text.split()) for _, text in blocks) + "\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<h1>题</h1>{p(A)}<h3>节</h3>{p(B)}", f"# 题\n\n{A}\n\n### 节\n\n{B}\n"),
        (
            f"{p(A)}<ul><li>甲<li>乙<ul><li>丙</ul></ul>{p(B)}",
            f"{A}\n\n- 甲\n- 乙\n  - 丙\n\n{B}\n",
        ),
        (f"<ol><li><p>{A}</p><p>{B}</p></li></ol>", f"1. {A} {B}\n"),
        ("<p>第一行，<br>第二行。<br><br>第三行。</p>", "第一行，\n\n第二行。\n\n第三行。\n"),
        ("<p>断\n 行，<b>也\n断</b>行。</p>", "断行，也断行。\n"),
        ("<p>用 pip\n install 安装，好。</p>", "用 pip install 安装，好。\n"),
        ("<pre>一，\n二。</pre>", "一，\n二。\n"),
        ("<p>约10<sup>4</sup>平方米。<sup><a href=#1>[1]</a></sup></p>", "约10⁴平方米。\n"),
        ("<p><ruby>绿<rp>(</rp><rt>lù</rt></ruby>意，浓。</p>", "绿意，浓。\n"),
        (
            f"{p(A)}<table><tr><th>年<th>公顷<tr><td>2023<td>29.5<tr><td>2024<td>32</table>",
            f"{A}\n\n| 年 | 公顷 | \n|---|---|\n| 2023 | 29.5 | \n| 2024 | 32 |\n",
        ),
        (f"{p(A)}<figure><img><figcaption>图，甲。</figcaption></figure>", f"{A}\n"),
        (f"{p(A)}<p><a>上一篇：别的文章，好。</a></p>", f"{A}\n"),
        (
            f"<p><a>某县</a>和<a>某市</a>的公园，<a>去年</a>都增加了。<a>绿道</a>也是。</p>{p(A)}",
            None,
        ),
        (f"{p(A)}<script>var a='，。，。，。';</script><!-- ，。 -->", f"{A}\n"),
        (
            f"<div class=comments>{p('好，好。')}</div><div>{p(A, B, C)}</div>",
            f"{A}\n\n{B}\n\n{C}\n",
        ),
        (f"<div class=share>{p(A, B)}</div>", f"{A}\n\n{B}\n"),
        (f"{p(A)}&lt;b&gt;[bold]，&amp;。", f"{A}\n\n<b>[bold]，&。\n"),
        (A, f"{A}\n"),
        (p("短"), "短\n"),
    ],
)
def test_body(body: str, text: str | None) -> None:
    found = read_html(page(body), "a.html")[0]
    if text is None:
        assert found.startswith("某县和某市的公园，去年都增加了。绿道也是。")
    else:
        assert found == text


@pytest.mark.parametrize(
    ("head", "body", "hints"),
    [
        ("", "", Metadata()),
        ("<title>题 - 站</title>", "", Metadata(title="题")),
        ("<title>A-B</title>", "", Metadata(title="A-B")),
        ("<title>站：长题_频道</title>", "<h1>站</h1>", Metadata(title="站")),
        ("<title>题_站</title>", "<h1>别的</h1>", Metadata(title="题")),
        (
            '<meta name="ArticleTitle" content="题"><meta name="PubDate" content="2025-03-12">'
            '<meta name="ContentSource" content="某报"><meta name="Author" content="">',
            "",
            Metadata("题", "", "2025-03-12", "某报"),
        ),
        ('<meta name="date" content="yesterday">', "", Metadata()),
        ("<title>题</title>", p("2019年5月6日，公园开放。"), Metadata("题")),
        (
            '<script type="application/ld+json">{"@context": "https://schema.org", '
            '"@type": "NewsArticle", "headline": "题", "datePublished": "2025-03-12T08:00:00",'
            ' "author": {"@type": "Person", "name": "李明"}}</script>',
            "",
            Metadata("题", "李明", "2025-03-12"),
        ),
    ],
)
def test_hints(head: str, body: str, hints: Metadata) -> None:
    assert read_html(page(body + p(A), head), "a.html")[1] == hints


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<html>",
        page(""),
        page("<script>'中文，。'</script>"),
        "<html>" + "<div>" * 20_000 + "，",
    ],
)
def test_no_text(markup: str) -> None:
    assert re.search(r"网页里没有文字.*no text", refusal_of(lambda: read_html(markup, "a.html")))


TAGS = (
    "p",
    "div",
    "td",
    "table",
    "li",
    "b",
    "a",
    "br",
    "h2",
    "span",
    "sup",
    "pre",
    "article",
    "title",
)
TAG = st.builds("<{}{}>".format, st.sampled_from(("", "/")), st.sampled_from(TAGS))
WORD = st.sampled_from(
    (A, "短", "，", "&#27;[31m", "&#xD800;", "\x1b", "\ufffe", "\ud800", "\v", "*", "\n")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAG | WORD | st.text(max_size=3), max_size=40).map("".join))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    with suppress(ReadError):
        assert read_html(markup, "a.html")[0].strip()


def test_nested_tables_take_no_longer_than_flat_ones() -> None:
    text, _ = read_html(page("<table><tr><td>中，文。" * 60), "a.html")
    assert text.startswith("中，文。\n")  # were each level read again for the one above, never
