"""Which division issued a plan, and what in the plan says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from .bodies import Body, parse_body
from .divisions import NATION, Division, abbreviations, divisions
from .text import normalise

_NUMBER = re.compile(r"([\u4e00-\u9fff]{2,12})[〔\[［（(](?:19|20)\d\d[〕\]］）)]")
_GOVERNMENT: Final = ("人民政府", "政府办公")
_ABOUT: Final = "关于"
"""What parts issuer and subject in the title of a notice."""
_MARGIN: Final = 2
"""How many times as often one city must be named in the running text as the other, to decide."""


@dataclass(frozen=True, slots=True)
class PlaceFinding:
    """The code of a plan's jurisdiction, or the codes that it may be, with the reason."""

    code: str | None
    candidates: tuple[str, ...]
    reason: str
    field: str | None = None
    """What decided: issuer, title, addressees, number or text."""
    quote: str | None = None
    """The words there that decided."""


@dataclass(frozen=True, slots=True)
class _Plan:
    title: str
    issuer: str
    number: str
    addressees: str
    text: str
    year: int | None


class _Candidates(NamedTuple):
    divisions: tuple[Division, ...]
    field: str
    quote: str


_Places = tuple[Division, ...]
"""A candidate and what lies above it, as far as that sets it off from the others."""


class _Evidence(NamedTuple):
    """One kind of evidence: how strongly it speaks for a candidate, and the words that do."""

    field: str
    least: int
    """A lower score says nothing."""
    margin: int
    """The best must have this many times the score of the next."""
    score: Callable[[_Plan, Division, _Places], tuple[int, str]]


_ZONES = ("开发区", "高新区", "新区", "园区", "示范区", "保税区", "合作区", "管委会", "管理委员会")


def place_of_plan(
    *,
    title: str | None,
    issuer: str | None,
    number: str | None,
    addressees: Sequence[str],
    text: str,
    year: int | None,
) -> PlaceFinding:
    """The division that issued the plan; where the evidence is even, no code but the candidates."""
    title, issuer = normalise(title or ""), normalise(issuer or "")
    implied, about, _ = title.partition(_ABOUT)
    plan = _Plan(
        title,
        issuer or (implied if about and parse_body(implied) else ""),
        normalise(number or ""),
        "、".join(map(normalise, addressees)),
        text,
        year,
    )
    body = parse_body(plan.issuer)
    if body is not None and body.level == "nation":
        return PlaceFinding(
            NATION, (NATION,), f"issuer {plan.issuer} is a national body", "issuer", plan.issuer
        )
    found = _from_issuer(plan, body) or _from_rest(plan, body)
    if found is None:
        codes = tuple(division.code for hint in _in_number(plan) for division in hint.divisions)
        return PlaceFinding(
            None, codes, "neither issuer nor title nor a signature in the text names a division"
        )
    return _decide(plan, found)


def _from_issuer(plan: _Plan, body: Body | None) -> _Candidates | None:
    """The divisions that the issuer's name can mean."""
    word = body.level_word if body else plan.issuer.removeprefix("中共")
    end, named = _prefix(word, plan.year)
    if not named or (body and body.level == "township" and not word[:end].endswith(named[0].name)):
        return None
    lower = _zone_place(plan.issuer, end, named)
    if lower is not None:
        return _Candidates((lower,), "issuer", plan.issuer[: end + len(lower.short)])
    return _Candidates(named, "issuer", word[:end])


def _zone_place(issuer: str, end: int, named: tuple[Division, ...]) -> Division | None:
    """The division in which a zone lies that is named after its province and its place: 安徽长丰…开发区."""
    if len(named) != 1 or not any(word in issuer for word in _ZONES):
        return None
    for size in (4, 3, 2):
        for one in divisions().named(issuer[end : end + size]):
            if len(issuer) > end + size and divisions().is_below(one.code, named[0].code):
                return one
    return None


def _from_rest(plan: _Plan, body: Body | None) -> _Candidates | None:
    """The divisions that title, number or text name, of the level that the issuer's name tells."""

    def fits(division: Division) -> bool:
        if body is None or body.level is None:
            return True
        if division.level == ("county" if body.level == "township" else body.level):
            return True
        return bool(body.level_word) and division.name.endswith(body.level_word)

    for read in (_in_title, _in_number, _in_text) if body and body.level else (_in_title, _in_signature):
        for candidates in read(plan):
            kept = tuple(division for division in candidates.divisions if fits(division))
            if kept:
                return candidates._replace(divisions=kept)
    return None


def _in_title(plan: _Plan) -> list[_Candidates]:
    starts = sorted({0, *(place.start for place in divisions().find(plan.title))})
    return _at(plan, starts, plan.title, "title")


def _in_number(plan: _Plan) -> list[_Candidates]:
    codes = abbreviations().get(plan.number[:1], ())
    named = tuple(filter(None, map(divisions().by_code, codes)))
    return [_Candidates(named, "number", plan.number[:1])] if named else []


def _in_text(plan: _Plan) -> list[_Candidates]:
    """The places that the text names, those named most first."""
    names = _names(plan.text)
    return [found for name in _most(names) for found in _at(plan, [0], name, "text")]


def _in_signature(plan: _Plan) -> list[_Candidates]:
    """The places whose government the text names: in its head, its signature, its imprint."""
    places = divisions().find(plan.text)
    signed: Counter[str] = Counter()
    for i, place in enumerate(places):
        if plan.text.startswith(_GOVERNMENT, place.end):
            joined = i > 0 and places[i - 1].end == place.start
            signed[plan.text[places[i - 1].start if joined else place.start : place.end]] += 1
    return [found for name in _most(signed)[:1] for found in _at(plan, [0], name, "text")]


def _most(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], -len(name), name))


def _at(plan: _Plan, starts: list[int], text: str, field: str) -> list[_Candidates]:
    found = []
    for start in starts:
        end, named = _prefix(text[start:], plan.year)
        if named:
            found.append(_Candidates(named, field, text[start : start + end]))
    return found


def _prefix(text: str, year: int | None) -> tuple[int, tuple[Division, ...]]:
    end, named = divisions().prefix(text, year=year)
    return (end, named) if named else divisions().prefix(text)


def _holds(one: Division, others: Sequence[Division]) -> bool:
    """Whether all others lie in a division: 淮安 alone is the city, not the district of that name in it."""
    return all(other is one or divisions().is_below(other.code, one.code) for other in others)


def _decide(plan: _Plan, found: _Candidates) -> PlaceFinding:
    codes = tuple(dict.fromkeys(division.code for division in found.divisions))
    seen = f"{found.field} names {found.quote}"
    if len(codes) == 1:
        return PlaceFinding(codes[0], codes, f"{seen}, which is {_full(codes[0])}", found.field, found.quote)
    left = list({division.code: division for division in found.divisions}.values())
    for evidence in _EVIDENCE:
        own = len({division.name for division in left}) > 1  # else its own name tells nothing
        scored = [
            (*evidence.score(plan, division, (division,) * own + _above(division)), division)
            for division in left
        ]
        scored.sort(key=lambda item: -item[0])
        (best, quote, winner), (second, _, _) = scored[:2]
        if best < evidence.least:
            continue
        if best > second and best >= evidence.margin * second:
            reason = f"{seen}, one of {len(codes)}; {evidence.field} names {quote}: {_full(winner.code)}"
            return PlaceFinding(winner.code, codes, reason, evidence.field, quote)
        left = [item[2] for item in scored if item[0] == best or item[0] * evidence.margin > best]
    around = next((one for one in left if _holds(one, left)), None)
    if around is not None:
        reason = f"{seen}: {_full(around.code)}, in which the others of that name lie"
        return PlaceFinding(around.code, codes, reason, found.field, found.quote)
    reason = f"{seen}, one of {len(codes)}, and nothing in the plan tells which"
    return PlaceFinding(None, tuple(dict.fromkeys(division.code for division in left)), reason)


def _full(code: str) -> str:
    division = divisions().by_code(code)
    if division is None:
        return code
    above = [ancestor.name for ancestor in divisions().ancestors(division) if ancestor.level != "nation"]
    return "".join([*reversed(above), division.name])


# Evidence


def _names(text: str) -> Mapping[str, int]:
    return Counter(place.name for place in divisions().find(text))


def _above(division: Division) -> tuple[Division, ...]:
    return tuple(d for d in divisions().ancestors(division) if d.level != "nation")


def _mentions(counts: Mapping[str, int], places: Sequence[Division]) -> tuple[int, str]:
    """How often the places are named, and the name that is used most."""
    used = {name: counts.get(name, 0) for place in places for name in (place.name, place.short)}
    most = max(used, key=lambda name: (used[name], name), default="")
    return sum(used.values()), most


def _by_title(plan: _Plan, _: Division, places: _Places) -> tuple[int, str]:
    return _mentions(_names(plan.title), places)


def _by_chain(plan: _Plan, division: Division, _: _Places) -> tuple[int, str]:
    """南京市鼓楼区 in the text."""
    chains = {
        chain: plan.text.count(chain)
        for above in _above(division)
        for chain in (above.name + division.name, above.short + division.name)
    }
    most = max(chains, key=lambda chain: (chains[chain], chain), default="")
    return sum(chains.values()), most


def _by_addressees(plan: _Plan, _: Division, places: _Places) -> tuple[int, str]:
    return _mentions(_names(plan.addressees), places)


def _by_number(plan: _Plan, division: Division, _: _Places) -> tuple[int, str]:
    """榕鼓政 speaks for a district of 福州, 通政 as much for a 通州 anywhere as for one in 南通."""
    first = plan.number[:1]
    line = (division, *_above(division))
    speaks = first and any(d.code in abbreviations().get(first, ()) for d in line)
    return (1, first) if speaks or (first and division.short.startswith(first)) else (0, "")


def _by_text(plan: _Plan, _: Division, places: _Places) -> tuple[int, str]:
    """Names of what lies above it, and the first characters of cited document numbers."""
    count, most = _mentions(_names(plan.text), places)
    codes = {place.code for place in places}
    numbers = [match[1] for match in _NUMBER.finditer(plan.text)]
    cited = [number for number in numbers if codes.intersection(abbreviations().get(number[0], ()))]
    return count + len(cited), most if count or not cited else cited[0]


_EVIDENCE: Final = (
    _Evidence("title", 1, 1, _by_title),
    _Evidence("text", 1, _MARGIN, _by_chain),
    _Evidence("addressees", 1, 1, _by_addressees),
    _Evidence("number", 1, 1, _by_number),
    _Evidence("text", 2, _MARGIN, _by_text),
)
"""The strongest first; each is asked only where those before it leave several candidates."""
