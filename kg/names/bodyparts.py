"""How the name of one body is read: front (whose), stem (what for), suffix (what kind)."""

from __future__ import annotations

from typing import Final, NamedTuple

from .bodygrammar import BodyLevel, Grammar
from .divisions import Division, divisions

_TOWNSHIP_STEM: Final = 4
"""Characters of the longest name of a township without 镇 or 街道."""
_STEM: Final = 24
_WEAK_STEM: Final = 10
_JOINTS: Final = "和与及"
_CHINA: Final = "中国"


class Parts(NamedTuple):
    """The parts of a name: level, the words that say it, subject and kind."""

    level: BodyLevel | None
    level_word: str
    stem: str
    suffix: str


class Front(NamedTuple):
    """The beginning of a name, and what follows it."""

    word: str
    level: BodyLevel | None
    rest: str
    place: bool = False
    """Whether the word is the full name of a division or township and not just 区 or 市."""


def clean(stem: str, words: Grammar) -> bool:
    """Whether the stem has no character and no word that only sentences have."""
    if words.characters.intersection(stem) or any(mark in stem for mark in "、，,"):
        return False
    return not any(verb in stem for verb in words.verbs)


def starts_sentence(text: str, words: Grammar) -> bool:
    """Whether the text begins as running text does: 加强…, 以下…, but not 组织部."""
    heads = words.starts.heads(text)
    if not heads:
        return False
    known = [*words.subjects.heads(text), *words.suffixes.heads(text), *words.quantifiers.heads(text)]
    end, _ = divisions().prefix(text)
    return max([end, *map(len, known)]) < len(heads[0])


def without_party(text: str, words: Grammar) -> str:
    """The name without 中共 before it."""
    for head in words.party.heads(text):
        if len(head) < len(text):
            return text.removeprefix(head)
    return text


def read_parts(core: str, words: Grammar) -> Parts | None:
    """The parts of a name that has no brackets, or None where it is no name."""
    if words.group.get(core) == "alone":
        return Parts("nation" if core in words.national else None, "", "", core)
    if words.endings.tails(core):
        return None
    if found := _around(core, words) or _company(core, words) or _branch(core, words):
        return found
    found = _front_andread_organ(core, words)
    if core in words.national:
        return found._replace(level="nation") if found else Parts("nation", "", "", core)
    return found


def _around(core: str, words: Grammar) -> Parts | None:
    for before, after in words.around:
        word = core[len(before) : len(core) - len(after)]
        if core == before + word + after and word in words.levels:
            return Parts(words.levels[word], word, before, after)
    return None


def _company(core: str, words: Grammar) -> Parts | None:
    return Parts(None, "", core, "") if words.companies.heads(core) and clean(core, words) else None


def _branch(core: str, words: Grammar) -> Parts | None:
    """A central body's branch at a place: 人民银行南京分行."""
    for place in divisions().find(core):
        head, tail = core[: place.start], core[place.end :]
        owner = _front_andread_organ(head, words) if len(head) > 2 and tail else None
        if head in words.group or head in words.national or (owner is not None and owner.level == "nation"):
            level = _level(divisions().named(place.name))
            if organ := read_organ(Front(place.name, level, tail, True), words):
                return Parts(level, place.name, head + organ[0], organ[1])
    return None


def _front_andread_organ(core: str, words: Grammar) -> Parts | None:
    for front in fronts(core, words):
        if not front.rest:
            if front.place:
                return Parts(front.level, front.word, "", "")
        elif organ := read_organ(front, words):
            return Parts(front.level, front.word, *organ)
    return None


def fronts(core: str, words: Grammar) -> list[Front]:
    """The ways to read the front of a name, the likeliest first; the last is no front at all."""
    text = without_party(core, words)
    end, named = divisions().prefix(text)
    if text.startswith(_CHINA) and not named:  # 中国南通（家纺）…中心
        end, named = divisions().prefix(text[len(_CHINA) :])
        text = text[len(_CHINA) :] if named else text
    found = []
    if (township := _township(text, 0, words)) and len(township.word) > end:
        found.append(township)
    subject = max(map(len, words.subjects.heads(text)), default=0)
    full = bool(named) and text[:end].endswith(named[0].name)
    if named and (full or end > subject):
        if full and (township := _township(text, end, words)):
            found.append(township)
        found.append(Front(text[:end], _level(named), text[end:], full))
    if not words.not_level.heads(text):
        heads = words.level_words.heads(text)
        found += [Front(head, words.levels[head], text[len(head) :]) for head in heads]
    return [*found, Front("", None, text)]


def _level(named: tuple[Division, ...]) -> BodyLevel | None:
    """The level that all divisions of a name have."""
    levels = {division.level for division in named}
    return levels.pop() if len(levels) == 1 else None


def _township(text: str, start: int, words: Grammar) -> Front | None:
    """The front that ends in the name of a town, township or street: 洪山镇, 鼓东街道."""
    for end in range(start + 2, min(len(text), start + _TOWNSHIP_STEM + 2) + 1):
        name = text[start:end]
        if not words.townships.tails(name) or name in words.levels:
            continue
        return Front(text[:end], "township", text[end:], True) if _names_township(name, words) else None
    return None


def _names_township(name: str, words: Grammar) -> bool:
    other = (words.no_township.tails(name), words.quantifiers.heads(name), words.level_words.heads(name))
    return clean(name, words) and not name[0].isdecimal() and not any(other) and not words.wide.heads(name)


def read_organ(front: Front, words: Grammar) -> tuple[str, str] | None:
    """Stem and suffix of what follows the front; of several ways, one whose stem is all subjects."""
    fitting = []
    for suffix in words.suffixes.tails(front.rest):
        stem = front.rest[: len(front.rest) - len(suffix)]
        if _fits(stem, suffix, front, words):
            if not stem:
                return stem, suffix
            fitting.append((stem, suffix))
    composed = [(stem, suffix) for stem, suffix in fitting if words.subjects.compose(stem, _JOINTS)]
    # 市场监管|局 rather than 市场|监管局
    return composed[-1] if composed else next(iter(fitting), None)


def _fits(stem: str, suffix: str, front: Front, words: Grammar) -> bool:
    group = words.group[suffix]
    if not stem:
        of_place = front.place and group in ("strong", "zone")
        return group == "alone" or of_place or (bool(front.word) and suffix in words.bare)
    if not clean(stem, words) or len(stem) > _STEM or starts_sentence(stem, words):
        return False
    if group in ("alone", "strong"):
        return bool(front.word) or len(stem) > 1
    if group == "service":
        return bool(front.word) or words.subjects.compose(stem) or any(word in stem for word in words.service)
    if group == "zone":
        local = front.level not in (None, "nation")
        return front.place or (local and len(stem) <= _TOWNSHIP_STEM)
    if words.subjects.compose(stem, _JOINTS):
        return True
    return bool(front.word) and 1 < len(stem) <= _WEAK_STEM and not any(seam in stem for seam in words.joined)
