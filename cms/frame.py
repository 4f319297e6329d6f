"""What all pages of a destination lie in: its front page and the lists, in each language."""

from collections import defaultdict
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from .models import (
    CraftIndexPage,
    EventIndexPage,
    HomePage,
    NetworkPage,
    PlaceIndexPage,
    RouteIndexPage,
    StoryIndexPage,
    ThemeIndexPage,
)

LISTS: dict[str, type[Page]] = {
    "stories": StoryIndexPage,
    "places": PlaceIndexPage,
    "crafts": CraftIndexPage,
    "routes": RouteIndexPage,
    "events": EventIndexPage,
    "network": NetworkPage,
    "themes": ThemeIndexPage,
}
TITLES = {
    "stories": _("Stories"),
    "places": _("Places"),
    "crafts": _("Crafts"),
    "routes": _("Routes"),
    "events": _("Events"),
    "network": _("Network"),
    "themes": _("Themes"),
}


@transaction.atomic
def make_pages() -> bool:
    """Make them, empty, where there is no front page yet; say whether that was so."""
    if HomePage.objects.exists():
        return False
    keys: dict[str, UUID] = defaultdict(uuid4)  # by which the languages of a page find each other
    for language, _name in settings.LANGUAGES:
        locale, _new = Locale.objects.get_or_create(language_code=language)
        with override(language):
            home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug=f"home-{language}")
            _publish(home, under=Page.get_first_root_node(), locale=locale, key=keys["home"])
            for name, model in LISTS.items():
                page = model(title=str(TITLES[name]), slug=name, show_in_menus=True)
                _publish(page, under=home, locale=locale, key=keys[name])
    hang_site(HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE))
    return True


def _publish(page: Page, *, under: Page, locale: Locale, key: UUID) -> None:
    page.locale, page.translation_key = locale, key
    under.add_child(instance=page)
    page.save_revision().publish()


def hang_site(home: Page) -> None:
    """Let the address of the site lead to its front page, and Wagtail's own welcome go."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.root_page = home
    site.save()
    if welcome and type(welcome.specific) is Page:  # from Wagtail's first migration
        welcome.delete()
