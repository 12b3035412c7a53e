"""Rules of what a figure is said of: what is left out around the noun phrase, and which verbs count their object."""

from __future__ import annotations

from .rule import Rule, text_of
from .vocabulary import either, words

_OBJECT_VERBS = rf"(?:{either(words('targets', 'context', 'object_verbs'))}|(?<![党社团群体企机])组织)"
"""组织 not where it ends 党组织, 社会组织 and the like."""
_BEFORE_COUNT = either(words("targets", "context", "verbs_before_count"))
_ADVERBS = either(words("targets", "context", "adverbs"))
_IN_A_ROW = either(words("targets", "context", "verbs_in_a_row"))
_WITHIN = (
    r"(?:20\d\d年(?:\d{1,2}月)?|今年|即日|明年)起[，,]?"
    r"|(?:(?:未来|今后|用)[\d一二两三四五六七八九十]{1,2}(?:[-—~～至到]\d{1,2})?年(?:时间)?(?:之?内|以内)?"
    r"|[\d一二两三四五六七八九十]{1,2}(?:[-—~～至到]\d{1,2})?年(?:时间)?(?:之内|以内|内))[，,]?"
)
"""未来5年, 2012年起5年内: a horizon, no part of what is counted."""
_LEADS = (
    rf"(?:[、和及与并 ]|“(?=[^”]*$)|{_WITHIN}|(?:{_ADVERBS})(?={_IN_A_ROW})"
    r"|到[^，、]{0,6}年(?:底)?|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|份)?(?:之?前|底前)|20\d\d年(?:底|末)?(?:之?前|底前)|20\d\d年(?:度)?(?:全年)?|落实|（\d）|每年(?:度)?|年均|年平均|力争|确保|努力|奋力|争取|预期|实现|使|全区|全年|今年|其中[：:]?|分别|将|推动|促进|全力|每(?:半年|季度?|个?月|周)(?:至少)?|冲刺|组织|累计|达到|涉及|示范期间|规划期内"
    r"|完成[、和及或])"
)

PREPOSITION = Rule(
    name="preposition-before-the-doer-of-a-verb",
    pattern=r"由|针对|围绕|依托|借助|通过|结合|利用|面向|聚焦|以|在|对|按|就",
    build=text_of,
    how="match",
    examples={"围绕重点产业": ("围绕",), "在各街道": ("在",), "面向企业": ("面向",)},
    counters=("重点产业", "各街道", "企业在"),
)
PARTICLES = Rule(
    name="particles-behind-a-figure",
    pattern=r"(?:的|左右|上下|以上|以下|以内|规模的?|内)+",
    build=text_of,
    how="match",
    examples={"左右的绿道": ("左右的",), "以上规模的企业": ("以上规模的",), "内": ("内",)},
    counters=("绿道", "，左右"),
)
LEAD = Rule(
    name="words-before-an-indicator",
    pattern=f"{_LEADS}+",
    build=text_of,
    how="match",
    examples={
        "到2025年底，": ("到2025年底",),
        "努力实现生产总值增长": ("努力实现",),
        "其中：公共充电桩": ("其中：",),
        "2025年粮食播种面积": ("2025年",),
        "每年新建、改建绿道": ("每年",),
        "力争全区绿道总长": ("力争全区",),
        "、森林覆盖率": ("、",),
        "2025年6月底前完成、": ("2025年6月底前完成、",),
    },
    counters=("绿道总长", "新建绿道", "森林覆盖率达到"),
)
MADE = Rule(
    name="verb-before-what-is-made",
    pattern=r"(?:建成(?!区)(?:投用|投产|投运)?|建设(?!用地|投资|规模|标准|单位|资金)|打造|培育|布设|营造|创建|组建|引进|举办|开展|召开|形成|实现|发展(?!指数|水平|速度)|推出|选树)+(?![和及与并、或])",
    build=text_of,
    how="match",
    examples={"建成绿道": ("建成",), "培育专精特新企业": ("培育",)},
    counters=("绿道建成", "新建绿道", "建成区绿化覆盖率", "建设用地亩均产值", "引进和培养人才"),
)
IN_A_ROW = Rule(
    name="several-verbs-before-what-is-counted",
    pattern=rf"(?:{_IN_A_ROW})(?:[、和及与并]?(?:{_IN_A_ROW}))+(?=[^、和及与并或])",
    build=text_of,
    how="match",
    examples={"引进和培养高层次人才": ("引进和培养",), "选拔资助青年科技人员": ("选拔资助",)},
    counters=("培训养老护理员", "引进数字游民、乡创团队", "新建和改建绿道"),
)
"""Of one verb the reader of an indicator wants to know: 培训养老护理员."""
TAIL = Rule(
    name="words-between-an-indicator-and-its-figure",
    pattern=r"(?:分别|累计|年均|(?:总体)?平均|(?<!平)均|总数|合计|[ ]|控制在|保持在|不|要|应|须|需|每年|力争|确保|[：:]|拟按|拟|按|实现|(?:原则上)?每(?:半年|季度|个?月|周|年)(?:至少)?(?:召开|举行)|[（(]$)+$",
    build=text_of,
    examples={
        "绿道总长累计": ("累计",),
        "床位数、学位数分别要": ("分别要",),
        "企业：": ("：",),
        "赤字率拟按": ("拟按",),
        "联席会议原则上每半年召开": ("原则上每半年召开",),
    },
    counters=("累计绿道总长", "床位数", "达到"),
)
TAKEN_UP = Rule(
    name="words-that-take-up-the-clause-before",
    pattern=r"(?:为期|每年|每季度|每月|每期|期限|时间|约|各|共)+$",
    build=text_of,
    examples={"培训为期": ("为期",), "每年共": ("每年共",)},
    counters=("培训", "每年培训", "共计"),
)
_RANK = r"(?:国家|省部?|部|市|区|县|自治区|地市)级"
RANK_ONLY = Rule(
    name="rank-whose-noun-stands-behind-the-last-of-a-list",
    pattern=rf"{_RANK}(?:[、和及][ ]*\d+[ ]*[个家所项处座名]{_RANK})+(?P<noun>[^，。；、和]{{2,}})",
    needs=("级",),
    how="match",
    build=lambda match: match["noun"],
    examples={"国家级、3个省级研发中心": ("研发中心",), "国家级和20家省级绿色工厂，": ("绿色工厂",)},
    counters=("国家级研发中心、3个省级研发中心", "国家级、省级研发中心"),
)
"""Behind the first figure: 1个国家级、3个省级研发中心."""
SHARED_CHANGE = Rule(
    name="changes-of-what-the-clauses-before-name",
    pattern=r"(?:预计|同比|比上年|较上年|年均|力争|并|实现|[，,])*分别(?:同比|年均|比上年|较上年)?(?:增长|增加|提高|提升|下降|降低|减少)(?:了)?$",
    needs=("分别",),
    how="match",
    build=text_of,
    examples={"分别增长": ("分别增长",), "，同比分别下降": ("，同比分别下降",)},
    counters=("产值、税收分别增长", "分别达到"),
)
DONE_AWAY = Rule(
    name="verb-and-modifiers-of-what-is-done-away-with",
    pattern=r"(?:消除|整治|治理|解决|淘汰|关停|拆除|化解)[^，。；、]{4,}的(?=[^，。；、的]{3,}$)",
    needs=("的",),
    how="match",
    build=text_of,
    examples={"消除历史上严重影响秩序的易涝积水点": ("消除历史上严重影响秩序的",)},
    counters=("消除易涝积水点", "新建符合标准的厕所"),
)
BUILT_BEHIND = Rule(
    name="verb-behind-a-figure-whose-object-it-measures",
    pattern=r"(?:的?标准)?(?:配建|配套建设|配置|配套)(?=[^，。；]{2})",
    how="match",
    build=text_of,
    examples={"配建养老服务用房": ("配建",), "的标准配置床位": ("的标准配置",)},
    counters=("建设项目", "养老服务用房"),
)
COVERED = Rule(
    name="what-covers-a-share-of-something",
    pattern=r"[^，。；、]{2,16}覆盖(?:率)?$",
    needs=("覆盖",),
    build=text_of,
    how="match",
    examples={"林票制度覆盖": ("林票制度覆盖",)},
    counters=("覆盖", "全面实施，覆盖"),
)
"""Before a percentage: 林票制度覆盖80%的行政村."""
EACH_TIME = Rule(
    name="words-between-a-body-and-what-it-does-each-time",
    pattern=r"每(?:年|半年|季度?|个?月|周|旬)(?:至少|定期|集中)?(?=[^，。；\d]{2,8}$)",
    needs=("每",),
    build=text_of,
    examples={"县政府督查室每季度督查": ("每季度",), "区教育局每半年至少评估": ("每半年至少",)},
    counters=("每季度", "每季度督查，对推进不力的严肃问责"),
)
CAPPED = Rule(
    name="what-a-limit-without-a-figure-is-set-for",
    pattern=r"(?P<what>[^，。；、：]{2,20}?)(?:不超过|不低于|不高于|不少于|控制在|保持在|达到|完成)[^，。；、：]*$",
    how="match",
    build=lambda match: match["what"],
    examples={"用水总量不超过自治区下达指标": ("用水总量",)},
    counters=("不超过下达指标", "控制在下达指标以内"),
)
"""Of the clause before 其中2025年不超过…."""
DOING = Rule(
    name="what-those-who-are-counted-do",
    pattern=r"(?<=[^的，、]{2})(?:参加|参与|赴|前往|到(?=[^，。；]{2,20}(?:攻读|学习|任职|挂职|锻炼|研修|工作))|接受|投产|投入|竣工|纳入|进入|完成(?!率)|实现)(?!的)",
    build=text_of,
    examples={"核心人才参加专题研修": ("参加",), "条生产线投产": ("投产",)},
    counters=("参加培训的企业", "绿道", "开展试点的县"),
)
"""Behind a figure and its noun: 1000名核心人才参加专题研修."""
OF_TURNOVER = Rule(
    name="noun-behind-the-turnover-of-those-counted",
    pattern=r"(?:年|主营)?[^，。；、\d]{2,10}(?:过|超|达|超过|突破|达到)[\d一二三五十百千]+[万亿]*元[^，。；]{0,30}?的(?P<noun>[^，。；、的\d]{2,}企业|企业|园区|集群|基地|项目)",
    how="match",
    needs=("元",),
    build=lambda match: match["noun"],
    examples={
        "年销售收入过百亿元、2家以上年销售收入达500亿元的高新技术企业": ("高新技术企业",),
        "年产值超10亿元的企业": ("企业",),
    },
    counters=("企业年产值超10亿元", "专精特新企业"),
)
"""Behind a figure: 5家以上年销售收入过百亿元…的高新技术企业."""
ACTED = Rule(
    name="verb-between-a-comparator-and-its-figure",
    pattern=r"(?:至少|不少于|不低于|最少)(?P<verb>[一-鿿]{2,14})$",
    how="match",
    build=lambda match: match["verb"],
    examples={"至少研究": ("研究",), "不少于调度": ("调度",)},
    counters=("至少", "研究"),
)
EACH_TIME_AT_END = Rule(
    name="words-for-each-time-before-a-comparator",
    pattern=r"每(?:个?月|周|季度?|半年|年|旬|天|日)$",
    needs=("每",),
    build=text_of,
    examples={"各驻点每月": ("每月",), "每季度": ("每季度",)},
    counters=("每月调度", "当月"),
)
VERB_AND_LIST = Rule(
    name="verb-and-list-before-a-figure-that-counts-it",
    pattern=rf"(?:{_OBJECT_VERBS})[^，。；：]{{2,40}}、[^，。；：、]{{2,16}}(?:等)?$",
    how="match",
    needs=("、",),
    build=text_of,
    examples={
        "设立电子信息、高端装备": ("设立电子信息、高端装备",),
        "遴选心内科、神经外科等": ("遴选心内科、神经外科等",),
    },
    counters=("设立分局", "新建、改建绿道"),
)
"""设立电子信息、高端装备3个招商分局: the noun behind the figure is counted."""
BENEFIT = Rule(
    name="what-is-granted-behind-a-figure",
    pattern=r"(?:(?:[、和或]|以及)[ ]*\d[\d.,]*(?:万|亿)?元)*(?:以内|以下)?的?(?P<what>(?:一次性|年度|阶梯式|分档)?[^，。；、（(的]{0,10}?(?:奖励|补贴|补助|资助|奖补|支持|额度|贴息|扶持|资金))(?=[，。；、（(]|$)",
    how="match",
    needs=("奖", "补", "助", "支持", "额度", "贴息", "扶持", "资金"),
    build=lambda match: match["what"],
    examples={
        "一次性奖励；": ("一次性奖励",),
        "、30万元、10万元经费支持，": ("经费支持",),
        "的贷款额度，": ("贷款额度",),
    },
    counters=("奖励获奖企业", "，给予补贴"),
)
"""Behind a sum: 给予最高50万元一次性奖励."""
GRANTED = Rule(
    name="verb-of-granting-before-a-sum",
    pattern=r"(?:给予|予以|提供|享受|发放|按)[^，。；]{0,12}$",
    build=text_of,
    examples={"每家给予最高": ("给予最高",), "可按照": ("按照",)},
    counters=("资助额度", "补贴标准"),
)
CLOSED_LIST = Rule(
    name="noun-that-closes-a-list-with-and-so-on",
    pattern=r"[^，。；：]{1,60}、[^，。；：、]{1,20}?等(?:领域|方面|各类|各级)?的?(?P<noun>[^，。；：、等的]{3,})$",
    how="match",
    needs=("等",),
    build=lambda match: match["noun"],
    examples={"名法院、检察院、司法行政等高层次法治人才": ("高层次法治人才",)},
    counters=("家企业、高等院校", "个平台、3个基地", "名教师、医生等"),
)
"""Behind a figure: 500名法院、检察院…等高层次法治人才."""
MODIFIED = Rule(
    name="words-up-to-the-noun-that-they-modify",
    pattern=r"(?:[^，。；：、]|、(?!\d))*的(?=[^，。；：、的（(]{2,}$)",
    needs=("的",),
    build=text_of,
    how="match",
    examples={"以上的企业": ("以上的",), "符合条件的新型农业经营主体": ("符合条件的",)},
    counters=("绿道，沿河的步道", "绿道", "以上的"),
)
NEXT = Rule(
    name="mark-where-the-next-of-a-list-begins",
    pattern=r"、(?=[^，。；、]{0,14}\d)|[（(]|(?<=.)(?:和|以及)(?=[^，。]{0,12}\d)",
    build=text_of,
    examples={"家企业、3个平台": ("、",), "个车间和20家工厂": ("和",), "所学校（含幼儿园）": ("（",)},
    counters=("家企业和平台", "和20家工厂", "公里绿道", "名教师、医生"),
)
VERB_ONLY = Rule(
    name="nothing-but-a-verb-before-a-figure",
    pattern=rf"(?:{_WITHIN}|{either((*words('targets', 'context', 'verbs'), *words('targets', 'context', 'verbs_before_count'), *words('targets', 'context', 'adverbs')))}|[并且和及与以了，、 ])+$",
    build=text_of,
    how="match",
    examples={
        "新增": ("新增",),
        "并建成": ("并建成",),
        "改造、新建": ("改造、新建",),
        "5年内重点引进和培养": ("5年内重点引进和培养",),
    },
    counters=("绿道总长", "建成绿道", "森林覆盖率达到"),
)
OBJECT_VERB = Rule(
    name="verb-whose-object-is-counted",
    pattern=_OBJECT_VERBS,
    build=text_of,
    examples={"每年召开": ("召开",), "社区配备专职人员": ("配备",)},
    counters=("绿道总长", "森林覆盖率"),
)
OBJECT_VERB_AT_END = Rule(
    name="words-before-the-figure-of-what-stands-behind-it",
    pattern=rf"(?:{_OBJECT_VERBS}|{_BEFORE_COUNT}|(?:至少|都|均|各)有)(?:不少于|不低于|至少|约|各|共|了|一批)*$|每(?:个?月|周|季度?|半年|年)(?:至少|分别)?(?:不少于|不低于|约)*$|(?:首批|第[一二三]批|[^年期月]内|境内|其中|每(?:个|家|所|名|座|条)?[^，。年月季周日数率量值额]{{1,5}}?|(?:对|面向|针对))(?:不少于|不低于|至少|约|各|共)*$",
    build=text_of,
    examples={
        "每年召开": ("召开",),
        "每个社区配备不少于": ("每个社区配备不少于",),
        "每个社区至少有": ("每个社区至少有",),
        "建设全市首批": ("首批",),
        "完成辖区内": ("区内",),
        "落实每个村不少于": ("每个村不少于",),
        "委托专业机构对": ("对",),
        "新建小区按每百户不少于": ("每百户不少于",),
        "市、区两级重点支持": ("支持",),
        "各驻点每月不少于": ("每月不少于",),
    },
    counters=("年内", "召开会议", "配备人员不少于", "绿道总长"),
)
VERB_OF_THE_CLAUSE_BEFORE = Rule(
    name="verb-of-the-clause-that-is-taken-up",
    pattern=rf"{_OBJECT_VERBS}|进行",
    build=text_of,
    examples={"对骨干教师进行": ("进行",), "开展技能培训": ("开展",)},
    counters=("技能培训", "骨干教师"),
)
COMPARED = Rule(
    name="comparison-with-what-was-before",
    pattern=r"(?:[，,]?(?:(?:控制|保持)在)?(?:(?:(?:相?较|比)(?:于)?|基于|相对于?)(?:20\d\d年|“?十[一二三四五]五”?|上一?年|去年|前一?年|基[期年]|规划期|现状|同期|全[国省市县])[^，。；]*"
    r"|[由从][^，。；\d]{0,14}\d[^，。；]*|(?:高|低|快|慢)于[^，。；]{1,8}?平均(?:水平|增速|值|数)))$",
    needs=("较", "比", "由", "从", "于", "相对"),
    build=text_of,
    examples={
        "单位能耗较2020年下降": ("较2020年下降",),
        "比上年增加": ("比上年增加",),
        "高于全市平均水平": ("高于全市平均水平",),
        "扩展倍数控制在基于2020年建设用地规模的": ("控制在基于2020年建设用地规模的",),
        "森林覆盖率由35%": ("由35%",),
        "平均时限从 12个工作日": ("从 12个工作日",),
    },
    counters=("增加值占比提高", "由3家单位参加，面积", "结案率比重"),
)
CHANGE_ONLY = Rule(
    name="nothing-but-a-change-before-a-figure",
    pattern=r"(?:并|且|力争|实现|确保|年均|年平均|平均每年|每年|同比|累计|总体|分别|逐年|再|约|(?:增长|增加|提高|提升|下降|降低|减少|上升|压减|压缩|缩短|扩大|拓展|改造|延伸)(?:了)?)+",
    how="fullmatch",
    build=text_of,
    examples={"年均增长": ("年均增长",), "同比下降": ("同比下降",), "改造提升": ("改造提升",)},
    counters=("产值年均增长", "增速", "新增"),
)
MANNER = Rule(
    name="way-of-going-on-that-a-figure-gives",
    pattern=r"的(?:节奏|频次|频率|速度|进度|步伐|周期|要求|标准|目标|比例|原则|方式)",
    needs=("的",),
    build=text_of,
    examples={"的节奏推进": ("的节奏",), "兽医的要求": ("的要求",)},
    counters=("的绿道", "推进节奏"),
)
DATE_ONLY = Rule(
    name="nothing-but-a-date-before-a-clause",
    pattern=r"(?:力争)?到?20\d\d年(?:底|末)?[，,]?(?:力争)?",
    how="fullmatch",
    build=text_of,
    examples={"到2030年，": ("到2030年，",), "2025年底": ("2025年底",)},
    counters=("到2030年，全区", "20个，"),
)
DATED_VERB = Rule(
    name="date-and-verb-that-take-up-the-clause-before",
    pattern=r"(?:其中[，：:]?)?(?:力争)?到?20\d\d年(?:底|末)?(?:前)?(?:累计)?(?:建成|完成|达到|达|改造|新建|实现)?",
    how="fullmatch",
    build=text_of,
    examples={"到2024年建成": ("到2024年建成",), "其中2025年建成": ("其中2025年建成",)},
    counters=("到2024年新增学位", "建成"),
)
DONE = Rule(
    name="what-is-done-so-often-or-for-so-many",
    pattern=r"(?:每年|全年|累计|年均|并|[，、 ])*(?P<done>培训|轮训|演练|检查|抽查|巡查|宣讲|接待|走访|调研)(?:不少于|至少)?$",
    how="match",
    build=lambda match: match["done"],
    examples={"培训": ("培训",), "全年走访": ("走访",)},
    counters=("组织培训", "新建", "培训教师"),
)
WITH_FIGURE = Rule(
    name="phrase-that-begins-or-ends-with-a-figure",
    pattern=r"(?:\d|.*\d(?:[万亿]?[^\d，]{1,3})$)",
    how="match",
    build=text_of,
    examples={"30万亩": ("30万亩"[0],), "农村公路500公里": ("农村公路500公里",)},
    counters=("高标准农田", "3D打印中心"[1:]),
)
