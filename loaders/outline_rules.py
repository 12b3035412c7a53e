"""Rules for the lines of an outline that carry no usual number: annexes, bold and bare headings, labels, notes."""

from __future__ import annotations

from .numbering import CN
from .rule import Rule, text_of

ANNEX_LINE = Rule(
    name="beginning-of-an-annex",
    pattern=r"[【\[]?附[ ]*[件表录][ ]*(?P<number>[0-9０-９一二三四五六七八九十]{0,2})[】\]]?[ ]*(?P<colon>[:：]?)[ ]*",
    how="match",
    build=text_of,
    examples={"附件1": ("附件1",), "附 件：": ("附 件：",), "【附表二】任务分解表": ("【附表二】",)},
    counters=("附属设施建设", "（附件另发）", "见附件1"),
)
"""With its number and colon, where it has them."""
ATTACHMENT_ITEM = Rule(
    name="attachment-in-a-list",
    pattern=r"[ ]*\d{1,2}[ ]*[.．、][^。；]*$",
    how="match",
    build=text_of,
    examples={"2.重点任务分工表": ("2.重点任务分工表",), " 1．领导小组名单": (" 1．领导小组名单",)},
    counters=("2.加强领导。各单位要落实责任。", "（二）重点任务分工表", "重点任务分工表"),
)
NOTE = Rule(
    name="note-behind-a-circled-number",
    pattern=r"以下简称|参见|引自|数据来源|资料来源|注[：:]|详见",
    how="match",
    build=text_of,
    examples={"数据来源于省统计局": ("数据来源",), "详见附件2": ("详见",)},
    counters=("完善就业服务网络", "注册登记便利化"),
)
LABELLED = Rule(
    name="line-headed-by-a-label",
    pattern=r"[ ]*[一-鿿]{2,10}[：:]",
    how="match",
    build=text_of,
    examples={"整改措施：关停排污口": ("整改措施：",), "责任单位:区水利局": ("责任单位:",)},
    counters=("加快关停排污口，整改措施如下：", "整改措施"),
)
SHORT_LINE = Rule(
    name="short-line-without-marks",
    pattern=r"[一-鿿“”]{3,16}$",
    how="match",
    build=text_of,
    examples={"重点任务": ("重点任务",), "实施“智改数转”行动": ("实施“智改数转”行动",)},
    counters=("重点任务：", "加强就业服务。", "2025年重点任务"),
)
CLOSING_BRACKET = Rule(
    name="bracket-on-who-is-responsible-that-closes-a-line",
    pattern=r"[（(〔\[【][^（(〔\[【。]{2,160}?(?:(?:局|委|办|部|处|厅|院|中心|政府|单位|部门|街道|科|室)(?:等)?(?:牵头|负责|配合|按职责分工负责)?|[^（(〔\[【。]{0,60}(?:牵头|配合)[，,；;][^（(〔\[【。]{2,40}|(?:牵头|责任)(?:单位|部门|处室|科室)[：:][^（(〔\[【]{2,120})[）)〕\]】]。?$",
    needs=("）", ")", "〕", "]", "】"),
    build=text_of,
    examples={
        "抓好创作。（艺术处牵头，财务处、省艺术研究院配合）": ("（艺术处牵头，财务处、省艺术研究院配合）",),
        "举办活动。（公共服务处）": ("（公共服务处）",),
        "修桥。（责任单位：区水利局）": ("（责任单位：区水利局）",),
    },
    counters=("举办活动（试行）", "（公共服务处）举办活动。", "举办活动。"),
)
BOLD_LINE = Rule(
    name="bold-line",
    pattern=r"[ ]*\*\*[ ]*(?P<title>[^*。；，]{2,30}?)[ ]*\*\*$",
    how="match",
    build=lambda match: match["title"],
    examples={"**重点任务**": ("重点任务",), " ** 保障措施 **": ("保障措施",)},
    counters=("**重点任务**如下", "**加强领导，压实责任。**", "重点任务"),
)
"""A line that is bold from end to end: a heading without a number."""
BOX = Rule(
    name="head-of-a-box-of-projects",
    pattern=r"(?m)^[ ]*专栏[ ]*[一二三四五六七八九十\d]",
    needs=("专栏",),
    build=text_of,
    examples={"专栏1 红色旅游重点工程": ("专栏1",), "专栏 三：绿道": ("专栏 三",)},
    counters=("见专栏1", "开设专栏，宣传典型"),
)
BARE_NUMBER = Rule(
    name="chapter-number-without-its-mark",
    pattern=rf"(?P<number>[{CN}]{{1,3}})[ ]*(?P<title>[^{CN}，。；：、 ]{{3,14}})$",
    how="match",
    build=lambda match: (match["number"], match["title"]),
    examples={"二重点任务": (("二", "重点任务"),), "三 保障措施": (("三", "保障措施"),)},
    counters=("二、重点任务", "三年行动方案和十项任务", "一是加强领导，压实责任"),
)
"""A chapter's number that lost its 、, taken for one only before the heading of a usual chapter."""
