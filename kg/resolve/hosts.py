"""Offices of the body that issued a plan: 财务科 of a bureau, 财政局 of a zone's committee, 镇党委 of a town."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from ..keys import unit_key
from ..names.bodygrammar import grammar
from ..names.divisions import NATION, divisions
from .fronts import Fronts
from .organs import organs
from .reading import PRINTED, Reading, official_name
from .townships import organ_of_township
from .vocabulary import forms, national, table, words
from .zones import COMMITTEE

_CHINA: Final = "中国"
_TOWNSHIP: Final = ("街道", "镇", "乡", "苏木")
_BODIES: Final = ("人民政府", "政府", "办事处", "党委", "党工委")
_UNREAD: Final = frozenset({"other", PRINTED})
_KNOWN: Final = frozenset({"office", "state", "party", "prefixed"})


class Host(NamedTuple):
    """The issuing body, as far as it has offices of its own that plans name without it."""

    scope: str
    code: str | None
    stem: str
    """What its offices' names begin with."""
    full: str
    kind: str
    """zone, township or body."""


def host_of(issuer: Reading) -> Host | None:
    """The host that an issuer is; a government's and a party committee's offices are the place's own bodies."""
    scope, _, _ = issuer.key.rpartition("|")
    full = official_name(issuer)
    if issuer.kind == "zone" and issuer.name.endswith(COMMITTEE):
        stem = issuer.name.removesuffix(COMMITTEE)
        return Host(scope, issuer.code, stem, full.removesuffix("管理委员会"), "zone")
    if issuer.kind == "township":
        for tail in _BODIES:
            if issuer.name.endswith(tail):
                place = issuer.name.removesuffix(tail)
                return Host(scope, issuer.code, place, full[: full.rindex(place) + len(place)], "township")
    whole = issuer.subject in words("organs", "hosts", "none") or issuer.name in words(
        "organs", "hosts", "none"
    )
    return (
        None
        if whole or issuer.kind in ("collective", PRINTED)
        else Host(scope, issuer.code, issuer.name, full, "body")
    )


def hosted(host: Host, fronts: Fronts, text: str, reading: Reading) -> Reading:
    """The reading, or that of the host's own office where the name says no place."""
    if host.kind == "township" and text.startswith(_TOWNSHIP):
        rest = next(text[len(word) :] for word in _TOWNSHIP if text.startswith(word))
        short, full = organ_of_township(host.stem, rest) or (rest, rest)
        return _of(host, short, full, text)
    if host.kind == "body" and host.code == NATION and text.startswith("部") and reading.kind in _UNREAD:
        return _of(host, text[1:], text[1:], text)
    if not _is_inner(host, fronts, text, reading):
        return reading
    if host.kind != "zone":
        return _of(host, text, text, text)
    rest = next((text[len(kind) :] for kind in _zones() if text.startswith(kind) and text != kind), text)
    organ = organs().read(rest, "county")
    short, full = (organ.short, organ.full) if organ else (rest, rest)
    return _of(host, short, full, text)


def _of(host: Host, short: str, full: str, text: str) -> Reading:
    name = host.stem + short
    why = f"no place named: an office of the body that issued the plan; {text} = {name}"
    return Reading(unit_key(host.scope, name), name, host.code, "inner", why, host.full + full)


def _is_inner(host: Host, fronts: Fronts, text: str, reading: Reading) -> bool:
    if not reading.bare or "各" in text or any(front.named for front, _ in fronts.of(text)):
        return False
    if divisions().prefix(text)[0] or text.startswith(_CHINA) or grammar().companies.heads(text):
        return False
    if text.endswith(words("organs", "institutions", "suffixes")):
        return False
    if host.kind == "body":
        return reading.kind in _UNREAD and text.endswith(_tails())
    return reading.kind in _UNREAD | (_KNOWN if host.kind == "zone" else frozenset())


@cache
def _zones() -> tuple[str, ...]:
    """The words for zones, by which a zone calls itself, longest first."""
    return tuple(sorted(forms("zones", "kinds"), key=lambda form: (-len(form), form)))


@cache
def _tails() -> tuple[str, ...]:
    return words("organs", "hosts", "offices")


def read_office(fronts: Fronts, text: str) -> Reading | None:
    """农业农村部发展规划司: an office of a body of the nation, named with it."""
    always, _ = national()
    for end in range(len(text) - 1, 2, -1):
        body = always.get(text[:end])
        if body is not None and text.endswith(tuple(table("organs")["hosts"]["national"].split())):
            name = body.short + text[end:]
            why = f"an office of a body of the nation, {body.short}"
            return Reading(f"{NATION}|{name}", name, NATION, "inner", why, body.official + text[end:])
    return None
