"""The pictures of many products, in two queries."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch

from marketplace.design.pictures import Preset, rendition_specs
from marketplace.forks.catalogue.models import ProductImage
from marketplace.provenance.models import Rendition


def renditions_for(*presets: Preset, of: str = "picture") -> Prefetch:
    """What the picture component asks for, to be prefetched along `of`."""
    return Prefetch(
        f"{of}__renditions",
        queryset=Rendition.objects.filter(filter_spec__in=rendition_specs(*presets)),
        to_attr="prefetched_renditions",
    )


def pictures_of(products: Iterable[int], *presets: Preset) -> dict[int, list[Any]]:
    """All pictures by the product's primary key; those without one are not in it."""
    ids = list(products)
    if not ids:
        return {}
    images = (
        ProductImage.objects.filter(product__in=ids)
        .exclude(picture=None)
        .select_related("picture")
        .prefetch_related(renditions_for(*presets))
        .order_by("product", "display_order", "pk")
    )
    found: dict[int, list[Any]] = {}
    for image in images:
        found.setdefault(image.product_id, []).append(image.picture)
    return found


def first_pictures(products: Iterable[int], preset: Preset) -> dict[int, Any]:
    return {pk: found[0] for pk, found in pictures_of(products, preset).items()}


def give_pictures(lines: Iterable[Any]) -> None:
    """Put `picture` on each line of a basket: its product's, else that of the parent."""
    lines = list(lines)
    ids = {pk for line in lines for pk in (line.product_id, line.product.parent_id) if pk}
    found = first_pictures(ids, "thumb")
    for line in lines:
        line.picture = found.get(line.product_id) or found.get(line.product.parent_id)
