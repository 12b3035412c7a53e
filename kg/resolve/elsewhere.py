"""Names that do not begin with a place of the plan's own line, and names that only the grammar reads."""

from __future__ import annotations

from functools import cache
from typing import Final

from msgspec.structs import replace

from ..names.bodies import Body, parse_body
from ..names.bodygrammar import grammar
from ..names.divisions import NATION, Division, divisions
from .fronts import Front, Fronts, front_of, full_name, names_of
from .organs import organs
from .reading import UNIT_OF_PLACE, Reading, placed, worded
from .townships import township_at
from .vocabulary import table, words

_COMMITTEES: Final = ("委员会", "委")
_YOUTH: Final = "团委"
_BRANCH: Final = "分局"
_BUREAU: Final = "局"
_SUPERVISION: Final = "监管"
_CHINA: Final = "中国"
_BANK_OF_CHINA: Final = "中国银行"


def read_party(fronts: Fronts, text: str) -> Reading | None:
    """中共南京市鼓楼区委员会, 中共南京市鼓楼区委办公室, 团区委, 共青团南京市委员会."""
    for head in words("organs", "front", "party"):
        if text.startswith(head):
            return _of_committee(fronts, text[len(head) :])
    for head in words("organs", "front", "youth"):
        if text.startswith(head):
            for front, rest in _fronts_of(fronts, text[len(head) :]):
                if rest in _COMMITTEES:
                    organ = organs().read(_YOUTH)
                    return placed(front, organ, text) if organ else None
    return None


def _of_committee(fronts: Fronts, text: str) -> Reading | None:
    for front, rest in _fronts_of(fronts, text):
        organ = organs().read(rest) if rest else None
        if rest.startswith(_COMMITTEES):
            shortened = "委" + rest.removeprefix(_COMMITTEES[0] if rest.startswith(_COMMITTEES[0]) else "委")
            organ = organs().read(shortened) or organ
        if organ is not None:
            return placed(front, organ, text)
        found = township_at(front, rest)
        if found is not None:
            return found
    return None


def _fronts_of(fronts: Fronts, text: str) -> list[tuple[Front, str]]:
    """The fronts that a text can have: of the plan's own line, then of any division."""
    found = list(fronts.of(text))
    end, named = divisions().prefix(text)
    longer = tuple(one for one in named if _through(one, text, end) > end)
    division = nearest(longer or named, fronts.own) if end else None
    if division is not None:
        end = _through(division, text, end)
        found.append((_other_front(division, text[:end]), text[end:]))
    return found


def _through(division: Division, text: str, end: int) -> int:
    """Where the name of a place ends: 红河州 goes on after 红河."""
    for word, short in table("organs")["level_words"].items():
        if (
            division.name.endswith(word)
            and text[:end].endswith(division.short)
            and text.startswith(short, end)
        ):
            return end + len(short)
    return end


def _other_front(division: Division, printed: str) -> Front:
    short = not printed.endswith(names_of(division)[1:])
    return front_of(division, f"{printed} is {division.code}", short=short)


def nearest(named: tuple[Division, ...], own: Division | None) -> Division | None:
    """The one division of a name that lies in the plan's own line, or beside it."""
    if len(named) <= 1 or own is None:
        return named[0] if len(named) == 1 else None
    where = divisions()
    line = [one for one in named if where.is_below(own.code, one.code) or where.is_below(one.code, own.code)]
    near = line or [one for one in named if one.parent == own.parent]
    return near[0] if len(near) == 1 else None


def read_branch(fronts: Fronts, text: str) -> Reading | None:
    """南京市公安局鼓楼分局, 公安鼓楼分局, 国家税务总局南京市鼓楼区税务局: the body of the place at the end."""
    for owner in words("organs", "owners", "prefixes"):
        if text.startswith(owner) and len(text) > len(owner):
            found = _at_any(fronts, text[len(owner) :], owner)
            if found is not None:
                return replace(found, why=f"{found.why}; {owner} stands above it")
    rests = [text, *(rest for _, rest in _fronts_of(fronts, text))]
    found_branches = (_branch(fronts, rest, tail) for tail in _tails(text) for rest in rests)
    return next(filter(None, found_branches), None)


def _tails(text: str) -> list[str]:
    return [tail for tail in words("organs", "front", "branches") if text.endswith(tail)]


def _at_any(fronts: Fronts, text: str, owner: str) -> Reading | None:
    """The branch of a central body at a place; 绍兴监管分局 leaves out what it is for."""
    subject = table("organs")["owned"].get(owner, "")
    for front, rest in _fronts_of(fronts, text):
        organ = organs().read(rest, front.level)
        if organ is None and subject and rest.startswith(_SUPERVISION):
            organ = organs().read(subject + rest.removeprefix(_SUPERVISION), front.level)
        if organ is not None:
            return placed(front, organ, rest)
    return None


def _branch(fronts: Fronts, text: str, tail: str) -> Reading | None:
    """A bureau, the place of its branch, and the word for a branch; 公安鼓楼分局 does without 局."""
    for end in range(len(text) - len(tail), 1, -1):
        front = _place_at_end(fronts, text[end : -len(tail)])
        if front is None or not (tail == _BRANCH or text[:end].endswith(_BUREAU)):
            continue
        organ = organs().read(text[:end].removesuffix(_BUREAU) + _BRANCH)
        if organ is not None:
            why = f"{front.why}; a branch that is the body of that place"
            return placed(front._replace(why=why), organ, text)
    return None


def _place_at_end(fronts: Fronts, text: str) -> Front | None:
    if len(text) < 2:
        return None
    own = fronts.heads.get(text)
    if own is not None and own.named:
        return own
    division = nearest(divisions().named(text), fronts.own)
    return _other_front(division, text) if division else None


def read_elsewhere(fronts: Fronts, text: str) -> Reading | None:
    """江宁区财政局, 深圳证监局, 广州: the body of a division outside the plan's own line."""
    for front, rest in _fronts_of(fronts, text):
        if not front.named:
            continue
        if not rest:
            organ = organs().read(UNIT_OF_PLACE)
            return placed(front, organ, text) if organ else None
        organ = organs().read(rest, front.level)
        found = placed(front, organ, rest) if organ else None
        if found is None and not front.short:
            found = township_at(front, rest)
        if found is not None:
            return found
    return None


def read_worded(fronts: Fronts, text: str) -> Reading | None:
    """A body that the grammar reads and the tables do not hold: its name stays as it is printed."""
    text = _written_out(text)
    body = parse_body(text)
    if body is None:
        return None
    if body.level == "nation":
        key = f"{NATION}|{text}"
        return Reading(key, text, NATION, "other", "a body of the nation by its name", text)
    if text.startswith(_CHINA) and divisions().prefix(text[len(_CHINA) :])[0]:
        why = f"{fronts.bare.why}; a place after {_CHINA} says where it lies, not whose it is"
        return worded(fronts.bare, text, "place", why)
    if _is_branch(body):
        for front, _ in _fronts_of(fronts, body.level_word):
            return _central(front, text, body)
    if _is_institution(body):
        return _institution(fronts, text)
    return _by_front(fronts, text, body)


def _written_out(text: str) -> str:
    """The name with a bank's short name written out: 人行 is 人民银行."""
    for short, long in table("organs")["owners"]["short"].items():
        if text.startswith(short):
            return str(long) + text[len(short) :]
    return text


def _central(front: Front, text: str, body: Body) -> Reading:
    """人民银行绍兴市分行 is 人民银行绍兴分行."""
    division = divisions().by_code(front.code or "")
    plain = text if text.startswith(_BANK_OF_CHINA) else text.removeprefix(_CHINA)
    head, _, tail = plain.partition(body.level_word)
    name = head + (division.short if division else body.level_word) + tail
    return worded(front, name, "branch", f"{front.why}; a central body's branch", text)


def _institution(fronts: Fronts, text: str) -> Reading:
    """区人民医院 is the district's, but 南京大学 and 国网通州供电公司 only bear names of places."""
    for front, rest in fronts.of(text):
        if not front.named or not front.short:
            return worded(front, front.word + rest, "other", front.why, _placed_name(front, rest))
    why = f"{fronts.bare.why}; a body of this kind may bear a place's name without being its own"
    return worded(fronts.bare, text, "other", why)


def _by_front(fronts: Fronts, text: str, body: Body) -> Reading:
    for front, rest in _fronts_of(fronts, text):
        if len(rest) < 2 or (front.short and not body.level_word):
            continue
        if front.short:
            return worded(front, text, "other", f"{front.why}; bears its short name")
        return worded(front, front.word + rest, "other", front.why, _placed_name(front, rest))
    sure = body.level is None or fronts.bare.level == body.level
    return worded(fronts.bare, text, "other", fronts.bare.why, sure=sure)


def _placed_name(front: Front, rest: str) -> str:
    division = divisions().by_code(front.code) if front.code else None

    return (full_name(division) if division else front.word) + rest


def _is_branch(body: Body) -> bool:
    """Whether a place stands inside the name, after the body whose branch it is: 人民银行南京分行."""
    return bool(body.level_word) and not body.plate.startswith(body.level_word) and len(body.level_word) > 1


@cache
def _institutions() -> tuple[str, ...]:
    return words("organs", "institutions", "suffixes")


def _is_institution(body: Body) -> bool:
    return body.suffix.endswith(_institutions()) or bool(grammar().companies.heads(body.plate))
