"""Which of a page's translations to show to whom."""

from collections.abc import Iterable
from typing import TypeVar

from django.utils.translation import get_language
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from ground.pagecache.memory import remembered

from .restrictions import open_to_all

P = TypeVar("P", bound=Page)


def active_language() -> str:
    """The code of the language being spoken; never None."""
    return get_language() or Locale.get_default().language_code


def locale_ids() -> dict[str, int]:
    """Language code to key of its locale."""
    return remembered("locales", lambda: dict(Locale.objects.values_list("language_code", "pk")))


def locale_id() -> int | None:
    """The key of the active language's locale, None where the site does not speak it."""
    return locale_ids().get(active_language())


def in_one_language(pages: Iterable[P]) -> list[P]:
    """One translation of each, in the active language if there is one; the order stays."""
    here = locale_id()
    chosen: dict[object, P] = {}
    for page in pages:
        if page.translation_key not in chosen or page.locale_id == here:
            chosen[page.translation_key] = page
    return list(chosen.values())


def translations_of(page: Page) -> dict[str, str]:
    """Language code to address, for each language in which `page` is to be read."""
    return remembered(f"translations:{page.translation_key}", lambda: _translations_of(page))


def _translations_of(page: Page) -> dict[str, str]:
    codes = {pk: code for code, pk in locale_ids().items()}
    same = Page.objects.filter(translation_key=page.translation_key, live=True)
    return {codes[one.locale_id]: one.url for one in same if one.locale_id in codes}


def here(model: type[P]) -> PageQuerySet:
    """The pages of a kind in the active language that anybody may read."""
    return open_to_all(model.objects.live()).filter(locale=locale_id())
