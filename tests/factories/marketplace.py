"""Artisans, what they sell, and baskets on their way to the checkout."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import factory
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from factory.django import DjangoModelFactory
from oscar.core.loading import get_class, get_model

from ground.provenance.models import Craft, Place
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.forks.partner.strategy import Default
from marketplace.fulfilment.models import ShippingOption
from marketplace.shop.actions import checkout
from marketplace.shop.quote import Quote, quote_for
from marketplace.studio.actions.creation import Origin, Variant, create_listing

Applicator = get_class("offer.applicator", "Applicator")
Basket = get_model("basket", "Basket")

ADDRESS = {
    "email": "jeanne@terril.example",
    "first_name": "Jeanne",
    "last_name": "Delattre",
    "line1": "3 rue de la Fosse",
    "line2": "",
    "postcode": "62300",
    "line4": "Lens",
    "country": "FR",
    "phone_number": "",
}


class ArtisanFactory(DjangoModelFactory[Partner]):
    """Somebody whose shop is open, who sends parcels for 4.90 € or keeps them."""

    class Meta:
        model = Partner
        skip_postgeneration_save = True

    class Params:
        away = factory.Trait(
            away_until=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=9))
        )
        closed = factory.Trait(state=Partner.State.SUSPENDED)
        standard_vat = factory.Trait(vat_regime=Partner.VatRegime.STANDARD)

    name = factory.Sequence(lambda n: f"Atelier {n}")
    code = factory.Sequence(lambda n: f"atelier-{n}")
    state = Partner.State.OPEN
    email = factory.LazyAttribute(lambda artisan: f"{artisan.code}@terril.example")
    lead_time_days = 3

    @factory.post_generation
    def shipping(artisan: Partner, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            offer_shipping(artisan)


def offer_shipping(artisan: Partner) -> None:
    ShippingOption.objects.bulk_create(
        ShippingOption(partner=artisan, method=method, zone=zone, price=Decimal(price))
        for method, zone, price in [
            ("parcel", "home", "4.90"),
            ("parcel", "abroad", "12.50"),
            ("pickup", "home", "0.00"),
        ]
    )


class CraftFactory(DjangoModelFactory[Craft]):
    class Meta:
        model = Craft

    slug = factory.Sequence(lambda n: f"craft-{n}")
    name_fr = factory.Sequence(lambda n: f"Savoir-faire {n}")
    name_en = factory.Sequence(lambda n: f"Craft {n}")


class PlaceFactory(DjangoModelFactory[Place]):
    class Meta:
        model = Place

    slug = factory.Sequence(lambda n: f"place-{n}")
    name_fr = factory.Sequence(lambda n: f"Lieu {n}")
    name_en = factory.Sequence(lambda n: f"Place {n}")
    kind = "mine"
    commune = "Lens"
    latitude = Decimal("50.43")
    longitude = Decimal("2.83")


def make_product(*, artisan: Partner | None = None, **given: Any) -> Product:
    """A product on sale: 24 €, ten in stock. `variants`: (sku, price, stock)."""
    upc = given.pop("upc", f"p-{uuid4().hex[:10]}")
    variants = [
        Variant(sku=sku, title={"fr": sku, "en": sku}, price=Decimal(price), stock=stock)
        for sku, price, stock in given.pop("variants", [])
    ]
    title = given.pop("title", f"Lampe {upc}")
    return create_listing(
        artisan=artisan or ArtisanFactory.create(),
        upc=upc,
        title={"fr": title, "en": title},
        price=Decimal(given.pop("price", "24.00")),
        stock=given.pop("stock", 10),
        origin=given.pop("origin", None) or Origin(craft=CraftFactory.create()),
        variants=variants,
        **given,
    )


def make_basket(*products: Product, owner: Any = None, quantity: int = 1, words: str = "") -> Any:
    """An open basket with each product in it; `words` are put on whatever asks for some."""
    basket = Basket.objects.create(owner=owner)
    basket.strategy = Default()
    for product in products:
        asked = product.words_asked if words else []
        typed = [{"option": option, "value": words} for option in asked]
        basket.add_product(product, quantity, typed)
    return basket


def make_quote(basket: Any, country: str = "FR", **choices: Any) -> Quote:
    basket.strategy = Default()
    basket.reset_offer_applications()
    Applicator().apply(basket, basket.owner or AnonymousUser())
    return quote_for(basket, today=timezone.localdate(), country=country, **choices)


def make_wish(basket: Any, **given: Any) -> checkout.Wish:
    """What a shopper who agrees to the quote would send."""
    address = {**ADDRESS, **given.pop("address", {})}
    choices = given.get("choices", {})
    seen = make_quote(basket, address["country"], choices=choices).digest
    defaults = {"choices": {}, "gifts": {}, "seen": seen, "language": "fr", "key": uuid4()}
    return checkout.Wish(address=address, **{**defaults, **given})


def begin_payment(basket: Any, *, at: Any = None, **wish: Any) -> Any:
    """A payment for the basket, handed over to the sandbox."""
    from marketplace.payments import actions as payments

    at = at or timezone.now()
    payment = checkout.begin(basket=basket, wish=make_wish(basket, **wish), by=basket.owner, at=at)
    payments.send(payment, return_url="/back/", at=at)
    return payment
