"""Pilots, for the pages of places, products and artisans: `{% pilots_at place as pilots %}`."""

from typing import Any

from django import template
from django.utils import timezone

from ..models import Call, Pilot
from ..models.pilot import PilotQuerySet

register = template.Library()


@register.simple_tag
def pilots_at(place: Any) -> PilotQuerySet:
    """Public pilots on a site, ready for cards."""
    return Pilot.objects.published().with_pictures().filter(place=place)


@register.simple_tag
def pilots_with(product: Any) -> PilotQuerySet:
    """Public pilots in which a product has a part."""
    return Pilot.objects.published().with_pictures().filter(products=product)


@register.simple_tag
def pilots_of(partner: Any) -> PilotQuerySet:
    """Public pilots in which an artisan has a part."""
    return Pilot.objects.published().with_pictures().filter(artisans=partner)


@register.simple_tag
def open_calls(count: int = 3) -> Any:
    """Calls to which one can apply now, the next to close first."""
    return Call.objects.open(at=timezone.now()).order_by("closes_at")[:count]
