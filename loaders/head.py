"""The head of a plan after GB/T 9704: number, issuer, addressees, dates, copies, title and genre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Document, Evidence, File
from kg.names.bodies import looks_like_body
from kg.names.dates import find_dates
from kg.names.divisions import divisions
from kg.names.place import PlaceFinding, place_of_plan
from kg.names.text import fold, normalise

from .brackets import depth_free
from .docnumbers import DOCUMENT_NUMBER, normalise_number
from .evidence import evidence, in_order
from .genres import genre_in
from .head_rules import (
    ACCESS,
    CLOCK,
    COPIES,
    DATE_LINE,
    DAY_WITHOUT_ITS_WORD,
    LETTERHEAD,
    NUMBER_LINE,
    PAGE_COUNTER,
    PRINTED,
    SEAL_NOTE,
    SECRECY,
    SHARED_OFFICE,
    SIGNER,
)
from .outline import Line, Outline, is_chapter
from .period import period_of
from .recipients import recipients_in
from .title_rules import NUMBER_AT_A_TITLE
from .titles import Titles, find_titles
from .units import trim
from .vocabulary import words

_LABEL_SIGNS = re.compile(r"[\s:：【】\[\]]")
_LIST = frozenset("，,、；;。")


@dataclass(slots=True)
class Head:
    """What the head says, field by field, with the places."""

    values: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)

    def put(self, text: str, name: str, start: int, end: int, value: str | None = None) -> None:
        """Record a field's value (normalised words of the span, unless given) with its place."""
        found = evidence(text, name, start, end)
        self.values[name] = value if value is not None else normalise(found.quote)
        self.evidence = [one for one in self.evidence if one.field != name] + [found]


class HeadReader:
    """Reads the head of one document."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.source = outline.source
        self.text = outline.source.text
        self.lines = [line for line in outline.lines if line.block.kind == "body"]
        self.first = self._first_chapter()
        self.head = Head()

    def read(self) -> Document:
        """The document's record; its key is still empty."""
        self._metadata()
        self._number()
        signed_at = self._signature()
        self._copies()
        titles = find_titles(self.text, self.lines, self.first, self.head.values.get("metadata_title"))
        self._titles(titles)
        self._addressees(titles)
        self._issuer(titles, signed_at)
        return self._document(titles)

    def _first_chapter(self) -> int:
        """Offset of the first heading of the body, or of the end of the text."""
        begin = self.outline.letter_end or 0
        nodes = [node for node in self.outline.sections() if node.printed and node.start >= begin]
        chapters = (node.start for node in nodes if is_chapter(node))
        return next(chapters, nodes[0].start if nodes else len(self.text))

    def _metadata(self) -> None:
        names = {
            label: key
            for key in ("number", "signed", "published", "issuer", "title")
            for label in words("labels", "metadata", key)
        }
        for block in self.source.blocks:
            for pair in block.pairs:
                key = names.get(_LABEL_SIGNS.sub("", self.text[pair.label.start : pair.label.end]))
                value = self.text[pair.value.start : pair.value.end].strip()
                if key is None or not value:
                    continue
                self._metadata_field(key, pair.value.start, pair.value.end, value)

    def _metadata_field(self, key: str, start: int, end: int, value: str) -> None:
        if key == "number":
            match = DOCUMENT_NUMBER.find(value)
            if match and "number" not in self.head.values:
                self._put_number(start + match.start(), start + match.end())
        elif key in ("signed", "published"):
            if key == "published" and self._is_the_pages(start, end):
                return
            dates = find_dates(f"{value}日" if value in DAY_WITHOUT_ITS_WORD else value)
            if dates and key not in self.head.values:
                self.head.put(
                    self.text, key, start + dates[0].start, min(start + dates[0].end, end), dates[0].iso
                )
        elif key == "title":
            self.head.values.setdefault("metadata_title", normalise(value))
        elif "issuer" not in self.head.values and looks_like_body(normalise(value)):
            self.head.put(self.text, "issuer", start, end)

    def _is_the_pages(self, start: int, end: int) -> bool:
        """Whether a date of publication is the web page's: it says the hour, or stands beside a count of visits."""
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start] + self.text[start:].partition("\n")[0]
        return self.text[start:end] in CLOCK or line in PAGE_COUNTER

    def _number(self) -> None:
        """The document number on a line of its own in the head; the letterhead before it."""
        for line in self._before_body():
            match = NUMBER_LINE.find(self.text, line.start, line.end)
            if match:
                self._put_number(*match.span("number"))
                return
        if "number" not in self.head.values:
            self._number_at_title()

    def _number_at_title(self) -> None:
        """The document number that stands on the line of a title."""
        for line in self._before_body():
            match = NUMBER_AT_A_TITLE.find(self.text[line.start : line.end])
            if match and genre_in(self.text[line.start : line.end].rstrip(" 》")):
                group = "behind" if match["behind"] else "before"
                self._put_number(*(line.start + at for at in match.span(group)))
                return

    def _number_of_imprint(self, line: Line) -> None:
        """The document number on the line that says who printed the document and when."""
        match = DOCUMENT_NUMBER.find(self.text, line.start, line.end)
        if match and match.start() == line.start and "number" not in self.head.values:
            self._put_number(*match.span())

    def _put_number(self, start: int, end: int) -> None:
        self.head.put(self.text, "number", start, end, normalise_number(self.text[start:end]))

    def _before_body(self) -> Iterator[Line]:
        return (line for line in self.lines if line.start < self.first)

    def _signature(self) -> int | None:
        """The date under the notice, or at the end of the document; where the signature stands."""
        found: tuple[int, int, str] | None = None
        for line in self.lines:
            dates = self._closing_date(line)
            if dates is None:
                continue
            if found is None or line.start < self.first:
                found = dates
            if line.start < self.first:
                break
        if found and ("signed" not in self.head.values or len(found[2]) == 10):
            self.head.put(self.text, "signed", *found)
        return found[0] if found else None

    def _closing_date(self, line: Line) -> tuple[int, int, str] | None:
        """A date that stands alone on its line, or behind the name of a body, below a signature."""
        words_ = self.text[line.start : line.end]
        if len(words_) > 60 or not words_.rstrip(" ）)").endswith("日"):
            return None
        dates = find_dates(words_)
        if not dates or len(dates[-1].iso) != 10:
            return None
        date = dates[-1]
        before = words_[: date.start].strip(" （(")
        numbered = before and NUMBER_LINE.find(self.text, line.start, line.end)
        if before and not numbered and not all(looks_like_body(part) for part in before.split()):
            return None
        if not before and words_ not in DATE_LINE:
            return None
        return line.start + date.start, line.start + date.end, date.iso

    def _copies(self) -> None:
        """抄送 and the 印发 line below it."""
        for i, line in enumerate(self.lines):
            match = COPIES.find(self.text, line.start, line.end)
            if match:
                self._list("copied_to", match.end(), self._copies_end(i))
            printed = PRINTED.find(self.text, line.start, line.end)
            if printed and line.end - printed.end() < 12:
                published = PRINTED.build(printed)
                if published:
                    self.head.put(self.text, "published", *printed.span("date"), published)
                self._number_of_imprint(line)

    def _copies_end(self, i: int) -> int:
        """Where the list of copies ends: at a full stop, or before the line that does not go on with it."""
        end = self.lines[i].end
        for line in self.lines[i + 1 : i + 5]:
            if (
                self.text[end - 1] == "。"
                or PRINTED.find(self.text, line.start, line.end)
                or self.text[line.start] == "抄"
            ):
                break
            end = line.end
        return end

    def _list(self, name: str, start: int, end: int) -> None:
        edge = start
        shared = {match.start() for match in SHARED_OFFICE.matches(self.text, start, end)}
        cuts = [cut for cut in depth_free(self.text, start, end, _LIST) if cut not in shared]
        for cut in [*cuts, end]:
            part = trim(self.text, edge, cut)
            if part.start < part.end:
                self.head.lists.setdefault(name, []).append(normalise(self.text[part.start : part.end]))
                self.head.evidence.append(evidence(self.text, name, part.start, part.end))
            edge = cut + 1

    def _titles(self, titles: Titles) -> None:
        if titles.plan:
            self.head.put(self.text, "title", *titles.plan)
        if titles.notice:
            self.head.evidence.append(evidence(self.text, "notice", *titles.notice))
        if titles.genre:
            self.head.put(self.text, "genre", *titles.genre)

    def _addressees(self, titles: Titles) -> None:
        """The recipients: below the notice's title, or above the plan's."""
        title = titles.notice or titles.plan or (0, 0)
        lines = [(line.start, line.end) for line in self._before_body()]
        for part in recipients_in(self.text, lines, title[1], above=titles.notice is None):
            self.head.lists.setdefault("addressees", []).append(normalise(self.text[slice(*part)]))
            self.head.evidence.append(evidence(self.text, "addressees", *part))

    def _issuer(self, titles: Titles, signed_at: int | None) -> None:
        """The issuing body in its longest form, from letterhead, signature and title."""
        candidates = [*self._letterheads(), *self._signatures(signed_at)]
        if titles.issuers:
            candidates.append(self._first_of_joint(*titles.issuers[0]))
        if "issuer" in self.head.values:
            place = next(one for one in self.head.evidence if one.field == "issuer")
            candidates.append((place.start, place.end))
        if not candidates:
            return
        first = candidates[0]
        name = fold(self.text[slice(*first)])
        same = [span for span in candidates if _one_name(name, fold(self.text[slice(*span)]))]
        best = max(same, key=lambda span: (len(fold(self.text[slice(*span)])), -span[0]))
        self.head.put(self.text, "issuer", *best)
        others = self._signatures(signed_at) or titles.issuers[1:]
        issuers = [first, *(span for span in others if span not in same)]
        self.head.lists["issuers"] = [
            self.head.values["issuer"],
            *(normalise(self.text[slice(*s)]) for s in issuers[1:]),
        ]

    def _first_of_joint(self, start: int, end: int) -> tuple[int, int]:
        """The first of several bodies printed one behind the other: 某市交通委员会某市公安局."""
        name = self.text[start:end]
        for place in divisions().find(name):
            first, second = name[: place.start].strip(), name[place.start :]
            if len(first) > 3 and looks_like_body(normalise(first)) and looks_like_body(normalise(second)):
                return start, start + len(name[: place.start].rstrip())
        return start, end

    def _letterheads(self) -> list[tuple[int, int]]:
        found = []
        for line in self._before_body():
            match = LETTERHEAD.find(self.text, line.start, line.end)
            if match and looks_like_body(normalise(match["issuer"])):
                found.append(match.span("issuer"))
        return found

    def _signatures(self, signed_at: int | None) -> list[tuple[int, int]]:
        """The bodies that sign: on the date's own line, and on the lines above it."""
        if signed_at is None:
            return []
        found: list[tuple[int, int]] = []
        for line in reversed([line for line in self.lines if line.start <= signed_at]):
            end = min(line.end, signed_at)
            sealed = SEAL_NOTE.find(self.text, line.start, end)
            end = sealed.start() if sealed else end
            if end <= line.start:
                continue
            names = _spaced(self.text, line.start, end)
            if names and all(looks_like_body(normalise(self.text[a:b])) for a, b in names):
                found = names + found
            elif line.end <= signed_at:
                break
        return found

    def _document(self, titles: Titles) -> Document:
        values, lists = self.head.values, self.head.lists
        signed = values.get("signed")
        place = place_of_plan(
            title=titles.whole or values.get("title"),
            issuer=values.get("issuer"),
            number=values.get("number"),
            addressees=lists.get("addressees", []),
            text=self.text,
            year=int(signed[:4]) if signed else None,
        )
        start, end = period_of(self.outline, self.head.put, values.get("title"), signed)
        self._period_from_signature(start, signed)
        self._place_evidence(place)
        return Document(
            file=File(name=self.source.file.name, size=self.source.file.size, sha256=self.source.file.sha256),
            title=values.get("title"),
            genre=values.get("genre"),
            number=values.get("number"),
            issuer=values.get("issuer"),
            issuers=lists.get("issuers", []),
            jurisdiction=place.code,
            signed=signed,
            published=values.get("published"),
            period=(start, end),
            addressees=lists.get("addressees", []),
            copied_to=lists.get("copied_to", []),
            access=self._access(),
            draft=titles.draft,
            evidence=in_order(self.head.evidence),
        )

    def _period_from_signature(self, start: str | None, signed: str | None) -> None:
        """A period that begins with the signature rests on the place of that date."""
        fields = {one.field: one for one in self.head.evidence}
        if start and start == signed and "period.start" not in fields and "signed" in fields:
            date = fields["signed"]
            self.head.evidence.append(evidence(self.text, "period.start", date.start, date.end))

    def _place_evidence(self, place: PlaceFinding) -> None:
        """The jurisdiction rests on the words that decided it, where they stand in issuer, title or text."""
        if place.code is None:
            return
        fields = {one.field: one for one in self.head.evidence}
        holder = fields.get(place.field or "") or fields.get("issuer") or fields.get("title")
        at = self.text.find(place.quote) if place.quote and place.field not in fields else -1
        if at >= 0 and place.quote:
            self.head.evidence.append(evidence(self.text, "jurisdiction", at, at + len(place.quote)))
        elif holder is not None:
            self.head.evidence.append(evidence(self.text, "jurisdiction", holder.start, holder.end))

    def _access(self) -> str | None:
        for rule in (ACCESS, SECRECY):
            match = rule.find(self.text)
            if match:
                self.head.evidence.append(evidence(self.text, "access", *match.span(match.lastgroup or 0)))
                return str(match[match.lastgroup or 0])
        return None


def _one_name(a: str, b: str) -> bool:
    """Whether one name is the other with its place spelt out before it."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    rest = iter(longer)
    return all(char in rest for char in shorter)


def _spaced(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the words between spaces."""
    return [match.span() for match in SIGNER.matches(text, start, end)]
