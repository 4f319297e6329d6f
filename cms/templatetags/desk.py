"""`{% load desk %}`: what the pages of the Wagtail admin bear besides Wagtail's own."""

import json
from typing import Any

from django import template
from wagtail_localize.models import Translation

from cms import destination
from cms.models import StoryReference
from ground.design.navigation import Destination

register = template.Library()
# Blocks that lead to a thing are called by its kind.
MODELS = {kind: StoryReference._meta.get_field(kind).related_model for kind in StoryReference.KINDS}


@register.filter
def with_titles(props: str, translation: Translation) -> str:
    """What the translation's page is told, with the names of things in the place of their keys."""
    told = json.loads(props)
    page = translation.source.get_source_instance()
    for segment in told["segments"]:
        if segment["type"] == "synchronised_value":
            segment["value"] = title_of(page, segment["contentPath"], segment["value"])
    return json.dumps(told)


def title_of(page: Any, path: str, value: Any) -> Any:
    """What a key in a field, or in a block of a text, stands for; anything else as it is."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    name, *inner = path.split(".")
    model = page._meta.get_field(name).related_model
    if inner and model is None:
        blocks = {block.id: block for block in getattr(page, name)}
        model = MODELS.get(getattr(blocks.get(inner[0]), "block_type", ""))
    found = model._default_manager.filter(pk=value).first() if model else None
    return str(found) if found else value


@register.simple_tag(takes_context=True)
def whose_desk(context: dict[str, Any]) -> Destination:
    """The destination; some of Wagtail's pages call something else by that name."""
    return destination.destination(context["request"])
