"""What the commands say, in Chinese and English."""

from __future__ import annotations

from .options import Lang

_TEXTS: dict[str, tuple[str, str]] = {
    "reading": ("读取", "reading"),
    "failed": ("未能读取 {path}：{message}", "failed: {path}: {message}"),
    "repeat.file": ("重复 {path}：与 {kept} 是同一文件，只收一次", "repeat: {path}: the same file as {kept}"),
    "repeat.plan": ("重复 {path}：与 {kept} 是同一计划，只收一次", "repeat: {path}: the same plan as {kept}"),
    "none": ("没有读到任何计划，未写入任何文件", "no plan was read; nothing was written"),
    "counts": (
        "计划 {plans} 份，任务 {tasks} 项，单位 {units} 个，政策文件 {policies} 件",
        "{plans} plans, {tasks} tasks, {units} units, {policies} policies",
    ),
    "trouble": (
        "失败 {failures} 个文件，重复 {repeats} 个文件，未读 {unread} 处",
        "{failures} files failed, {repeats} files were repeats, {unread} places were not read",
    ),
    "clash": ("{plan}：键相同，以序号区分：{key}", "{plan}: same key, told apart by a counter: {key}"),
    "written": ("已写入 {folder}：{things}", "written to {folder}: {things}"),
    "unread.plan": ("计划", "plan"),
    "unread.line": ("行", "line"),
    "unread.kind": ("种类", "kind"),
    "unread.reason": ("原因", "reason"),
    "unread.quote": ("原文", "quote"),
    "item": ("编号段落", "item"),
    "bracket": ("括号", "bracket"),
    "title": ("书名号", "title"),
    "row": ("表格行", "row"),
    "figure": ("数字", "figure"),
    "no-unit": ("有责任字样，但未读出单位", "a word of responsibility, but no unit was read"),
    "not-a-policy": ("书名号内不能断定是政策文件", "in 《》, but not surely a policy"),
    "short-name": ("简称在计划中没有说明", "a short name that the plan does not explain"),
    "no-target": ("目标部分的数字未读作指标", "a figure among the goals, not read as a target"),
    "repeats-text": ("表格重复正文已有的数字", "the row repeats figures of the text"),
    "no-record": ("表格行没有得出记录", "a table row that gave no record"),
    "no-task": ("编号段落没有得出任务", "a numbered item that gave no task"),
    "check.plan": ("计划", "plan"),
    "check.place": ("位置", "place"),
    "check.message": ("问题", "message"),
    "check.good": (
        "{plans} 份计划，引文 {quotes} 处，全部核对无误",
        "{plans} plans, {quotes} quotes: all is well",
    ),
    "check.bad": ("发现 {findings} 处问题", "{findings} faults"),
    "check.record": ("记录文件有误：{detail}", "the record is malformed: {detail}"),
    "check.manifest": ("记录与清单不符：{detail}", "the record differs from the manifest: {detail}"),
    "check.missing": (
        "找不到原文件 {detail}，可作为 PLAN 参数给出",
        "the original file {detail} is not there; give it as PLAN",
    ),
    "check.changed": ("原文件已改动（sha256 不同）：{detail}", "the file has changed (sha256): {detail}"),
    "check.unreadable": ("原文件现在无法读取：{detail}", "the original file can't be read now: {detail}"),
    "check.text": (
        "保存的正文与重新读取的正文不同，始于第 {detail} 字",
        "the text differs from what is read now, from character {detail} on",
    ),
    "check.moved": ("引文不在所记位置：{detail}", "the quote does not stand there: {detail}"),
    "check.unquoted": ("没有引文：{detail}", "no quote for: {detail}"),
    "check.unborne": ("引文不含该值：{detail}", "the quote does not hold the value: {detail}"),
    "shape.violation": ("{plan}：{place}：{message}", "{plan}: {place}: {message}"),
    "shape.warning": ("{plan}：{place}：提醒：{message}", "{plan}: {place}: note: {message}"),
    "left-out": (
        "{plan} 不符合本体的形状约束，未收入（--no-shapes 可保留）",
        "{plan} breaks a shape of the ontology and was left out (--no-shapes keeps it)",
    ),
    "check.violation": ("{detail}", "{detail}"),
    "check.warning": ("提醒：{detail}", "note: {detail}"),
    "check.unknown": ("没有由此文件得出的记录：{detail}", "no record was made from {detail}"),
    "score.all": ("全部计划", "all plans"),
    "score.missing": ("{plan}（没有记录）", "{plan} (no record)"),
    "score.kind": ("种类", "kind"),
    "score.precision": ("准确率", "precision"),
    "score.recall": ("召回率", "recall"),
    "score.f1": ("F1", "F1"),
    "score.hits": ("正确", "right"),
    "score.found": ("找到", "found"),
    "score.gold": ("答案", "gold"),
    "score.short": ("低于要求：{kind} {value:.3f} < {least}", "falls short: {kind} {value:.3f} < {least}"),
    "correction": ("更正：{warning}", "correction: {warning}"),
    "resolve.none": ("没有存疑之处", "nothing is in doubt"),
    "query.name": ("名称", "name"),
    "query.title": ("问题", "question"),
    "query.params": ("参数", "parameters"),
    "query.cut": ("只显示前 {rows} 行", "only the first {rows} rows are shown"),
}


def word(name: str, lang: Lang, **values: object) -> str:
    """A text in one of the two languages with its values filled in."""
    return _TEXTS[name][lang == "en"].format(**values)
