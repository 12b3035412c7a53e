"""The JSON-LD context as a file."""

from __future__ import annotations

import json

from ..stores.jsonld import context


def context_page() -> bytes:
    """The context of the ontology under the default base."""
    return (json.dumps(context(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
