"""Finding the way."""

import json
from typing import Any, NotRequired, TypedDict

from django.conf import settings
from django.core.paginator import Page
from django.http import QueryDict
from django.template import RequestContext
from django.utils.safestring import SafeString

from ground.typed.signs import readable

from ..alternates import Alternate, alternates_of
from ..library import library


@library.simple_tag(takes_context=True)
def alternates(context: RequestContext) -> list[Alternate]:
    """`{% alternates as languages %}`: this same page in each language."""
    return alternates_of(context)


@library.simple_tag
def site_name() -> str:
    """The name to sign with where there is no request: in mails and on the page of last resort."""
    return settings.WAGTAIL_SITE_NAME


@library.component
def breadcrumbs(*, items: list[tuple[str, str]], base_url: str) -> dict[str, Any]:
    """The way to this page: pairs of label and address, the page itself last with or without one.

    `base_url`: scheme and host, for the structured data.
    """
    listed = [
        {
            "@type": "ListItem",
            "position": position,
            "name": str(label),
            **({"item": f"{base_url}{href}"} if href else {}),
        }
        for position, (label, href) in enumerate(items, 1)
    ]
    data = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": listed}
    return {"items": items, "data": json_ld(data)}


def json_ld(data: dict[str, Any]) -> SafeString:
    """`data` as JSON that cannot close the script element it stands in."""
    text = json.dumps(readable(data), ensure_ascii=False)
    for character, escape in {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}.items():
        text = text.replace(character, escape)
    return SafeString(text)


@library.component
def pagination(
    *, page: Page, query: QueryDict | None = None, param: str = "page"
) -> dict[str, Any]:
    """Steps through a long list; `query` (request.GET) keeps the filters."""
    kept = query.copy() if query is not None else QueryDict(mutable=True)
    kept.pop(param, None)
    prefix = f"?{kept.urlencode()}&{param}=" if kept else f"?{param}="
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "prefix": prefix, "numbers": list(numbers)}


class Tab(TypedDict):
    """A part of a workspace. `count`: what there is to do in it."""

    label: str
    href: str
    current: bool
    count: NotRequired[int]


class Option(TypedDict):
    """A choice of a filter. `count`: how many it would leave, None if that is not known."""

    value: str
    label: str
    count: int | None
    checked: bool


@library.component
def tabs(*, items: list[Tab], label: str) -> dict[str, Any]:
    """Links that look like tabs, for the parts of a workspace.

    Each item: `label`, `href`, `current` (bool), and `count` if there is something to do there.
    """
    return {"items": items, "label": label}


@library.block
def filter_panel(
    content: str,
    *,
    action: str = "",
    active: int = 0,
    found: str = "",
    reset_href: str = "?",
) -> dict[str, Any]:
    """Filters of a list: folded away on a phone, a column on a wide screen.

    A plain GET form, so that what was chosen is in the address. `active`: how many are set;
    `found`: how many results, in words. The block holds fields or `{% filter_group %}`.
    """
    return {"action": action, "active": active, "found": found, "reset_href": reset_href}


@library.component
def filter_group(
    *, legend: str, name: str, options: list[Option], open: bool = True
) -> dict[str, Any]:
    """Choices to tick, each with how many it would leave: `value`, `label`, `count`, `checked`."""
    return {"legend": legend, "name": name, "options": options, "open": open}
