"""What the commands say, in Chinese and English."""

from __future__ import annotations

from ..phrases import phrase
from .options import Lang

_TEXTS: dict[str, tuple[str, str]] = {
    "reading": ("读取", "reading"),
    "failed": ("未能读取 {path}：{message}", "failed: {path}: {message}"),
    "repeat.file": ("重复 {path}：与 {kept} 是同一文件，只收一次", "repeat: {path}: the same file as {kept}"),
    "repeat.plan": ("重复 {path}：与 {kept} 是同一计划，只收一次", "repeat: {path}: the same plan as {kept}"),
    "none": ("没有读到任何计划，未写入任何文件", "no plan was read; nothing was written"),
    "counts": (
        "计划 {plans} 份，任务 {tasks} 项，单位 {units} 个，政策文件 {policies} 件",
        (
            "{plans} {plans:plan|plans}, {tasks} {tasks:task|tasks}, {units} {units:unit|units}, "
            "{policies} {policies:policy|policies}"
        ),
    ),
    "trouble": (
        "失败 {failures} 个文件，重复 {repeats} 个文件，未读 {unread} 处",
        (
            "{failures} {failures:file|files} failed, {repeats} {repeats:file was a repeat|files were repeats}, "
            "{unread} {unread:place was|places were} not read"
        ),
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
        "{plans} {plans:plan|plans}, {quotes} {quotes:quote|quotes}: all is well",
    ),
    "check.bad": ("发现 {findings} 处问题", "{findings} {findings:fault|faults}"),
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
    "check.graph-missing": (
        "图谱缺少记录所给出的语句，首条（方括号内为总数）：{detail}",
        "the graph lacks a statement that the records give; the first, with the number of all: {detail}",
    ),
    "check.graph-extra": (
        "图谱含有记录未给出的语句，首条（方括号内为总数）：{detail}",
        "the graph has a statement that the records don't give; the first, with the number of all: {detail}",
    ),
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
    "overlap.plans": ("计划同源", "kinship of plans"),
    "overlap.policies": ("政策依据", "policies"),
    "overlap.policy-pairs": ("政策依据两两对照", "policies in pairs"),
    "overlap.left-out": ("下级未引用的政策依据", "policies left out"),
    "overlap.tasks": ("任务重合", "task overlap"),
    "overlap.boilerplate": ("套话与引文", "boilerplate and quotes"),
    "overlap.targets": ("指标对照", "targets side by side"),
    "overlap.inconsistent": ("同区目标不一致", "inconsistent targets"),
    "workload.units": ("单位任务负荷", "load of units"),
    "workload.quarters": ("各季度任务", "tasks by quarter"),
    "workload.plans": ("任务集中度", "concentration"),
    "workload.idle": ("组内无任务单位", "members without tasks"),
    "workload.partners": ("协作单位", "partners"),
    "workload.bottlenecks": ("关键单位", "bottlenecks"),
    "compare.wording": ("措辞", "wording"),
    "compare.tasks": ("任务", "tasks"),
    "compare.targets": ("指标", "targets"),
    "compare.policies": ("政策文件", "policies"),
    "compare.units": ("单位", "units"),
    "compare.none": ("没有变动", "no change"),
    "compare.silent": (
        "有计划未列出任何单位，单位不作比较",
        "a plan names no units, so units are not compared",
    ),
    "compare.draft": ("（征求意见稿）", " (draft)"),
    "compare.share": ("延续的任务：{share}", "tasks that go on: {share}"),
    "compare.unknown": ("无从比较（有计划没有读出任务）", "not known (a plan has no tasks)"),
    "workload.lapsed": ("已到期，不计：{plan}", "lapsed, not counted: {plan}"),
    "workload.replaced": ("已被取代，不计：{plan}", "replaced, not counted: {plan}"),
    "query.questions": ("问题目录", "questions"),
    "query.catalogue": (
        "共 {count} 个问题。用法：kg query 名称 [--param 参数=值]……；[ ] 内为默认值",
        "{count} {count:question|questions}. Usage: kg query NAME [--param NAME=VALUE]...; defaults in [ ]",
    ),
    "query.example": ("例：", "e.g. "),
    "load.plans": ("{uri}：现有计划 {plans} 份", "{uri}: {plans} {plans:plan|plans} there now"),
    "load.removed": (
        "删去已不在计划中的节点 {nodes} 个、关系 {relations} 条",
        "removed what no plan says any more: {nodes} {nodes:node|nodes}, {relations} {relations:relation|relations}",
    ),
    "load.kept": (
        "{kept} 个节点已无计划提及，但与其他数据有关系，予以保留",
        (
            "{kept} {kept:node that no plan mentions any more was|nodes that no plan mentions any more were} kept: "
            "relations of others hang on {kept:it|them}"
        ),
    ),
    "load.stay": (
        "另有 {plans} 份计划不在 {folder} 中，未予改动（--prune 可删去）",
        (
            "{plans} more {plans:plan is|plans are} not in {folder} and {plans:was|were} left alone "
            "(--prune removes {plans:it|them})"
        ),
    ),
    "load.user": ("用户名", "user"),
    "load.password": ("密码", "password"),
    "load.nodes": ("节点", "nodes"),
    "load.relations": ("关系", "relations"),
    "load.graphs": ("图", "graphs"),
    "load.gone": ("删去", "removing"),
    "unload.none": ("没有计划与“{plan}”相符", "no plan fits {plan!r}"),
    "unload.several": ("有多份计划与“{plan}”相符：{titles}", "several plans fit {plan!r}: {titles}"),
    "unload.done": ("已撤下：{titles}", "taken out: {titles}"),
    "export.file": ("已写入 {file}", "written: {file}"),
    "export.folder": ("已写入 {folder}：文件 {files} 个", "written to {folder}: {files} {files:file|files}"),
    "ledger.rows": (
        "台账 {rows} 行：任务 {tasks} 项，单位 {units} 个",
        "{rows} {rows:row|rows}: {tasks} {tasks:task|tasks}, {units} {units:unit|units}",
    ),
    "ledger.entries": (
        "已填报 {entries} 条，冲突 {conflicts} 处，失联 {lost} 条",
        "{entries} {entries:entry|entries}, {conflicts} {conflicts:conflict|conflicts}, {lost} lost",
    ),
    "ledger.written": (
        "已写入 {folder}：工作簿 {files} 个",
        "written to {folder}: {files} {files:workbook|workbooks}",
    ),
    "ledger.taken": (
        "收入填报 {taken} 处，归位 {moved} 条",
        "{taken} {taken:cell|cells} taken in, {moved} {moved:entry moved to its|entries moved to their} new place",
    ),
    "ledger.conflict": ("冲突：{title}（{unit}）：{texts}", "conflict: {title} ({unit}): {texts}"),
    "ledger.lost": (
        "失联：{title}（{unit}），填报内容保留，见台账“失联条目”",
        "lost: {title} ({unit}); what was typed is kept, see the sheet of lost entries",
    ),
    "ledger.unread": (
        "{file}：工作表“{sheet}”没有任务键，未收",
        "{file}: sheet {sheet!r} has no task keys and was not read",
    ),
    "calendar.all": ("任务时限", "deadlines"),
    "calendar.written": (
        "已写入 {file}：载明时限 {stated} 项，推定时限 {derived} 项，另有 {undated} 项没有时限",
        (
            "written: {file}: {stated} stated {stated:deadline|deadlines}, {derived} derived; "
            "{undated} {undated:task has|tasks have} none"
        ),
    ),
    "sample.written": ("已写入 {file}：抽查 {facts} 条", "written: {file}: {facts} {facts:fact|facts}"),
    "query.empty": ("没有符合条件的内容", "nothing found"),
    "query.cut": ("只显示前 {rows} 行", "only the first {rows:row is|{rows} rows are} shown"),
}


def word(name: str, lang: Lang, **values: object) -> str:
    """A text in one of the two languages with its values filled in."""
    return phrase(_TEXTS[name][lang == "en"], values)
