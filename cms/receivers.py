"""Keeps what can be found up to date with what is saved: each receiver calls `cms.indexing`.

A row that is written by a query alone (`update`, `bulk_create`) tells nobody: whoever does so
writes the entries too, or runs `manage.py index_search`.
"""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from oscar.core.loading import get_model

from ground.provenance.models import Craft, Place, Provenance
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord

from .indexing import PAGE_KINDS, RECORDS, forget, index_page, index_records
from .models import BasePage, CraftPage, EventPage, PlacePage, SearchEntry, StoryPage

Category = get_model("catalogue", "Category")
BELONGING: dict[Any, list[tuple[type[BasePage], str]]] = {
    Craft: [(CraftPage, "craft")],
    Place: [(PlacePage, "place"), (StoryPage, "told_at"), (EventPage, "place")],
}
KIND_OF = {model: kind for kind, (model, _said) in RECORDS.items()}


def connect() -> None:
    for page in PAGE_KINDS:
        post_save.connect(page_saved, sender=page)
    for record in KIND_OF:
        post_save.connect(record_saved, sender=record)
    both: tuple[Any, ...] = (*PAGE_KINDS, *KIND_OF)
    for model in both:
        post_delete.connect(deleted, sender=model)
    post_save.connect(origin_saved, sender=Provenance)
    post_save.connect(offer_saved, sender=StockRecord)
    post_save.connect(put_on_shelf, sender=get_model("catalogue", "ProductCategory"))
    for relation in (Product.categories, Partner.crafts, Call.places):
        m2m_changed.connect(relation_changed, sender=relation.through)
    for name in (Craft, Place):
        post_save.connect(name_saved, sender=name)


def page_saved(sender: Any, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """A save of some columns is Wagtail's bookkeeping: in memory may be a draft."""
    if update_fields is None:
        index_page(instance)


def record_saved(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    key = instance.pk
    if sender is Product and instance.parent_id:
        key = instance.parent_id
    before = _naming(sender, key)
    index_records(KIND_OF[sender], sender._default_manager.filter(pk=key))
    if before == _naming(sender, key):
        return
    if sender is Partner:
        _index_products(stockrecords__partner=key)
    elif sender is Category:
        _index_products(categories__path__startswith=instance.path)


def _naming(sender: Any, key: int) -> list[tuple[str, str]]:
    """What other entries have of that of an artisan or shelf."""
    if sender not in (Partner, Category):
        return []
    entries = SearchEntry.objects.filter(kind=KIND_OF[sender], key=key).order_by("language")
    return list(entries.values_list("title", "about"))


def deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    forget(PAGE_KINDS.get(sender) or KIND_OF[sender], instance.pk)


def origin_saved(sender: Any, instance: Any, **kwargs: Any) -> None:
    _index_products(pk=instance.product_id)


def offer_saved(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    """The first says whose product it is; a sale changes nothing of it."""
    if created:
        _index_products(pk=instance.product.parent_id or instance.product_id)


def put_on_shelf(sender: Any, instance: Any, **kwargs: Any) -> None:
    _index_products(pk=instance.product_id)


def relation_changed(sender: Any, instance: Any, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and type(instance) in KIND_OF:
        index_records(
            KIND_OF[type(instance)], type(instance)._default_manager.filter(pk=instance.pk)
        )


def name_saved(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    """A place or craft that is called otherwise is found so, with what belongs to it."""
    if created:
        return
    for model, field in BELONGING[sender]:
        for page in model.objects.filter(**{field: instance}):
            index_page(page)
    if sender is Craft:
        _index_products(provenance__craft=instance)
        index_records("artisans", Partner.objects.filter(crafts=instance))
        return
    _index_products(provenance__made_at=instance)
    _index_products(provenance__inspired_by_place=instance)
    index_records("artisans", Partner.objects.filter(place=instance))
    index_records("pilots", Pilot.objects.filter(place=instance))
    index_records("calls", Call.objects.filter(places=instance))


def _index_products(**which: Any) -> None:
    index_records("products", Product.objects.filter(**which).distinct())
