"""`manage.py seed_products`: thousands of products, to measure with."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import count, islice
from random import Random
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from oscar.core.loading import get_model
from wagtail.search.backends import get_search_backend

from ground.pagecache import forget_all
from ground.provenance.models import Craft, Picture, Place, Provenance
from marketplace.forks.catalogue.models import Product, ProductImage
from marketplace.forks.partner.models import Partner, StockRecord

ProductClass = get_model("catalogue", "ProductClass")
A_BATCH = 1000
PREFIX = "seed-"


class Command(BaseCommand):
    help = "Put many products on sale, to see how the shop bears them. Call it again to have more."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int, help="how many products")

    def handle(self, *args: Any, **options: Any) -> None:
        seeds, wanted = Seeds(), options["count"]
        for made, numbers in in_batches(seeds.free_numbers(wanted)):
            seeds.plant(numbers)
            self.stdout.write(f"{made} of {wanted}", ending="\r")
        call_command("index_search", stdout=self.stdout)  # bulk_create tells nobody
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # the database plans by how many there are
        self.stdout.write(f"{wanted} more products are on sale.")


class Seeds:
    """What the products are made of: the artisans, crafts, places and pictures that there are."""

    def __init__(self) -> None:
        self.random = Random(1906)  # noqa: S311  (the same products each time; nothing secret)
        self.product_class, _ = ProductClass.objects.get_or_create(
            slug="object", defaults={"name": "Object"}
        )
        self.artisans = list(Partner.objects.open().order_by("pk")) or [_an_artisan()]
        self.crafts: list[Craft | None] = [*Craft.objects.order_by("pk")] or [None]
        self.places: list[Place | None] = [*Place.objects.order_by("pk")] or [None]
        self.pictures = list(Picture.objects.order_by("pk")[:200])

    def free_numbers(self, wanted: int) -> Iterator[int]:
        taken = set(Product.objects.filter(upc__startswith=PREFIX).values_list("upc", flat=True))
        return islice((n for n in count(1) if f"{PREFIX}{n:06}" not in taken), wanted)

    @transaction.atomic
    def plant(self, numbers: tuple[int, ...]) -> None:
        products = Product.objects.bulk_create([self._product(number) for number in numbers])
        choose = self.random.choice
        StockRecord.objects.bulk_create(self._record(product) for product in products)
        Provenance.objects.bulk_create(
            Provenance(product=product, craft=self.craft(number), made_at=choose(self.places))
            for number, product in zip(numbers, products, strict=True)
        )
        if self.pictures:
            ProductImage.objects.bulk_create(self._image(product) for product in products)
        planted = Product.get_indexed_objects().filter(pk__in=[product.pk for product in products])
        get_search_backend().add_bulk(Product, list(planted))
        forget_all()

    def craft(self, number: int) -> Craft | None:
        """Each in turn: so every word for a craft is in many titles, as it is in a large shop."""
        return self.crafts[number % len(self.crafts)]

    def _product(self, number: int) -> Product:
        name = f"{PREFIX}{number:06}"
        craft = self.craft(number)
        return Product(
            structure=Product.STANDALONE,
            product_class=self.product_class,
            upc=name,
            slug=name,
            title_fr=f"{craft.name_fr if craft else 'Objet'}, essai {number}",
            title_en=f"{craft.name_en if craft else 'Object'}, trial {number}",
            teaser_fr="Pour voir comment la boutique porte le nombre.",
            teaser_en="To see how the shop bears numbers.",
            description_fr="<p>Objet d’essai.</p>",
            description_en="<p>Trial object.</p>",
        )

    def _record(self, product: Product) -> StockRecord:
        price = Decimal(self.random.randint(450, 39000)) / 100
        return StockRecord(
            product=product,
            partner=self.random.choice(self.artisans),
            partner_sku=product.upc,
            price=price,
            num_in_stock=self.random.choice([0, 1, 5, 20, 20]),
        )

    def _image(self, product: Product) -> ProductImage:
        picture = self.random.choice(self.pictures)
        return ProductImage(product=product, picture=picture, original=picture.file.name)


def _an_artisan() -> Partner:
    return Partner.objects.create(name="Atelier d’essai", state=Partner.State.OPEN)


def in_batches(numbers: Iterator[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    made = 0
    while batch := tuple(islice(numbers, A_BATCH)):
        made += len(batch)
        yield made, batch
