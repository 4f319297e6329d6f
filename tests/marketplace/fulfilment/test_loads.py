"""A way of sending is offered for what it takes: by weight, by insured value, by size."""

from decimal import Decimal

import pytest

from marketplace.fulfilment.loads import Load, sides_in
from marketplace.fulfilment.models import ShippingOption


@pytest.mark.parametrize(
    ("dimensions", "sides"),
    [
        ("12 × 8 × 4 cm", (120, 80, 40)),
        ("14 x 4,5 x 0,5 cm", (140, 45, 5)),
        ("Ø 85 × 250 mm", (250, 85, 85)),
        ("boîte : 220 × 105 × 60 mm", (220, 105, 60)),
        ("500 × 700 mm", None),  # flat: it may be folded or rolled
        ("Ø 80 mm", None),
        ("taille unique", None),
        ("", None),
    ],
)
def test_the_sides_of_what_is_solid_are_read_from_its_dimensions(dimensions, sides):
    assert sides_in(dimensions) == sides


@pytest.mark.parametrize(
    ("load", "fits"),
    [
        (Load(250, Decimal("22.00"), [(120, 90, 20)]), True),
        (Load(250, Decimal("22.00"), []), True),
        (Load(2100, Decimal("22.00"), []), False),
        (Load(250, Decimal("50.01"), []), False),
        (Load(250, Decimal("22.00"), [(120, 90, 20), (90, 60, 35)]), False),
        (Load(250, Decimal("22.00"), [(650, 20, 20)]), False),
    ],
)
def test_a_tracked_letter_has_limits_that_a_parcel_has_not(load, fits):
    assert ShippingOption(method="letter", price=Decimal(4)).carries(load) is fits
    assert ShippingOption(method="parcel", price=Decimal(7)).carries(load)


def test_an_artisan_may_set_a_lower_weight():
    parcel = ShippingOption(method="parcel", price=Decimal(7), max_weight_g=1000)
    assert parcel.carries(Load(1000, Decimal(900)))
    assert not parcel.carries(Load(1001, Decimal(1)))
