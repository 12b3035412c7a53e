"""HTML pages of government sites: what is the document, what is metadata, what is the site's."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.loaders.formats.decode import decode
from kg.loaders.formats.html import HtmlFormat

from kg.errors import InputError
from kg.source import Source

PATH = Path("plan.html")
PROSE = "坚持创新驱动，推动高质量发展，加快建设示范区，全面完成各项任务。"


def read(page: str) -> Source:
    return HtmlFormat().read(page.encode(), PATH)


def of_kind(source: Source, kind: str) -> list[str]:
    texts = [source.text[block.start : block.end] for block in source.blocks if block.kind == kind]
    return [line for text in texts for line in text.split("\n")]


def pairs(source: Source) -> list[tuple[str, str]]:
    found = [pair for block in source.blocks for pair in block.pairs]
    return [(source.text[slice(*label)], source.text[slice(*value)]) for label, value in found]


def tables(source: Source) -> list[list[list[str]]]:
    return [
        [[source.text[cell.start : cell.end] for cell in row] for row in block.rows]
        for block in source.blocks
        if block.kind == "table"
    ]


PORTAL = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>某市政府</title>
<script>var html = "<div>不是正文。</div>";</script><style>p {{ margin: 0 }}</style></head><body>
<div class="header"><a href="/">首页</a> | <a href="/zw">政务公开</a></div>
<div class="nav"><ul><li><a href="1">走进某市</a></li><li><a href="2">新闻中心</a></li></ul></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/x">政府信息公开</a> &gt; 正文</div>
<table class="xxgk"><tr><td>索&nbsp;引&nbsp;号：</td><td>0142/2023-0111</td><td>主题分类：</td><td>市场监管</td></tr>
<tr><th>发文机关</th><td>某市人民政府</td><th>成文日期</th><td>2023年02月17日</td></tr>
<tr><td>标&emsp;&emsp;题：</td><td colspan="3">关于印发某市工作方案的通知</td></tr></table>
<h1>关于印发某市<br>工作方案的通知</h1>
<div class="info">来源：某市人民政府 发布时间：2023-02-18 14:04 浏览次数：<span id="n"></span></div>
<div class="TRS_Editor"><p align="center">某政发〔2023〕4号</p><p>各县（市、区）人民政府，市各委办局：</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;现将《某市工作方案》印发给你们，请认真<b>贯彻</b>落实。</p>
<p style="text-align:right">某市人民政府&nbsp;&nbsp;</p><p style="text-align:right">2023年2月17日</p>
<p>&emsp;&emsp;一、总体要求</p><p>&emsp;&emsp;{PROSE}</p></div>
<div class="share">分享到：<a href="#">微信</a></div>
<div class="related"><h3>相关稿件</h3><ul><li><a href="3">某市召开工作会议</a></li></ul></div>
<div class="footer">主办单位：某市人民政府 网站标识码：3200000001 苏ICP备05000000号</div></body></html>"""

BODY = [
    "关于印发某市工作方案的通知",
    "某政发〔2023〕4号",
    "各县（市、区）人民政府，市各委办局：",
    "现将《某市工作方案》印发给你们，请认真贯彻落实。",
    "某市人民政府",
    "2023年2月17日",
    "一、总体要求",
    PROSE,
]


def test_a_portals_page() -> None:
    source = read(PORTAL)
    assert of_kind(source, "body") == BODY
    assert pairs(source) == [
        ("索 引 号", "0142/2023-0111"),
        ("主题分类", "市场监管"),
        ("发文机关", "某市人民政府"),
        ("成文日期", "2023年02月17日"),
        ("标 题", "关于印发某市工作方案的通知"),
        ("来源", "某市人民政府"),
        ("发布时间", "2023-02-18 14:04"),
        ("浏览次数", ""),
    ]
    chrome = " ".join(of_kind(source, "chrome"))
    assert all(
        word in chrome for word in ("政务公开", "走进某市", "当前位置", "分享到", "某市召开工作会议", "ICP备")
    )
    assert "margin" not in source.text and "不是正文" not in source.text


LAYOUT = f"""<html><body><form id="form1"><table width="1000"><tr><td><table><tr><td><a href="1">网站首页</a></td>
<td><a href="2">政务公开</a></td></tr></table></td></tr><tr><td>您现在的位置：<a href="#">首页</a> &gt;&gt; 公告</td></tr>
<tr><td align="center"><b>某市重点任务分工方案</b></td></tr>
<tr><td>发布日期：2021-12-31 【<a href="javascript:window.print()">打印</a>】【<a href="#">关闭窗口</a>】</td></tr>
<tr><td id="zoom">　　{PROSE}<br>　　一、重点任务<br>　　1．完善体系。加强执法。（责任单位：市公安局、市文化<br>
广电旅游局）<br><br>　　2．健全机制。形成合力。<br><div align="right">某市知识产权局<br>2021年12月30日</div></td></tr>
<tr><td>上一篇：<a href="9">某市召开会议</a></td></tr><tr><td>版权所有：某市知识产权局</td></tr></table></form></body></html>"""


def test_a_page_laid_out_by_tables_has_none() -> None:
    source = read(LAYOUT)
    assert tables(source) == []
    assert of_kind(source, "body") == [
        "某市重点任务分工方案",
        PROSE,
        "一、重点任务",
        "1．完善体系。加强执法。（责任单位：市公安局、市文化广电旅游局）",
        "2．健全机制。形成合力。",
        "某市知识产权局",
        "2021年12月30日",
    ]


TASKS = """<table><tr><td rowspan="2">序号</td><td colspan="2">任务</td><td rowspan="2">责任单位</td></tr>
<tr><td>名称</td><td>内容</td></tr><tr><td>1</td><td>导航</td><td><p>开展导航。</p><p>形成报告。</p></td>
<td rowspan="2">市市场<br>监管局<br>市科技局</td></tr><tr><td>2<td>保护<td>加强&amp;执法。</tr></table>"""


def test_merged_cells_stand_at_every_position_and_are_printed_once() -> None:
    source = read(f"<p>一、任务</p>{TASKS}<p>{PROSE}</p>")
    assert tables(source) == [
        [
            ["序号", "任务", "任务", "责任单位"],
            ["序号", "名称", "内容", "责任单位"],
            ["1", "导航", "开展导航。形成报告。", "市市场监管局 市科技局"],
            ["2", "保护", "加强&执法。", "市市场监管局 市科技局"],
        ]
    ]
    assert of_kind(source, "table")[1:] == [
        "\t名称\t内容\t",
        "1\t导航\t开展导航。形成报告。\t市市场监管局 市科技局",
        "2\t保护\t加强&执法。\t",
    ]
    (block,) = [block for block in source.blocks if block.kind == "table"]
    assert [cell.header for cell in block.rows[0]] == [True] * 4
    assert block.rows[2][3] == block.rows[3][3]


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("关于印发方案的通知<br>各县人民政府：<br>　　现印发给你们。", ["关于印发方案的通知", "各县人民政府：", "现印发给你们。"]),
        ("<p>甲。<p>乙。<div>丙<b>丁<i>戊</b>己</i>。</div>", ["甲。", "乙。", "丙丁戊己。"]),  # unclosed, overlapping
        ("<ol><li>导航。</li><li>2. 保护。</li></ol>", ["1.导航。", "2.保护。"]),  # numbers that only the page shows
        ('<ol start="3"><li><p>导航。</p><p>续。</p></li><li>保护。', ["3.导航。", "续。", "4.保护。"]),
        ("<ul><li>导航。</li><li>保护。</li></ul>", ["导航。", "保护。"]),
        ("<pre>第一行。\n第二行。</pre>", ["第一行。", "第二行。"]),
        ("<p>第一\n行。</p>", ["第一行。"]),  # a line end in the source is a space
        ("<p>&ldquo;十四五&rdquo; &#22269;&#x5BB6; AT&T &nosuch;</p>", ["“十四五”国家AT&T &nosuch;"]),
        ("<p>公式 a < b 成立。</p>", ["公式a < b成立。"]),  # a sign is no tag
        ("<!-- <p>注释。</p> --><p>正文。</p><!-- 未完", ["正文。", "未完"]),  # better too much than too little
        (f"<p>{PROSE}</p><p style='display: none'>隐藏。</p><div hidden>也。</div>", [PROSE]),
        (f"<p>{PROSE}</p><script>'</p>'", [PROSE]),  # a script that goes on to the end
        (f"<p>{PROSE}</p><a href='x", [PROSE]),  # cut off within a tag
        ("<article><header><h1>某市方案</h1><p>某市政府</p></header><p>推进。</p></article>", ["某市方案", "某市政府", "推进。"]),
        ("<table><tr><td>单独一格的长文。</td></tr></table>", ["单独一格的长文。"]),
    ],
)  # fmt: skip
def test_fragments(page: str, body: list[str]) -> None:
    assert of_kind(read(page), "body") == body


@pytest.mark.parametrize(
    "page",
    [
        "<ul><li><span>索引号：</span>0142</li><li>发文机关：<em>某市政府</em></li></ul>",
        "<dl><dt>索引号</dt><dd>0142</dd><dt>发文机关</dt><dd>某市政府</dd></dl>",
        "<div>【索引号】 0142 【发文机关】某市政府</div>",
        "<table><tr><td>索引号：0142</td><td>发文机关：某市政府</td></tr></table>",
        "<table><tr><td>索引号</td><td>0142</td></tr><tr><td>发文机关</td><td>某市政府</td></tr></table>",
    ],
)
def test_metadata_in_every_form(page: str) -> None:
    source = read(f"<body>{page}<p>一、总体要求</p><p>{PROSE}</p></body>")
    expected = [("索引号", "0142"), ("发文机关", "某市政府")]
    assert pairs(source) == expected
    assert of_kind(source, "body") == ["一、总体要求", PROSE]


def test_text_that_only_a_script_shows_is_read() -> None:
    assert read(f"<body><div style='display:none'>{PROSE}</div></body>").text == PROSE


def test_a_container_named_like_a_menu_keeps_its_text() -> None:
    assert of_kind(read(f"<div class='page'><div class='nav'><p>{PROSE}</p></div></div>"), "body") == [PROSE]


def check(source: Source, decoded: str) -> None:
    at = 0
    for block in source.blocks:
        assert block.start == at
        at = block.end + 1
        assert len({len(row) for row in block.rows}) <= 1
    assert at == len(source.text) + 1
    for run in source.places:
        printed = source.text[run.text : run.text + run.length]
        assert decoded[run.file : run.file + run.length] == printed or decoded[run.file] == "&"


@pytest.mark.parametrize("page", [PORTAL, LAYOUT, TASKS])
@pytest.mark.parametrize("share", [1.0, 0.9, 0.7, 0.5])
def test_places_hold_and_a_page_cut_off_is_read_as_far_as_it_goes(page: str, share: float) -> None:
    cut = page[: int(len(page) * share)]
    check(read(cut), cut)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='nav'>", "</div>", "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td>", "</td>",
     "<th colspan='9'>", "<ol>", "<li>", "</ol>", "<br>", "<a href=x>", "</a>", "<b>", "</i>", "&nbsp;", "&amp;", "&#x4e2d;",
     "<!--", "-->", "<script>", "</script>", "<", ">", "'", "一、总体要求", "坚持创新，推动发展。", "索引号：0142", " ", "\n",
     "<pre>", "<span style='display:none'>", "</span>", "市教育局", "<dl><dt>文号<dd>", "<title>", "<h1>", "<hr/>"]
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=40))
def test_the_laws_hold_for_any_tags(pieces: list[str]) -> None:
    page = "".join(pieces)
    with suppress(InputError):
        check(read(page), decode(page.encode(), PATH, markup=True)[0])


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        ("<div>甲", 50_000),
        ("<table><tr><td>甲", 30_000),
        ("<table><tr><td colspan=100000000 rowspan=100000000>甲</td></tr>", 20_000),
        ("<tr><td rowspan=100000000>甲<td>乙</tr>", 20_000),
        ("<!--", 100_000),
        ("<a ", 100_000),
        ("<a b='", 100_000),
        ("&amp;", 200_000),
        ("</div></p></td>", 50_000),
        ("<b>甲</i>", 50_000),
        ("<", 300_000),
    ],
    ids=str,
)
def test_hostile_pages_take_linear_time(unit: str, count: int) -> None:
    start = time.perf_counter()
    with suppress(InputError):
        read("<html><body><table>" + unit * count)
    assert time.perf_counter() - start < 30  # a quadratic step takes many minutes
