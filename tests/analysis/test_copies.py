from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.copies import copy_of, differences

TEXT = "深入实施商标品牌战略引导企业以创新产品为重点丰富商标内涵增加商标附加值提高商标知名度"
TEXTS = st.text(alphabet="甲乙丙丁戊己", max_size=60)


def nothing(text: str) -> list[bool]:
    return [False] * len(text)


def copied(first: str, second: str) -> tuple[float | None, float | None]:
    copy = copy_of(first, second, nothing(first), nothing(second))
    return copy.share_first, copy.share_second


def test_a_text_is_wholly_the_same_as_itself() -> None:
    assert copied(TEXT, TEXT) == (1.0, 1.0)


def test_a_text_within_another_is_its_whole_and_a_part_of_the_other() -> None:
    first, second = copied(TEXT, "天地玄黄宇宙洪荒日月盈昃辰宿列张" + TEXT)
    assert first == 1.0
    assert second is not None and 0.6 < second < 0.8


def test_passages_in_another_order_are_found() -> None:
    half = len(TEXT) // 2
    assert copied(TEXT, TEXT[half:] + TEXT[:half]) == (1.0, 1.0)


def test_different_texts_share_nothing() -> None:
    other = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
    assert copied(TEXT, other) == (0.0, 0.0)


def test_what_is_common_does_not_count() -> None:
    everything = [True] * len(TEXT)
    copy = copy_of(TEXT, TEXT, everything, everything)
    assert (copy.own, copy.share_first, copy.share_second) == (0, None, None)


def test_an_edit_is_a_piece_of_its_own() -> None:
    pieces = differences("推动省级园区建设", "推动市级园区升级建设")
    assert [piece.change for piece in pieces] == ["equal", "replace", "equal", "insert", "equal"]


@given(TEXTS, TEXTS)
def test_the_pieces_lead_from_one_text_to_the_other(first: str, second: str) -> None:
    pieces = differences(first, second)
    assert "".join(first[slice(*piece.first)] for piece in pieces) == first
    assert "".join(second[slice(*piece.second)] for piece in pieces) == second
    assert all(
        first[slice(*piece.first)] == second[slice(*piece.second)]
        for piece in pieces
        if piece.change == "equal"
    )


@given(TEXTS, TEXTS)
def test_shares_are_parts_and_passages_do_not_overlap(first: str, second: str) -> None:
    copy = copy_of(first, second, nothing(first), nothing(second))
    for share in (copy.share_first, copy.share_second):
        assert share is None or 0 <= share <= 1
    taken = [place for passage in copy.passages for place in range(*passage.first)]
    assert len(taken) == len(set(taken))
