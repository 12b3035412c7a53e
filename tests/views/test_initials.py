from __future__ import annotations

import pytest

from kg.views.explorer.initials import initials


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["区市场监管局"], "qscjgj"),
        (["长沙市教育局"], "cssjyj"),  # 长 is read cháng in a name of this city
        (["重庆市"], "cqs"),
        (["各镇（街道）", "各镇"], "gzjd gz"),
        (["GDP增速2025"], "gdpzs2025"),
        (["…", ""], ""),
    ],
)
def test_initials_of_names(names: list[str], expected: str) -> None:
    assert initials(names) == expected
