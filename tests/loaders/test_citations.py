"""Mentions of documents: titles, numbers, aliases, and what is said to be done with them."""

from __future__ import annotations

import pytest
from kg.loaders.citations import CitationReader, is_policy, is_short_name, same_document, titles_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("根据《甲条例》、《乙办法》", ["甲条例", "乙办法"]),
        ("落实《关于印发《甲方案》的通知》", ["关于印发《甲方案》的通知"]),  # the outermost
        ("《甲条例\n乙办法》", []),  # over a line's end
        ("《甲《乙条例》\n丙", ["甲《乙条例"]),  # not closed: up to its last mark
        ("《甲《乙条例》", ["甲《乙条例"]),
        ("甲》乙《丙》", ["丙"]),
        ("甲条例", []),
    ],
)
def test_titles_in(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in titles_in(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("title", "verb", "policy"),
    [
        ("江苏省绿地条例", None, True),
        ("花园建设指南（试行）", None, True),  # a bracket behind it
        ("花园建设白皮书", None, False),
        ("年度任务书", None, True),  # though 书 is none
        ("花园", None, None),  # neither
        ("花园", "贯彻落实", True),  # only a policy is carried out
        ("花园", "参照", None),
        ("绿地报告", "根据", False),
    ],
)
def test_is_policy(title: str, verb: str | None, policy: bool | None) -> None:
    assert is_policy(title, verb) is policy


def mentions(text: str, opening: int = 0, done: list[tuple[int, int]] | None = None) -> list[str]:
    """Title, number, relation with its word, and alias of each mention."""
    found, _ = CitationReader(text, (0, opening), [], done or []).mentions(0, len(text))
    return [
        " ".join(
            [
                text[one.start : one.end],
                *([text[slice(*one.number)]] if one.number else []),
                one.relation,
                *([text[slice(*one.verb)]] if one.verb else []),
                *([f"={one.alias}"] if one.alias else []),
            ]
        )
        for one in found
    ]


BODY = [
    # text of the body
    ("贯彻落实《绿地条例》", ["绿地条例 implements 贯彻落实"]),
    (
        "全面实施《绿地条例》《花园办法》",
        ["绿地条例 implements 实施", "花园办法 implements 实施"],
    ),  # one list
    ("落实《绿地条例》和《花园办法》", ["绿地条例 implements 落实", "花园办法 implements 落实"]),
    ("落实《绿地条例》，参照《花园办法》", ["绿地条例 implements 落实", "花园办法 cites 参照"]),
    (
        "落实《绿地条例》。发布《花园办法》",
        ["绿地条例 implements 落实", "花园办法 creates 发布"],
    ),  # another sentence
    ("根据《绿地条例》", ["绿地条例 cites 根据"]),  # not in the opening
    ("修订完善《绿地条例》", ["绿地条例 amends 修订完善"]),
    ("制定《绿地条例》", ["绿地条例 creates 制定"]),
    ("学习《绿地条例》", ["绿地条例 cites"]),
    ("推动《绿地条例》落地见效", ["绿地条例 implements 推动"]),
    ("确保《绿地条例》落地见效", ["绿地条例 implements 落地"]),  # said behind it
    ("确保《绿地条例》。落地见效", ["绿地条例 cites"]),  # not in the next sentence
    ("按照国务院印发的《绿地条例》修桥", ["绿地条例 cites 按照"]),  # 印发的 says who made it
    (
        "落实《关于制定《绿地条例》的通知》",
        ["关于制定《绿地条例》的通知 implements 落实"],
    ),  # a verb in a title
    # numbers and aliases in the brackets behind
    ("落实《绿地条例》（苏政发〔2022〕5号）", ["绿地条例 苏政发〔2022〕5号 implements 落实"]),
    (
        "落实《绿地条例》〔苏政发[2022]5号，以下简称《条例》〕",
        ["绿地条例 苏政发[2022]5号 implements 落实 =条例", "条例 implements 落实"],
    ),
    (
        "落实《绿地条例》（以下简称“条例”）（苏政发〔2022〕5号）",
        ["绿地条例 苏政发〔2022〕5号 implements 落实 =条例"],
    ),
    ("落实《绿地条例》（试行）", ["绿地条例 implements 落实"]),
    ("落实《绿地条例》（试行", ["绿地条例 implements 落实"]),  # not closed
    ("落实《绿地条例》（苏政发（2022）5号）精神", ["绿地条例 苏政发（2022）5号 implements 落实"]),
    ("落实《绿地条例》（GB/T 9704—2012）", ["绿地条例 GB/T 9704—2012 implements 落实"]),
    # without 《》, but with a number
    (
        "落实省政府关于绿地建设的意见（苏政发〔2022〕5号）",
        ["省政府关于绿地建设的意见 苏政发〔2022〕5号 implements 落实"],
    ),
    ("根据市政府关于绿地建设的意见", []),
    (
        "落实《关于绿地建设的意见》（苏政发〔2022〕5号）",
        ["关于绿地建设的意见 苏政发〔2022〕5号 implements 落实"],
    ),  # once
    # what is none
    ("发布《绿地建设》白皮书", []),
    ("编印《绿地读本》", []),
    ("宣传《花园》", []),
    (  # the verb is said of what follows
        "制定《绿地条例》实施细则",
        ["绿地条例 cites"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODY)
def test_mentions_in_the_body(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


OPENING = [
    ("为贯彻落实《绿地条例》，制定本方案。", ["绿地条例 basis 贯彻落实"]),
    ("根据《绿地条例》《花园办法》，制定本方案。", ["绿地条例 basis 根据", "花园办法 basis 根据"]),
    ("为确保《绿地条例》落实，制定本方案。", ["绿地条例 basis 落实"]),
    ("参照《绿地条例》", ["绿地条例 cites 参照"]),
    ("修订《绿地条例》", ["绿地条例 amends 修订"]),
]


@pytest.mark.parametrize(("text", "expected"), OPENING)
def test_mentions_in_the_opening(text: str, expected: list[str]) -> None:
    assert mentions(text, len(text)) == expected


def test_what_the_plan_reports_as_done_is_cited_only() -> None:
    text = "制定《绿地条例》。落实《花园办法》"
    assert mentions(text, done=[(0, 9)]) == ["绿地条例 cites", "花园办法 implements 落实"]


def test_spans_in_marks_that_are_none_are_left() -> None:
    text = "发布《绿地建设》白皮书，落实《绿地条例》"
    _, others = CitationReader(text, (0, 0), [], []).mentions(0, len(text))
    assert [text[a:b] for a, b in others] == ["《绿地建设》"]


def test_same_document() -> None:
    assert same_document("关于印发《绿地方案》的通知") & same_document("绿地方案")
    assert same_document("绿地方案（2022—2025年）") & same_document("绿地方案(2022-2025年)")
    assert not same_document("绿地方案") & same_document("花园方案")


def test_is_short_name() -> None:
    assert is_short_name("方案")
    assert not is_short_name("绿地方案")
