"""Stories and the page that lists them: the heart of the magazine."""

import math
from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import STORY_BLOCKS

from .base import BasePage

WORDS_A_MINUTE = 220
EDGES = ("product", "artisan", "place", "craft", "route", "event", "pilot", "call")


class StoryIndexPage(BasePage):
    template = "cms/story_index_page.html"
    shown = "cms.shown.lists.stories"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.StoryPage"]

    class Meta:
        verbose_name = _("list of stories")


class StoryPage(BasePage):
    """Why the place matters, told so that one wants to go, to meet who makes, and to take part."""

    theme = models.ForeignKey(
        "cms.Theme",
        verbose_name=_("main theme"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Stands above the title."),
    )
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="story_pages"
    )
    told_at = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("told at"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stories_told",
    )
    places = ParentalManyToManyField(
        "provenance.Place", verbose_name=_("also at"), blank=True, related_name="story_pages"
    )
    byline = models.CharField(_("by"), max_length=120, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)
    warning = models.CharField(
        _("warning"),
        max_length=255,
        blank=True,
        help_text=_("What a reader may want to know first."),
    )
    body = StreamField(STORY_BLOCKS, verbose_name=_("text"), blank=True)
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)

    template = "cms/story_page.html"
    shown = "cms.shown.story.story"
    og_type = "article"
    read_with = (*BasePage.read_with, "theme", "told_at")
    parent_page_types = ["cms.StoryIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("told_at"),
                FieldPanel("places", widget=forms.CheckboxSelectMultiple),
                FieldPanel("theme"),
                FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
            ],
            _("Where it belongs"),
        ),
        FieldRowPanel(
            [
                FieldPanel("byline"),
                FieldPanel("dated", help_text=_("Empty: the day of publication.")),
            ]
        ),
        FieldPanel("warning"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def kicker(self) -> str:
        """What stands above the title: the main theme."""
        return self.theme.name if self.theme else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the live words, and with them what they lead to: see `StoryReference`.

        A story that bears no date bears that of its publication, and stands among the latest.
        """
        self.reading_minutes = self.count_minutes()
        if self.dated is None and self.first_published_at:
            self.dated = timezone.localdate(self.first_published_at)
        with transaction.atomic():
            super().save(*args, **kwargs)
            only = kwargs.get("update_fields")
            if only is None or "body" in only:
                StoryReference.objects.renew(self)

    def count_minutes(self) -> int:
        """Minutes that a calm reader takes, one at least."""
        text = " ".join(self.body.stream_block.get_searchable_content(self.body))
        return max(1, math.ceil(len(strip_tags(text).split()) / WORDS_A_MINUTE))

    @cached_property
    def edges(self) -> list[tuple[str, int]]:
        """Kind and key of everything that the story leads to, in its order, each once."""
        return list(dict.fromkeys(self._edges()))

    def _edges(self) -> Iterator[tuple[str, int]]:
        if self.told_at_id:
            yield "place", self.told_at_id
        for block in self.body:
            if block.block_type in StoryReference.KINDS and block.value["target"]:
                yield block.block_type, block.value["target"].pk
        for place in self.places.all():
            yield "place", place.pk


def exactly_one(*names: str) -> models.Q:
    """That one of these keys is set, and no more."""
    return reduce(
        or_, (models.Q(**{f"{each}__isnull": each != name for each in names}) for name in names)
    )


class StoryReferenceManager(models.Manager["StoryReference"]):
    def renew(self, story: StoryPage) -> None:
        """Make the rows of `story` say what its body says now."""
        self.filter(story=story).delete()
        self.bulk_create(
            StoryReference(story=story, position=position, **{f"{kind}_id": key})
            for position, (kind, key) in enumerate(story.edges)
        )


class StoryReference(models.Model):
    """An edge of the graph: this story leads there. Written by `StoryPage.save`, never by hand.

    One of the columns of `KINDS` is set, and no more. It exists so that "stories about this" is
    one query.
    """

    KINDS = EDGES

    story = models.ForeignKey(StoryPage, on_delete=models.CASCADE, related_name="references")
    position = models.PositiveSmallIntegerField()
    product = models.ForeignKey(
        "catalogue.Product", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    artisan = models.ForeignKey(
        "partner.Partner", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    place = models.ForeignKey(
        "provenance.Place", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    craft = models.ForeignKey(
        "provenance.Craft", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    route = models.ForeignKey(
        "cms.RoutePage", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    event = models.ForeignKey(
        "cms.EventPage", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    pilot = models.ForeignKey(
        "incubator.Pilot", null=True, on_delete=models.CASCADE, related_name="told_in"
    )
    call = models.ForeignKey(
        "incubator.Call", null=True, on_delete=models.CASCADE, related_name="told_in"
    )

    objects = StoryReferenceManager()

    class Meta:
        ordering = ["story", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "position"], name="cms_reference_has_one_place_in_its_story"
            ),
            models.CheckConstraint(
                condition=exactly_one(*EDGES), name="cms_reference_leads_to_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id}: {self.position}"
