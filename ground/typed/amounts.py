"""Amounts and counts, as they are written in the countries that we serve."""

import re
from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .spaces import plain

LONGEST = 40  # signs: more is no amount
EURO = r"(?:€|EUR(?:O|OS)?)"
SIGN = re.compile(rf"^{EURO}\s*|\s*{EURO}\.?$", re.IGNORECASE)
BETWEEN = re.compile(rf"^(\d[\d .'’]*?)\s*{EURO}\s*(\d\d)$", re.IGNORECASE)  # 12€50
ROUND = re.compile(r"[.,]\s*[-–—]{1,2}$")  # 12,-
GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:(?P<mark>[ .,'’])\d{3})(?:(?P=mark)\d{3})*)"
    r"(?:(?P<point>[.,])(?P<decimals>\d+))?"
)
SIMPLE = re.compile(r"(\d*)(?:[.,](\d*))?")
AMBIGUITY = "ambiguous"
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1.234: a thousand and more, or a little over one


def read_amount(typed: str) -> Decimal | None:
    """12,50 and 12.50 and 12€50; 1 234,50 and 1.234,50 and 1'234.50; None for nothing."""
    text = plain(typed)
    if not text:
        return None
    if len(text) > LONGEST:
        raise _no_amount()
    minus, text = (text[0] in "-−–", text.lstrip("-−–+ ")) if text[0] in "-−–+" else (False, text)
    text = BETWEEN.sub(r"\1,\2", text)
    text = ROUND.sub("", SIGN.sub("", SIGN.sub("", text))).strip()
    amount = _amount_in(text)
    return -amount if minus else amount


def read_count(typed: str, units: Mapping[str, int] | None = None) -> int | None:
    """A whole number, "1 500"; with `units` also "10 days" and "1.5 kg". None for nothing."""
    text = plain(typed)
    if not text:
        return None
    unit = re.search(r"\s*([^\W\d_]+)\.?$", text)
    factor = 1
    if unit and units:
        factor = units.get(unit[1].lower(), 0)
        text = text[: unit.start()]
    try:
        amount = read_amount(text) if factor else None
    except ValidationError as wrong:
        if wrong.code == AMBIGUITY:
            raise
        raise _no_count() from None
    if amount is None or amount * factor != int(amount * factor):
        raise _no_count()
    return int(amount * factor)


def _amount_in(text: str) -> Decimal:
    if AMBIGUOUS.fullmatch(text):
        whole = number_format(re.sub(r"\D", "", text), force_grouping=True)
        raise ValidationError(
            _(
                "This can be read in two ways. For %(whole)s, leave a space there or nothing; "
                "decimals are one or two digits, such as 12.50."
            )
            % {"whole": whole},
            code=AMBIGUITY,
        )
    if grouped := GROUPED.fullmatch(text):
        if grouped["mark"] == grouped["point"]:
            raise _no_amount()
        return Decimal(f"{re.sub(r'[^0-9]', '', grouped['whole'])}.{grouped['decimals'] or ''}")
    simple = SIMPLE.fullmatch(text)
    if not simple or not any(simple.groups("")):
        raise _no_amount()
    return Decimal(f"{simple[1] or 0}.{simple[2] or ''}")


def _no_amount() -> ValidationError:
    return ValidationError(_("Type a number, such as 12.50."))


def _no_count() -> ValidationError:
    return ValidationError(_("Type a whole number, in digits."))
