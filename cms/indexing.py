"""Writes what can be found: every public kind of page and record, in the words of each language."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.translation import override
from modelsearch.index import RelatedFields, SearchField
from oscar.core.loading import get_model

from ground.design.heads import plain
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from .models import (
    BasePage,
    CraftPage,
    DestinationPage,
    EventPage,
    PlacePage,
    PlainPage,
    RoutePage,
    SearchEntry,
    StoryPage,
    ThemePage,
)
from .wording import indexed

Category = get_model("catalogue", "Category")
PAGE_KINDS: dict[type[BasePage], str] = {
    StoryPage: "stories",
    PlacePage: "places",
    CraftPage: "crafts",
    RoutePage: "routes",
    EventPage: "events",
    DestinationPage: "network",
    ThemePage: "themes",
    PlainPage: "pages",
}
A_BATCH = 500
LONGEST = 200_000  # letters of a text: PostgreSQL's index of one row holds a megabyte

Texts = Sequence[object]
Said = tuple[object, Texts, Texts]  # title, what it is ordered by, text


def index_everything() -> int:
    """Write all entries anew, and forget those of what is gone. Returns how many there are."""
    SearchEntry.objects.all().delete()
    for of_kind in PAGE_KINDS:
        for page in of_kind.objects.order_by("pk").iterator(chunk_size=A_BATCH):
            index_page(page)
    for kind, (model, _said) in RECORDS.items():
        index_records(kind, model._default_manager.all())
    return SearchEntry.objects.count()


def index_page(page: BasePage) -> None:
    """Write the entry of a page: as it is in memory, which has just been saved."""
    language = page.locale.language_code
    with override(language):
        about = ABOUT.get(type(page), lambda page: [])(page)
        said = (page.title, about, [page.teaser, *_texts(page, page.get_search_fields())])
        _write([_entry(PAGE_KINDS[type(page)], page.pk, language, said)])


def index_records(kind: str, records: "QuerySet[Any]") -> None:
    """Write the entries of records of a kind, in each language."""
    _model, said = RECORDS[kind]
    keys = list(records.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), A_BATCH):
        batch = _loaded(kind, keys[start : start + A_BATCH])
        entries = []
        for language, _name in settings.LANGUAGES:
            with override(language):
                entries += [_entry(kind, one.pk, language, said(one)) for one in batch]
        _write(entries)


def forget(kind: str, key: int) -> None:
    """Delete the entries of something that is gone."""
    SearchEntry.objects.filter(kind=kind, key=key).delete()


def _write(entries: list[SearchEntry]) -> None:
    SearchEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["kind", "key", "language"],
        update_fields=["title", "about", "words", "said"],
    )


def _entry(kind: str, key: int, language: str, said: Said) -> SearchEntry:
    title, about, text = (_plain_texts(part) for part in ([said[0]], said[1], said[2]))
    stems = [indexed(texts, language)[:LONGEST] for texts in (title, about, text)]
    return SearchEntry(
        kind=kind,
        key=key,
        language=language,
        title=stems[0],
        about=stems[1],
        words="".join(stems),
        said=" · ".join([*about, *text])[:LONGEST],
    )


def _plain_texts(values: Iterable[object]) -> list[str]:
    """What can be read of `values`, each once: no HTML, nothing empty."""
    texts = (plain(str(value)).replace("\0", " ") for value in values if value)
    return list(dict.fromkeys(filter(None, (" ".join(text.split()) for text in texts))))


def _texts(obj: Model, fields: Iterable[Any]) -> Iterator[object]:
    """The values of the fields that a page says it is searched by, but for its title."""
    for field in fields:
        if isinstance(field, RelatedFields):
            related = getattr(obj, field.field_name)
            for one in related.all() if hasattr(related, "all") else filter(None, [related]):
                yield from _texts(one, field.fields)
        elif isinstance(field, SearchField) and field.field_name not in ("title", "teaser"):
            value = field.get_value(obj)
            yield from value if isinstance(value, list) else [value]


# --- What each kind is ordered by ------------------------------------------------------------


def _of_place(place: Any) -> Texts:
    return [place.name, place.commune] if place else []


ABOUT: dict[type[BasePage], Callable[[Any], Texts]] = {
    StoryPage: lambda page: [
        *page.themes.all(),
        *_of_place(page.told_at),
        *page.places.all(),
        page.byline,
    ],
    PlacePage: lambda page: [
        *_of_place(page.place),
        page.place.department,
        page.place.get_kind_display(),
        page.place.former_use,
    ],
    CraftPage: lambda page: [page.craft, page.area, *page.places.all()],
    RoutePage: lambda page: [*page.themes.all(), *(stop.title for stop in page.stops.all())],
    EventPage: lambda page: [*_of_place(page.place), *page.themes.all(), *page.artisans.all()],
    DestinationPage: lambda page: [page.country.name, *page.themes.all()],
    ThemePage: lambda page: [page.theme],
}


def _of_product(product: Any) -> Said:
    records = [
        record
        for one in (product, *product.children.all())
        for record in one.stockrecords.all()
        if record.partner
    ]
    artisans = {record.partner.pk: record.partner for record in records}.values()
    origin = getattr(product, "provenance", None)
    about = [
        *product.shelves,
        *(text for artisan in artisans for text in (artisan.name, artisan.maker, artisan.commune)),
    ]
    if origin:
        about += [origin.craft, *_of_place(origin.made_at), *_of_place(origin.inspired_by_place)]
        about.append(origin.materials)
    variants = [child.title for child in product.children.all()]
    return product.title, about, [product.teaser, product.description, *variants]


def _of_artisan(artisan: Any) -> Said:
    about = [*artisan.crafts.all(), artisan.maker, artisan.commune, *_of_place(artisan.place)]
    return artisan.name, about, [artisan.tagline, artisan.about]


def _of_pilot(pilot: Any) -> Said:
    return (
        pilot.title,
        [pilot.organisation, *_of_place(pilot.place)],
        [pilot.summary, pilot.challenge, pilot.hypothesis],
    )


def _of_call(call: Any) -> Said:
    places = [text for place in call.places.all() for text in _of_place(place)]
    return call.title, places, [call.summary, call.body]


def _of_shelf(shelf: Any) -> Said:
    return shelf.name, [], [shelf.description]


RECORDS: dict[str, tuple[type[Model], Callable[[Any], Said]]] = {
    "products": (Product, _of_product),
    "shelves": (Category, _of_shelf),
    "artisans": (Partner, _of_artisan),
    "pilots": (Pilot, _of_pilot),
    "calls": (Call, _of_call),
}
RELATED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # to one, to many
    "products": (
        ("provenance__craft", "provenance__made_at", "provenance__inspired_by_place"),
        ("stockrecords__partner", "children__stockrecords__partner"),
    ),
    "artisans": (("place",), ("crafts",)),
    "pilots": (("organisation", "place"), ()),
    "calls": ((), ("places",)),
}


def _loaded(kind: str, keys: list[int]) -> list[Any]:
    """The records with what `_of_…` asks of them, in a few queries for all."""
    one, many = RELATED.get(kind, ((), ()))
    records: Any = RECORDS[kind][0]._default_manager.filter(pk__in=keys)
    if one:
        records = records.select_related(*one)
    loaded = list(records.prefetch_related(*many).order_by("pk"))
    if kind == "products":
        loaded = [product for product in loaded if not product.is_child]
        _put_on_shelves(loaded)
    return loaded


def _put_on_shelves(products: list[Any]) -> None:
    """Give each its `shelves`: the categories that it stands in, with all above them."""
    by_path = {shelf.path: shelf for shelf in Category.objects.order_by("path")}
    of_product: dict[int, list[Any]] = defaultdict(list)
    links = get_model("catalogue", "ProductCategory").objects.filter(product__in=products)
    for product_id, path in links.order_by("pk").values_list("product_id", "category__path"):
        above = range(Category.steplen, len(path) + 1, Category.steplen)
        of_product[product_id] += [by_path[path[:length]].name for length in above]
    for product in products:
        product.shelves = of_product[product.pk]
