"""Pages: a small site in two languages, and what stands in it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms import models
from ground.provenance.models import Place
from tests.factories.marketplace import PlaceFactory

P = TypeVar("P", bound=Page)

LISTS = {
    "stories": models.StoryIndexPage,
    "places": models.PlaceIndexPage,
    "crafts": models.CraftIndexPage,
    "routes": models.RouteIndexPage,
    "events": models.EventIndexPage,
    "network": models.NetworkPage,
    "themes": models.ThemeIndexPage,
}


@dataclass
class Tree:
    """A front page and its lists: `tree.home["fr"]`, `tree.lists["en", "stories"]`."""

    home: dict[str, models.HomePage]
    lists: dict[tuple[str, str], Page]

    def put(
        self,
        model: type[P],
        under: str,
        *,
        language: str = "fr",
        key: UUID | None = None,
        **values: Any,
    ) -> P:
        """A live page of a kind below one of the lists; `key` makes it a translation."""
        number = Page.objects.count()
        values.setdefault("title", f"{model.__name__} {number}")
        values.setdefault("slug", f"page-{number}")
        page = model(locale=locale(language), translation_key=key or uuid4(), **values)
        parent = self.home[language] if under == "home" else self.lists[language, under]
        parent.refresh_from_db()
        parent.add_child(instance=page)
        return page

    def story(self, **values: Any) -> models.StoryPage:
        values.setdefault("dated", timezone.localdate())
        return self.put(models.StoryPage, "stories", **values)

    def place(self, place: Place | None = None, **values: Any) -> models.PlacePage:
        place = place or PlaceFactory.create()
        values.setdefault("title", place.name)
        return self.put(models.PlacePage, "places", place=place, **values)

    def route(self, *places: Place, **values: Any) -> models.RoutePage:
        page = models.RoutePage(title=values.pop("title", "De fosse en fosse"))
        stops = [stop_at(place, values.get("language", "fr")) for place in places]
        return self.put(models.RoutePage, "routes", title=page.title, stops=stops, **values)

    def event(self, *, days: int = 7, **values: Any) -> models.EventPage:
        """An event in so many days, two hours long."""
        start = timezone.now() + timedelta(days=days)
        session = models.EventSession(
            starts_at=start,
            ends_at=start + timedelta(hours=2),
            label="Veillée",
            locale=locale(values.get("language", "fr")),
        )
        return self.put(models.EventPage, "events", sessions=[session], **values)


def stop_at(place: Place, language: str = "fr") -> models.RouteStop:
    return models.RouteStop(
        place=place,
        latitude=place.latitude,
        longitude=place.longitude,
        title=f"Devant {place.name}",
        text="Regardez.",
        locale=locale(language),
    )


def locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def make_tree() -> Tree:
    """The site of the tests, in place of Wagtail's welcome."""
    site = Site.objects.get(is_default_site=True)
    key = uuid4()
    tree = Tree({}, {})
    for language in ("fr", "en"):
        home = models.HomePage(
            title="Autour",
            slug=f"home-{language}",
            locale=locale(language),
            translation_key=key,
        )
        Page.get_first_root_node().add_child(instance=home)
        tree.home[language] = home
    site.root_page = tree.home["fr"]
    site.save()
    keys = {name: uuid4() for name in LISTS}
    for language in ("fr", "en"):
        for name, model in LISTS.items():
            page = tree.put(
                model, "home", language=language, key=keys[name], slug=name, title=name.title()
            )
            tree.lists[language, name] = page
    models.SiteSettings.objects.create(site=site, name="Autour du puits", short_name="Autour")
    return tree


def edge(kind: str, target: Any, text: str = "") -> tuple[str, dict[str, Any]]:
    """A block of a story that leads to `target`."""
    return kind, {"target": target, "text": text}
