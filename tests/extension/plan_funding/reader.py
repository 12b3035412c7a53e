"""Finds sums of money that a plan sets aside: 安排专项资金500万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Evidence, Extra, Plan

_FUNDING = re.compile(
    r"(?:安排|设立|投入|列支)(?P<purpose>[\u4e00-\u9fff]{0,12}?(?:资金|经费))(?P<amount>\d+(?:\.\d+)?)(?P<measure>亿元|万元)"
)


class FundingReader:
    """Reads FundingArrangement records."""

    def read(self, plan: Plan, text: str) -> Iterator[Extra]:
        """One record for each sum, with the task that holds it."""
        for match in _FUNDING.finditer(text):
            holding = (task for task in plan.tasks if task.start <= match.start() < task.end)
            task = next(holding, None)
            evidence = [
                Evidence(field, *match.span(field), match[field])
                for field in ("purpose", "amount", "measure")
            ]
            yield Extra(
                kind="FundingArrangement",
                values={
                    "purpose": match["purpose"],
                    "amount": float(match["amount"]),
                    "currencyMeasure": match["measure"],
                },
                task=task.key if task else None,
                evidence=[
                    *evidence[:2],
                    Evidence("currencyMeasure", *match.span("measure"), match["measure"]),
                ],
            )
