"""Full stops typed on a Latin keyboard."""

from __future__ import annotations

from kg.loaders.formats.stops import with_chinese_stops

TYPED = "(一)改善馆舍.改建图书馆,占比20.5%.(责任单位:市教育局)\n(二)充实馆藏.2023年10月底前制定目录.\n"


def test_dots_that_end_sentences_become_stops() -> None:
    read = with_chinese_stops(TYPED)
    assert len(read) == len(TYPED)
    assert read.splitlines() == [
        "(一)改善馆舍。改建图书馆,占比20.5%。(责任单位:市教育局)",
        "(二)充实馆藏。2023年10月底前制定目录。",
    ]


def test_a_text_with_chinese_stops_keeps_its_dots() -> None:
    text = "阿依古丽.买买提任组长。吐尔逊.艾力任副组长。1.加强领导。市教育局.市财政局落实."
    assert with_chinese_stops(text) == text
