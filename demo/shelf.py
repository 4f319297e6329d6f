"""Puts pages where they belong, in every language, as translations of each other."""

from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone
from wagtail.models import Locale, Page

P = TypeVar("P", bound=Page)


def key_of(name: str) -> UUID:
    """The same each time: translations share it, and a second load finds what the first made."""
    return uuid5(NAMESPACE_URL, f"https://terril.example/demo/{name}")


class Shelf:
    """The tree of the demo's pages."""

    def __init__(self) -> None:
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self._pages: dict[tuple[str, str], Page] = {}

    def put(
        self, model: type[P], name: str, language: str, *, under: str | None, **values: Any
    ) -> P:
        """Make or renew the page `name` in `language`, below the page named `under`."""
        values.setdefault("draft_title", values["title"])
        many = {key: values.pop(key) for key in list(values) if _is_many(model, key)}
        known = {"translation_key": key_of(name), "locale": self.locales[language]}
        page = model.objects.filter(**known).first() or model(**known)
        for key, value in values.items():
            setattr(page, key, value)
        page.first_published_at = page.first_published_at or timezone.now()
        page.last_published_at = page.last_published_at or page.first_published_at
        for key, value in many.items():
            getattr(page, key).set(value)
        if page.pk:
            page.save()
        else:
            self.parent(under, language).add_child(instance=page)
        self._pages[name, language] = page
        return page

    def parent(self, name: str | None, language: str) -> Page:
        if name is None:
            return Page.get_first_root_node()
        return self.page(name, language)

    def page(self, name: str, language: str) -> Page:
        """A page put before; raise KeyError when there is none."""
        page = self._pages[name, language]
        page.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
        return page

    def has(self, name: str) -> bool:
        return any(name == known for known, _language in self._pages)


def _is_many(model: type[Page], name: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except LookupError:
        return False
    return bool(field.many_to_many or field.one_to_many)


def noon(day: Any) -> datetime:
    """A day as an instant: noon, so that no time zone moves it to the next."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
