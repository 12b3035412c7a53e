"""What the title and the number of a policy say: who issued it, where, when, and what it issues or implements."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from msgspec.structs import replace

from ..keys import bare_title
from ..names.divisions import NATION, Division, abbreviations, divisions
from ..names.text import fold
from .elsewhere import nearest
from .fronts import front_of, full_name
from .organs import organs
from .reader import Reader, of_nation
from .reading import UNIT_OF_PLACE, Reading, official_name, placed
from .vocabulary import national, table, words

_NUMBER = re.compile(
    r"(?P<head>[\u4e00-\u9fffA-Za-z]*)[〔\[（(【]?(?P<year>(?:19|20)\d\d)[〕\]）)】]?(?P<rest>.*)"
)
_MARKS = re.compile(r"[<>〈〉《》\"“”‘’'()（）〔〕\[\]【】,，、·\-]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTICE = re.compile(r"印发[<〈《]?(?P<inner>.+?)[>〉》]?的(?:通知|函)$")
_CARRIED_OUT = re.compile(
    r"(?:贯彻落实|贯彻执行|贯彻|落实|实施)[<〈《](?P<inner>[^<>〈〉《》]+?)(?:[>〉》]|的(?:实施|若干|工作|行动)[^<>〈〉]*[>〉]?$)"
)
_CLAUSE = re.compile(r"[，。；：！？,;:()（）“”\"]")
_BODIES: Final = frozenset({"office", "state", "party", "prefixed", "nation", "township"})
_PLACE: Final = "place"
_LONGEST: Final = 30
_PLAN_PERIOD = re.compile(r"^十[一二三四五六七八九]五")


class Title(NamedTuple):
    """A policy's title as one plan cites it."""

    core: str
    """What is compared: without issuer, marks and brackets, the place with its full name."""
    issuer: Reading | None
    code: str | None
    """Of the division whose document it is, as far as title, number or the words before it tell."""
    year: int | None


def read_title(title: str, number: str | None, before: str, reader: Reader) -> Title:
    """What title, number and the words before the title say, seen from a plan."""
    bare = bare_title(title)
    inside, rest = _issuer_in(bare, reader)
    place, core = _place_of(rest, reader)
    found = [inside, _issuer_of_number(number, reader), _issuer_before(before, reader)]
    bodies = [one for one in found if one is not None]
    issuer = next((one for one in bodies if one.kind != _PLACE), None)
    code = next((one.code for one in bodies), place.code if place else _other_code(number, core, reader))
    match = _NUMBER.match(number or "")
    year = int(match["year"]) if match else _year(rest)
    return Title(_folded(core), issuer, code, year)


def _other_code(number: str | None, core: str, reader: Reader) -> str | None:
    """The code that the first character of a number or the first word of a title tells."""
    if number and number[0] in abbreviations():
        division = _abbreviated(number[0], reader)
        return division.code if division else None
    national_title = _PLAN_PERIOD.sub("", _folded(core)).startswith(words("policies", "titles", "nation"))
    return NATION if national_title else None


def issuer_of(issuer: Reading | None) -> str | None:
    """The issuing body's full name."""
    return official_name(issuer) if issuer else None


def standard_number(number: str) -> str:
    """A document number with 〔〕 around its year: 国发(2019)3号 is 国发〔2019〕3号."""
    match = _NUMBER.fullmatch(fold(number))
    if match is None or not match["head"]:
        return number
    return f"{match['head']}〔{match['year']}〕{match['rest']}"


def is_local(title: str) -> bool:
    """Whether documents of this title are made by many places: 关于…的实施意见."""
    bare = bare_title(title)
    about: str = table("policies")["titles"]["about"]
    return bare.startswith(about) and bare.endswith(words("policies", "titles", "local"))


def issued_in(title: str) -> str | None:
    """X of 关于印发〈X〉的通知."""
    match = _NOTICE.search(bare_title(title))
    return match["inner"] if match else None


def carried_out(title: str) -> str | None:
    """X of 贯彻〈X〉的实施方案."""
    match = _CARRIED_OUT.search(bare_title(title))
    return match["inner"] if match else None


def _folded(title: str) -> str:
    return _MARKS.sub("", fold(title))


def _year(title: str) -> int | None:
    match = _YEAR.search(title)
    return int(match.group()) if match else None


def _issuer_in(title: str, reader: Reader) -> tuple[Reading | None, str]:
    """The body before 关于, and the title without it."""
    head, about, rest = title.partition(table("policies")["titles"]["about"])
    if not about or not 2 <= len(head) <= _LONGEST:
        return None, title
    reading = _joint(head) or reader.read(head)
    return (_marked(head, reading), about + rest) if reading.kind in _BODIES else (None, title)


def _joint(head: str) -> Reading | None:
    """The first of two bodies of the nation: 中共中央国务院."""
    always, _ = national()
    for end in range(2, len(head) - 1):
        if head[:end] in always and head[end:].lstrip("、") in always:
            return of_nation(always[head[:end]], head)
    return None


def _marked(text: str, reading: Reading) -> Reading:
    """The reading; of 鼓楼区关于… the kind says that only the place is printed and not its government."""
    bare = reading.subject == UNIT_OF_PLACE and not text.endswith(UNIT_OF_PLACE)
    return replace(reading, kind=_PLACE) if bare else reading


def _issuer_before(before: str, reader: Reader) -> Reading | None:
    """The body that is printed right before 《: the last of 省委、省政府."""
    clause = _CLAUSE.split("".join(before.split()).rstrip("《<〈"))[-1][-_LONGEST:]
    piece = clause.rpartition("、")[2]
    for start in range(len(piece) - 1):
        reading = reader.read(piece[start:])
        if reading.kind in _BODIES and (reading.front is None or reading.front.word or reading.front.named):
            return _marked(piece[start:], reading) if _has_place(piece[start:], reading) else None
    return None


def _has_place(text: str, reading: Reading) -> bool:
    """Whether the name says whose body it is; a bare 部门 or 法院 does not."""
    return reading.front is None or reading.front.named or text.startswith(reading.front.word)


def _issuer_of_number(number: str | None, reader: Reader) -> Reading | None:
    match = _NUMBER.match(fold(number)) if number else None
    head = match["head"] if match else ""
    if not head:
        return None
    return _national_issuer(head, 2) or _local_issuer(head, reader) or _national_issuer(head, 1)


def _local_issuer(head: str, reader: Reader) -> Reading | None:
    for mark, short in _marks():
        place = head.removesuffix(mark)
        organ = organs().read(short) if place != head and 1 <= len(place) <= 3 else None
        division = _abbreviated(place, reader) if organ else None
        if organ and division:
            front = front_of(division, f"{place} in the number stands for {division.code}")
            return placed(front, organ, short)
    return None


def _abbreviated(place: str, reader: Reader) -> Division | None:
    """The division that the first characters of a number stand for."""
    codes = abbreviations().get(place, ())
    line = reader.fronts.line
    near = [one for one in line if one.code in codes]
    if near:
        return near[0]
    if len(codes) == 1:
        return divisions().by_code(codes[0])
    own = [one for one in line if one.short.startswith(place)]
    return own[0] if len(own) == 1 and not codes else None


@cache
def _marks() -> tuple[tuple[str, str], ...]:
    data: dict[str, str] = table("policies")["marks"]
    return tuple(sorted(data.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _national_issuer(head: str, least: int) -> Reading | None:
    """The national body of a number that begins with its characters, of which there must be some."""
    data: dict[str, str] = table("policies")["numbers"]
    for prefix in sorted(data, key=lambda prefix: (-len(prefix), prefix)):
        if head.startswith(prefix) and len(prefix) >= least and (least > 1 or head[:2] not in _twofold()):
            return of_nation(national()[0][data[prefix]], data[prefix])
    return None


@cache
def _twofold() -> frozenset[str]:
    """Beginnings of local numbers that a national prefix of one character would swallow."""
    return frozenset(char + mark for char in abbreviations() for mark in "政府委办发")


def _place_of(title: str, reader: Reader) -> tuple[Division | None, str]:
    """The division that a title begins with, and the title with its full name."""
    for front, rest in reader.fronts.of(title):
        division = divisions().by_code(front.code or "") if front.named else None
        if division is not None and rest:
            return division, full_name(division) + rest
    end, named = divisions().prefix(title)
    division = nearest(named, reader.fronts.own) if end else None
    if division is None or division.code == NATION:
        return None, title
    return division, full_name(division) + title[end:]
