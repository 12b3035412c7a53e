"""The policies of a plan: its mentions of documents brought together, once per plan."""

from __future__ import annotations

from bisect import bisect_right

from kg.model import Citation, Evidence, Policy, Relation, Unread, UnreadReason
from kg.names.text import fold, normalise

from .citations import CitationReader, Mention, is_short_name, same_document
from .docnumbers import normalise_number
from .evidence import evidence
from .headings import purpose_of_heading
from .numbering import ARTICLE
from .outline import Node, Outline
from .vocabulary import words

_ORDER: tuple[Relation, ...] = ("basis", "implements", "amends", "creates", "cites")


class PolicyReader:
    """Reads the citations of one plan."""

    def __init__(self, outline: Outline, own_title: str | None, opening: tuple[int, int]) -> None:
        self.since = opening[0]
        self.outline = outline
        self.text = outline.source.text
        self.own = same_document(own_title) if own_title else set()
        self.nodes = list(outline.sections())
        self.starts = [node.start for node in self.nodes]
        guiding = self._spans("guiding") + self._first_article()
        self.reader = CitationReader(self.text, opening, guiding, self._spans("done"))
        self.policies: dict[str, Policy] = {}
        self.citations: list[Citation] = []
        self.unread: list[Unread] = []
        self.aliases: dict[str, str] = {}
        self.numbers: dict[str, str] = {}
        """Number to the policy that was first cited with it."""

    def _spans(self, kind: str) -> list[tuple[int, int]]:
        def fits(node: Node) -> bool:
            heading = self.text[node.body : node.title_end]
            return purpose_of_heading(heading) == "frame" and any(
                word in heading for word in words("sections", "frame", kind)
            )

        found = [node for node in self.nodes if fits(node)]
        return [
            (node.start, min([node.end, *(c.start for c in node.children if not fits(c) and node.children)]))
            for node in found
        ]

    def _first_article(self) -> list[tuple[int, int]]:
        """第一条, where a document in articles says what it rests on."""
        return [(node.start, node.end) for node in self.nodes if node.rank == ARTICLE and node.value == 1][:1]

    def read(self) -> None:
        """Go through all blocks but the site's own."""
        for block in self.outline.source.blocks:
            if block.kind in ("body", "table") and block.start < self.since:
                self._before(block.start, min(block.end, self.since))
            if block.kind in ("body", "table") and block.end > self.since:
                mentions, others = self.reader.mentions(max(block.start, self.since), block.end)
                for mention in mentions:
                    self._take(mention)
                for start, end in others:
                    self._leave(start, end, "not-a-policy")

    def _before(self, start: int, end: int) -> None:
        """Leave the titles before the document, as in a letter or a note of the site: it does not cite them."""
        mentions, others = self.reader.mentions(start, end)
        quoted = [(one.start - 1, one.end + 1) for one in mentions if self.text[one.start - 1] == "《"]
        for span in (*quoted, *others):
            self._leave(*span, "not-a-policy")

    def _leave(self, start: int, end: int, reason: UnreadReason) -> None:
        if self._is_own(normalise(self.text[start:end]).strip("《》")):
            return
        self.unread.append(
            Unread(kind="title", reason=reason, start=start, end=end, quote=self.text[start:end])
        )

    def _is_own(self, title: str) -> bool:
        return bool(same_document(title) & self.own)

    def _take(self, mention: Mention) -> None:
        title = normalise(self.text[mention.start : mention.end])
        if self._is_own(title):
            if mention.alias:
                self.aliases[fold(mention.alias)] = ""
            return
        key = self._key(mention, title)
        if key is None:
            return
        if mention.alias:
            self.aliases[fold(mention.alias)] = key
        number = normalise_number(self.text[slice(*mention.number)]) if mention.number else None
        self._add_policy(key, title, number, mention)
        self._add_citation(key, title, number, mention)

    def _key(self, mention: Mention, title: str) -> str | None:
        """The policy that a mention speaks of, None where it is the plan itself or cannot be told."""
        folded = fold(title)
        number = fold(self.text[slice(*mention.number)]) if mention.number else None
        if number and number in self.numbers:
            return self.numbers[number]
        if number:
            self.numbers[number] = self.aliases.get(folded) or folded
        if folded in self.aliases:
            return self.aliases[folded] or None
        if folded in self.policies or not is_short_name(title):
            return folded
        before = self.text[max(0, mention.start - 3) : mention.start - 1]
        if before.endswith(("本", "此")):
            return None
        known = [key for key in self.policies if key.endswith(folded)]
        if known:
            return known[-1]
        self._leave(mention.start - 1, mention.end + 1, "short-name")
        return None

    def _places(self, mention: Mention) -> list[Evidence]:
        found = [evidence(self.text, "title", mention.start, mention.end)]
        if mention.number:
            found.append(evidence(self.text, "number", *mention.number))
        if mention.verb:
            found.append(evidence(self.text, "relation", *mention.verb))
        return found

    def _add_policy(self, key: str, title: str, number: str | None, mention: Mention) -> None:
        policy = self.policies.get(key)
        if policy is None:
            self.policies[key] = Policy(
                title=title, number=number, relation=mention.relation, evidence=self._places(mention)
            )
            return
        better = _ORDER.index(mention.relation) < _ORDER.index(policy.relation)
        if better:
            policy.relation = mention.relation
            policy.evidence = [one for one in policy.evidence if one.field != "relation"]
            policy.evidence += [one for one in self._places(mention) if one.field == "relation"]
        if number and policy.number is None:
            policy.number = number
            policy.evidence += [one for one in self._places(mention) if one.field == "number"]

    def _add_citation(self, key: str, title: str, number: str | None, mention: Mention) -> None:
        section = self.section_at(mention.start)
        citation = Citation(
            policy=key,
            title=title,
            number=number,
            relation=mention.relation,
            section=section.path() if section else None,
            evidence=self._places(mention),
        )
        self.citations.append(citation)

    def section_at(self, offset: int) -> Node | None:
        """The innermost section that holds a place of the text."""
        i = bisect_right(self.starts, offset) - 1
        node: Node | None = self.nodes[i] if i >= 0 else None
        while node is not None and node.parent is not None and not node.start <= offset < node.end:
            node = node.parent
        return node if node is not None and node.parent is not None else None
