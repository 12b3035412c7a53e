"""Whether a plan may be shown to everybody, after what its head prints."""

from __future__ import annotations

import re

from ...model import Plan

_SECRET = re.compile("绝密|机密|秘密")
_RESTRICTED = re.compile("内部|不公开|不予公开|依申请公开|删减后公开")
_PUBLIC = re.compile("公开")
_GRADE_LINE = re.compile(r"[\s　]*(绝密|机密|秘密)[\s　]*(?:[★☆*][^\n]{0,12})?[\s　]*")
_HEAD_LINES = 12
"""The grade of secrecy stands at the top left, above the letterhead (GB/T 9704)."""
_LABEL_LENGTH = 14
"""A statement of openness is a line of its own or follows its label; words in running text are none."""


def openness(plan: Plan, text: str) -> tuple[str, str]:
    """secret, restricted, public or unmarked, and the words that say so."""
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        if grade := _GRADE_LINE.fullmatch(line):
            return "secret", grade[1]
    words = _marking(plan, text)
    for name, pattern in (("secret", _SECRET), ("restricted", _RESTRICTED), ("public", _PUBLIC)):
        if pattern.search(words):
            return name, words
    return "unmarked", words


def _marking(plan: Plan, text: str) -> str:
    """What the plan prints of its openness, where the quote is not part of a sentence."""
    for one in plan.document.evidence:
        if one.field == "access":
            start = text.rfind("\n", 0, one.start) + 1
            end = text.find("\n", one.end)
            line = text[start : end if end >= 0 else len(text)]
            around = line.strip().strip("（()）").replace(one.quote, "", 1)
            if len(around) <= _LABEL_LENGTH and not re.search("[，。；]", around):
                return plan.document.access or ""
    return ""
