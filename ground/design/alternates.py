"""This same page in the other languages."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.template import Context
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info


@dataclass(frozen=True)
class Alternate:
    """One language of a page. `url` is a path, or absolute if the page says so.

    `is_there`: the page is to be read in it; if not, `url` leads to the front page.
    """

    code: str
    name: str
    url: str
    is_current: bool
    is_there: bool = True


def alternates_of(context: Context) -> list[Alternate]:
    """Each language with the address of the page in it, in the order of `settings.LANGUAGES`.

    A page whose addresses differ beyond the prefix (Wagtail's) puts `alternate_urls`, a dict of
    language code to address, in its context; a language missing there leads to its front page.
    """
    request = context.get("request")
    own: dict[str, str] | None = context.get("alternate_urls")
    path = request.get_full_path() if request else "/"
    current = get_language()

    def url_in(code: str) -> str:
        if own is not None:
            return own.get(code, f"/{code}/")
        return path if code == current else translate_url(path, code)

    return [
        Alternate(
            code=code,
            name=get_language_info(code)["name_local"].capitalize(),
            url=url_in(code),
            is_current=code == current,
            is_there=own is None or code in own,
        )
        for code, _name in settings.LANGUAGES
    ]


def hreflangs(alternates: list[Alternate], base_url: str) -> list[tuple[str, str]]:
    """What search engines are told: each language with its absolute address, then `x-default`.

    That one is for people of every other language: `/`, which knows their browser's, for the front
    page, else the page in the site's first language.
    """
    there = [(each.code, urljoin(base_url, each.url)) for each in alternates if each.is_there]
    if not there:
        return []
    code, first = there[0]
    is_front = first == urljoin(base_url, f"/{code}/")
    return [*there, ("x-default", urljoin(base_url, "/") if is_front else first)]
