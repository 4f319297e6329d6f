"""Pages of words only, some of which the platform itself links to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import TEXT_BLOCKS

from .base import BasePage


class Shelf(models.TextChoices):
    """Where a plain page is linked from."""

    NOWHERE = "", _("Nowhere")
    FOOTER = "footer", _("At the foot of every page")
    ABOUT = "about", _("Under “About”")


class Subject(models.TextChoices):
    """What the platform itself has to know of a plain page, because it links there."""

    OTHER = "", _("Nothing that the platform asks for")
    TERMS = "terms", _("Terms of sale")
    PRIVACY = "privacy", _("Privacy")


class PlainPage(BasePage):
    """Words only: terms, accessibility, privacy, how the ranking works."""

    shelf = models.CharField(_("linked from"), max_length=10, choices=Shelf.choices, blank=True)
    subject = models.CharField(
        _("subject"),
        max_length=10,
        choices=Subject.choices,
        blank=True,
        db_default="",
        help_text=_("Nothing is sold before the terms of sale are public."),
    )
    is_example = models.BooleanField(
        _("example text"), default=False, help_text=_("Says so at the top of the page.")
    )
    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)

    template = "cms/plain_page.html"
    parent_page_types = ["cms.HomePage", "cms.PlainPage"]
    subpage_types = ["cms.PlainPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    settings_panels = [
        FieldPanel("subject"),
        FieldPanel("shelf"),
        FieldPanel("is_example"),
        *BasePage.settings_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
