"""`kg load`: the graph into a server."""

from __future__ import annotations

from pathlib import Path

import click

from .options import Lang, existing, graph_option, lang_option
from .output import printable, say
from .servers import opened, step_bar
from .wording import word


@click.command()
@click.option("--to", "uri", required=True, metavar="URI", help="Address of the server.")
@click.option("--database", help="Database of Neo4j; else the user's own.")
@click.option("--prune", is_flag=True, help="Take out the plans of the server that are not in DIR.")
@graph_option
@lang_option
def load(uri: str, database: str | None, prune: bool, folder: Path, lang: Lang) -> None:
    """Load the graph into Neo4j (neo4j://, bolt://) or a SPARQL server (http://, https://).

    What the plans of DIR put there before is replaced, all else stays; a load that was stopped is repeated.
    User and password: KG_NEO4J_USER and KG_NEO4J_PASSWORD (or NEO4J_USERNAME, NEO4J_PASSWORD), else they
    are asked for; for SPARQL servers that need them KG_SPARQL_USER and KG_SPARQL_PASSWORD.
    """
    from ..stores.loading import load_folder
    from ..stores.servers import printable_uri

    with opened(uri, database, lang) as server, step_bar(lang) as progress:
        loaded = load_folder(server, existing(folder), prune=prune, progress=progress)
    removed = loaded.removed
    say(word("load.plans", lang, uri=printable(printable_uri(uri)), plans=loaded.plans))
    if removed.nodes or removed.relations:
        say(word("load.removed", lang, nodes=removed.nodes, relations=removed.relations))
    if removed.kept:
        say(word("load.kept", lang, kept=removed.kept))
    if loaded.others:
        say(word("load.stay", lang, plans=loaded.others, folder=printable(folder)))
