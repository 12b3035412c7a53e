"""HTML pages (to come)."""
from pathlib import Path
from kg.source import Source
class HtmlFormat:
    name = "html"
    suffixes = frozenset({".html", ".htm"})
    def matches(self, head: bytes) -> bool:
        return False
    def read(self, data: bytes, path: Path) -> Source:
        raise NotImplementedError
