"""Telephone numbers, by the rules of the country of the address."""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django_countries import countries
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from .spaces import plain

# Each has a country code of its own, and yet on the mainland its numbers are written and dialled
# like any other of the French plan: "0690 12 34 56" (Arcep, decision 2018-0881).
FRANCE_OVERSEAS = ["GP", "MQ", "GF", "RE", "YT"]

LABEL = re.compile(r"^(?:t[eé]l(?:[eé]phone)?|phone|mobile|gsm|fax)?\s*[.:]*\s*", re.IGNORECASE)


def read_telephone(typed: str, country: str) -> str:
    """A number as every network dials it, "+32470123456"; "" for nothing.

    A national number is one of `country`, an ISO 3166-1 code; any other says its own with "+" or
    "00".
    """
    text = LABEL.sub("", plain(typed), count=1)
    if not text:
        return ""
    number = _parse(text, country)
    if number is None or number.extension or any(sign.isalpha() for sign in text):
        raise _no_number(country)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _parse(text: str, country: str) -> PhoneNumber | None:
    """What the text dials in that country, None if nothing answers there.

    Overseas comes first: phonenumbers 9.0 takes a landline of Martinique (0596) or of Mayotte
    (0269) for one of the mainland, too, and refuses those of Guadeloupe (0590) and all mobiles
    there. What begins with 08 or 09 is the same on both sides.
    """
    for region in [*(FRANCE_OVERSEAS if country == "FR" else []), country]:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            return None
        is_here = region == country or str(number.national_number)[0] not in "89"
        if is_here and phonenumbers.is_valid_number(number):
            return number
    return None


def spelled(number: str) -> str:
    """As people write a number that has been read: "+32 470 12 34 56"; others as they are."""
    try:
        known = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(known, PhoneNumberFormat.INTERNATIONAL)


def _no_number(country: str) -> ValidationError:
    words = _(
        "This is no telephone number of %(country)s, such as %(example)s. A number of another "
        "country begins with + and that country’s code."
    )
    return ValidationError(words % {"country": countries.name(country), "example": _like(country)})


def _like(country: str) -> str:
    example: PhoneNumber | None = phonenumbers.example_number_for_type(
        country, PhoneNumberType.FIXED_LINE
    )
    return phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL) if example else "+…"
