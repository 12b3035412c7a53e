"""What stands on the page of the ontology besides the ontology."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
body{font:15px/1.55 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:1180px;margin:2em auto;padding:0 1em;color:#1d2733;background:#fff}
h1{font-size:1.6em;margin-bottom:.2em}h2{margin-top:2.2em;border-bottom:2px solid #1f5f8b;padding-bottom:.2em}
.en{color:#5a6673}h2 .en{font-weight:normal;font-size:.8em}.note{color:#7a5c1e;font-size:.88em}
table{border-collapse:collapse;width:100%;font-size:.9em}td,th{border:1px solid #d5dce3;padding:.35em .5em;text-align:left;vertical-align:top}th{background:#eef3f7}
tr:target td{background:#fff6d8}code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.92em}pre{background:#f5f7f9;padding:.8em;overflow-x:auto}
.wide{overflow-x:auto}.question{border-left:4px solid #1f5f8b;padding:.1em .9em;margin:.8em 0;background:#f8fafb}a{color:#1f5f8b;text-decoration:none}
figure{margin:0}svg{min-width:960px;width:100%;height:auto}svg rect{fill:#e9f1f7;stroke:#1f5f8b}svg text{font-size:14px;text-anchor:middle;fill:#1d2733}
svg text.zh{font-size:13px;fill:#5a6673}svg text.edge{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:4px;fill:#7a3b12}svg line{stroke:#8fa3b3}svg marker path{fill:#8fa3b3}
"""

GRAPHS: Final = (
    (
        "每份计划一个",
        "one per plan",
        "…",
        ("该计划载明的内容及其原文依据", "what the plan states, with its evidence"),
    ),
    (
        "实体",
        "entities",
        "entities",
        ("单位、政策文件、人员、职务、小组、区划", "units, policies, persons, posts, groups, places"),
    ),
    (
        "推定结论",
        "findings",
        "derived",
        ("主题归类、同一性判定、推定时限", "themes of tasks, identifications, derived deadlines"),
    ),
    ("审校决定", "decisions", "decisions", ("更正", "corrections")),
    (
        "本体",
        "the ontology",
        "ontology",
        ("本体与主题表，含各概念的代号与名称", "ontology and themes, with notations and labels of concepts"),
    ),
)
"""Names (zh, en), last part of the IRI, content (zh, en)."""

HOW: Final = """<p>每条查询都写明数据在哪个命名图：计划所载用一个 <code>GRAPH ?plan_graph { … }</code>，跨计划的名称、标题、层级用
<code>GRAPH ?entities { … }</code>，概念的代号用 <code>GRAPH ?ontology { … }</code>。这样写的查询在任何引擎中、无论其默认图为何，结果相同。
自己的查询存为文件，以 <code>kg query --file 查询.rq</code> 运行。</p>
<p class=en>Say in which named graph the data stand: one <code>GRAPH ?plan_graph { … }</code> for what a plan states,
<code>GRAPH ?entities { … }</code> for names, titles and levels that plans share, <code>GRAPH ?ontology { … }</code> for notations of
concepts. Such a query gives the same rows in every engine, whatever its default graph. Put a query of your own in a file and run
<code>kg query --file MY.rq</code>. A section stands in the one above it by <code>kg:inSection</code>, so <code>kg:inSection*</code>
climbs the outline; a citation stands in its innermost section, a task in the section whose heading it names.</p>"""

EXAMPLE: Final = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX kg: <https://w3id.org/plan-kg/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

# 谁牵头什么任务，依据哪句原文  Who leads what, and which words say so
SELECT ?unit ?task ?quote WHERE {
  GRAPH ?plan_graph {
    ?assignment kg:assignedUnit ?body ; kg:assignedTask ?item ; kg:role kg:role-lead ; kg:evidence ?evidence .
    ?item dcterms:title ?task .
    ?evidence oa:exact ?quote .
  }
  GRAPH ?entities { ?body skos:prefLabel ?unit }
} ORDER BY ?unit ?task ?quote"""

SIMPLE: Final = """<p>带有角色与依据的节点，同时以一条边简述。两者由一条规则相连：下表各类的节点，从“起点”的值到“终点”的值有一条简单边；
边由该类指定，或由“依据”所指概念指定。构建程序只按此规则写出简单边。计划与政策文件之间的关系取该计划各次引用中最强者。</p>
<p class=en>A node that carries role and evidence is said in one step too. One rule ties the two: from the value of From to the value of
To goes the simple edge that the class names, or the concept that By points to. The builder writes these edges by this rule alone.
Between plan and policy document stands the strongest relation of the plan's citations (basis, implements, amends, creates, cites).</p>"""

EXTENSION: Final = """<p>不改动本体即可扩展：自己的软件包以入口点登记文件夹与读取程序。</p>
<p class=en>Nothing here needs a change: a package of yours registers folders and a reader by entry points.</p>
<pre>[project.entry-points."kg.ontology"]   # *.ttl: classes and properties; shapes*.ttl; themes*.ttl
funding = "plan_funding.data"

[project.entry-points."kg.queries"]    # *.rq
funding = "plan_funding.data"

[project.entry-points."kg.readers"]    # a class with read(plan, text) -&gt; records
funding = "plan_funding.reader:FundingReader"</pre>
<p>新类以 <code>dcam:domainIncludes</code> 写明其可用 <code>kg:inPlan</code>、<code>kg:inSection</code>、<code>kg:inTask</code>、<code>kg:evidence</code>。
同名文件取代本包文件。† 表示仅供引用，构建程序不写入。</p>
<p class=en>A new class says by <code>dcam:domainIncludes</code> that <code>kg:inPlan</code>, <code>kg:inSection</code>, <code>kg:inTask</code> and
<code>kg:evidence</code> may go out from it. A file with the name of one of ours takes its place; themes can be replaced for one run by
<code>kg build --themes FILE</code>. † marks terms for users that the builder does not write.</p>"""
