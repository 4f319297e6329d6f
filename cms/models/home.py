"""The first page of the destination."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from .base import BasePage


class SectionBlock(blocks.StructBlock):
    """Words above one part of the home page; what stands in it is found by the page itself."""

    title = blocks.CharBlock(label=_("title"))
    text = blocks.TextBlock(label=_("text"), required=False)
    action = blocks.CharBlock(label=_("words of the link"), required=False)


class HomeSections(blocks.StreamBlock):
    visit = SectionBlock(label=_("Places to visit"), icon="site")
    makers = SectionBlock(label=_("Artisans and their products"), icon="user")
    pilots = SectionBlock(label=_("Pilots under way"), icon="view")
    routes = SectionBlock(label=_("Routes"), icon="arrow-right-full")
    events = SectionBlock(label=_("What comes next"), icon="date")
    network = SectionBlock(label=_("Network"), icon="globe")
    fund = SectionBlock(label=_("Where the money goes"), icon="list-ul")

    class Meta:
        block_counts = {
            name: {"max_num": 1}
            for name in ("visit", "makers", "pilots", "routes", "events", "network", "fund")
        }


class HomePage(BasePage):
    """The front page: one story, and what it leads to."""

    opening = models.CharField(_("opening words"), max_length=160, blank=True)
    lead_story = models.ForeignKey(
        "cms.StoryPage",
        verbose_name=_("story that opens"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the latest one."),
    )
    action = models.CharField(_("words of the link"), max_length=60, blank=True)
    sections = StreamField(HomeSections(), verbose_name=_("sections"), blank=True)

    template = "cms/home_page.html"
    shown = "cms.shown.home.home"
    is_front = True
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("opening"), FieldPanel("lead_story"), FieldPanel("action")], _("Opening")
        ),
        FieldPanel("sections"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
