"""sitemap.xml: everything public, in every language in which it is to be read."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.models import Page

from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.pagecache.public import mark_public

from .languages import locale_ids


class OurSitemap(Sitemap):
    """Addresses below `settings.BASE_URL`, whatever the database calls the site."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.BASE_URL).netloc


class PageSitemap(OurSitemap):
    """Live pages that anybody may read, each with its translations."""

    def items(self) -> list[Page]:
        speaking = Page.objects.live().public().filter(locale__in=locale_ids().values())
        return list(speaking.filter(depth__gt=1).order_by("path"))

    def location(self, item: Page) -> str:
        return item.url or ""

    def lastmod(self, item: Page) -> Any:
        return item.last_published_at

    def get_urls(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Django's, and beside each the addresses of its translations."""
        urls = super().get_urls(*args, **kwargs)
        codes = {pk: code for code, pk in locale_ids().items()}
        same: dict[Any, list[dict[str, str]]] = {}
        for url in urls:
            alternate = {"location": url["location"], "lang_code": codes[url["item"].locale_id]}
            same.setdefault(url["item"].translation_key, []).append(alternate)
        for url in urls:
            url["alternates"] = same[url["item"].translation_key]
        return urls


class RecordSitemap(OurSitemap):
    """Records whose page has the same address in each language but for the prefix."""

    i18n = alternates = True


class SectionSitemap(RecordSitemap):
    """The front pages of what is no page of an editor."""

    def items(self) -> list[str]:
        return ["catalogue:index", "artisans:index", "incubator:index", "incubator:pilots"]

    def location(self, item: str) -> str:
        return reverse(item)


class ProductSitemap(RecordSitemap):
    def items(self) -> Any:
        return Product.objects.on_sale().order_by("pk")

    def lastmod(self, item: Any) -> Any:
        return item.date_updated


class ArtisanSitemap(RecordSitemap):
    def items(self) -> Any:
        return Partner.objects.open().order_by("pk")


class CallSitemap(RecordSitemap):
    def items(self) -> Any:
        return Call.objects.published().order_by("pk")


class PilotSitemap(RecordSitemap):
    def items(self) -> Any:
        return Pilot.objects.published().order_by("pk")


ALL = (PageSitemap, SectionSitemap, ProductSitemap, ArtisanSitemap, CallSitemap, PilotSitemap)


def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`."""
    maps: dict[str, Any] = {kind.__name__: kind() for kind in ALL}
    response: Any = sitemap(request, maps)
    response.render()
    return mark_public(response)
