"""Pilots, for the pages of places, products and artisans: `{% pilots_at place as pilots %}`."""

from typing import Any

from django import template
from django.utils import timezone

from ..models import Call, Pilot

register = template.Library()


@register.simple_tag
def pilots_at(place: Any) -> list[Pilot]:
    """Public pilots on a site, ready for cards."""
    return Pilot.objects.published().filter(place=place).as_cards()


@register.simple_tag
def pilots_with(product: Any) -> list[Pilot]:
    """Public pilots in which a product has a part."""
    return Pilot.objects.published().filter(products=product).as_cards()


@register.simple_tag
def pilots_of(partner: Any) -> list[Pilot]:
    """Public pilots in which an artisan has a part."""
    return Pilot.objects.published().filter(artisans=partner).as_cards()


@register.simple_tag
def open_calls(count: int = 3) -> Any:
    """Calls to which one can apply now, the next to close first."""
    return Call.objects.open(at=timezone.now()).order_by("closes_at")[:count]
