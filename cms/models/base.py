from functools import partial
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.publishing import Publish
from marketplace.pagecache.contents import kept_contents
from marketplace.pagecache.public import mark_public


class BasePage(Page):
    """What every page of ours has: a line that makes one want to read it, and a picture.

    The picture opens the page, stands on its cards, and is shared with it unless `social_picture`
    says otherwise. Its text alternative, credit and rights are the picture's own.

    `template` draws the page's contents, which stand in the frame that all pages have. `shown`
    names the function that gathers what it shows besides the page: it takes page and request and
    returns context. It is a name because what it gathers knows the models.
    """

    shown = ""
    is_front = False
    og_type = "website"  # for social networks
    # What one reads the page with: records that its template names.
    read_with: tuple[str, ...] = ("picture", "social_picture")

    teaser = models.TextField(
        _("teaser"),
        blank=True,
        help_text=_("One or two sentences: on cards, in search, when shared."),
    )
    picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    social_picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture when shared"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the page's own picture."),
    )

    search_fields = [*Page.search_fields, index.SearchField("teaser", boost=1.5)]

    content_panels = [*Page.content_panels, FieldPanel("teaser"), FieldPanel("picture")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("slug", "seo_title", "search_description")],
            _("For search engines"),
        ),
        FieldPanel("social_picture"),
    ]

    # A translation appears and goes on the days of its source; see wagtail_localize.fields.
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("go_live_at", "expire_at")
    ]

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """What search engines and social networks quote."""
        return self.search_description or self.teaser

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The frame of every page; `template` is what stands in it, its contents."""
        return "cms/page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        draw = partial(import_string("cms.shown.common.drawn"), self, request, context)
        context.update(kept_contents(request, draw))
        return context

    def get_view_restrictions(self) -> "models.QuerySet[PageViewRestriction]":
        """Wagtail's; asks the database only where there are restrictions at all."""
        if import_string("cms.restrictions.restricted_paths")():
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page as one that is the same for everybody."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return mark_public(response)

    def publish(self, revision: Revision, skip_permission_checks: bool = False, **how: Any) -> None:
        """Publish or schedule `revision`, as Wagtail does but for what `Publish` says."""
        Publish(revision, **how).execute(skip_permission_checks=skip_permission_checks)
