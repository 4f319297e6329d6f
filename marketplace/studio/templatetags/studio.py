"""What the pages of the studio show again and again."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.models import Consignment

from ..differences import Changes, Mark, marked
from ..forms.listing import label_of
from ..words import to_text

register = template.Library()


@register.simple_tag
def studio_tabs(partner: Partner, current: str) -> list[dict[str, Any]]:
    """The parts of the studio; orders say how many wait."""
    waiting = Consignment.objects.filter(partner=partner).to_prepare().count()
    parts = [
        ("desk", _("Today"), 0),
        ("orders", _("Orders"), waiting),
        ("listings", _("Listings"), 0),
        ("shop", _("Shop page"), 0),
    ]
    return [
        {
            "label": label,
            "href": reverse(f"studio:{name}", args=[partner.code]),
            "current": name == current,
            "count": count,
        }
        for name, label, count in parts
    ]


@register.filter
def as_typed(html: str | None) -> str:
    """A description as its maker typed it."""
    return to_text(html or "")


@register.filter
def readable(changes: Changes) -> list[tuple[str, list[tuple[Mark, str]]]]:
    """`[(label of the field, both texts as one)]`"""
    return [(label_of(name), list(marked(*words))) for name, words in changes.items()]


@register.filter
def listing_tone(state: str) -> str:
    """The colour beside the word."""
    return {"on_sale": "moss", "submitted": "arras", "changes": "lamp", "suspended": "brick"}.get(
        state, "plain"
    )


@register.filter
def consignment_tone(state: str) -> str:
    return {"new": "lamp", "accepted": "arras", "sent": "moss", "ready": "moss"}.get(state, "plain")
