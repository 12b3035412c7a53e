"""Names of persons and the posts behind or before them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from kg.names.bodies import find_office_title, looks_like_body
from kg.names.divisions import divisions
from kg.names.text import normalise

from .brackets import depth_free
from .rule import Rule, text_of

_HAN = re.compile(r"[一-鿿㐀-䶿]+(?:[·•．][一-鿿]+)*$")
_POST_MARKS = frozenset("、，,；;")

NAME = Rule(
    name="word-that-may-be-a-name-before-a-mark",
    pattern=r"[ ]*(?P<name>[一-鿿㐀-䶿]{2,4}?(?:[·•][一-鿿]+)*)(?=[ （(，,：:、；;\t]|同志|$)",
    how="match",
    build=lambda match: match["name"],
    examples={
        "张林  区委副书记": ("张林",),
        "欧阳明（副区长）": ("欧阳明",),
        "阿依古丽·买买提，区民政局局长": ("阿依古丽·买买提",),
    },
    counters=("区发展改革委主任张林", "张  林  区委副书记"),
)
SPACED_NAME = Rule(
    name="name-with-a-space-in-it",
    pattern=r"[ ]*(?P<name>[一-鿿](?:[ ]{1,3}[一-鿿]){1,3}|[一-鿿]{2}[ ]{1,3}[一-鿿]{1,2})(?=[ （(，,：:、；;\t]|$)",
    how="match",
    needs=(" ",),
    build=lambda match: match["name"],
    examples={"张  林  区委副书记": ("张  林",), "欧阳 明（副区长）": ("欧阳 明",)},
    counters=("张林（区委副书记）", "张林 区委副书记"),
)
SPACED_NAME_AT_END = Rule(
    name="name-with-a-space-in-it-behind-a-post",
    pattern=r"(?<=[ ])[一-鿿][ ][一-鿿]$",
    needs=(" ",),
    build=text_of,
    examples={"区财政局局长 张 林": ("张 林",)},
    counters=("区财政局局长 张林", "区财政局 局长"),
)
BESIDE_POST = Rule(
    name="word-behind-a-post-that-is-none",
    pattern=r"(?:同志|（?兼）?|\(兼\)|\*)$",
    build=text_of,
    examples={"区发展改革委主任（兼）": ("（兼）",), "区民政局局长李四同志": ("同志",)},
    counters=("区民政局局长", "区民政局局长（兼职）"),
)


OFFICE_WORD = Rule(
    name="word-that-ends-as-offices-do",
    pattern=r".*[股室站所队处局]",
    how="fullmatch",
    build=text_of,
    examples={"安全股": ("安全股",), "督导室": ("督导室",)},
    counters=("李登科", "张文部", "陈立德"),
)


@cache
def surnames() -> frozenset[str]:
    """Chinese family names, of one and of two characters."""
    text = (files("kg.loaders") / "surnames.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    single, double = lines[0], lines[1]
    return frozenset(single) | frozenset(double.split())


def looks_like_person(name: str) -> bool:
    """Whether a word without spaces can be a person's name: a known family name and one or two characters more."""
    if "·" in name or "•" in name:
        return bool(_HAN.match(name)) and 4 <= len(name) <= 20
    if not 2 <= len(name) <= 4 or not _HAN.match(name):
        return False
    if name[:2] in surnames() and len(name) >= 3:
        return True
    if name in OFFICE_WORD:
        return False
    if name[0] not in surnames() or len(name) > 3:
        return False
    place = any(one.level in ("province", "prefecture") for one in divisions().named(name))
    return not place and find_office_title(name) is None and not looks_like_body(name)


def name_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a person's name at the head of text[start:end]: 张林, 张 林, 欧阳 明; a space or mark follows it."""
    match = NAME.find(text, start, end)
    whole = match and match.end() <= end and looks_like_person(match["name"])
    spaced = SPACED_NAME.find(text, start, end)
    double = bool(match and spaced and match["name"] in surnames())  # 欧阳 明
    if match and whole and not double:
        return match.span("name")
    if spaced and looks_like_person(re.sub(r"\s", "", spaced["name"])):
        return spaced.span("name")
    return None


def name_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of a person's name at the end of text[start:end], behind a post or a space."""
    for size in (3, 2, 4):
        at = end - size
        if at < start:
            continue
        if looks_like_person(text[at:end]) and (
            at == start or text[at - 1] in " 、，由" or _ends_post(text, start, at)
        ):
            return at, end
    spaced = SPACED_NAME_AT_END.find(text[start:end])
    if spaced and looks_like_person(spaced.group().replace(" ", "")):
        return start + spaced.start(), end
    return None


def _ends_post(text: str, start: int, at: int) -> bool:
    return find_office_title(normalise(text[start:at])) is not None


def posts_in(text: str, start: int, end: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Unit and title spans of the posts that text[start:end] lists, empty where it prints only one of the two.

    A unit that is not repeated is that before it.
    """
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    edge = start
    cuts = {*depth_free(text, start, end, _POST_MARKS), *_second_posts(text, start, end), end}
    for cut in sorted(cuts):
        a, b = _stripped(text, edge, cut)
        edge = cut + 1
        if a >= b:
            continue
        cleaned = text[a:b]
        words_ = re.sub(r"\s", "", cleaned)
        title = find_office_title(words_)
        if title is None and (looks_like_body(words_) or words_ in SEATED_UNIT):
            found.append(((a, b), (b, b)))
        if title is None:
            continue
        at = a if OF_A_FIELD.find(text, a, b) else _at_printed(text, a, b, title[0])
        if at > a:
            found.append(((a, at), (at, b)))
        elif found:
            unit = found[-1][0]
            # the head of a government is none of the Party committee named before: 区委副书记、区长
            alone = text[a:b] in HEAD_OF_GOVERNMENT and text[slice(*unit)].endswith("委")
            found.append(((a, a) if alone else unit, (a, b)))
        else:
            party = OF_THE_PARTY.find(text, a, b)
            at = party.end() if party else a
            found.append(((a, at), (at, b)))
    return found


def _second_posts(text: str, start: int, end: int) -> list[int]:
    """Where 兼 parts two posts: 镇建设办主任兼镇执法队队长."""
    return [
        match.start()
        for match in _ALSO.finditer(text, start, end)
        if find_office_title(normalise(text[start : match.start()]))
        and find_office_title(normalise(text[match.end() : end]))
    ]


_ALSO = re.compile("兼(?!职|任$|）|\\))任?")
OF_A_FIELD = Rule(
    name="committee-member-for-a-field",
    pattern=r"(?:宣传|组织|统战|纪检|政法|人大|武装|群团|人武|政协){1,2}(?:委员|干事|助理)$",
    how="match",
    build=text_of,
    examples={"宣传委员": ("宣传委员",), "组织统战委员": ("组织统战委员",)},
    counters=("委员", "宣传部部长", "镇党委宣传委员"),
)
"""Its unit is the one named before."""
OF_THE_PARTY = Rule(
    name="party-body-before-its-secretary",
    pattern=r"(?:[省市区县镇乡]?委|党委|党组|党工委|党总支|党支部|机关党委)(?=(?:常务)?(?:副书记|书记|委员|常委)$)",
    how="match",
    build=text_of,
    examples={"党委书记": ("党委",), "党组副书记": ("党组",)},
    counters=("书记", "党委办公室主任"),
)


SEATED_UNIT = Rule(
    name="short-name-of-a-unit-for-which-a-person-sits",
    pattern=r"[一-鿿]{2,10}(?:局|委|办|部|院|中心|公司|大队|支队|政府|街道|办事处|管委会|分局|协会|集团|银行|镇|乡)",
    how="fullmatch",
    build=text_of,
    examples={"市府办": ("市府办",), "公积金分中心": ("公积金分中心",)},
    counters=("常委", "党委委员", "主持工作"),
)
HEAD_OF_GOVERNMENT = Rule(
    name="title-of-the-head-of-a-government",
    pattern=r"(?:代|常务)?副?(?:[省市区县州盟旗镇乡院校]长|总经理|董事长)",
    how="fullmatch",
    build=text_of,
    examples={"区长": ("区长",), "常务副市长": ("常务副市长",), "院长": ("院长",)},
    counters=("局长", "副书记", "区长助理"),
)


def _at_printed(text: str, start: int, end: int, index: int) -> int:
    """The offset of the index-th character of text[start:end] that is no space."""
    seen = 0
    for i in range(start, end):
        if text[i].isspace():
            continue
        if seen == index:
            return i
        seen += 1
    return end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t：:*":
        start += 1
    while end > start and text[end - 1] in " \n\t。；;*":
        end -= 1
    while end > start and (match := BESIDE_POST.find(text[start:end])):
        end = start + match.start()
    return start, end
