"""Cited policies: every mention of a document, its number, and what the plan says it does with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Relation
from kg.names.text import fold, normalise

from .citation_rules import (
    ALIAS,
    BARE_NUMBERED,
    BEFORE_THE_ISSUER,
    CARRIED_OUT_BEHIND,
    INNER_TITLE,
    NO_POLICY_BEHIND,
    OF_ITS_OWN,
    RELATION_WORD,
    RELATIONS,
    TITLE_KINDS,
)
from .clauses import SENTENCE_END
from .docnumbers import NUMBER
from .vocabulary import words

_NESTED = str.maketrans("《》", "〈〉")
_TITLE = re.compile(r"[《》\n]")
_AFTER = re.compile(r"[ ]*[（(\[〔【]")
_ISSUER_BEFORE = re.compile(r"[^，。；：、《》（）()\s]{0,20}$")
_BREAKS_LIST = re.compile(r"[。；;，,\n]")
_BRACKET = re.compile(r"[（(\[〔【﹝）)\]〕】﹞]")


@dataclass(slots=True)
class Mention:
    """One mention of a document."""

    start: int
    """Span of the title without its 《》."""
    end: int
    number: tuple[int, int] | None
    relation: Relation
    verb: tuple[int, int] | None
    """Span of the word that gives the relation."""
    alias: str | None = None
    """The name that the plan sets up by 以下简称."""


def titles_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans inside the outermost 《》 of text[start:end]; one that is not closed ends at its last 》 in the line."""
    found: list[tuple[int, int]] = []
    first, last, depth = -1, -1, 0
    for match in _TITLE.finditer(text, start, end):
        mark = match.group()
        if mark == "\n":
            if depth and last > first:
                found.append((first + 1, last))
            depth = 0
        elif mark == "《":
            first = match.start() if depth == 0 else first
            depth += 1
        elif depth:
            depth, last = depth - 1, match.start()
            if depth == 0:
                found.append((first + 1, last))
    if depth and last > first:
        found.append((first + 1, last))
    return found


def is_policy(title: str, verb: str | None) -> bool | None:
    """Whether a title is a policy's; None where neither its words nor what is said of it tell."""
    decided = next((policy for rule in TITLE_KINDS for policy in rule.read(title)), None)
    if decided is not None:
        return decided
    return True if verb in words("citations", "relation", "strong") else None


class CitationReader:
    """Finds the mentions of documents in one Source text."""

    def __init__(
        self, text: str, opening: tuple[int, int], guiding: list[tuple[int, int]], done: list[tuple[int, int]]
    ) -> None:
        self.text = text
        self.opening = [opening, *guiding]
        self.done = done

    def mentions(self, start: int, end: int) -> tuple[list[Mention], list[tuple[int, int]]]:
        """Mentions in text[start:end], and the spans in 《》 that are no policies or not surely so."""
        found: list[Mention] = []
        others: list[tuple[int, int]] = []
        head = edge = 0
        for a, b in titles_in(self.text, start, end):
            if not self.text[a:b].strip():
                continue
            head = head if edge and _joins(self.text[edge : a - 1]) else a - 1
            verb = self._verb_before(head)
            word = self.text[slice(*verb)] if verb else None
            number, alias, edge = self._behind(b + 1, end)
            policy = is_policy(normalise(self.text[a:b]), word)
            numbered = policy is None and number is not None  # what carries a number is a document
            if (policy or numbered) and not NO_POLICY_BEHIND.find(self.text, b + 1):
                found.append(Mention(a, b, number, *self._relation(a, edge, verb), alias))
            else:
                others.append((a - 1, b + 1))
        found += self._without_marks(start, end, found)
        found.sort(key=lambda mention: mention.start)
        return found, others

    def _behind(self, at: int, end: int) -> tuple[tuple[int, int] | None, str | None, int]:
        """Number and alias in the brackets behind a title, and where they end."""
        number: tuple[int, int] | None = None
        alias: str | None = None
        while match := _AFTER.match(self.text, at, end):
            close = _close(self.text, match.end(), end)
            if close is None:
                break
            inside = self.text[match.end() : close]
            found = NUMBER.find(self.text, match.end(), close)
            named = next(ALIAS.read(inside), None)
            if not found and not named:
                break
            number = number or (found.span() if found else None)
            alias = alias or named
            at = close + 1
        return number, alias, at

    def _without_marks(self, start: int, end: int, found: list[Mention]) -> list[Mention]:
        """Documents that stand without 《》 but with their number."""
        taken = [m.number for m in found if m.number]
        more: list[Mention] = []
        for match in BARE_NUMBERED.matches(self.text, start, end):
            if match.span("number") in taken:
                continue
            issuer = _ISSUER_BEFORE.search(self.text[max(start, match.start() - 20) : match.start()])
            first = match.start() - len(issuer.group() if issuer else "")
            lead = BEFORE_THE_ISSUER.find(self.text[first : match.start()])
            a = first + (lead.end() if lead else 0)
            relation, said = self._relation(a, match.end(), self._verb_before(a))
            more.append(Mention(a, match.end(), match.span("number"), relation, said))
        return more

    def _verb_before(self, at: int) -> tuple[int, int] | None:
        """The nearest word before a list of titles, in its sentence, that says what is done with it."""
        begin = max(0, at - 160)
        breaks = [m.end() for m in SENTENCE_END.matches(self.text, begin, at)]
        begin = breaks[-1] if breaks else begin
        found = [m for m in RELATION_WORD.matches(self.text, begin, at) if self._governs(m, begin)]
        return found[-1].span() if found else None

    def _governs(self, match: re.Match[str], begin: int) -> bool:
        """Whether a verb is said of the titles behind it, not part of a title or of 国务院印发的."""
        return self.text[match.end() : match.end() + 1] != "的" and not _in_title(
            self.text, begin, match.start()
        )

    def _relation(
        self, start: int, behind: int, verb: tuple[int, int] | None
    ) -> tuple[Relation, tuple[int, int] | None]:
        word = self.text[slice(*verb)] if verb else None
        kinds = RELATIONS[word] if word else ()
        if _within(start, self.done):
            return "cites", None
        if _within(start, self.opening) and "basis" in kinds:
            return "basis", verb
        if OF_ITS_OWN.find(self.text, behind):
            return "cites", None
        for relation in ("implements", "amends", "creates"):
            if relation in kinds and not ("cites" in kinds and relation != "implements"):
                return relation, verb
        stop = SENTENCE_END.find(self.text, behind, behind + 24)
        after = CARRIED_OUT_BEHIND.find(
            self.text, behind, min(behind + 14, stop.start() if stop else behind + 14)
        )
        of_a_share = after is not None and "%" in self.text[behind : after.start()]  # 按《标准》的70%执行
        if after and "cites" not in kinds and not of_a_share:
            return ("basis" if _within(start, self.opening) else "implements"), after.span()
        return "cites", verb if "cites" in kinds else None


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)


def _joins(between: str) -> bool:
    """Whether what stands between two titles makes them one list."""
    return len(between) <= 24 and not _BREAKS_LIST.search(between) and between not in RELATION_WORD


def _in_title(text: str, start: int, at: int) -> bool:
    return text.count("《", start, at) > text.count("》", start, at)


def _close(text: str, start: int, end: int) -> int | None:
    depth = 1
    for match in _BRACKET.finditer(text[start : min(end, start + 120)]):
        depth += 1 if match.group() in "（([〔【﹝" else -1
        if depth == 0:
            return start + match.start()
    return None


def same_document(title: str) -> set[str]:
    """The forms under which one document is known: its title, and X for 关于印发X的通知."""
    forms = {fold(title), fold(title.translate(_NESTED))}  # in 《》 a title prints its own as 〈〉
    forms.update(map(fold, INNER_TITLE.read(title)))
    return forms


def is_short_name(title: str) -> bool:
    """Whether a title is a bare genre word such as 方案, which stands for a document named elsewhere."""
    return title in words("citations", "title", "short")
