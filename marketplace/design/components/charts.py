"""Charts, drawn on the server as SVG, with the same numbers in a table."""

from decimal import Decimal
from typing import Any

from ..charts import IndicatorRow
from ..library import library


@library.component
def indicator_chart(*, indicators: list[dict[str, Any]], title: str) -> dict[str, Any]:
    """What was aimed at and what came of it: baseline, target, actual, one line an indicator.

    Each indicator: `label`, `unit`, `baseline`, `target`, `actual` (Decimal or None when not known).
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
    return {"rows": rows, "title": title}


def _number(value: Any) -> Decimal | None:
    return None if value is None or value == "" else Decimal(value)
