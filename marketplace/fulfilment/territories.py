"""Places that belong to a country we send to, and have rules of their own.

VAT, customs and the carriers' rates are others there than on the mainland: a price or a date for
the mainland is wrong. Monaco and Corsica are missing on purpose: they are sent to as the rest of
France (Directive 2006/112/EC, art. 7 (1); both pay the mainland's postage).
"""

import re
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NO_VAT = "Directive 2006/112/EC, art. 6 (1): in the customs territory, outside that of VAT"
NO_CUSTOMS = "Directive 2006/112/EC, art. 6 (2): outside the customs territory of the Union"
NOT_EU = "Regulation (EU) 952/2013, art. 4: no part of the customs territory of the Union"


class Territory(NamedTuple):
    """`postcodes`: a pattern for the beginning of a postcode of `country`, as it is addressed."""

    country: str
    postcodes: str
    name: Any  # translated when it is shown
    source: str

    @property
    def refusal(self) -> str:
        """Why nothing is sent there."""
        words = _(
            "%(place)s: customs, taxes and postage differ there, and the workshops do not send "
            "there yet. Nothing has been charged."
        )
        return words % {"place": self.name}


TERRITORIES = [
    Territory("FR", "97133|977", gettext_lazy("Saint-Barthélemy"), NOT_EU),
    Territory("FR", "97150|978", gettext_lazy("Saint-Martin"), NO_VAT),
    Territory("FR", "971", gettext_lazy("Guadeloupe"), NO_VAT),
    Territory("FR", "972", gettext_lazy("Martinique"), NO_VAT),
    Territory("FR", "973", gettext_lazy("French Guiana"), NO_VAT),
    Territory("FR", "974", gettext_lazy("La Réunion"), NO_VAT),
    Territory("FR", "975", gettext_lazy("Saint-Pierre-et-Miquelon"), NOT_EU),
    Territory("FR", "976", gettext_lazy("Mayotte"), NO_VAT),
    Territory("FR", "984", gettext_lazy("French Southern and Antarctic Lands"), NOT_EU),
    Territory("FR", "986", gettext_lazy("Wallis and Futuna"), NOT_EU),
    Territory("FR", "987", gettext_lazy("French Polynesia"), NOT_EU),
    Territory("FR", "988", gettext_lazy("New Caledonia"), NOT_EU),
    Territory("ES", "35|38", gettext_lazy("The Canary Islands"), NO_VAT),
    Territory("ES", "51", gettext_lazy("Ceuta"), NO_CUSTOMS),
    Territory("ES", "52", gettext_lazy("Melilla"), NO_CUSTOMS),
    Territory("DE", "78266", gettext_lazy("Büsingen am Hochrhein"), NO_CUSTOMS),
    Territory("DE", "27498", gettext_lazy("Heligoland"), NO_CUSTOMS),
    Territory("IT", "23041", gettext_lazy("Livigno"), NO_CUSTOMS),
    Territory("IT", "22061", gettext_lazy("Campione d’Italia"), NO_VAT),
    Territory("IT", "4789", gettext_lazy("San Marino"), NOT_EU),
    Territory("IT", "00120", gettext_lazy("Vatican City"), NOT_EU),
]


def territory_of(country: str, postcode: str) -> Territory | None:
    """The place with rules of its own that the postcode lies in; None for the mainland."""
    return next(
        (
            place
            for place in TERRITORIES
            if place.country == country and re.match(place.postcodes, postcode)
        ),
        None,
    )
