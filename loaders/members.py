"""Leadership groups: who sits in them, in which role, holding which posts."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from kg.model import Evidence, Member, Post
from kg.names.bodies import find_office_title, looks_like_body
from kg.names.divisions import divisions
from kg.names.text import normalise
from kg.source import Cell

from .brackets import depth_free
from .evidence import evidence, in_order
from .member_rules import (
    ABOUT_OFFICE,
    APPOINTED,
    BETWEEN_PERSONS,
    BODIES,
    BULLET,
    GROUP,
    LABEL,
    MAYBE_NAME,
    NOTE_ON_PERSON,
    OFFICE_HOLDERS,
    ROLE_INSIDE,
    ROLE_LINE,
)
from .member_tables import seats_in_table
from .outline import Outline
from .persons import looks_like_person, name_at, name_before, posts_in

_OPEN = "（("
_LOOK_BACK = 3000
_PLACE_WORDS = "区市县省镇乡国旗州"


@dataclass(slots=True)
class _Seat:
    """A person's entry before its record is made."""

    role: tuple[int, int]
    name: tuple[int, int]
    posts: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    posts_from: int = 0
    """Where the words of the posts begin, for those that go on in the next line."""
    posts_to: int = 0


class MemberReader:
    """Reads the leadership lists of one document."""

    def __init__(self, outline: Outline) -> None:
        self.text = outline.source.text
        self.lines = [line for line in outline.lines if line.block.kind == "body"]
        self.tables = [block for block in outline.source.blocks if block.kind == "table"]
        self.seats: list[_Seat] = []

    def read(self) -> list[Member]:
        """The members in the order of the text, the office's director last."""
        role: tuple[int, int] | None = None
        for line in self.lines:
            role = self._line(line.start, line.end, role)
        for block in self.tables:
            self._table(block.rows)
        self.seats.sort(key=lambda seat: seat.name)
        members = [self._record(seat) for seat in self.seats]
        return members + self._directors(members)

    def _line(self, start: int, end: int, role: tuple[int, int] | None) -> tuple[int, int] | None:
        """Read a line; the role that holds for the next one."""
        match = ROLE_LINE.find(self.text, start, end)
        if match and not match["mark"] and role is not None and self._goes_on(start, end):
            return role
        if match and self._opens_list(match, end, role):
            role = match.span("role")
            self._entries(match.end(), end, role)
            return role
        appointed = self._appointed(start, end)
        if self._named_inside(start, end) or appointed:
            return None
        if role is None or (end - start > 160 and not self._entry_like(start, end)):
            return None
        if ABOUT_OFFICE.find(self.text, start, end):
            return None
        if self._entries(start, end, role) or self._goes_on(start, end):
            return role
        # one line that tells nothing does not end a list
        return role if end - start <= 40 and self._holds_post(start, end) else None

    def _appointed(self, start: int, end: int) -> bool:
        """Read the persons whom sentences appoint: 由区长陈立德任组长，…为成员; whether there is one."""
        count = len(self.seats)
        edge = start
        for match in APPOINTED.matches(self.text, start, end):
            begin = max(edge, max(self.text.rfind(mark, edge, match.start()) + 1 for mark in "由。；：以"))
            self._post_first(begin, match.start(), match.span("role"))
            edge = match.end()
        return len(self.seats) > count

    def _named_inside(self, start: int, end: int) -> bool:
        """Read the persons whom a sentence on a group names behind their roles: 成立指挥部，总指挥：徐明（副区长），…"""
        marks = list(ROLE_INSIDE.matches(self.text, start, end))
        if not marks or not any(self.text.find(body, start, marks[0].start()) >= 0 for body in BODIES):
            return False
        count = len(self.seats)
        for mark, then in zip_longest(marks, marks[1:]):
            if mark:
                edge = then.start() if then else end
                stop = self.text.find("。", mark.end(), edge)
                self._entries(mark.end(), edge if stop < 0 else stop, mark.span("role"))
        return len(self.seats) > count

    def _opens_list(self, match: re.Match[str], end: int, role: tuple[int, int] | None) -> bool:
        if match["mark"]:
            return True
        rest_is_name = name_at(self.text, match.end(), end) is not None
        return (
            rest_is_name
            or (match.end() >= end and role is not None)
            or (match.end() >= end and "长" in match["role"])
        )

    def _holds_post(self, start: int, end: int) -> bool:
        return end - start < 3 or bool(posts_in(self.text, start, end))

    def _entry_like(self, start: int, end: int) -> bool:
        return name_at(self.text, start, end) is not None

    def _entries(self, start: int, end: int, role: tuple[int, int]) -> bool:
        """Read the persons of a line; whether there is one."""
        start = self._skip_bullet(start, end)
        count = len(self.seats)
        name = (
            name_at(self.text, start, end) or self._name_run_in(start, end) or self._unknown_name(start, end)
        )
        if name is None:
            self._post_first(start, end, role)
        elif self._only_names(start, end):
            self._several(start, end, role)
        else:
            self._name_first(name, end, role)
        return len(self.seats) > count

    def _name_run_in(self, start: int, end: int) -> tuple[int, int] | None:
        """A name whose space before the post was lost: 种某阳区住房城乡建设局局长."""
        ends = [start + size for size in (3, 2, 4) if start + size < end]
        # a place word behind the name tells best where it ends: 王芳|区财政局
        for at in sorted(ends, key=lambda one: self.text[one] not in _PLACE_WORDS):
            if not looks_like_person(self.text[start:at]):
                continue
            posts = posts_in(self.text, at, end)
            if not posts or not looks_like_body(normalise(self.text[slice(*posts[0][0])])):
                continue
            whole = posts_in(self.text, start, end)
            unit = normalise(self.text[slice(*whole[0][0])]) if whole else ""
            if self.text[at] in _PLACE_WORDS or not _known(unit):
                return start, at
        return None

    def _unknown_name(self, start: int, end: int) -> tuple[int, int] | None:
        """A word of two or three characters before a space and a post in a known body: a name of a rare family."""
        match = MAYBE_NAME.find(self.text, start, end)
        if match is None:
            return None
        word, posts = match["name"], posts_in(self.text, match.end(), end)
        named = posts and _known(normalise(self.text[slice(*posts[0][0])]))
        return (
            match.span("name")
            if named and not looks_like_body(word) and not posts_in(word, 0, len(word))
            else None
        )

    def _skip_bullet(self, start: int, end: int) -> int:
        match = BULLET.find(self.text, start, end)
        return match.end() if match else start

    def _only_names(self, start: int, end: int) -> bool:
        """Whether a line lists nothing but names (and names with brackets): 张三、李四、王五."""
        cuts = depth_free(self.text, start, end, frozenset("、，,；;"))
        if not cuts:
            return False
        edges = [start - 1, *cuts, end]
        parts = [self.text[a + 1 : b].strip(" 。") for a, b in itertools.pairwise(edges)]
        return all(looks_like_person(re.sub(r"[（(].*", "", part).replace(" ", "")) for part in parts if part)

    def _several(self, start: int, end: int, role: tuple[int, int]) -> None:
        edge = start
        for cut in [*depth_free(self.text, start, end, frozenset("、，,；;。")), end]:
            name = name_at(self.text, edge, cut)
            if name:
                self._name_first(name, cut, role)
            edge = cut + 1

    def _name_first(self, name: tuple[int, int], end: int, role: tuple[int, int]) -> None:
        """张林 区委办主任; 张林（区委办主任）; further persons of the same line after a semicolon or a bracket."""
        at = name[1]
        seat = _Seat(role, name)
        self.seats.append(seat)
        while at < end and self.text[at] in " ：:，,、\t":
            at += 1
        note = NOTE_ON_PERSON.find(self.text, at, end)
        at = note.end() if note else at
        while at < end and self.text[at] in " ：:，,、\t":
            at += 1
        if at < end and self.text[at] in _OPEN:
            close = self.text.find("）" if self.text[at] == "（" else ")", at, end)
            close = end if close < 0 else close
            self._posts(seat, at + 1, close)
            self._next_person(close + 1, end, role)
            return
        stop = self._next_name(at, end)
        self._posts(seat, at, stop)
        if stop < end:
            self._next_person(stop, end, role)

    def _next_name(self, start: int, end: int) -> int:
        """Where the next person of the same line begins: behind 、 ； or a space, a name with a post behind it."""
        for match in BETWEEN_PERSONS.matches(self.text, start, end):
            name = name_at(self.text, match.end(), end)
            if name and match.start() > start and posts_in(self.text, name[1], end):
                return match.start()
        return end

    def _next_person(self, start: int, end: int, role: tuple[int, int]) -> None:
        while start < end and self.text[start] in " 、，,；;。":
            start += 1
        name = name_at(self.text, start, end) if start < end else None
        if name:
            self._name_first(name, end, role)

    def _post_first(self, start: int, end: int, role: tuple[int, int]) -> None:
        """区委办主任 张林; 区委办主任张林、区政府办主任李四."""
        edge = start
        cuts = [*depth_free(self.text, start, end, frozenset("、，,；;。")), end]
        for cut in cuts:
            last = cut
            while last > edge and self.text[last - 1] in " 同志":
                last -= 1
            name = name_before(self.text, edge, last)
            if name and name[0] > edge and posts_in(self.text, edge, name[0]):
                seat = _Seat(role, name)
                self._posts(seat, edge, name[0])
                self.seats.append(seat)
                edge = cut + 1

        self._names_of_one_post(edge, end, role)

    def _names_of_one_post(self, start: int, end: int, role: tuple[int, int]) -> None:
        """Persons of whom only the last name has the post behind it, which all hold: 张明、王元、阮斌副局长."""
        while start < end and self.text[start] in "，,；; ":
            start += 1
        edges = [start - 1, *depth_free(self.text, start, end, frozenset("、")), end]
        spans = [(a + 1, b) for a, b in itertools.pairwise(edges)]
        office = find_office_title(self.text[slice(*spans[-1])]) if len(spans) > 1 else None
        if office is None:
            return
        at = spans[-1][0] + office[0]
        names = [*spans[:-1], (spans[-1][0], at)]
        if all(looks_like_person(self.text[slice(*name)]) for name in names):
            for name in names:
                self.seats.append(_Seat(role, name, [((at, at), (at, end))]))

    def _posts(self, seat: _Seat, start: int, end: int) -> None:
        seat.posts_from, seat.posts_to = start, end
        seat.posts = posts_in(self.text, start, end)

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a line is the rest of the posts above it; then they are read again over both lines."""
        if not self.seats:
            return False
        seat = self.seats[-1]
        if seat.posts_to == 0 or self.text[seat.posts_to : start].strip():
            return False
        if ABOUT_OFFICE.find(self.text, start, end):
            return False
        if LABEL.find(self.text, start, end) or self._complete(seat, start, end):
            return False
        together = posts_in(self.text, seat.posts_from, end)
        if not together or end - start > 60 or together[-1][1][1] < end - 1:
            return False
        seat.posts, seat.posts_to = together, end
        return True

    def _complete(self, seat: _Seat, start: int, end: int) -> bool:
        """Whether the posts of the line above are whole, and this line names a body and a post of its own."""
        rest = self.text[seat.posts[-1][1][1] : seat.posts_to] if seat.posts else ""
        own = posts_in(self.text, start, end)
        whole = bool(seat.posts) and not rest.strip(" 。；;（）()兼*")
        return whole and bool(own) and _known(normalise(self.text[slice(*own[0][0])]))

    def _table(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Tables with a column 姓名 and one of posts."""
        for role, name, posts in seats_in_table(self.text, rows):
            self.seats.append(_Seat(role, name, posts_in(self.text, *posts)))

    def _record(self, seat: _Seat) -> Member:
        found = [evidence(self.text, "name", *seat.name), evidence(self.text, "role", *seat.role)]
        posts = [self._post(unit, title) for unit, title in seat.posts]
        return Member(
            name=normalise(self.text[slice(*seat.name)]),
            role=normalise(self.text[slice(*seat.role)]),
            posts=posts,
            group=self._group(seat, found),
            evidence=in_order(found),
        )

    def _group(self, seat: _Seat, found: list[Evidence]) -> str | None:
        """The name of the group that was last set up or headed above a seat; its place joins the evidence."""
        i = bisect_right(self._groups, seat.name[0], key=lambda one: one[1]) - 1
        if i < 0 or self._groups[i][0] < seat.name[0] - _LOOK_BACK:
            return None
        name = self._groups[i]
        found.append(evidence(self.text, "group", *name))
        return normalise(self.text[slice(*name)])

    @cached_property
    def _groups(self) -> list[tuple[int, int]]:
        """The spans of all names of groups that are set up or headed."""
        return [match.span("set_up" if match["set_up"] else "listed") for match in GROUP.matches(self.text)]

    def _post(self, unit: tuple[int, int], title: tuple[int, int]) -> Post:
        found: list[Evidence] = []
        if title[0] < title[1]:
            found.append(evidence(self.text, "title", *title))
        if unit[0] < unit[1]:
            found.append(evidence(self.text, "unit", *unit))
        return Post(
            unit=normalise(self.text[slice(*unit)]) or None,
            title=normalise(self.text[slice(*title)]) or None,
            evidence=in_order(found),
        )

    def _directors(self, members: list[Member]) -> list[Member]:
        """办公室主任由…同志兼任 in the text."""
        known = {member.name for member in members}
        found: list[Member] = []
        for line in self.lines:
            for rule in OFFICE_HOLDERS:
                for match in rule.matches(self.text, line.start, line.end):
                    who = (
                        match.span("who")
                        if "who" in match.re.groupindex
                        else (max(line.start, match.start() - 40), match.start())
                    )
                    for name in self._persons_in(*who, known):
                        record = self._record(_Seat(match.span("role"), name))
                        if all(
                            (record.name, record.role) != (one.name, one.role) for one in [*members, *found]
                        ):
                            found.append(record)
        return found

    def _persons_in(self, start: int, end: int, known: set[str]) -> list[tuple[int, int]]:
        """The persons that a list ends with, in the order of the text: 郑凯、冯涛."""
        found: list[tuple[int, int]] = []
        while name := self._person_in(start, end, known):
            found.insert(0, name)
            if name[0] <= start or self.text[name[0] - 1] not in "、和":
                break
            end = name[0] - 1
        return found

    def _person_in(self, start: int, end: int, known: set[str]) -> tuple[int, int] | None:
        for name in sorted(known, key=lambda one: (-len(one), one)):
            if self.text[start:end].endswith(name):
                return end - len(name), end
        return name_before(self.text, start, end)


def _known(unit: str) -> bool:
    """Whether a unit's name is a body's that begins with no place, or with one that there is."""
    end, places = divisions().prefix(unit)
    return looks_like_body(unit) and (bool(places and end) or unit[:1] in f"{_PLACE_WORDS}各")
