"""What a shopper reads of a listing, before and after: for the operator who reads it again."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal

from django.conf import settings

from marketplace.forks.catalogue.models import Product

from .words import to_text

Changes = dict[str, list[str]]  # field: [before, after]
Mark = Literal["same", "gone", "new"]

OF_PRODUCT = (
    *("title", "teaser", "description", "dimensions", "choice_name", "safety_warnings"),
    "no_return_reason",
)
OF_PROVENANCE = ("craft", "made_at", "inspired_by")


def shown(product: Product) -> dict[str, str]:
    """What a shopper reads, by the name of the form field that says it."""
    provenance = getattr(product, "provenance", None)
    stock = product.stockrecords.first()
    asked = product.words_asked.first()
    read = {
        "category": _list(product.categories.all()),
        "price": stock.price if stock else "",
        "safety_identifier": product.safety_identifier,
        "asked_most": asked.max_length if asked else "",
        "no_return": product.get_no_return_display(),
        "photos": _list(_described(product)),
        **{name: getattr(provenance, name, "") for name in OF_PROVENANCE},
    }
    for code, _language in settings.LANGUAGES:
        read |= {f"{name}_{code}": getattr(product, f"{name}_{code}") for name in OF_PRODUCT}
        read[f"description_{code}"] = to_text(read[f"description_{code}"] or "")
        read[f"asked_{code}"] = getattr(asked, f"name_{code}", "")
        read[f"materials_{code}"] = getattr(provenance, f"materials_{code}", "")
    return {name: str(value) if value else "" for name, value in read.items()}


def _described(product: Product) -> Iterable[str]:
    images = product.images.select_related("picture")
    return (image.picture.default_alt_text for image in images if image.picture)


def _list(things: Iterable[object]) -> str:
    return ", ".join(str(thing) for thing in things)


def between(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    return {name: [before[name], after[name]] for name in before if before[name] != after[name]}


def merged(changes: Iterable[Changes]) -> Changes:
    """Several changes, oldest first, as one; what was changed back is left out."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for each in changes:
        for name, (before, after) in each.items():
            first.setdefault(name, before)
            last[name] = after
    return between(first, last)


def marked(before: str, after: str) -> Iterator[tuple[Mark, str]]:
    """The two texts as one, word by word: what is the same, what is gone, what is new."""
    old, new = (re.findall(r"\s+|\S+", text) for text in (before, after))
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", "".join(old[i:j])
            continue
        if i < j:
            yield "gone", "".join(old[i:j])
        if k < m:
            yield "new", "".join(new[k:m])
