from __future__ import annotations

import pytest

from kg.model import Document, Evidence, File, Plan
from kg.views.explorer.openness import openness


def marked(text: str, words: str | None) -> tuple[Plan, str]:
    """A plan whose reader took these words of the text for a statement of openness."""
    file = File(name="a.txt", size=1, sha256="0" * 64)
    at = text.find(words) if words else -1
    evidence = [Evidence("access", at, at + len(words), words)] if words and at >= 0 else []
    return Plan(document=Document(file=file, access=words, evidence=evidence)), text


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("某区方案\n（此件公开发布）\n", "此件公开发布", ("public", "此件公开发布")),
        ("公开方式：主动公开\n某区方案\n", "主动公开", ("public", "主动公开")),
        ("某区方案\n（此件不公开）\n", "此件不公开", ("restricted", "此件不公开")),
        ("内部资料\n某区方案\n", "内部资料", ("restricted", "内部资料")),
        ("机密\n某区人民政府文件\n", "机密", ("secret", "机密")),
        ("000001\n秘密★1年\n特急\n某区人民政府文件\n", None, ("secret", "秘密")),
        ("某区方案\n", None, ("unmarked", "")),
        # words of a sentence say nothing of the document
        ("某区方案\n加强商标、专利、商业秘密等领域的保护。\n", "秘密", ("unmarked", "")),
        ("某区方案\n推进政务公开，主动公开办事流程。\n", "主动公开", ("unmarked", "")),
    ],
)
def test_openness_is_what_the_head_prints(text: str, words: str | None, expected: tuple[str, str]) -> None:
    assert openness(*marked(text, words)) == expected
