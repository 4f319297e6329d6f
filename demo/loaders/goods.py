"""The shop's tree and what stands in it."""

from decimal import Decimal
from typing import Any

from oscar.core.loading import get_model

from ground.provenance.models import Craft, Picture, Place, Provenance
from marketplace.forks.partner.models import Partner
from marketplace.studio.actions.creation import Origin, Variant, Words, create_listing

from ..prints import PORTRAIT, Print, Printer
from ..shelf import Shelf
from ..words import LANGUAGES, Table, both, rows

Category = get_model("catalogue", "Category")


def goods_prints(row: Table) -> list[Print]:
    """The first print of a product is known by its id, the next ones also by their number."""
    names = [row["id"], *(f"{row['id']}-{number}" for number in range(2, 10))]
    return [
        Print(f"product-{name}", motif, PORTRAIT)
        for name, motif in zip(names, row["motifs"], strict=False)
    ]


def prints() -> list[Print]:
    return [one for row in rows("products", "product") for one in goods_prints(row)]


def load_tree() -> None:
    """Categories keep their id as their slug, in both languages."""
    for row in rows("categories", "category"):
        values = both(row, name="name", description="description")
        found = Category.objects.filter(slug=row["id"]).first()
        if found:
            for name, value in values.items():
                setattr(found, name, value)
            found.save()
        elif row["parent"]:
            Category.objects.get(slug=row["parent"]).add_child(slug=row["id"], **values)
        else:
            Category.add_root(slug=row["id"], **values)


def load(printer: Printer) -> None:
    artisans = {artisan.code: artisan for artisan in Partner.objects.all()}
    places = {place.slug: place for place in Place.objects.all()}
    crafts = {craft.slug: craft for craft in Craft.objects.all()}
    tree = {category.slug: category for category in Category.objects.all()}
    for row in rows("products", "product"):
        create_listing(
            artisan=artisans[row["artisan"]],
            upc=row["id"],
            title=row["title"],
            texts={
                "teaser": row["teaser"],
                "description": row["description"],
                "safety_warnings": row["safety"]["warnings"],
                "dimensions": {language: str(row["dimensions"]) for language in LANGUAGES},
                "no_return_reason": row.get("no_return_reason", dict.fromkeys(LANGUAGES, "")),
                "choice_name": row.get("option_name", dict.fromkeys(LANGUAGES, "")),
            },
            price=Decimal(row["price"]),
            stock=None if row["made_to_order"] else row["stock"],
            origin=Origin(
                craft=crafts[row["craft"]],
                made_at=places.get(row["made_at"]),
                inspired_by_place=places.get(row["inspired_by"]),
                materials=row["materials"],
                statements=[row["evidence"]],
            ),
            categories=[tree[name] for name in row["categories"]],
            pictures=_pictures(row, printer),
            variants=[_variant(row, variant) for variant in row.get("variants", [])],
            words=_words(row["personalisation"]) if "personalisation" in row else None,
            no_return=row.get("no_return", ""),
            weight_g=row["weight_g"],
            lead_time_days=row["lead_time_days"],
            edition_size=row.get("edition_size"),
            safety_identifier=row["safety"]["identifier"],
            is_featured=row["featured"],
        )


def _variant(row: Table, variant: Table) -> Variant:
    return Variant(
        sku=variant["sku"],
        title=variant["option"],
        price=Decimal(variant["price"]),
        stock=None if row["made_to_order"] else variant["stock"],
    )


def _words(asked: Table) -> Words:
    return Words(
        label={language: asked[language] for language in LANGUAGES},
        max_length=asked["max_length"],
        is_required=asked["required"],
    )


def _pictures(row: Table, printer: Printer) -> list[Picture]:
    alts: list[Any] = [row["alt"], *row.get("more_alts", [])]
    return [
        printer.picture(one, {"alt": alt}, title=row["title"]["fr"])
        for one, alt in zip(goods_prints(row), alts, strict=False)
    ]


def tell_inspirations(shelf: Shelf) -> None:
    """Say which story each product answers to, now that the stories are there."""
    for row in rows("products", "product"):
        if shelf.has(f"story-{row['inspired_by']}"):
            story = shelf.page(f"story-{row['inspired_by']}", LANGUAGES[0])
            Provenance.objects.filter(product__upc=row["id"]).update(inspired_by=story)
