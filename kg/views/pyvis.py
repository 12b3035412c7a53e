"""Small graphs drawn by pyvis, as pages that fetch nothing and run no script but their own."""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from pyvis.network import Network

from ..errors import InputError
from ..tables import Lang
from ..writing import Outputs
from .explorer.model import PageData, PageEdge, PageNode
from .explorer.words import page_words
from .lettering import balanced, drawable, wrap
from .palette import font_stack, look, tone

_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_OUTSIDE = re.compile(r"<link\b[^>]*>|<script\b[^>]*\bsrc=[^>]*>\s*</script>|<!--.*?-->", re.DOTALL)
_EMPTY_HEADING = re.compile(r"<center>\s*<h1>\s*</h1>\s*</center>")
_SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*")
_HEAD = '<meta charset="utf-8">'
_STOP = """<script>
network.once("stabilized", () => {
  network.setOptions({physics: false});
  document.documentElement.dataset.settled = "";
});
</script>"""
"""The layout settles, then it stays."""
_SIGNS = {
    "dot": "●",
    "hexagon": "⬢",
    "square": "■",
    "star": "★",
    "triangle": "▲",
    "triangleDown": "▼",
    "diamond": "◆",
}
_ROLES = {"leads": "leads", "responsibleFor": "responsible"}
_FEW = (
    "共 {total} 个节点，只画最近、最重要的 {shown} 个",
    "{shown} of {total} nodes: the nearest and strongest",
)
_SIZES = {"Plan": 30, "Unit": 20, "CollectiveUnit": 20, "LeadershipGroup": 22, "Policy": 16, "Theme": 14}


class PlanNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A network of pyvis whose page holds all that it needs and lets nothing in or out.

    Names and titles may hold anything: they reach the page as JSON, and its tooltips are plain text.
    """

    def __init__(self, title: str = "", legend: str = "", note: str = "", **given: Any) -> None:
        """`title` and `note` are plain text, `legend` is HTML."""
        super().__init__(cdn_resources="in_line", **given)
        self._title, self._legend, self._note = drawable(title), legend, note

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """The page; whatever the arguments, all is in it."""
        for node in self.nodes:
            # pyvis shows titles with this word as HTML
            if "href" in str(node.get("title") or ""):
                node["title"] = node["title"].replace("href", "h\u2060ref")
        page = super().generate_html(name, local, notebook=False)
        self.html = _closed(str(page), self._title, f"{self._caption()}{self._legend}")
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page as UTF-8; raises InputError for a name that does not end in .html."""
        path = Path(name)
        if path.suffix.lower() != ".html":
            raise InputError(path, "a page is written to .html")
        with Outputs(path.parent) as outputs:
            outputs.add(path.name, self.generate_html().encode("utf-8"))

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        """Write the page, as `write_html` does."""
        self.write_html(name)

    def _caption(self) -> str:
        note = f" <small>{html.escape(self._note)}</small>" if self._note else ""
        return f'<p style="margin: 8px 12px; font-weight: bold">{html.escape(self._title)}{note}</p>'

    def _repr_html_(self) -> str:
        source = html.escape(self.generate_html(), quote=True)
        return (
            f'<iframe srcdoc="{source}" sandbox="allow-scripts" width="100%" height="680" style="border: 0">'
            "</iframe>"
        )


class Drawn(Protocol):
    """What is drawn: some nodes of a graph, with all edges among them."""

    page: PageData
    nodes: tuple[int, ...]
    titles: tuple[str, str]
    total: int


def network_of(part: Drawn, lang: Lang) -> PlanNetwork:
    """A part of a graph as a network, in the colours and shapes of the explorer."""
    shown = [part.page.nodes[place] for place in part.nodes]
    inside = set(part.nodes)
    edges = [edge for edge in part.page.edges if edge.source in inside and edge.target in inside]
    few = len(shown) < part.total
    network = PlanNetwork(
        title=part.titles[lang == "en"],
        legend=_legend(shown, edges, lang),
        note=_FEW[lang == "en"].format(total=part.total, shown=len(shown)) if few else "",
        height="calc(100vh - 96px)",
        directed=True,
    )
    network.set_options(json.dumps(_options()))
    plans = [part.page.nodes[plan.node].name for plan in part.page.plans]
    for place, node in zip(part.nodes, shown, strict=True):
        network.add_node(place, **_drawn(node, plans, lang, centre=place == part.nodes[0]))
    for edge in edges:
        network.add_edge(edge.source, edge.target, **_line(edge, lang))
    return network


def _drawn(node: PageNode, plans: list[str], lang: Lang, *, centre: bool) -> dict[str, Any]:
    seen = look(node.kind)
    large = node.kind in _SIZES
    return {
        "label": "\n".join(balanced(node.name, 11, 2)) or "–",
        "title": _tooltip(node, plans, lang),
        "shape": seen.shape,
        "color": seen.light,
        "size": _SIZES.get(node.kind, 11) + (10 if centre else 0),
        "font": {
            "size": 28 if centre else 22 if large else 17,
            "color": tone("ink"),
            "strokeWidth": 4,
            "strokeColor": "#ffffff",
        },
        "borderWidth": 3 if centre else 1,
    }


def _tooltip(node: PageNode, plans: list[str], lang: Lang) -> str:
    """Kind, name and facts, a line each."""
    lines = [f"{_word(f'kind.{node.kind}', lang)}{'：' if lang == 'zh' else ': '}{drawable(node.name)}"]
    for name, value in node.facts.items():
        text = value if isinstance(value, str) else "、".join(value)
        lines.append(f"{_word(f'fact.{name}', lang)}{'：' if lang == 'zh' else ': '}{drawable(text)}")
    if node.kind != "Plan":
        lines += [f"《{drawable(plans[number])}》" for number in node.plans]
    return "\n".join("\n".join(wrap(line, 36, 4)) for line in lines)


def _line(edge: PageEdge, lang: Lang) -> dict[str, Any]:
    said = f"（{drawable(edge.said)}）" if edge.said else ""
    return {
        "title": f"{_word(f'edge.{edge.type}', lang)}{said}",
        "color": tone(_ROLES.get(edge.type, "line")),
        "width": 2.4 if edge.type == "leads" else 1.4 if edge.type in _ROLES else 0.8,
        "dashes": not edge.stated,
    }


def _legend(nodes: list[PageNode], edges: list[PageEdge], lang: Lang) -> str:
    """Kinds and roles that are there, as HTML of our own words."""
    kinds = dict.fromkeys(node.kind for node in nodes)
    entries = [(look(kind).light, _SIGNS.get(look(kind).shape, "●"), f"kind.{kind}") for kind in kinds]
    types = {edge.type for edge in edges}
    entries += [(tone(colour), "━", f"edge.{role}") for role, colour in _ROLES.items() if role in types]
    spans = "".join(
        f'<span style="margin-right: 16px; white-space: nowrap"><span style="color: {colour}">{sign}</span> '
        f"{html.escape(_word(name, lang))}</span>"
        for colour, sign, name in entries
    )
    return f'<p style="margin: 8px 12px; font-size: 14px">{spans}</p>'


def _word(name: str, lang: Lang) -> str:
    found = page_words().get(name)
    return found[lang == "en"] if found else name.partition(".")[2]


def _options() -> dict[str, Any]:
    return {
        "nodes": {"scaling": {"label": {"drawThreshold": 1}}, "font": {"face": ", ".join(font_stack())}},
        "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.4}}, "smooth": False},
        "interaction": {"hover": True, "tooltipDelay": 120, "navigationButtons": False},
        "layout": {"randomSeed": 7, "improvedLayout": False},
        "physics": {
            "enabled": True,
            "solver": "forceAtlas2Based",
            "forceAtlas2Based": {
                "gravitationalConstant": -140,
                "springLength": 100,
                "springConstant": 0.05,
                "avoidOverlap": 1.0,
            },
            "minVelocity": 1.0,
            "stabilization": {"enabled": True, "iterations": 400, "fit": True},
        },
    }


def _closed(page: str, title: str, above: str) -> str:
    """The page without what it would fetch, with a policy that runs its own scripts and nothing else."""
    page = page.replace("\r\n", "\n")
    # every second piece is a script; only what stands between them is changed
    pieces = _SCRIPT.split(page.replace("</body>", f"{_STOP}</body>"))
    scripts = [_SOURCE_MAP.sub("", script) for script in pieces[1::2]]
    between = [_EMPTY_HEADING.sub("", _OUTSIDE.sub("", piece)) for piece in pieces[::2]]
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    style = f"<style>body {{ margin: 0; font-family: {_families()}; }} #mynetwork {{ border: 0 !important; }}</style>"
    head = (
        f'{_HEAD}<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>{html.escape(title)}</title>{style}"
    )
    made = between[0].replace(_HEAD, head, 1)
    for script, piece in zip(scripts, between[1:], strict=True):
        made += f"<script>{script}</script>{piece.replace('<body>', f'<body>{above}', 1)}"
    return f"<!DOCTYPE html>\n{made}"


def _families() -> str:
    return ", ".join(f"'{name}'" if " " in name else name for name in font_stack())


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode('utf-8')).digest()).decode()}'"
