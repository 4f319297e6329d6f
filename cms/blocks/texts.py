"""Blocks that are read: words, pictures, figures."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

WORDS = pgettext_lazy("group of blocks", "Words")
INLINE = ["bold", "italic", "link", "document-link"]


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("One or more paragraphs, with links, bold and italics.")
        template = "cms/blocks/paragraph.html"
        preview_value = (
            "<p>The first thing is the sound of your own soles. Shale does not crunch.</p>"
        )


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A step in the text, which readers can jump to.")
        template = "cms/blocks/heading.html"
        preview_value = "What grows without being sown"


class PictureBlock(blocks.StructBlock):
    """A picture in the text; its credit and rights come with it from the picture library."""

    image = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False)

    def get_preview_value(self) -> dict[str, Any]:
        """The first picture of the library."""
        return {"image": get_image_model().objects.order_by("pk").first(), "caption": ""}

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with its caption; credit and rights come from the library.")
        template = "cms/blocks/picture.html"
        preview_template = "cms/blocks/previews/picture.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("words"))
    by = blocks.CharBlock(
        label=_("who says so"),
        required=False,
        help_text=_("Empty: a sentence of the story itself, set large."),
    )
    is_invented = blocks.BooleanBlock(label=_("the speaker is invented"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's words, or a sentence of the story worth setting large.")
        template = "cms/blocks/quote.html"
        preview_value = {"text": "The plain had no balcony. It made itself one.", "by": ""}


class FigureBlock(blocks.StructBlock):
    """A number and what it counts; never without its source."""

    value = blocks.CharBlock(label=_("figure"), help_text=_("As it is read: 205, 66 m, 1816."))
    label = blocks.CharBlock(label=_("what it says"))
    source = blocks.CharBlock(label=_("source"))

    class Meta:
        icon = "order"
        label = _("Figure")
        description = _("A number set large, with what it counts and where it comes from.")
        template = "cms/blocks/figure.html"
        preview_value = {
            "value": "205",
            "label": "species of plant counted on the site",
            "source": "museedupatrimoine.fr",
        }


class MomentBlock(blocks.StructBlock):
    when = blocks.CharBlock(label=_("when"))
    text = blocks.TextBlock(label=_("what happened"))

    class Meta:
        icon = "date"
        label = _("Moment")


class TimelineBlock(blocks.StructBlock):
    moments = blocks.ListBlock(MomentBlock(), label=_("moments"), min_num=2)

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("What happened, in order.")
        template = "cms/blocks/timeline.html"
        preview_value = {
            "moments": [
                {"when": "1986", "text": "The pit closes."},
                {"when": "2012", "text": "The coalfield is listed."},
            ]
        }


class ItemsBlock(blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(blocks.CharBlock(label=_("item")), **kwargs)

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("Short points, one below the other.")
        template = "cms/blocks/items.html"
        preview_value = ["A lamp", "A crew", "A way up"]


class ContactBlock(blocks.StaticBlock):
    """The way to write to the destination, at the address that its settings name."""

    class Meta:
        icon = "mail"
        label = _("Address to write to")
        description = _("A link to the destination's address, as the settings have it.")
        admin_text = _("The address stands in the settings of the destination.")
        template = "cms/blocks/contact.html"


TEXT_BLOCKS = [
    ("heading", HeadingBlock(group=WORDS)),
    ("paragraph", ParagraphBlock(features=[*INLINE, "ol", "ul"], group=WORDS)),
    ("quote", QuoteBlock(group=WORDS)),
    ("list", ItemsBlock(group=WORDS)),
    ("contact", ContactBlock(group=WORDS)),
    ("image", PictureBlock(group=_("To look at"))),
    ("figure", FigureBlock(group=_("To look at"))),
    ("timeline", TimelineBlock(group=_("To look at"))),
]
FIGURE_BLOCKS = [("figure", FigureBlock())]
