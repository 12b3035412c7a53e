"""Rules for leadership groups: the group, the role at a line's head, the office's director, what parts two persons."""

from __future__ import annotations

from .rule import Rule, text_of
from .vocabulary import either, words

BODIES = (
    "领导小组",
    "工作专班",
    "工作小组",
    "指挥部",
    "联席会议",
    "委员会",
    "协调小组",
    "工作组",
    "专班",
    "专家组",
)
_OFFICE = "|".join(words("members", "role", "office"))
_SPACED_ROLES = "|".join("[ ]{0,4}".join(word) for word in words("members", "role", "words"))

GROUP = Rule(
    name="group-set-up-or-headed",
    pattern=rf"(?m)(?:成立|建立|组建|设立|调整|调整充实|完善)(?P<set_up>[^，。；：《》\n]{{2,60}}?{either(BODIES)})(?=[（(，。；、：\n]|组成|成员|制度|的)"
    rf"|^(?P<listed>[^，。；：《》\n]{{2,60}}?{either(BODIES)})(?=(?:组成)?(?:成员|人员)?名单|组成人员|成员)",
    needs=BODIES,
    build=lambda match: match["set_up"] or match["listed"],
    examples={
        "为加强领导，成立区稳就业工作领导小组，由区长任组长。": ("区稳就业工作领导小组",),
        "县防汛抗旱指挥部成员名单": ("县防汛抗旱指挥部",),
        "建立养老服务联席会议制度": ("养老服务联席会议",),
    },
    counters=(
        "区稳就业工作领导小组办公室设在区人社局",
        "各工作专班要加强协作",
        "成立项目公司，报区国有资产监督管理委员会审批",
    ),
)
"""A group where it is set up, or at the head of its list."""
ROLE_LINE = Rule(
    name="role-at-the-head-of-a-line",
    pattern=rf"[ *（(]*(?P<role>(?:(?:第[一二三]|常务|执行|名誉|专职)[ ]{{0,4}})?(?:{_SPACED_ROLES}))\**[ ]*(?P<mark>[:：]|(?=[ ])|$)\**[ ]*",
    how="match",
    build=lambda match: match["role"],
    examples={
        "组  长：张 三  区委书记": ("组  长",),
        "**副组长**：李四（副区长）": ("副组长",),
        "成 员": ("成 员",),
        "第一副总指挥：王 五  区长": ("第一副总指挥",),
    },
    counters=("成员单位要密切配合", "组长由区长担任", "区教育局局长：王五"),
)
"""With its colon, or a space and what may be a name."""
ABOUT_OFFICE = Rule(
    name="line-about-the-groups-office",
    pattern=r"兼任|担任|下设|设在",
    build=text_of,
    examples={"领导小组办公室设在区发展改革委": ("设在",), "办公室主任由李四同志兼任": ("兼任",)},
    counters=("张三  区政府办公室主任", "李四  区发展改革委主任"),
)
OFFICE_HOLDERS = (
    Rule(
        name="office-director-behind-the-role",
        pattern=rf"(?P<role>{_OFFICE})[^，。；]{{0,6}}?，?由(?P<who>[^。；，]{{2,60}}?)(?:同志)?(?:兼任|担任|兼)",
        needs=("由",),
        build=lambda match: (match["role"], match["who"]),
        examples={"办公室主任由区发展改革委主任李四同志兼任": (("办公室主任", "区发展改革委主任李四"),)},
        counters=("办公室主任负责日常工作", "组长由区长张三担任"),
    ),
    Rule(
        name="office-director-before-the-role",
        pattern=rf"(?:同志)?(?:兼任|担任|任)(?P<role>{_OFFICE})",
        needs=("任",),
        build=lambda match: (match["role"], ""),
        examples={
            "李四同志兼任办公室主任": (("办公室主任", ""),),
            "由王五任办公室副主任": (("办公室副主任", ""),),
        },
        counters=("李四同志担任组长", "区政府办公室主任李四"),
    ),
)
"""The role and, where it stands behind it, who holds it."""
MAYBE_NAME = Rule(
    name="word-before-a-space-that-may-be-a-name",
    pattern=r"[ ]*(?P<name>[一-鿿]{2,3})[ ]+",
    how="match",
    build=lambda match: match["name"],
    examples={"禤明 区财政局局长": ("禤明",)},
    counters=("区财政局 局长", "禤明，区财政局局长"),
)
BULLET = Rule(
    name="bullet-before-a-person",
    pattern=r"[ ]*(?:\d{1,3}[.．、][ ]*|[-•·*]+[ ]+)|[ ]+",
    how="match",
    build=text_of,
    examples={"1.张三 区长": ("1.",), "- 李四 副区长": ("- ",)},
    counters=("张三 区长", "2025年工作专班成员"),
)
BETWEEN_PERSONS = Rule(
    name="gap-between-two-persons",
    pattern=r"[；;。][ ]*|[、，,]?[ ]+",
    build=text_of,
    examples={"区委书记；李四": ("；",), "区长、 王五": ("、 ",)},
    counters=("区委副书记、区长", "区委副书记，区长"),
)
APPOINTED = Rule(
    name="role-to-which-a-sentence-appoints",
    pattern=r"(?:同志)?(?:分别)?(?:担任|任|为)(?:领导小组|指挥部|专班|工作组)?(?P<role>(?:第[一二三]|常务|执行|名誉|联合)?(?:副|总|副总|双)?(?:组长|召集人|指挥长|指挥|主任委员|组员|成员|委员))(?=[，。；、,;]|的|$)",
    needs=("组长", "召集人", "指挥", "主任委员", "组员", "成员", "委员"),
    build=lambda match: match["role"],
    examples={
        "由区长陈立德任组长，": ("组长",),
        "教育局局长李明、民政局局长王方为成员。": ("成员",),
        "赵强同志担任常务副总指挥；": ("常务副总指挥",),
        "水利局局长何平为成员的工作领导小组": ("成员",),
    },
    counters=("李明兼任办公室主任", "为成员单位", "任组长单位"),
)
ROLE_INSIDE = Rule(
    name="role-with-its-colon-inside-a-sentence",
    pattern=r"(?<=[，。；,;：:])[ ]*(?P<role>(?:(?:第[一二三]|常务|执行|名誉|联合)?(?:副|总|副总|双)?(?:组长|召集人|指挥长|指挥|主任委员)|成员))[ ]*[：:]",
    needs=("：", ":"),
    build=lambda match: match["role"],
    examples={
        "成立区清雪指挥部，总指挥：徐明（副区长），副总指挥：孟凡（区城管局局长），": ("总指挥", "副总指挥"),
        "组成如下：组长：李四": ("组长",),
    },
    counters=("总指挥：徐明", "，成员单位：区财政局", "，由区长任组长"),
)
NOTE_ON_PERSON = Rule(
    name="bracket-that-says-of-what-sex-or-people-a-person-is",
    pattern=r"[（(](?:男|女|[^（()）]{1,6}族)(?:[，,、][^（()）]{1,6}族)?[）)]",
    how="match",
    build=text_of,
    examples={"（女）区政协副主席": ("（女）",), "（女，回族）": ("（女，回族）",)},
    counters=("（区长）", "（女子学院院长）"),
)
LABEL = Rule(
    name="label-of-another-line",
    pattern=r"[^，。；：:、（(]{2,12}[：:]",
    how="match",
    build=text_of,
    examples={"联系人：王芳": ("联系人：",)},
    counters=("区发展和改革局局长", "局长、主任：王芳"),
)
