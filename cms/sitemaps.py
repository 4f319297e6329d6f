"""sitemap.xml: everything public, in every language in which it is to be read."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Page

from ground.pagecache.public import public_page
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from .languages import locale_ids


class OurSitemap(Sitemap):
    """Addresses below `settings.BASE_URL`, whatever the database calls the site.

    `limit` is the protocol's; the addresses of every language count.
    """

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
        return Product.objects.on_sale().only("slug", "structure", "date_updated").order_by("pk")

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


PARTS: dict[str, type[OurSitemap]] = {
    "pages": PageSitemap,
    "sections": SectionSitemap,
    "products": ProductSitemap,
    "artisans": ArtisanSitemap,
    "calls": CallSitemap,
    "pilots": PilotSitemap,
}


@public_page
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: all addresses; where they are more than one file may hold, its parts."""
    parts = {name: part() for name, part in PARTS.items()}
    if sum(part.paginator.count for part in parts.values()) <= OurSitemap.limit:
        return _xml(
            request, "sitemap.xml", [url for part in parts.values() for url in part.get_urls()]
        )
    files = [
        {"location": urljoin(settings.BASE_URL, reverse("sitemap_part", args=[name, number]))}
        for name, part in parts.items()
        for number in part.paginator.page_range
        if part.paginator.count
    ]
    return _xml(request, "sitemap_index.xml", files)


@public_page
def sitemap_part(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """`/sitemap-products-2.xml`: at most as many addresses as the protocol admits in a file."""
    part = PARTS[name]() if name in PARTS else None
    if part is None or number not in part.paginator.page_range:
        raise Http404
    return _xml(request, "sitemap.xml", part.get_urls(page=number))


def _xml(request: HttpRequest, template: str, rows: list[Any]) -> HttpResponse:
    """Django's own templates: one names its rows `urlset`, the other `sitemaps`."""
    context = {"urlset": rows, "sitemaps": rows}
    return render(request, template, context, content_type="application/xml")
