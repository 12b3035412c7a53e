"""Rules that tell a promised figure from a condition, a subsidy, a name and what was reached in the past."""

from __future__ import annotations

from .rule import Rule, text_of
from .vocabulary import either, words


def _context(kind: str) -> str:
    return either(words("targets", "context", kind))


CONDITION = Rule(
    name="words-behind-a-figure-that-make-it-a-condition",
    pattern=r"的?[ ]*[）)]|[^。；]{0,40}的[）)]|的(?:，|；|；或|，或)|的(?:企业|单位|项目|个人|车辆|情形)[，,]",
    build=text_of,
    how="match",
    examples={
        "的，给予奖励": ("的，",),
        "的企业，优先支持": ("的企业，",),
        "）。": ("）",),
        "以上的)": ("以上的)",),
    },
    counters=("的绿道。", "，覆盖全区", "以上的企业数量"),
)
PAST_SENTENCE = Rule(
    name="words-of-a-sentence-on-the-past",
    pattern=r"截至目前|目前，|目前,|近年来|(?<![比较于以线])(?:去年|上年|上一年)",
    needs=("目前", "近年来", "去年", "上年", "上一年"),
    build=text_of,
    examples={"近年来，全区建成": ("近年来",), "截至目前已有": ("截至目前",), "去年完成": ("去年",)},
    counters=("目前的水平", "比上年增长", "5家以上年收入", "明年"),
)
BODY_MADE_UP = Rule(
    name="clause-on-who-makes-up-a-body",
    pattern=r"组成|设(?:副)?(?:召集人|组长|主任)|(?:召集人|组长|副组长|成员)[ ]*\d",
    needs=("组成", "召集人", "组长", "主任", "成员"),
    build=text_of,
    examples={"由3名专家组成": ("组成",), "设组长1名": ("设组长",), "副组长2名": ("副组长2",)},
    counters=("培训组长", "建设10个工作站", "成员单位"),
)
PAST_CLAUSE = Rule(
    name="words-of-a-clause-on-the-past",
    pattern=_context("past"),
    build=text_of,
    examples={"已建成绿道20公里": ("已建成",), "现有学校10所": ("现有",)},
    counters=("建成绿道20公里", "新增学校10所"),
)
SUBSIDY = Rule(
    name="words-of-a-clause-on-a-subsidy",
    pattern=_context("subsidy"),
    build=text_of,
    examples={"给予企业50万元": ("给予",), "按每人1000元标准补贴": ("补贴",)},
    counters=("完成投资50万元", "新增企业100家"),
)
CAP = Rule(
    name="words-of-a-clause-on-a-cap",
    pattern=_context("cap"),
    build=text_of,
    examples={"补助最高50万元": ("最高",), "补贴不超过1000元": ("不超过",)},
    counters=("补助50万元", "给予1000元奖励"),
)
NAME_BEHIND = Rule(
    name="word-behind-a-figure-that-makes-it-a-name",
    pattern=_context("name_after"),
    build=text_of,
    how="match",
    examples={"生活圈建设": ("生活圈",), "热线办理": ("热线",)},
    counters=("内到达生活圈", "以内办结"),
)
SCOPE = Rule(
    name="words-behind-a-figure-of-all-that-is-acted-upon",
    pattern=r"[^，。；：、]{1,12}的[^，。；：]{1,20}?(?:逐一|逐个|逐项|全面|全部|一律)|[^，。；：]{1,30}?逐[一个项](?:对照|检查|排查|核查|梳理)",
    build=text_of,
    how="match",
    examples={
        "支流的入河排污口逐一溯源": ("支流的入河排污口逐一",),
        "个镇的河道全面排查": ("个镇的河道全面",),
    },
    counters=("重点企业开展电气检测", "支流，逐一溯源", "名职工的培训"),
)
"""Of a figure in a clause behind 对: it counts what is there, not what is to be reached."""
ACTED_UPON = Rule(
    name="clause-that-begins-with-what-is-acted-upon",
    pattern=r"(?:组织|逐一|全面|要)?(?:对|针对)",
    build=text_of,
    how="match",
    examples={"对干流及": ("对",), "针对全县": ("针对",)},
    counters=("绿化率对比", "整治"),
)
OWN_LENGTH = Rule(
    name="length-of-the-campaign-itself",
    pattern=r"的?(?:时间|集中|专项|百日|攻坚|整治|行动|会战|试点|创建|排查|治理|努力|奋战)",
    build=text_of,
    how="match",
    examples={"的整治": ("的整治",), "的集中攻坚": ("的集中",), "时间": ("时间",)},
    counters=("的技能培训", "，评估一次", "内办结"),
)
"""Behind 为期三个月 and the like."""
LASTING = Rule(
    name="words-before-the-length-of-a-campaign",
    pattern=r"(?:通过|经过|利用|用|开展|集中|实施|为期)(?:为期)?(?:约|近)?$",
    build=text_of,
    examples={"通过为期": ("通过为期",), "经过": ("经过",), "开展为期": ("开展为期",)},
    counters=("培训期", "缩短"),
)
STARTED_FROM = Rule(
    name="change-behind-a-figure-from-which-it-starts",
    pattern=r"(?:左右|以上|以下)?(?:逐步|进一步)?(?:提高|提升|增加|增长|上升|下降|降低|减少|压减|压缩|缩短|缩减|扩大|拓展|发展|升|降|增|减)[到至为]",
    how="match",
    build=text_of,
    examples={"提高到38%": ("提高到",), "左右压缩至3天": ("左右压缩至",)},
    counters=("以上", "，提高到38%", "提高3个百分点"),
)
"""Of a figure behind 由 or 从."""
HORIZON = Rule(
    name="years-within-which-something-is-done",
    pattern=r"(?:之内|以内|内)(?!的)",
    how="match",
    build=text_of,
    examples={"内重点培养": ("内",), "之内全部建成": ("之内",)},
    counters=("的有效期", "左右", "内的企业"),
)
"""Behind a number of years without a comparator: 5年内培训15万名."""
OF_AGE = Rule(
    name="words-before-an-age-that-is-aimed-at",
    pattern=r"寿命|年龄|龄期",
    build=text_of,
    examples={"人均预期寿命达到": ("寿命",), "平均年龄不超过": ("年龄",)},
    counters=("面向", "注重"),
)
"""Any other age says of whom something is said: 0～3岁幼儿, 35岁以下青年."""
COUNTED_SO = Rule(
    name="idiom-that-counts-nothing",
    pattern=r"发现[一1](?P<measure>[户起处例个件宗])、?(?:查处|整改|解决|处理|纠正|治理|打击|清除|通报)",
    build=text_of,
    examples={"发现一起查处": ("发现一起查处",), "发现1户、解决": ("发现1户、解决",)},
    counters=("发现问题12个", "解决1户"),
)
OWN_PARTS = Rule(
    name="figure-of-what-the-plan-itself-is-made-of",
    pattern=r"(?:涉及|明确|细化|分解|列出|梳理)(?:为|出|成|了)?$",
    build=text_of,
    examples={"任务分解》明确": ("明确",), "涉及": ("涉及",), "梳理出": ("梳理出",)},
    counters=("涉及群众", "明确责任，完成"),
)
"""Before 133项具体任务, 34个牵头单位."""
PARTS = Rule(
    name="parts-of-a-plan-that-a-figure-counts",
    pattern=r"(?:具体|重点|主要|工作|目标)*(?:任务|(?:牵头|责任|配合|成员)?(?:单位|部门))(?![一-鿿])|方面",
    how="match",
    build=text_of,
    examples={"具体任务，": ("具体任务",), "牵头单位；": ("牵头单位",), "方面督查重点": ("方面",)},
    counters=("任务书", "重点项目", "单位能耗"),
)
THRESHOLD = Rule(
    name="words-behind-a-figure-on-whom-something-is-granted",
    pattern=r"(?:[、，或和]?[^，。；、]{0,12}){0,4}?的[^，。；]{1,24}?[，,]?(?:经[^，。；]{1,12}[，,])?(?:分别|每[家个户项]|一次性|最高|可|按照?|在[^，。；]{1,12}基础上)?[^，。；]{0,12}?(?:给予|予以|奖励|补助|补贴|资助|奖补)",
    how="match",
    build=text_of,
    examples={
        "、50亿元的制造业企业，分别给予": ("、50亿元的制造业企业，分别给予",),
        "的项目给予": ("的项目给予",),
    },
    counters=("的企业达到20家", "，给予奖励"),
)
"""Behind 对年营业收入首次突破10亿元: a condition of the grant."""
