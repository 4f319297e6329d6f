"""The pictures of many products, in two queries."""

from collections.abc import Iterable
from typing import Any

from ground.design.pictures import Preset, rendition_specs
from ground.provenance.models import hold_cuts
from marketplace.forks.catalogue.models import Product, ProductImage


def pictures_of(products: Iterable[int], *presets: Preset) -> dict[int, list[Any]]:
    """All pictures by the product's primary key; those without one are not in it."""
    ids = list(products)
    if not ids:
        return {}
    images = (
        ProductImage.objects.filter(product__in=ids)
        .exclude(picture=None)
        .select_related("picture")
        .order_by("product", "display_order", "pk")
    )
    found: dict[int, list[Any]] = {}
    hold_cuts((image.picture for image in images), rendition_specs(*presets))
    for image in images:
        found.setdefault(image.product_id, []).append(image.picture)
    return found


def first_pictures(products: Iterable[int], preset: Preset) -> dict[int, Any]:
    return {pk: found[0] for pk, found in pictures_of(products, preset).items()}


def give_pictures(lines: Iterable[Any]) -> None:
    """Put `picture` on each line of a basket or an order: its product's, else the parent's."""
    ways = [(line, _ids_of(line.product)) for line in lines]
    found = first_pictures({pk for _, ids in ways for pk in ids}, "thumb")
    for line, ids in ways:
        line.picture = next((found[pk] for pk in ids if pk in found), None)


def _ids_of(product: Product | None) -> list[int]:
    """Of the product and its parent; none once it is deleted, as the line of an order may see."""
    return [pk for pk in (product.pk, product.parent_id) if pk] if product else []
