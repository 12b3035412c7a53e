from __future__ import annotations

from kg.faults import check_plan
from kg.model import PLAN_HORIZON, Document, Evidence, File, Plan, Section, Target, Task

TEXT = "区政〔2024〕1号\n自印发之日起施行。2024年3月1日\n一、目标\n（一）培育\n培育企业3-4家。\n"


def at(field: str, quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(field, start, start + len(quote), quote)


def plan(**fields: object) -> Plan:
    document = Document(
        file=File(name="x.txt", size=1, sha256="0"),
        number="区政〔2024〕1号",
        signed="2024-03-01",
        period=("2024-03-01", None),
        evidence=[
            at("number", "区政〔2024〕1号"),
            at("signed", "2024年3月1日"),
            at("period.start", "自印发之日"),
        ],
    )
    return Plan(document=document, **fields)  # type: ignore[arg-type]


def faults(one: Plan, text: str = TEXT) -> list[tuple[str, str]]:
    return [(place, kind) for place, kind, _ in check_plan(one, text)]


def test_the_day_of_issue_is_that_of_the_signature() -> None:
    assert faults(plan()) == []
    later = plan()
    later.document.period = ("2024-04-01", None)
    assert faults(later) == [("document.period", "unborne")]


def test_a_document_number_may_be_printed_in_other_brackets() -> None:
    for printed in ("区政（2024）1号", "区政[2024]1号"):
        text = TEXT.replace("区政〔2024〕1号", printed)
        one = plan()
        one.document.evidence = [*one.document.evidence[1:], Evidence("number", 0, len(printed), printed)]
        assert faults(one, text) == []


def printed(number: str) -> list[str]:
    """The steps of a number path that the text prints."""
    return [step for step in number.split("/") if step in TEXT]


def sections(*numbers: str) -> list[Section]:
    titles = {"一": "目标", "一/（一）": "培育", "二/（一）": "培育", "一/（二）": "培育"}
    return [
        Section(
            number=number,
            title=titles[number],
            level=1,
            start=TEXT.index("一、" if number == "一" else "（一）"),
            end=len(TEXT),
            evidence=[
                *(at("number", f"{step}、" if step == "一" else step) for step in printed(number)),
                at("title", titles[number]),
            ],
        )
        for number in numbers
    ]


def test_each_step_of_a_number_path_must_be_printed() -> None:
    assert faults(plan(sections=sections("一", "一/（一）"))) == []
    assert faults(plan(sections=sections("一", "一/（二）"))) == [("sections[1].number", "unborne")]
    assert faults(plan(sections=sections("一", "二/（一）"))) == [("sections[1].number", "unborne")]


def test_a_row_may_have_the_number_of_its_section() -> None:
    start = TEXT.index("培育企业")
    task = Task(
        section=None,
        number="一/（一）",
        title="培育企业3-4家",
        start=start,
        end=start + 8,
        evidence=[at("number", "一、"), at("number", "（一）"), at("title", "培育企业3-4家")],
    )
    assert faults(plan(sections=sections("一", "一/（一）"), tasks=[task])) == []


def test_one_quote_may_hold_all_of_a_figure() -> None:
    target = Target(
        indicator="企业",
        comparator="range",
        value=3,
        value_max=4,
        unit="家",
        quote="3-4家",
        evidence=[at("indicator", "企业"), at("value", "3-4家")],
    )
    assert faults(plan(targets=[target])) == []
    target.unit = "项"
    assert faults(plan(targets=[target])) == [("targets[0].unit", "unborne")]


def test_a_target_without_a_date_is_due_at_the_end_of_the_plan() -> None:
    target = Target(
        indicator="企业",
        comparator=">=",
        value=3,
        unit="家",
        by="2025",
        quote="3-4家",
        evidence=[at("indicator", "企业"), at("value", "3-4家")],
    )
    one = plan(targets=[target])
    assert faults(one) == [("targets[0].by", "unquoted")]
    one.document.period = (None, "2025")
    one.document.evidence.append(Evidence("period.end", 0, 9, TEXT[:9]))
    # That the dates are equal is not enough: the target must say that its date is the plan's.
    assert ("targets[0].by", "unquoted") in faults(one)
    target.evidence.append(Evidence(PLAN_HORIZON, 0, 9, TEXT[:9]))
    assert not target.dated
    assert [fault for fault in faults(one) if fault[0].startswith("targets")] == []
    target.by = "2026"
    assert ("targets[0].by", "unborne") in faults(one)
