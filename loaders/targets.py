"""Targets: every figure that a plan promises, with its indicator, date and the words that state it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import zip_longest

from kg.model import Comparator, Evidence, Target
from kg.names.bodies import looks_like_body
from kg.names.dates import FoundDate, find_dates
from kg.names.text import normalise

from .chapters import purposes
from .evidence import evidence, in_order
from .figures import Figure, figures_in
from .headings import purpose_of_heading
from .outline import Node, Outline
from .target_tables import TableFigure, table_figures
from .vocabulary import either, words

_BREAK = re.compile(r"[，；。：！？\n\t]|[,;:](?!\d)")
_PAST_HEADINGS = ("基础", "现状", "成效", "回顾", "形势", "背景", "环境", "职责", "职能", "定义", "适用")
_RESET = re.compile(r"(?:示范|规划|建设|创建|试点|行动|实施)期(?:间|内)|“?十[三四五六]五”?(?:期间|时期|末)")
_YEARLY = re.compile(
    r"年均|每年|年平均|逐年|/年|(?:^|[，、；。：]|实现|达到|使|确保)年(?=[^内底度初末])"
    r"|(?<![\d０-９〇一二三四五六七八九十两几多本当今近历往青少老全学去前上下明该同半周成])年(?:度)?(?=营|产|销|接待|处理|交易|收入|发电|出口|进口|吞吐|营收|服务|培训|新增|加工|利用|减排|供|用|检|游客|授权)"
)
"""年 as a measure of time: 年均, 年产量; not in 2025年, 今年, 青年."""
_OPPOSITE: dict[Comparator, Comparator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
"""What is promised where the plan forbids the contrary: 禁止使用厚度低于0.01毫米的地膜."""
_PREPOSITION = re.compile(r"由|针对|围绕|依托|借助|通过|结合|利用|面向|聚焦|以|在|对|按|就")
_HORIZONS = re.compile(r"(?P<dates>到?20\d\d年(?:底|末)?(?:[、和]20\d\d年(?:底|末)?)+)[^。；]{0,60}?分别")
_CONDITION = re.compile(
    r"的?[ ]*[）)]|[^。；]{0,40}的[）)]|的(?:，|；|；或|，或)|的(?:企业|单位|项目|个人|车辆|情形)[，,]"
)
_BODY_MADE_UP = re.compile(r"组成|设(?:副)?(?:召集人|组长|主任)|(?:召集人|组长|副组长|成员)[ ]*\d")
_PARTICLES = re.compile(r"(?:的|左右|上下|以上|以下|以内|规模的?|内)*")
_LEAD = re.compile(
    r"(?:[、和及与并 ]|到[^，、]{0,6}年(?:底)?|每年(?:度)?|年均|年平均|力争|确保|实现|使|全区|组织|累计|达到|示范期间|规划期内|(?:新建|改建|扩建|改扩建|改造|续建|提升|完成)[、和及或])*(?:改扩建|新建、|改建|扩建)?"
)


@cache
def _verb_only() -> re.Pattern[str]:
    return re.compile(rf"^(?:{either(words('targets', 'context', 'verbs'))}|[并且和及与以了，、 ])*$")


@cache
def _object_verb() -> re.Pattern[str]:
    """A verb whose object is counted, at the end of the words before a figure: 配备3名…人员."""
    return re.compile(
        either(words("targets", "context", "object_verbs")) + r"(?:不少于|不低于|至少|约|各|共|了|一批)*$"
    )


@cache
def _object_verb_inside() -> re.Pattern[str]:
    return re.compile(either(words("targets", "context", "object_verbs")))


@cache
def _distant() -> list[tuple[Comparator, str]]:
    """Comparators of two characters and more with their signs, longest first."""
    signs: tuple[tuple[str, Comparator], ...] = (("most", "<="), ("least", ">="), ("more", ">"))
    found = [
        (sign, word) for kind, sign in signs for word in words("targets", "comparator", kind) if len(word) > 1
    ]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[1]))


@cache
def _context(kind: str) -> re.Pattern[str]:
    return re.compile(either(words("targets", "context", kind)))


class TargetReader:
    """Reads the targets of one plan."""

    def __init__(self, outline: Outline, period_end: str | None, since: str | None) -> None:
        self.outline = outline
        self.text = outline.source.text
        self.period_end = period_end
        self.since = since
        self.purposes = purposes(outline)
        self.nodes = list(outline.sections())

    def read(self) -> list[Target]:
        """The targets of the body's text in its order."""
        found: list[Target] = []
        for node in self.nodes:
            if not self._holds_goals(node):
                continue
            spans = [(node.body, node.line_end)] + [
                (x.start, x.end) for x in node.lines if x.block.kind == "body"
            ]
            carried: FoundDate | None = None
            for start, end in spans:
                found += self._paragraph(start, end, node, carried)
        return found + self._tables(found)

    def _tables(self, known: list[Target]) -> list[Target]:
        """The values of tables of indicators that the text does not state already."""
        found: list[Target] = []
        for block in self.outline.source.blocks:
            if block.kind == "table":
                for figure in table_figures(self.text, block, self.since):
                    if not any(_same(figure, target) for target in known):
                        found.append(self._from_table(figure))
        return found

    def _from_table(self, figure: TableFigure) -> Target:
        found = [
            evidence(self.text, "indicator", *figure.name),
            evidence(self.text, "value", *figure.value_at),
        ]
        found.append(evidence(self.text, "unit", *figure.unit_at))
        if figure.by:
            found.append(evidence(self.text, "by", figure.by[0], figure.by[1]))
        return Target(
            indicator=normalise(figure.indicator),
            comparator=figure.comparator,
            value=figure.value,
            value_max=figure.value_max,
            unit=normalise(figure.unit),
            by=figure.by[2] if figure.by else self.period_end,
            per="年" if re.search(r"年均|每年|/年", figure.indicator) else None,
            quote=normalise(self.text[slice(*figure.name)] + self.text[slice(*figure.value_at)]),
            evidence=sorted(found, key=lambda one: (one.start, one.end, one.field)),
        )

    def _holds_goals(self, node: Node) -> bool:
        """Whether figures under a heading are promises: not those of the past, nor of the guiding ideology."""
        for one in (node, *node.ancestors()):
            heading = self.text[one.body : one.title_end]
            if (
                one.has_title
                and purpose_of_heading(heading) == "frame"
                and any(w in heading for w in _PAST_HEADINGS)
            ):
                return False
        return True

    def _paragraph(self, start: int, end: int, node: Node, carried: FoundDate | None) -> list[Target]:
        dates = [FoundDate(start + d.start, start + d.end, d.iso) for d in find_dates(self.text[start:end])]
        figures = figures_in(self.text, start, end)
        figures = [
            f for f, then in zip_longest(figures, figures[1:]) if f and not self._in_indicator(f, then)
        ]
        figures = [f for f in figures if self._is_goal(f, start, end, dates)]
        found: list[Target] = []
        del carried
        for i, figure in enumerate(figures):
            edge = figures[i - 1].after if i else start
            target = self._target(figure, start, end, edge, dates, node, found[-1] if found else None)
            if target is not None:
                found.append(target)
        return self._dates_of_list(found, start, end, dates)

    def _dates_of_list(
        self, found: list[Target], start: int, end: int, dates: list[FoundDate]
    ) -> list[Target]:
        """到2025年、2027年，…分别达到甲、乙: each value has its own date."""
        for match in _HORIZONS.finditer(self.text, start, end):
            listed = [d for d in dates if match.start() <= d.start < match.end("dates")]
            values = [
                t
                for t in found
                if match.end("dates") <= _place(t).start < self._clause_end(match.end(), end) + 40
            ]
            if len(listed) < 2 or len(values) < len(listed):
                continue
            for target, date in zip(values, listed, strict=False):
                target.by = date.iso
                target.evidence = [e for e in target.evidence if e.field != "by"]
                target.evidence = in_order(
                    [*target.evidence, evidence(self.text, "by", date.start, date.end)]
                )
        return found

    def _in_indicator(self, figure: Figure, then: Figure | None) -> bool:
        """Whether a figure only says of what the next one counts: 授权3件以上专利企业数量超150家."""
        if then is None or figure.comparator not in (">=", "<="):
            return False
        between = self.text[figure.after : then.before]
        return 2 <= len(between) <= 24 and not re.search(r"[，。；、：,;:\n]", between)

    def _is_goal(self, figure: Figure, start: int, end: int, dates: list[FoundDate]) -> bool:
        if any(d.start < figure.end and figure.start < d.end for d in dates):
            return False
        if self._in_title(figure, start) or self._in_name(figure, start, end):
            return False
        clause = self.text[self._clause_start(figure.start, start) : self._clause_end(figure.end, end)]
        if _CONDITION.match(self.text, figure.after, end) or _BODY_MADE_UP.search(clause):
            return False
        if _context("past").search(clause):
            return False
        return not _context("subsidy").search(clause) or bool(_context("cap").search(clause))

    def _in_title(self, figure: Figure, start: int) -> bool:
        return self.text.count("《", start, figure.start) > self.text.count("》", start, figure.start)

    def _in_name(self, figure: Figure, start: int, end: int) -> bool:
        """Whether a figure is part of a name: quoted with words, an ordinal, N+M, or before 生活圈 and the like."""
        before, after = (
            self.text[max(start, figure.start - 1) : figure.start],
            self.text[figure.after : figure.after + 6],
        )
        if before in ("第", "+", "“", "·", "前", "近") or after[:1] in ("+", "”", "·"):
            return True
        if figure.unit in (
            "分钟",
            "小时",
            "级",
            "分",
            "万",
            "亿",
            "G",
            "P",
            "点",
            "度",
            "成",
            "日",
            "年",
        ) and not self._said(figure):
            return True
        match = _context("name_after").match(after)
        return bool(match) and figure.unit in ("分钟", "小时", "公里", "天", "G")

    def _said(self, figure: Figure) -> bool:
        """Whether a comparator or a word such as 为期 stands with a figure that could be part of a name."""
        before = self.text[max(0, figure.before - 3) : figure.start]
        return figure.before < figure.start or figure.end < figure.after or "为期" in before or "每" in before

    def _clause_start(self, at: int, start: int) -> int:
        breaks = [m.end() for m in _BREAK.finditer(self.text, start, at)]
        return breaks[-1] if breaks else start

    def _clause_end(self, at: int, end: int) -> int:
        match = _BREAK.search(self.text, at, end)
        return match.start() if match else end

    def _target(
        self,
        figure: Figure,
        start: int,
        end: int,
        edge: int,
        dates: list[FoundDate],
        node: Node,
        last: Target | None,
    ) -> Target | None:
        clause = self._clause_start(figure.start, start)
        comparator, said = self._comparator(figure, clause)
        indicator = self._indicator(said, figure, max(clause, edge), end, last)
        if indicator[0] >= figure.start and indicator[1] <= figure.end:
            return None
        by, place = self._by(figure, start, dates)
        per = self._per(figure, clause, indicator)
        quote_start = min(indicator[0], figure.start)
        quote_end = max(figure.after, indicator[1])
        found = [
            evidence(self.text, "value", figure.start, figure.end),
            evidence(self.text, "indicator", *indicator),
        ]
        if place:
            found.append(evidence(self.text, "by", place.start, place.end))
        return Target(
            indicator=normalise(self.text[slice(*indicator)]),
            comparator=comparator,
            value=figure.value,
            value_max=figure.value_max,
            unit=normalise(figure.unit) if figure.unit else None,
            by=by,
            per=per,
            quote=normalise(self.text[quote_start:quote_end]),
            section=node.path(),
            evidence=sorted(found, key=lambda one: (one.start, one.end, one.field)),
        )

    def _comparator(self, figure: Figure, clause: int) -> tuple[Comparator, int]:
        """The figure's own comparator and where its words begin, or those a few words before it: 不超过官费的50%."""
        if figure.comparator != "=":
            forbidden = re.search(r"禁止|严禁|不得|杜绝", self.text[clause : figure.before])
            return (
                _OPPOSITE.get(figure.comparator, figure.comparator) if forbidden else figure.comparator
            ), figure.before
        for sign, word in _distant():
            at = self.text.rfind(word, max(clause, figure.start - 20), figure.start)
            if at > clause:
                return sign, at
        return "=", figure.before

    def _indicator(
        self, said: int, figure: Figure, begin: int, end: int, last: Target | None
    ) -> tuple[int, int]:
        """The noun phrase that a figure is said of: before it, or behind it where only a verb stands before."""
        words_ = self.text[begin:said].strip(" 、和及与")
        if not words_ and last is not None and "分别" in self.text[max(0, begin - 80) : begin]:
            place = next(one for one in last.evidence if one.field == "indicator")
            return place.start, place.end
        behind = self._behind(figure, end)
        if _verb_only().match(words_) or len(words_) < 2:
            return behind or self._earlier(begin, said) or (figure.start, figure.end)
        if (
            behind
            and (
                _object_verb().search(words_)
                or (figure.unit and self.text[figure.after : figure.after + 1] == "的")
            )
            and said == figure.before
        ):
            return behind
        return self._earlier(begin, said) or self._trimmed(begin, said)

    def _behind(self, figure: Figure, end: int) -> tuple[int, int] | None:
        """The words behind a figure up to the end of their clause."""
        stop = self._clause_end(figure.after, end)
        modified = re.compile(r"[^，。；：]*的(?=[^，。；：、的（(]{2,}$)").match(
            self.text[:stop], figure.after
        )
        if modified and figure.unit != "%":
            return modified.end(), stop
        mark = re.compile(r"[、（(]|(?<=.)(?:和|以及)(?=[^，。]{0,12}\d)").search(
            self.text, figure.after, stop
        )
        stop = mark.start() if mark and mark.start() > figure.after else stop
        start = _PARTICLES.match(self.text, figure.after, stop).end()  # type: ignore[union-attr]
        return (start, stop) if stop - start > 1 else None

    def _earlier(self, begin: int, said: int) -> tuple[int, int] | None:
        """The noun phrase of the clause before, where the figure's own clause only takes it up: 培训，培训为期3年."""
        own = re.sub(
            r"(?:为期|每年|每季度|每月|每期|期限|时间|约|各|共)+$", "", self.text[begin:said]
        ).strip()
        if len(own) > 4 or begin < 3 or self.text[begin - 1] not in "，、,":
            return None
        clause = self._clause_start(begin - 1, max(0, begin - 120))
        before = self.text[clause : begin - 1]
        if own and not before.endswith(own):
            return None
        verbs = list(re.finditer(either(words("targets", "context", "object_verbs")) + "|进行", before))
        if own and verbs and verbs[-1].end() < len(before):
            return clause + verbs[-1].end(), begin - 1
        return (clause + verbs[-1].end(), begin - 1) if verbs and verbs[-1].end() < len(before) - 1 else None

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without list marks, dates, 分别 and 每年 at either end, and without what stands before a verb."""
        lead = _LEAD.match(self.text, start, end)
        if lead and lead.end() < end - 1:
            start = lead.end()
        tail = re.search(
            r"(?:分别|累计|年均|均|总数|合计|[ ]|控制在|保持在|不|要|应|须|需|每年|力争|确保|[：:])+$",
            self.text[start:end],
        )
        if tail and tail.start() > 1:
            end = start + tail.start()
        for verb in reversed(list(_object_verb_inside().finditer(self.text, start + 1, end - 1))):
            before = self.text[start : verb.start()]
            if end - verb.end() >= 3 and (_PREPOSITION.match(before) or looks_like_body(before)):
                return verb.end(), end
        return start, end

    def _by(self, figure: Figure, start: int, dates: list[FoundDate]) -> tuple[str | None, FoundDate | None]:
        """The date that holds for a figure: the last one before it in the paragraph, else the plan's end."""
        before = [d for d in dates if d.end <= figure.start and self._attaches(d)]
        if not before:
            return self.period_end, None
        last = before[-1]
        if _RESET.search(self.text, last.end, figure.start):
            return self.period_end, None
        del start
        return last.iso, last

    def _attaches(self, date: FoundDate) -> bool:
        """Whether a date is a horizon (到2025年, 2025年底前), not a year that something is compared with."""
        before, after = self.text[max(0, date.start - 2) : date.start], self.text[date.end : date.end + 2]
        return not (
            before.endswith(("比", "较", "以", "从", "自")) or after.startswith(("的", "度", "版", "起"))
        )

    def _per(self, figure: Figure, clause: int, indicator: tuple[int, int]) -> str | None:
        if figure.per_year:
            return "年"
        before = self.text[min(clause, indicator[0]) : figure.start]
        return "年" if _YEARLY.search(before) else None


def _place(target: Target) -> Evidence:
    return next(one for one in target.evidence if one.field == "value")


def _same(figure: TableFigure, target: Target) -> bool:
    """Whether a table repeats what the text states: the same value of an indicator that most characters name."""
    if figure.value != target.value or figure.unit != target.unit:
        return False
    a, b = Counter(figure.indicator), Counter(target.indicator)
    shorter = max(min(len(figure.indicator), len(target.indicator)), 1)
    return sum((a & b).values()) >= 0.8 * shorter
