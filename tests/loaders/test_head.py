"""The head of a plan: number, issuer, addressees, dates, copies and openness."""

from __future__ import annotations

from typing import Any

import pytest

from kg.model import Document
from tests.loaders.reading import plan, quotes

NOTICE = """福州市鼓楼区人民政府办公室文件
鼓政办〔2022〕5号
福州市鼓楼区人民政府办公室关于印发《鼓楼区花园建设工作方案》的通知
各街道办事处，区直各单位：
现印发给你们，请认真组织实施。
福州市鼓楼区人民政府办公室
2022年5月6日
（此件主动公开）
鼓楼区花园建设工作方案
一、重点任务
1.修桥。（责任单位：区城建局）
抄送：区委各部门，区法院、区检察院。
福州市鼓楼区人民政府办公室 2022年5月8日印发"""


def head(text: str) -> Document:
    """The document's record."""
    return plan(text).document


def test_the_head_of_a_notice() -> None:
    found = head(NOTICE)
    assert (found.title, found.genre, found.number) == (
        "鼓楼区花园建设工作方案",
        "工作方案",
        "鼓政办〔2022〕5号",
    )
    assert (found.issuer, found.issuers) == ("福州市鼓楼区人民政府办公室", ["福州市鼓楼区人民政府办公室"])
    assert (found.jurisdiction, found.signed, found.published) == ("350102", "2022-05-06", "2022-05-08")
    assert (found.addressees, found.copied_to) == (
        ["各街道办事处", "区直各单位"],
        ["区委各部门", "区法院", "区检察院"],
    )
    assert (found.access, found.draft, found.file.name) == ("此件主动公开", False, "plan.txt")
    assert quotes(found.evidence, "signed") == ["2022年5月6日"]
    assert quotes(found.evidence, "jurisdiction") == ["福州市鼓楼区人民政府办公室"]
    assert quotes(found.evidence, "addressees") == found.addressees


BODY = "一、重点任务\n1.修桥。（责任单位：区城建局）"
FIELDS: list[tuple[str, dict[str, Any]]] = [
    # number
    (f"鼓楼区工作方案\n（鼓政〔2022〕5号）\n{BODY}", {"number": "鼓政〔2022〕5号"}),
    (f"文号：鼓政[2022]5号\n鼓楼区工作方案\n{BODY}", {"number": "鼓政〔2022〕5号"}),
    (f"鼓政〔2022〕5号 签发人：张林\n鼓楼区工作方案\n{BODY}", {"number": "鼓政〔2022〕5号"}),
    (f"鼓楼区工作方案\n根据鼓政〔2022〕5号文，制定本方案。\n{BODY}", {"number": None}),  # another document's
    (f"鼓楼区工作方案\n{BODY}\n鼓政〔2022〕5号", {"number": None}),  # below the body
    # dates
    (f"鼓楼区工作方案\n{BODY}\n二〇二二年五月六日", {"signed": "2022-05-06"}),
    (f"鼓楼区工作方案\n（2022年5月6日）\n{BODY}", {"signed": "2022-05-06"}),
    (
        f"鼓楼区工作方案\n{BODY}\n福州市鼓楼区人民政府 2022年5月6日",
        {"signed": "2022-05-06", "issuer": "福州市鼓楼区人民政府"},
    ),
    (f"鼓楼区工作方案\n{BODY}\n请于2022年5月6日", {"signed": None}),  # no signature
    (f"鼓楼区工作方案\n{BODY}\n2022年5月", {"signed": None}),
    (
        f"鼓楼区工作方案\n2022年5月6日\n{BODY}\n2023年5月6日",
        {"signed": "2022-05-06"},
    ),  # above the body outweighs
    (f"鼓楼区工作方案\n{BODY}\n2022年5月6日\n2023年5月6日", {"signed": "2022-05-06"}),
    # issuer
    (f"福州市鼓楼区人民政府关于花园建设的实施意见\n{BODY}", {"issuer": "福州市鼓楼区人民政府"}),
    (  # in its longest form
        f"鼓楼区人民政府文件\n鼓楼区工作方案（2022—2024年）\n福州市鼓楼区人民政府\n2022年5月6日\n{BODY}",
        {"issuer": "福州市鼓楼区人民政府", "issuers": ["福州市鼓楼区人民政府"]},
    ),
    (  # below the title
        f"鼓楼区花园建设工作方案\n福州市鼓楼区人民政府\n2022年5月6日\n{BODY}",
        {"issuer": "福州市鼓楼区人民政府"},
    ),
    (  # several, in order
        f"鼓楼区工作方案\n福州市鼓楼区教育局 福州市鼓楼区财政局\n福州市鼓楼区民政局\n2022年5月6日\n{BODY}",
        {
            "issuer": "福州市鼓楼区教育局",
            "issuers": ["福州市鼓楼区教育局", "福州市鼓楼区财政局", "福州市鼓楼区民政局"],
        },
    ),
    (
        f"福州市教育局福州市财政局关于花园建设的通知\n{BODY}",
        {"issuer": "福州市教育局"},
    ),  # the first of two run together
    (f"鼓楼区工作方案\n{BODY}", {"issuer": None, "issuers": []}),
    # addressees and copies
    (
        f"关于印发鼓楼区工作方案的通知\n各区（县）、市直各单位，各有关企业：\n{BODY}",
        {"addressees": ["各区（县）", "市直各单位", "各有关企业"]},
    ),
    (
        f"鼓楼区工作方案\n{BODY}\n抄 送：区委、区人大\n常委会办公室，区政协。\n区法院",
        {"copied_to": ["区委", "区人大常委会办公室", "区政协"]},
    ),
    (
        f"鼓楼区工作方案\n{BODY}\n抄报：区委\n抄送：区人大",
        {"copied_to": ["区委", "区人大"]},
    ),
    # openness
    (f"鼓楼区工作方案\n{BODY}\n内部资料", {"access": "内部资料"}),
    (f"鼓楼区工作方案\n{BODY}", {"access": None, "copied_to": [], "addressees": [], "published": None}),
    (f"鼓楼区工作方案（征求意见稿）\n{BODY}", {"draft": True}),
    # metadata of a page
    (
        f"@文号：鼓政〔2022〕5号\n@成文日期：2022年5月6日\n@发布日期：2022-05-08\n@发布机构：福州市鼓楼区人民政府\n@名称：鼓楼区工作方案\n鼓楼区工作方案\n{BODY}",
        {
            "number": "鼓政〔2022〕5号",
            "signed": "2022-05-06",
            "published": "2022-05-08",
            "issuer": "福州市鼓楼区人民政府",
        },
    ),
    (
        f"@文号：无\n@成文日期：\n@发布机构：不详\n@主题：花园\n鼓楼区工作方案\n{BODY}",
        {"number": None, "signed": None, "issuer": None},
    ),
    (  # a signature is more precise than 2022年
        f"@成文日期：2022年\n鼓楼区工作方案\n{BODY}\n2022年5月6日",
        {"signed": "2022-05-06"},
    ),
    (
        f"@发布机构：鼓楼区人民政府\n鼓楼区工作方案（2022—2024年）\n福州市鼓楼区人民政府\n2022年5月6日\n{BODY}",
        {"issuer": "福州市鼓楼区人民政府"},
    ),
]


@pytest.mark.parametrize(("text", "fields"), FIELDS)
def test_fields(text: str, fields: dict[str, Any]) -> None:
    found = head(text)
    assert {name: getattr(found, name) for name in fields} == fields


def test_the_title_bears_the_jurisdiction_where_no_issuer_is_named() -> None:
    found = head(f"福州市鼓楼区工作方案\n{BODY}")
    assert (found.jurisdiction, quotes(found.evidence, "jurisdiction")) == (
        "350102",
        ["福州市鼓楼区工作方案"],
    )


def test_a_fact_has_one_place() -> None:
    found = head(NOTICE)
    for name in ("title", "number", "signed", "published", "issuer", "genre", "access", "jurisdiction"):
        assert len(quotes(found.evidence, name)) == 1
