"""Telephone numbers, by the rules of the country of the address."""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django_countries import countries
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from .spaces import plain

LABEL = re.compile(r"^(?:t[eé]l(?:[eé]phone)?|phone|mobile|gsm|fax)?\s*[.:]*\s*", re.IGNORECASE)


def read_telephone(typed: str, country: str) -> str:
    """A number as every network dials it, "+32470123456"; "" for nothing.

    A national number is one of `country`, an ISO 3166-1 code; any other says its own with "+" or
    "00".
    """
    text = LABEL.sub("", plain(typed), count=1)
    if not text:
        return ""
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise _no_number(country) from None
    says_more = number.extension or any(sign.isalpha() for sign in text)
    if says_more or not phonenumbers.is_valid_number(number):
        raise _no_number(country)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


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
