"""Which products an offer is for, asked for all its ranges at once."""

from collections import defaultdict
from typing import Any

from oscar.core.loading import get_model


class Membership:
    """Which ranges hold which products, by the rules of Oscar's `Range.product_queryset`."""

    def __init__(self, range_ids: set[int], products: list[Any]) -> None:
        range_model = get_model("offer", "Range")
        product_ids = {pk for product in products for pk in _kin(product)}
        self.categories = _categories_of(product_ids)
        category_ids = {pk for found in self.categories.values() for pk in found}

        def rows(field: str, ids: set[int]) -> set[tuple[int, int]]:
            through = getattr(range_model, field).through
            target = range_model._meta.get_field(field).m2m_reverse_field_name() + "_id"
            found = through.objects.filter(range_id__in=range_ids, **{f"{target}__in": ids})
            return set(found.values_list("range_id", target))

        self.included = rows("included_products", product_ids)
        self.excluded = rows("excluded_products", product_ids)
        kinds = {kind for product in products if (kind := _class_of(product))}
        self.classes = rows("classes", kinds)
        self.in_category = rows("included_categories", category_ids)
        self.out_category = rows("excluded_categories", category_ids)

    def __call__(self, range_: Any, product: Any) -> bool:
        pk, kin = range_.pk, _kin(product)
        categories = {category for member in kin for category in self.categories[member]}
        if any((pk, member) in self.excluded for member in kin):
            return False
        if range_.includes_all_products:
            return not any((pk, category) in self.out_category for category in categories)
        return (
            any((pk, member) in self.included for member in kin)
            or (pk, _class_of(product)) in self.classes
            or any((pk, category) in self.in_category for category in categories)
        )


def _kin(product: Any) -> tuple[int, ...]:
    """The product, and the parent whose ranges it shares."""
    return (product.pk, product.parent_id) if product.parent_id else (product.pk,)


def _class_of(product: Any) -> int | None:
    owner: Any = product.parent if product.parent_id else product
    kind: int | None = owner.product_class_id
    return kind


def _categories_of(product_ids: set[int]) -> defaultdict[int, set[int]]:
    """Ids of the categories of each product, with all those above them."""
    category_model = get_model("catalogue", "Category")
    found: defaultdict[int, set[int]] = defaultdict(set)
    paths = list(
        get_model("catalogue", "ProductCategory")
        .objects.filter(product_id__in=product_ids)
        .values_list("product_id", "category__path")
    )
    steps = category_model.steplen
    above = {path[:end] for _, path in paths for end in range(steps, len(path) + 1, steps)}
    ids = dict(category_model.objects.filter(path__in=above).values_list("path", "pk"))
    for product_id, path in paths:
        found[product_id] |= {ids[path[:end]] for end in range(steps, len(path) + 1, steps)}
    return found
