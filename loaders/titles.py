"""The titles of a document: of the notice that issues a plan, and of the plan itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from kg.names.bodies import looks_like_body
from kg.names.dates import find_dates
from kg.names.text import fold, normalise

from .genres import genre_in
from .numbering import numbering_at
from .outline import Line
from .title_rules import (
    ABOUT,
    ATTACHED_TITLE,
    DRAFT,
    EXCERPT,
    ISSUED_TITLE,
    LABEL_BEFORE_A_TITLE,
    NO_BEGINNING_OF_A_TITLE,
    NO_TITLE,
    NOTICE,
    OWN_GENRE,
    SENTENCE_ON_A_PLAN,
    issued_span,
)

_LONGEST = 140
_SHORTEST_REPEATED = 8
_PLAIN = re.compile(r"[^，。；：]{4,40}$")
_WORD = re.compile(r"[^\s]+")
_BRACKET = re.compile(r"[ ]*[（(]")


@dataclass(slots=True)
class Titles:
    """Spans of the titles and of the parts that say something of the document."""

    plan: tuple[int, int] | None = None
    notice: tuple[int, int] | None = None
    issuers: list[tuple[int, int]] = field(default_factory=list)
    """Bodies before the title's subject; those that are not parted by a space are one."""
    genre: tuple[int, int] | None = None
    whole: str | None = None
    """All titles' words, for the jurisdiction."""
    draft: bool = False


def find_titles(text: str, lines: list[Line], first: int, metadata: str | None) -> Titles:
    """The titles among the lines before offset `first`, where the body's headings begin."""
    found = Titles()
    issued = _issued_titles(text, lines, first)
    above: list[Line] = []
    for line in lines:
        if line.start >= first:
            break
        _try_line(text, _whole_title(text, above, line), found, issued)
        above.append(line)
    if found.plan is None:
        _attached(text, lines, first, found)
    if found.plan is None and found.notice:
        found.plan = _inner(text, found.notice)
    if found.plan is None and found.notice is None:
        _from_metadata(text, metadata, found)
    _finish(text, found)
    return found


def _issued_titles(text: str, lines: list[Line], first: int) -> set[str]:
    """The titles that a letter says it issues: 现将《X》印发给你们."""
    heads = (line for line in lines if line.start < first)
    return {fold(title) for line in heads for title in ISSUED_TITLE.read(text, line.start, line.end)}


def _try_line(text: str, line: Line, found: Titles, issued: set[str]) -> None:
    """Take a line as the notice's or the plan's title, where it is one."""
    start, end = _bare(text, line.start, line.end)
    title = text[start:end].replace("\n", " ")
    if not 4 <= len(title) <= _LONGEST or "。" in title or title[-1] in "：:；;，,":
        return
    span = genre_in(title)
    if span is None or not _is_title(title):
        return
    notice = NOTICE.find(title)
    if notice and notice["inner"]:
        if found.notice is None:
            found.notice = (start, end)
            found.issuers = _issuers(text, start, start + len(notice["issuer"]))
    elif found.plan is None or _matches_notice(text, found, title) or _in_full(text, found, title):
        found.plan = (start, end)
    elif found.notice is None and fold(title) in issued and fold(text[slice(*found.plan)]) not in issued:
        found.notice, found.plan = found.plan, (start, end)


def _attached(text: str, lines: list[Line], first: int, found: Titles) -> None:
    """The title behind 附件： on the line over the plan itself; of a list of attachments no text stands below."""
    for line, then in pairwise(lines):
        title = ATTACHED_TITLE.find(text, line.start, line.end) if line.start < first else None
        if title is None or genre_in(title["title"]) is None:
            continue
        if "。" in text[then.start : then.end] or numbering_at(text, then.start, then.end):
            found.plan = _bare(text, *title.span("title"))


def _issuers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies named in text[start:end], with spaces between them or as one name; none where it names others."""
    parts = [match.span() for match in _WORD.finditer(text, start, end)]
    if len(parts) > 1 and all(looks_like_body(normalise(text[slice(*part)])) for part in parts):
        return parts
    whole = (parts[0][0], parts[-1][1]) if parts else (start, end)
    return [whole] if looks_like_body(normalise(text[slice(*whole)])) else []


def _whole_title(text: str, above: list[Line], line: Line) -> Line:
    """A line with those above it that begin the same title: 国务院关于…综合保税区 ⏎ …的意见."""
    if genre_in(text[line.start : line.end].rstrip(" *")) is None:
        return line
    start = line.start
    for upper in reversed(above[-3:]):
        if not _begins_title(text[upper.start : upper.end], text[start : line.end]):
            break
        start = upper.start
    return Line(start, line.end, line.block)


def _begins_title(first: str, last: str) -> bool:
    """Whether a line is the beginning of the title that goes on in the next."""
    begun = "关于" in first or _PLAIN.match(first)
    if not begun or first.strip(" *#") in NO_BEGINNING_OF_A_TITLE:
        return False
    body = "关于" not in first and looks_like_body(normalise(first))
    if body or find_dates(first) or "关于" in last[:14]:
        return False
    return genre_in(first.rstrip(" *")) is None or bool(_BRACKET.match(last) or "印发" in first)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without markdown signs and label words around a title."""
    while start < end and text[start] in "#* 　":
        start += 1
    while end > start and text[end - 1] in "* 　":
        end -= 1
    excerpt = EXCERPT.find(text, start, end)
    end = excerpt.start() if excerpt else end
    label = LABEL_BEFORE_A_TITLE.find(text, start, end)
    if label:
        start = label.end()
    if end - start > 2 and text[start] == "《" and text[end - 1] == "》":
        return start + 1, end - 1
    return start, end


def _is_title(title: str) -> bool:
    """Whether a line with a genre word at its end is a title, not an attachment's name or a sentence."""
    return title not in NO_TITLE and title not in SENTENCE_ON_A_PLAN


def _matches_notice(text: str, found: Titles, title: str) -> bool:
    """Whether a title is the one that the notice names; then it replaces an earlier guess."""
    if found.notice is None or found.plan is None:
        return False
    inner = _inner(text, found.notice)
    if inner is None:
        return False
    wanted = fold(text[slice(*inner)])
    return fold(title) == wanted and fold(text[slice(*found.plan)]) != wanted


def _in_full(text: str, found: Titles, title: str) -> bool:
    """Whether a title is the one found before with words ahead of it that a site's own heading left out."""
    if found.notice is not None or found.plan is None:
        return False
    before, whole = fold(text[slice(*found.plan)]), fold(title)
    return len(before) > _SHORTEST_REPEATED and whole != before and whole.endswith(before)


def _inner(text: str, notice: tuple[int, int]) -> tuple[int, int] | None:
    """The plan's title inside the notice's."""
    match = NOTICE.find(text[slice(*notice)].replace("\n", " "))
    if match is None:
        return None
    start, end = (notice[0] + at for at in issued_span(match))
    while end > start and text[end - 1] in (" " if text[start] == "《" else " 》"):
        end -= 1
    return start, end


def _from_metadata(text: str, metadata: str | None, found: Titles) -> None:
    """The title that the page's metadata gives, where the text prints none."""
    if metadata is None:
        return
    at = text.find(metadata)
    if at < 0:
        return
    found.plan = (at, at + len(metadata))
    notice = NOTICE.find(text[slice(*found.plan)])
    if notice and genre_in(metadata):
        found.notice = found.plan
        found.plan = _inner(text, found.notice)


def _finish(text: str, found: Titles) -> None:
    """Genre, draft mark and issuer from the titles."""
    spans = [span for span in (found.notice, found.plan) if span]
    found.whole = normalise("".join(text[slice(*span)] for span in spans)) or None
    found.draft = any(DRAFT.find(text, *span) for span in spans)
    if found.plan is None:
        own = OWN_GENRE.find(text)
        found.genre = own.span("genre") if own else None
        return
    start, end = found.plan
    genre = genre_in(text[start:end].replace("\n", " "))
    if genre:
        found.genre = (start + genre[0], start + genre[1])
    if not found.issuers and found.notice:
        start, end = found.notice
    about = ABOUT.find(text[start:end].replace("\n", " "))
    if not found.issuers and about:
        found.issuers = _issuers(text, start + about.start("issuer"), start + about.end("issuer"))
