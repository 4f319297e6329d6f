"""Euros, as each language writes them: `{{ line.planned|euros }}`."""

from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import NumberPattern, format_currency, parse_pattern
from django import template
from django.utils.translation import get_language, to_locale

register = template.Library()


@register.filter
def euros(amount: Decimal) -> str:
    """12300 as “12 300 €” or “€12,300”, 12300.50 with its cents: what is shown adds up."""
    locale = to_locale(get_language() or "en")
    if amount % 1:
        return format_currency(amount, "EUR", locale=locale)
    return _whole(locale).apply(amount, locale, currency="EUR", currency_digits=False)


@cache
def _whole(locale: str) -> NumberPattern:
    """The locale's pattern for money, its two decimals left out."""
    standard = Locale.parse(locale).currency_formats["standard"].pattern
    return parse_pattern(standard.replace(".00", ""))
