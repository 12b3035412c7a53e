"""Document numbers, in any brackets."""

from __future__ import annotations

import pytest
from kg.loaders.docnumbers import DOCUMENT_NUMBER, NUMBER, normalise_number

NUMBERS = [
    # text, what is the number in it, its form in records
    ("鼓政〔2022〕132号", "鼓政〔2022〕132号", "鼓政〔2022〕132号"),
    ("鼓政[2022]132号", "鼓政[2022]132号", "鼓政〔2022〕132号"),
    ("鼓政（2022）132号", "鼓政（2022）132号", "鼓政〔2022〕132号"),
    ("鼓政【2022】132号", "鼓政【2022】132号", "鼓政〔2022〕132号"),
    ("鼓政办发 ﹝ 2022 ﹞ 第 5 号", "鼓政办发 ﹝ 2022 ﹞ 第 5 号", "鼓政办发〔2022〕第5号"),  # OCR's spaces
    ("国办发〔2022〕函7号", "国办发〔2022〕函7号", "国办发〔2022〕函7号"),
    ("市政府令第12号", "市政府令第12号", "市政府令第12号"),  # an order
    ("执行GB/T 9704—2012的要求", "GB/T 9704—2012", "GB/T9704-2012"),  # a standard
    ("〔2022〕5号", None, ""),  # nobody's number
    ("鼓政〔22〕5号", None, ""),  # no year
    ("鼓政〔2022〕五号", None, ""),
]


@pytest.mark.parametrize(("text", "printed", "normal"), NUMBERS)
def test_numbers(text: str, printed: str | None, normal: str) -> None:
    match = NUMBER.find(text)
    assert (match and match.group()) == printed
    assert match is None or normalise_number(match.group()) == normal


def test_orders_and_standards_are_no_numbers_of_documents() -> None:
    assert DOCUMENT_NUMBER.find("市政府令第12号、GB/T 9704—2012") is None
    assert DOCUMENT_NUMBER.find("根据鼓政〔2022〕132号文") is not None
