"""Charts, drawn on the server as SVG, with the same numbers in a table."""

from decimal import Decimal
from typing import Any, NotRequired, TypedDict

from ..charts import IndicatorRow
from ..library import library


class Indicator(TypedDict):
    """What a pilot measures, in `unit`."""

    label: str
    unit: NotRequired[str]
    baseline: NotRequired[Decimal | int | None]
    target: NotRequired[Decimal | int | None]
    actual: NotRequired[Decimal | int | None]


@library.component
def indicator_chart(
    *, indicators: list[Indicator], title: str, is_over: bool = True
) -> dict[str, Any]:
    """What was aimed at and what came of it: baseline, target, actual, one line an indicator.

    Each indicator: `label`, `unit`, `baseline`, `target`, `actual` (None when not known).
    `is_over`: whether what is not reached by now will not be.
    """
    rows = [
        IndicatorRow(
            label=indicator["label"],
            unit=indicator.get("unit", ""),
            baseline=_number(indicator.get("baseline")),
            target=_number(indicator.get("target")),
            actual=_number(indicator.get("actual")),
        )
        for indicator in indicators
    ]
    return {"rows": rows, "title": title, "is_over": is_over}


def _number(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
