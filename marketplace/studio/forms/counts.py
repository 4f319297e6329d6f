"""Days and weights as artisans type them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ground.typed.fields import CountField

DAYS = dict.fromkeys(("d", "day", "days", "j", "jour", "jours"), 1)
GRAMS = dict.fromkeys(("g", "gr", "gram", "grams", "gramme", "grammes"), 1) | {"kg": 1000}


class DaysField(CountField):
    """Working days, up to a year: 10, 10 days, 10 j."""

    def __init__(self, **options: Any) -> None:
        # The column's own least value is given by a model's form, too.
        super().__init__(**{**options, "min_value": 0, "max_value": 365, "units": DAYS})


class WeightField(CountField):
    """The weight of a thing as it is packed, in grams: 1 500, 1500 g, 1.5 kg."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Weight, packed (g)"))
        super().__init__(**options, required=False, min_value=1, max_value=50_000, units=GRAMS)
