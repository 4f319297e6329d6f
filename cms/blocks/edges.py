"""Blocks that lead elsewhere: each names something of the graph, and a sentence that leads to it.

A page that holds one is found again from the other side without anybody typing a link:
see `cms.models.StoryReference`.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.choosers import (
    ArtisanChooserBlock,
    CallChooserBlock,
    CraftChooserBlock,
    PilotChooserBlock,
    PlaceChooserBlock,
    ProductChooserBlock,
)


class EdgeBlock(blocks.StructBlock):
    """Base of the blocks with a `target` and the `text` that leads to it.

    The target is None once what was chosen is gone: templates must expect it.
    """

    text = blocks.CharBlock(
        label=_("one sentence that leads there"),
        required=False,
        help_text=_("Empty: the line that it has of its own."),
    )

    def get_preview_value(self) -> dict[str, Any]:
        """Something that there is, whatever it be."""
        target = self.child_blocks["target"].model_class.objects.order_by("pk").first()
        return {"target": target, "text": ""}

    class Meta:
        form_layout = blocks.BlockGroup(["target", "text"])
        template = "cms/blocks/edge.html"
        preview_template = "cms/blocks/previews/edge.html"


class ProductBlock(EdgeBlock):
    target = ProductChooserBlock(label=_("product"))

    class Meta:
        icon = "tag"
        label = _("Product")
        description = _("Something to take home, with its maker and price.")


class ArtisanBlock(EdgeBlock):
    target = ArtisanChooserBlock(label=_("artisan"))

    class Meta:
        icon = "user"
        label = _("Artisan")
        description = _("Somebody who makes things, with the workshop's page.")


class PlaceBlock(EdgeBlock):
    target = PlaceChooserBlock(label=_("place"))

    class Meta:
        icon = "site"
        label = _("Place")
        description = _("Somewhere to go.")


class CraftBlock(EdgeBlock):
    target = CraftChooserBlock(label=_("craft"))

    class Meta:
        icon = "cog"
        label = _("Craft")
        description = _("A technique, its makers and what they make.")


class RouteBlock(EdgeBlock):
    target = blocks.PageChooserBlock(page_type="cms.RoutePage", label=_("route"))

    class Meta:
        icon = "arrow-right-full"
        label = _("Route")
        description = _("A way through several places.")


class PilotBlock(EdgeBlock):
    target = PilotChooserBlock(label=_("pilot"))

    class Meta:
        icon = "view"
        label = _("Pilot")
        description = _("An experiment under way, with its figures.")


class CallBlock(EdgeBlock):
    target = CallChooserBlock(label=_("call"))

    class Meta:
        icon = "mail"
        label = _("Call")
        description = _("An invitation to experiment, with its deadline.")


class EventBlock(EdgeBlock):
    target = blocks.PageChooserBlock(page_type="cms.EventPage", label=_("event"))

    class Meta:
        icon = "date"
        label = _("Event")
        description = _("Something that takes place on a day.")


class StoryBlock(EdgeBlock):
    target = blocks.PageChooserBlock(page_type="cms.StoryPage", label=_("story"))

    class Meta:
        icon = "doc-full"
        label = _("Story")
        description = _("Another story, to read next.")


EDGE_BLOCKS = [
    ("product", ProductBlock(group=_("To lead on"))),
    ("artisan", ArtisanBlock(group=_("To lead on"))),
    ("place", PlaceBlock(group=_("To lead on"))),
    ("craft", CraftBlock(group=_("To lead on"))),
    ("route", RouteBlock(group=_("To lead on"))),
    ("pilot", PilotBlock(group=_("To lead on"))),
    ("call", CallBlock(group=_("To lead on"))),
    ("event", EventBlock(group=_("To lead on"))),
    ("story", StoryBlock(group=_("To lead on"))),
]
