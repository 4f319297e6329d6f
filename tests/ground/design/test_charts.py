"""An indicator's line: where its marks stand, and whether its target was reached."""

from decimal import Decimal

import pytest
from django.template import Context, Template

from ground.design.charts import IndicatorRow


def row(baseline: int | None, target: int | None, actual: int | None) -> IndicatorRow:
    values = (None if value is None else Decimal(value) for value in (baseline, target, actual))
    return IndicatorRow("Visits", "", *values)


def test_marks_stand_in_the_order_of_their_values():
    spots = row(34, 45, 52)
    assert spots.baseline_spot is not None
    assert spots.target_spot is not None
    assert spots.actual_spot is not None
    assert (spots.baseline_spot.x, spots.target_spot.x, spots.actual_spot.x) == (
        Decimal("5.4"),
        Decimal("59.9"),
        Decimal("94.6"),
    )


def test_one_value_alone_can_be_drawn():
    spot = row(None, 60, None).target_spot
    assert spot is not None
    assert 0 <= spot.x <= 100


@pytest.mark.parametrize(
    ("values", "is_met"),
    [
        ((34, 45, 52), True),
        ((34, 45, 40), False),
        ((81, 65, 60), True),  # less was wanted
        ((81, 65, 72), False),
        ((None, 60, 64), True),
        ((34, None, 40), None),
        ((34, 45, None), None),
    ],
)
def test_a_target_is_reached_in_the_direction_from_the_baseline(values, is_met):
    assert row(*values).is_met is is_met


@pytest.mark.parametrize(
    ("is_over", "words"), [(True, "non atteinte"), (False, "pas encore atteinte")]
)
def test_what_is_still_being_tried_may_still_be_reached(is_over, words):
    chart = Template(
        "{% load components %}{% indicator_chart indicators=rows title='Visits' is_over=over %}"
    )
    rows = [{"label": "Visits", "baseline": 34, "target": 45, "actual": 40}]
    assert f">{words}<" in chart.render(Context({"rows": rows, "over": is_over}))
