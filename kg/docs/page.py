"""The page of the ontology: one HTML file that loads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ..graph import load_schema, ontology_triples, property_schema, theme_triples
from ..graph.schema import local_name
from ..keys import BASE
from ..questions import Question, catalogue
from .diagram import diagram
from .facts import DCAM, OWL, OWN, RDF, RDFS, SKOS, Facts, short
from .shapes import shape_rows
from .texts import EXAMPLE, EXTENSION, GRAPHS, HOW, SIMPLE, STYLE

_HEAD = (
    '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>本体 · Ontology</title>\n<style>{style}</style></head>\n<body>\n"
)


def ontology_page() -> bytes:
    """The page as UTF-8: the same bytes for the same ontology."""
    facts = Facts([*ontology_triples(), *theme_triples()])
    parts = [
        _HEAD.format(style=STYLE),
        *_top(facts),
        *_section("图示", "Diagram", [_picture()]),
        *_section("怎样提问", "How to ask", [HOW, _graphs(), f"<pre>{escape(EXAMPLE)}</pre>"]),
        *_section("胜任问题", "Competency questions", map(_question, _competent())),
        *_section("类", "Classes", [_terms(facts, f"{OWL}Class")]),
        *_section("关系", "Edges", [_terms(facts, f"{OWL}ObjectProperty")]),
        *_section("简单边", "Simple edges", [SIMPLE, _simple()]),
        *_section(
            "属性", "Properties", [_terms(facts, f"{OWL}DatatypeProperty", f"{OWL}AnnotationProperty")]
        ),
        *_section("数据类型", "Datatypes", [_terms(facts, f"{RDFS}Datatype")]),
        *_section("取值", "Concepts", [_concepts(facts)]),
        *_section("形状约束", "Shapes", [_shapes()]),
        *_section("属性图", "Property graph", [_property_graph()]),
        *_section("扩展", "Extending it", [EXTENSION]),
        "</body></html>\n",
    ]
    return "\n".join(parts).encode("utf-8")


def _top(facts: Facts) -> Iterator[str]:
    iri = f"{BASE}ontology"
    dcterms = "http://purl.org/dc/terms/"
    yield f"<h1>{escape(facts.text(iri, f'{dcterms}title', 'zh'))}</h1>"
    yield f"<p class=en>{escape(facts.text(iri, f'{dcterms}title', 'en'))}</p>"
    yield f"<p>{escape(facts.text(iri, f'{dcterms}description', 'zh'))}</p>"
    yield f"<p class=en>{escape(facts.text(iri, f'{dcterms}description', 'en'))}</p>"
    rows = [
        ("IRI", iri),
        ("Version IRI", facts.values(iri, f"{OWL}versionIRI")[0]),
        ("许可 Licence", facts.values(iri, f"{dcterms}license")[0]),
        ("前缀 Prefix", f"PREFIX kg: <{OWN}>"),
        ("JSON-LD", "docs/context.jsonld"),
    ]
    yield _table((), [[escape(name), f"<code>{escape(value)}</code>"] for name, value in rows])


def _section(zh: str, en: str, content: Iterable[str]) -> Iterator[str]:
    yield f'<h2 id="{en.lower().replace(" ", "-")}">{zh} <span class=en>{en}</span></h2>'
    yield from content


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]], ids: Sequence[str] = ()) -> str:
    """A table of cells that are HTML; a row gets its id where there are any."""
    head = "".join(f"<th>{title}</th>" for title in titles)
    lines = [f"<tr>{head}</tr>"] if titles else []
    for number, row in enumerate(rows):
        mark = f' id="{escape(ids[number])}"' if ids else ""
        lines.append(f"<tr{mark}>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>")
    return "\n".join(['<div class="wide"><table>', *lines, "</table></div>"])


def _both(zh: str, en: str) -> str:
    return f"{escape(zh)}<br><span class=en>{escape(en)}</span>"


def _picture() -> str:
    note = _both(
        "计划的各部分均有 inPlan，各项事实均有 evidence，图中只画几条；同类之间的关系与判定、更正、实体关联的指向未画。点击类名可到其定义。",
        "All parts of a plan have inPlan and all facts have evidence: a few are drawn. Edges within a class, and what "
        "identifications, corrections and links of entities point to, are not. A class is a link.",
    )
    return f'<figure class="wide">{diagram(load_schema())}<figcaption>{note}</figcaption></figure>'


def _graphs() -> str:
    titles = ("命名图 Named graph", "IRI", "内容 Content")
    rows = [
        [_both(zh, en), f"<code>{escape(BASE)}graph/{name}</code>", _both(*held)]
        for zh, en, name, held in GRAPHS
    ]
    return _table(titles, rows)


def _competent() -> list[Question]:
    return [question for question in catalogue().values() if question.competency]


def _question(question: Question) -> str:
    body = question.text.partition("\n\n")[2]
    return (
        f'<div class="question"><p>{_both(question.competency["zh"], question.competency["en"])}</p>'
        f"<p><code>kg query {question.name}</code></p>"
        f"<details><summary>SPARQL</summary><pre>{escape(body)}</pre></details></div>"
    )


def _terms(facts: Facts, *types: str) -> str:
    iris = sorted(facts.of_type(*types), key=lambda iri: local_name(iri).lower())
    titles = ("术语 Term", "名称 Label", "定义 Definition", "上位 Above", "定义域 → 值域 Domain → range")
    return _table(titles, [_term(facts, iri) for iri in iris], [local_name(iri) for iri in iris])


def _term(facts: Facts, iri: str) -> list[str]:
    above = facts.values(iri, f"{RDFS}subClassOf", f"{RDFS}subPropertyOf")
    notes = [facts.text(iri, f"{SKOS}example", "zh"), facts.text(iri, f"{RDFS}comment", "en")]
    marked = " †" if facts.values(iri, f"{OWN}notWritten") else ""
    extra = "".join(f'<br><span class="note">{escape(note)}</span>' for note in notes if note)
    return [
        f"<code>{escape(short(iri))}</code>{marked}",
        _both(facts.text(iri, f"{RDFS}label", "zh"), facts.text(iri, f"{RDFS}label", "en")),
        _both(facts.text(iri, f"{SKOS}definition", "zh"), facts.text(iri, f"{SKOS}definition", "en")) + extra,
        "<br>".join(map(_link, above)),
        _ends(facts, iri),
    ]


def _ends(facts: Facts, iri: str) -> str:
    domain = facts.values(iri, f"{RDFS}domain", f"{DCAM}domainIncludes")
    rang = facts.values(iri, f"{RDFS}range", f"{DCAM}rangeIncludes")
    if not domain and not rang:
        return ""
    return f"{', '.join(map(_link, domain)) or '…'} → {', '.join(map(_link, rang)) or '…'}"


def _link(iri: str) -> str:
    text = f"<code>{escape(short(iri))}</code>"
    return f'<a href="#{escape(local_name(iri))}">{text}</a>' if iri.startswith(OWN) else text


def _simple() -> str:
    schema = load_schema()
    rows = []
    for name, rule in schema.simple.items():
        named = [rule.edge] if rule.edge else []
        if rule.by:
            [kind] = schema.properties[rule.by].range
            named = [one.simple_edge or "" for (owner, _), one in schema.concepts.items() if owner == kind]
        edges = ", ".join(f"<code>{escape(edge)}</code>" for edge in named)
        steps = (rule.source, rule.target, rule.by or "")
        rows.append([f"<code>{name}</code>", *(f"<code>{escape(one)}</code>" for one in steps), edges])
    return _table(("类 Class", "起点 From", "终点 To", "依据 By", "简单边 Simple edge"), rows)


def _concepts(facts: Facts) -> str:
    rows = []
    for iri in facts.of_type(f"{SKOS}Concept"):
        kinds = [short(kind) for kind in facts.values(iri, f"{RDF}type") if kind != f"{SKOS}Concept"]
        name = {
            lang: facts.text(iri, f"{RDFS}label", lang) or facts.text(iri, f"{SKOS}prefLabel", lang)
            for lang in ("zh", "en")
        }
        words = facts.values(iri, f"{SKOS}hiddenLabel")
        meaning = _both(*(facts.text(iri, f"{SKOS}definition", lang) for lang in ("zh", "en")))
        listed = f"<details><summary>{len(words)} 词 words</summary>{escape('、'.join(words))}</details>"
        rows.append(
            [
                escape(", ".join(kinds)),
                f"<code>{escape(facts.values(iri, f'{SKOS}notation')[0])}</code>",
                _both(name["zh"], name["en"]),
                meaning + (listed if words else ""),
            ]
        )
    return _table(("类 Class", "代号 Notation", "名称 Label", "定义 Definition"), rows)


def _shapes() -> str:
    rows = [
        [f"<code>{escape(target)}</code>", f"<code>{escape(path)}</code>", grade, _both(zh, en)]
        for target, path, grade, zh, en in shape_rows()
    ]
    return _table(("类 Class", "路径 Path", "程度 Severity", "消息 Message"), rows)


def _property_graph() -> str:
    schema = property_schema()
    labels = [
        [
            f"<code>{':'.join(label.labels)}</code>",
            f"<code>{label.key}</code>",
            ", ".join(f"{escape(name)} <i>{kind}</i>" for name, kind in label.properties.items()),
        ]
        for label in schema.labels.values()
    ]
    relations = [
        [f"<code>{one.name}</code>", _few(one.sources), _few(one.targets)]
        for one in schema.relations.values()
    ]
    first = _table(("标签 Labels", "键 Key", "属性 Properties"), labels)
    return first + _table(("关系类型 Relation type", "起点 From", "终点 To"), relations)


def _few(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) < len(property_schema().labels) else "…"
