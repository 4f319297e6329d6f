"""What the Wagtail admin shows: the destination's own lists, in the words of its people."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ground.provenance.models import Craft, Place

from .choosers import CHOOSERS
from .first_steps import FirstSteps
from .models import DestinationPage, EventPage, RoutePage, StoryPage, Theme
from .restrictions import readable_by


class ForWriters(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(user_has_any_page_permission(request.user))


class PageList(PageListingViewSet):
    menu_item_class = ForWriters


class StoryList(PageList):
    model = StoryPage
    name = "stories"
    icon = "doc-full"
    menu_label = _("Stories")


class RouteList(PageList):
    model = RoutePage
    name = "routes"
    icon = "arrow-right-full"
    menu_label = _("Routes")


class EventList(PageList):
    model = EventPage
    name = "events"
    icon = "date"
    menu_label = _("Events")


class DestinationList(PageList):
    model = DestinationPage
    name = "destinations"
    icon = "globe"
    menu_label = _("Destinations")


class Telling(ViewSetGroup):
    """Pages by kind: quicker to find than down the tree."""

    menu_label = _("What we tell")
    menu_icon = "openquote"
    menu_order = 110
    items = (StoryList(), RouteList(), EventList(), DestinationList())


class PlaceViewSet(SnippetViewSet):
    model = Place
    icon = "site"
    menu_label = _("Places")
    list_display = ("name", "kind", "commune", "is_public")
    list_filter = ("kind", "is_world_heritage", "is_public")
    panels = [
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("kind")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("commune"), FieldPanel("department")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("position_is_approximate"),
            ],
            _("Where"),
        ),
        FieldRowPanel([FieldPanel("summary_fr"), FieldPanel("summary_en")]),
        FieldRowPanel([FieldPanel("former_use_fr"), FieldPanel("former_use_en")]),
        FieldPanel("picture"),
        FieldRowPanel(
            [FieldPanel("is_world_heritage"), FieldPanel("is_visitable"), FieldPanel("is_public")]
        ),
    ]


class CraftViewSet(SnippetViewSet):
    model = Craft
    icon = "cog"
    menu_label = _("Crafts")
    list_display = ("name", "slug")
    panels = [
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("summary_fr"), FieldPanel("summary_en")]),
        FieldPanel("picture"),
    ]


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    list_display = ("name", "slug", "position")


class Territory(SnippetViewSetGroup):
    """The records that all apps share; their pages are written in the tree."""

    menu_label = _("Territory")
    menu_icon = "globe"
    menu_order = 120
    items = (PlaceViewSet, CraftViewSet, ThemeViewSet)


register_snippet(Territory)


@hooks.register("register_admin_viewset")
def viewsets() -> list[object]:
    return [*CHOOSERS, Telling()]


@hooks.register("construct_homepage_panels")
def first_steps(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(FirstSteps(request))


@hooks.register("construct_reports_menu")
def reports_of_pages(request: HttpRequest, items: list[MenuItem]) -> None:
    """All that there are tell of pages; wagtail-localize shows its own to whoever it refuses."""
    if not user_has_any_page_permission(request.user):
        items.clear()


@hooks.register("register_admin_urls", order=-1)
def words_for_scripts() -> list[URLPattern]:
    """In the place of wagtail-localize's own catalogue: with the words that we say otherwise."""
    return [path("localize/jsi18n/", Words.as_view(), name="words_for_scripts")]


class Words(JavaScriptCatalog):
    packages = ["wagtail_localize"]

    def get_catalog(self) -> dict[str, Any]:
        return super().get_catalog() | {"Publish in ": gettext("Publish:") + " "}


@hooks.register("construct_page_chooser_queryset")
def pages_to_choose(pages: Any, request: HttpRequest) -> Any:
    return readable_by(request.user, pages)


@hooks.register("insert_editor_js")
def what_editors_lack() -> SafeString:
    title = gettext("Translation: {source} → {target}")
    return format_html('<script src="{}" data-title="{}"></script>', static("js/desk.js"), title)


@hooks.register("insert_global_admin_css")
def colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms-admin.css"))
