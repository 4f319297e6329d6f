"""The destination itself, its front page, and the lists that everything else lies in."""

from django.conf import settings
from wagtail.models import Site

from cms.frame import LISTS, hang_site
from cms.models import HomePage, SiteSettings

from ..shelf import Shelf
from ..words import LANGUAGES, both, read, said

SECTIONS = ("visit", "makers", "pilots", "routes", "events", "network", "fund")


def load(shelf: Shelf) -> None:
    """Make the front page and the empty lists, in each language, and hang the site on them."""
    site = read("pages").get("site", {})
    lists = {row["id"]: row for row in read("pages").get("list", [])}
    hero = read("pages").get("home", {}).get("hero", {})
    for language in LANGUAGES:
        title = said(site, "name", language) or settings.WAGTAIL_SITE_NAME
        shelf.put(
            HomePage,
            "home",
            language,
            under=None,
            slug=f"home-{language}",
            title=title,
            teaser=said(hero, "text", language),
            search_description=said(site, "description", language),
        )
        for name, model in LISTS.items():
            row = lists[name]
            shelf.put(
                model,
                f"list-{name}",
                language,
                under="home",
                slug=name,
                title=said(row, "title", language),
                teaser=said(row, "teaser", language),
                show_in_menus=True,
            )
    hang_site(shelf.page("home", settings.LANGUAGE_CODE))
    _say_who(site)


def _say_who(site: dict) -> None:
    values = {
        "contact_email": site.get("contact_email", ""),
        "short_name": site.get("short_name", settings.WAGTAIL_SITE_NAME),
        **both(
            site,
            name="name",
            strapline="strapline",
            description="description",
            invented_note="invented_note",
        ),
        **both(read("destinations"), example_note="example_note"),
    }
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults=values
    )


def open_home(shelf: Shelf, lead: str | None) -> None:
    """Fill the front page once what it leads to is there."""
    words = read("pages").get("home", {})
    hero = words.get("hero", {})
    for language in LANGUAGES:
        page = shelf.page("home", language)
        page.opening = said(hero, "title", language)
        page.action = said(hero, "action", language)
        if lead:
            page.lead_story = shelf.page(f"story-{lead}", language)
        page.sections = [
            (name, {key: said(words[name], key, language) for key in ("title", "text", "action")})
            for name in SECTIONS
            if name in words
        ]
        page.save()
