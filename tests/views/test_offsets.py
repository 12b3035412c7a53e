from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.views.explorer.offsets import Offsets


@given(st.text(alphabet="规划a𠮷😀\n"), st.data())
def test_offsets_count_as_javascript_does(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Offsets(text).of(at) == len(text[:at].encode("utf-16-le")) // 2
