"""Rules of citations: what a title in 《》 is, what is said of it, and how documents stand without 《》."""

from __future__ import annotations

from kg.model import Relation
from kg.names.text import normalise

from .docnumbers import NUMBER
from .rule import Rule, text_of
from .vocabulary import either, words

_KINDS: tuple[Relation, ...] = ("basis", "implements", "amends", "creates", "cites")
_BRACKETS = r"(?:[（(〔\[][^）)〕\]]{0,40}[）)〕\]])*$"


def _relations_of_words() -> dict[str, tuple[Relation, ...]]:
    found: dict[str, tuple[Relation, ...]] = {}
    for kind in _KINDS:
        for word in words("citations", "relation", kind):
            found[word] = (*found.get(word, ()), kind)
    return found


RELATIONS = _relations_of_words()
"""A word to the relations that it may state; its place and company decide between them."""

RELATION_WORD: Rule[tuple[Relation, ...]] = Rule(
    name="word-that-relates-the-plan-to-a-policy",
    pattern=either(RELATIONS),
    build=lambda match: RELATIONS[match.group()],
    examples={
        "根据《就业促进法》": (("basis", "cites"),),
        "修订《绿地管理办法》": (("amends",),),
        "研究制定《工作细则》": (("creates",),),
        "全面贯彻落实《就业促进条例》": (("basis", "implements"),),
    },
    counters=("详见《名录》", "区教育局", "以《论语》为题"),
)
CARRIED_OUT_BEHIND = Rule(
    name="word-behind-a-title-that-it-is-carried-out",
    pattern=either(words("citations", "relation", "implements_after")),
    build=text_of,
    examples={"》落地见效": ("落地",), "》有关规定贯彻到基层": ("贯彻",)},
    counters=("》规定", "》明确的目标"),
)
TITLE_KINDS: tuple[Rule[bool], ...] = (
    Rule(
        name="ending-of-a-policy-that-looks-like-none",
        pattern=either(words("citations", "title", "but_policy")) + _BRACKETS,
        build=lambda _: True,
        examples={"2024年度目标责任书": (True,), "重点任务分解表（第一批）": (True,)},
        counters=("承诺书", "登记表", "责任书范本"),
    ),
    Rule(
        name="ending-of-what-is-no-policy",
        pattern=either(words("citations", "title", "not_policy")) + _BRACKETS,
        build=lambda _: False,
        examples={"中国城市体检白皮书": (False,), "食品经营许可证": (False,), "人民日报": (False,)},
        counters=("就业促进条例", "报告管理办法"),
    ),
    Rule(
        name="ending-of-a-policy",
        pattern=either(words("citations", "title", "policy")) + _BRACKETS,
        build=lambda _: True,
        examples={"中华人民共和国就业促进法": (True,), "稳就业工作方案（试行）": (True,)},
        counters=("红楼梦", "鼓楼区志", "条例解读"),
    ),
)
"""Whether a title is a policy's, by its ending; the first that fits decides."""
ALIAS = Rule(
    name="name-set-up-for-a-document",
    pattern=r"(?:以下|下)[ ]*(?:统一)?简称(?:为)?[：:]?[ ]*[《“\"]?(?P<name>[^》”\"）)，,；;]{2,24})[》”\"]?",
    needs=("简称",),
    build=lambda match: normalise(match["name"]),
    examples={"以下简称《方案》": ("方案",), "国发〔2021〕4号，以下简称“意见”": ("意见",)},
    counters=("以下统称方案", "简称鼓楼", "以下方案"),
)
BARE_NUMBERED = Rule(
    name="document-without-title-marks-but-with-its-number",
    pattern=rf"关于[^，。；《》（）()]{{4,70}}?的(?:通知|意见|决定|批复|函|公告)(?=[（(](?P<number>{NUMBER.pattern})[）)])",
    needs=("关于",),
    build=text_of,
    examples={
        "根据市政府关于进一步做好稳就业工作的意见（宁政发〔2022〕5号）要求": (
            "关于进一步做好稳就业工作的意见",
        )
    },
    counters=(
        "关于做好稳就业工作的意见，",
        "关于召开会议的通知（草稿）",
        "稳就业工作的意见（宁政发〔2022〕5号）",
    ),
)
BEFORE_THE_ISSUER = Rule(
    name="words-before-the-issuer-of-a-cited-document",
    pattern=r"(?:根据|依据|按照|依照|贯彻|落实|执行|参照|严格|认真|全面|深入|按|据|和|及|与|以及|等|对)+",
    build=text_of,
    how="match",
    examples={"根据省政府办公厅": ("根据",), "认真贯彻落实市委": ("认真贯彻落实",)},
    counters=("省政府办公厅", "市委、市政府根据"),
)
NO_POLICY_BEHIND = Rule(
    name="word-behind-a-title-that-makes-it-no-policy",
    pattern=r"(?:系列)?(?:年度)?(?:白皮书|蓝皮书|绿皮书|报告|名录|期刊|杂志|栏目|专栏|节目|专题片)",
    build=text_of,
    how="match",
    examples={"系列白皮书，": ("系列白皮书",), "专栏，宣传典型": ("专栏",)},
    counters=("要求编写报告", "等文件"),
)
OF_ITS_OWN = Rule(
    name="what-is-written-to-a-document",
    pattern=r"(?:的)?(?:实施|配套|贯彻|执行)?(?:细则|实施办法|实施方案|实施意见)",
    build=text_of,
    how="match",
    examples={"实施细则，": ("实施细则",), "的实施方案": ("的实施方案",), "配套细则": ("配套细则",)},
    counters=("，制定实施细则", "的要求"),
)
"""制定《绿地条例》实施细则 does not write the 条例."""
INNER_TITLE = Rule(
    name="title-inside-the-title-of-a-notice",
    pattern=r"关于印发[《〈<]?(?P<inner>[^》〉>]{4,})[》〉>]?的通知$",
    needs=("关于印发",),
    build=lambda match: match["inner"],
    examples={"区政府关于印发《稳就业工作方案》的通知": ("稳就业工作方案",)},
    counters=("关于做好稳就业工作的通知", "关于印发稳就业工作方案的函"),
)
