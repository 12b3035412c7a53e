"""Broken lines are joined, whole ones are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from kg.loaders.formats.text import TextFormat
from kg.loaders.joining import Line, groups, is_final, is_title, starts_anew


def joined(text: str) -> list[str]:
    """The lines of the body after joining."""
    lines = text.split("\n")
    found = groups([Line(line.strip(), len(line) - len(line.lstrip())) if line else None for line in lines])
    return ["".join(lines[number].strip() for number in group) for group in found]


BROKEN = [
    # Each is one line printed as several; the comment says what shows it.
    "提升服务机构专业水平和\n服务能力。",  # ends with 和
    "某区管委会副主任，\n区金融办负责人",  # ends with a comma
    "（一）以平台为载体，建设公共服务“新\n高地”",  # an open quote
    '（一）以平台为载体，建设公共服务"新\n高地"',  # a straight one, by parity
    "区政府办公室关于印发《某区“十四五”\n知识产权发展规划》的通知",  # an open 《
    "区政府关于印发某市某区国家知识产权\n强县建设工作方案的通知",  # 关于印发 ends with 通知
    "区政府关于印发某区国家知识产权\n强县建设示范县工作方案\n（2022-2025年）的通知",  # over three lines
    "某市人民政府办公室\n关于加强知识产权保护的实施意见",  # the issuer above 关于
    "某区国家知识产权强县建设示范县\n工作方案（2022-2025年）",  # a tail of words for plans
    "某市知识产权强市建设实施方案\n（试行）",  # a bracket below a title
    "抄送：市委各部门，市人大常委会办公室，市法院，市\n检察院，各群众团体。",  # copies end with 。
    "加强执法。围绕重点领域，开展专项行动，推进知\n识产权协作机制建设，形成合力。",  # a page's end
    "加强执法。（责任单位：市市场监管局、市文化\n广电旅游局）",  # an open bracket
    "加强执法。〔\n责任单位：市市场监管局〕",  # a label within a bracket
    "郑某强 区市场监督管理局局长、区知识产权局\n局长",  # a post alone
    "支持企业参展\n，提升影响力。",  # nothing begins with a comma
]

WHOLE = [
    # Lines that all stay; the comment says what might mislead.
    ["总体要求", "坚持创新驱动，推动高质量发展。"],  # a heading without a number
    ["强化知识产权创造，推动产业发展迈上新台阶", "围绕重点产业，开展导航，形成组合。"],  # with a comma
    ["（一）加强组织领导", "成立领导小组，统筹推进工作。"],  # a numbered heading
    ["市教育局", "市科技局", "市财政局"],  # a list of units
    ["组长：张三 市长", "副组长：李四 副市长", "成员：王五 市教育局局长", "赵六 市科技局局长"],  # a roster
    ["1．完成专利普查", "2．建立预警机制", "特此通知", "某市市场监督管理局", "2021年5月6日"],  # no stops
    ["某市人民政府文件", "某政发〔2022〕1号", "关于印发某市工作方案的通知"],  # a letterhead is no title
    ["关于印发某市工作方案的通知", "各县（市、区）人民政府，市各委办局：", "现印发给你们。"],  # addressees
    ["某市人民政府", "2022年3月1日", "某市知识产权工作方案"],  # a signature and the next title
    ["（此件公开发布）", "某市知识产权工作方案"],  # a remark
    ["到2025年：", "——专利拥有量达到100件；", "——商标拥有量达到200件。"],  # colon and semicolon
    ["推进导航。（责任单位：市教育局）", "加强保护。（责任单位：市法院）"],  # responsibility closes
    ["推进专利导航。", "责任单位：市教育局、市科技局", "完成时限：2025年6月"],  # lines of labels
    ["某市知识产权工作方案", "某市知识产权工作领导小组名单"],  # two titles
    ["附件：1.任务分工表", "2.领导小组名单"],  # annexes
    ["保障措施", "第一条 为加强保护，制定本办法。", "第二条 本办法适用于全市。"],  # articles
    ["2.5万件以上的目标", "①开展培训", "②开展宣传"],  # circled numbers
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_line_is_joined(text: str) -> None:
    assert joined(text) == [text.replace("\n", "")]


@pytest.mark.parametrize("lines", WHOLE)
def test_whole_lines_stay(lines: list[str]) -> None:
    assert joined("\n".join(lines)) == lines


PARAGRAPHS = [
    "（一）加强知识产权保护",
    "完善行政执法与司法保护衔接机制，健全案件移送制度，加大对重复侵权行为的惩处力度，提升保护效能。推动仲裁调解与诉讼对接，引导行业协会设立调解组织，化解纠纷，切实维护合法权益。",
    "（二）促进知识产权运用",
    "支持高校院所建立专业化转移机构，畅通成果转化渠道，推动专利技术在中小企业落地实施，形成示范效应。鼓励金融机构创新质押融资产品，完善风险分担机制，扩大贷款规模，有效缓解创新型企业融资难题。",
    "1.开展专利导航。围绕新一代信息技术、生物医药等领域，实施产业规划类导航项目，发布分析报告，服务招商决策。",
    "2.推进标准融合。引导企业参与国际标准和国家标准制定，培育一批高价值专利组合，增强产业竞争优势。",
]


@pytest.mark.parametrize("width", [20, 24, 28, 32])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_wrapped_text_is_whole_again(width: int, indent: str) -> None:
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        line = indent
        for char in paragraph:
            if len(line) >= width and char not in "，。、":
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    source = TextFormat().read("\n".join(lines).encode(), Path("wrapped.txt"))
    if indent:
        assert source.text.split("\n") == PARAGRAPHS
    else:  # a sentence that ends exactly with its line leaves no trace
        assert len(source.text.split("\n")) <= len(PARAGRAPHS) + 2


@pytest.mark.parametrize(
    ("line", "final"),
    [
        ("提升能力。", True),
        ("做到“应保尽保。”", True),  # the stop before the quote
        ("推进工作。（责任单位：市局）", True),  # a bracket after a stop
        ("推进工作（责任单位：市局）", True),  # a bracket on who is responsible
        ("某市工作方案（2022-2025年）", False),  # any other bracket
        ("总体要求", False),
        ("主要包括：", True),
    ],
)
def test_is_final(line: str, final: bool) -> None:
    assert is_final(line) is final


@pytest.mark.parametrize(
    ("line", "anew"),
    [
        ("一、总体要求", True),
        ("（一）总体目标", True),
        ("(1)开展", True),
        ("1．开展", True),
        ("1.2022年开展", True),
        ("1.5万件", False),  # a figure
        ("第三条 本办法", True),
        ("第三产业增加值", False),
        ("（2022-2025年）的通知", False),  # a bracket that goes on
        ("2022年3月1日", True),
        ("2022年3月1日起施行", False),
        ("抄送：各部门", True),
    ],
)
def test_starts_anew(line: str, anew: bool) -> None:
    assert starts_anew(line) is anew


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("某市知识产权工作方案", True),
        ("某市工作方案（2022—2025年）", True),
        ("关于印发某市工作方案的通知", True),
        ("关于印发某市工作方案", False),  # a notice ends as one
        ("关于加强保护的实施意见", True),
        ("市政府关于印发某市", False),
        ("总体要求", False),
    ],
)
def test_is_title(text: str, title: bool) -> None:
    assert is_title(text) is title
