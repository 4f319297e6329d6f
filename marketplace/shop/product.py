"""All that a product's page says, loaded in a fixed number of queries."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ground.design.components.navigation import json_ld
from ground.design.heads import described, plain
from ground.design.pictures import FRAMES
from ground.provenance.models import Evidence, share_url
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.availability import FEW
from marketplace.forks.partner.models import Partner, StockRecord, VatRegime
from marketplace.forks.partner.strategy import Default
from marketplace.fulfilment.rates import contribution_of

from . import returns
from .browse import categories
from .cards import Card, cards_of, records_of, with_craft
from .delivery import Promise, promise
from .forms import WordsForm
from .pictures import pictures_of

WHOLE = re.compile(r"[0-9]{1,3}")


@dataclass
class Choice:
    """One thing that can be put into the basket: the product itself, or a variant of it."""

    product: Product
    record: StockRecord
    availability: Any

    @property
    def price(self) -> Decimal:
        return self.record.price

    @property
    def is_available(self) -> bool:
        return bool(self.availability.is_available_to_buy)

    @property
    def note(self) -> str:
        """What is worth saying of it among others: few left, made to order, sold out."""
        is_plenty = self.availability.code == "instock" and self.availability.num_available > FEW
        return "" if is_plenty else str(self.availability.short_message)

    @property
    def most(self) -> int:
        """How many can be had."""
        return min(getattr(self.availability, "num_available", 20), 20)


@dataclass
class ProductPage:
    product: Product
    artisan: Partner
    choices: list[Choice]
    pictures: list[Any]
    others: list[Card]
    words: WordsForm
    today: date

    @classmethod
    def of(
        cls,
        product: Product,
        *,
        today: date,
        is_preview: bool = False,
        words: WordsForm | None = None,
    ) -> "ProductPage | None":
        """None where nobody sells it any more. A preview shows it as it will be once on sale.

        `words`: what was typed, where there is something wrong with it.
        """
        others = list(_others(product))
        records = records_of([product.pk, *(other.pk for other in others)])
        own = records.pop(product.pk, [])
        for record in own if is_preview else ():
            record.product.is_public = True
        choices = _choices_of(own)
        if not choices:
            return None
        pictures = pictures_of([one.pk for one in (product, *others)], "portrait", "card")
        first = {pk: found[0] for pk, found in pictures.items()}
        cards = cards_of(others, records=records, pictures=first)
        artisan = choices[0].record.partner
        words = words or WordsForm(asked=product.words_asked)
        return cls(product, artisan, choices, pictures.get(product.pk, []), cards, words, today)

    @cached_property
    def best(self) -> Choice:
        """What is proposed: the least expensive that can be bought."""
        return next((choice for choice in self.choices if choice.is_available), self.choices[0])

    @property
    def chosen(self) -> Choice | None:
        """What is ticked: the variant that was sent. Nobody is given one without a look."""
        sent = self.words.data.get("variant")
        return next((each for each in self.choices if str(each.product.pk) == sent), None)

    @property
    def is_choice_missing(self) -> bool:
        """Whether the form was sent without saying which of the variants."""
        return self.words.is_bound and self.has_variants and self.chosen is None

    @property
    def quantity(self) -> int:
        """How many: as it was sent, else one."""
        sent = self.words.data.get("quantity", "")
        return int(sent) if WHOLE.fullmatch(sent) else 1

    @cached_property
    def why_kept(self) -> str:
        """Why it cannot be sent back, "" where it can."""
        return self.product.why_kept(with_words=bool(self.words.fields))

    @property
    def is_taken_back(self) -> bool:
        """Whether it can be sent back, at least where the buyer puts no words on it."""
        may_be_plain = not any(field.required for field in self.words.fields.values())
        return not (self.why_kept and self.product.why_kept(with_words=not may_be_plain))

    @property
    def is_from(self) -> bool:
        return len({choice.price for choice in self.choices}) > 1

    @property
    def has_variants(self) -> bool:
        return bool(self.product.is_parent)

    @cached_property
    def delivery(self) -> Promise | None:
        return promise(self.best.product, self.artisan, self.best.price, today=self.today)

    @property
    def contribution(self) -> Decimal:
        """What buying one gives to the heritage fund."""
        return contribution_of(self.best.price)

    @cached_property
    def provenance(self) -> Any:
        return getattr(self.product, "provenance", None)

    @property
    def craft(self) -> Any:
        return self.provenance.craft if self.provenance else None

    @property
    def made_at(self) -> Any:
        return self.provenance.made_at if self.provenance else None

    @cached_property
    def evidence(self) -> list[Evidence]:
        return list(self.provenance.evidence.all()) if self.provenance else []

    @cached_property
    def labels(self) -> list[Any]:
        """Labels of the artisan that the operator has verified and that still hold."""
        if not self.choices[0].record.has_labels:
            return []
        still = Q(expires_on=None) | Q(expires_on__gte=self.today)
        return list(self.artisan.labels.filter(still, verified_at__isnull=False))

    @property
    def description(self) -> str:
        """For search engines and share cards."""
        return described(self.product.teaser, plain(self.product.description))

    def facts(self) -> list[tuple[str, Any]]:
        """What stands in the small print of the thing itself."""
        product, provenance = self.product, self.provenance
        rows = [
            (_("Materials"), provenance.materials if provenance else ""),
            (_("Dimensions"), product.dimensions),
            (_("Weight"), _grams(product.weight_g)),
            (_("Edition"), product.edition_size and self._edition()),
        ]
        return [(name, value) for name, value in rows if value]

    def _edition(self) -> str:
        size = self.product.edition_size
        return ngettext("%(count)d numbered piece", "%(count)d numbered pieces", size) % {
            "count": size
        }

    def seller_facts(self) -> list[tuple[str, Any]]:
        """Who sells: Regulation (EU) 2022/2065, art. 30."""
        artisan = self.artisan
        town = f"{artisan.postcode} {artisan.commune}".strip()
        address = ", ".join(part for part in (artisan.street, town) if part)
        rows = [
            (_("Seller"), artisan.legal_name or artisan.name),
            (_("Address"), address),
            (_("Email"), artisan.email),
            (_("Telephone"), artisan.phone),
            ("SIRET", artisan.siret),
            (_("VAT number"), artisan.vat_number),
        ]
        return [(name, value) for name, value in rows if value]

    def crumbs(self) -> list[tuple[str, str]]:
        path = self.product.category_path or ""
        inside = [each for each in categories() if path.startswith(each["path"])]
        return [
            (_("Shop"), reverse("catalogue:index")),
            *[(each["name"], each["url"]) for each in inside],
            (self.product.get_title(), ""),
        ]

    def share_url(self) -> str:
        """The picture that social networks show, "" where there is none."""
        return share_url(self.pictures[0] if self.pictures else None)

    def json_ld(self, base_url: str) -> Any:
        """https://schema.org/Product with an Offer a choice; `base_url` is scheme and host.

        "" for what an invented artisan makes: machines would believe that it can be had.
        """
        if self.artisan.is_invented:
            return ""
        product = self.product
        url = f"{base_url}{product.get_absolute_url()}"
        size = FRAMES["portrait"].fallback
        pictures = [picture.cuts(size)[size] for picture in self.pictures[:3]]
        return json_ld(
            {
                "@context": "https://schema.org",
                "@type": "Product",
                "@id": base_url + reverse("identity", args=["products", product.pk]),
                "name": product.get_title(),
                "description": self.description,
                "sku": product.upc or str(product.pk),
                "url": url,
                "image": [urljoin(base_url, picture.url) for picture in pictures],
                "brand": {"@type": "Brand", "name": self.artisan.name},
                "offers": [
                    _offer(choice, url, self.artisan, base_url)
                    | {"hasMerchantReturnPolicy": _returns(self.is_taken_back)}
                    for choice in self.choices
                ],
            }
        )


def _returns(is_taken_back: bool) -> dict[str, Any]:
    """https://schema.org/MerchantReturnPolicy"""
    kind = "FiniteReturnWindow" if is_taken_back else "NotPermitted"
    policy = {
        "@type": "MerchantReturnPolicy",
        "applicableCountry": list(settings.SHOP_COUNTRIES),
        "returnPolicyCategory": f"https://schema.org/MerchantReturn{kind}",
    }
    return policy | ({"merchantReturnDays": returns.DAYS} if is_taken_back else {})


def _offer(choice: Choice, url: str, artisan: Partner, base_url: str) -> dict[str, Any]:
    state = "InStock" if choice.is_available else "OutOfStock"
    return {
        "@type": "Offer",
        "url": url,
        "price": str(choice.price),
        "priceCurrency": choice.record.price_currency,
        "priceSpecification": {
            "@type": "PriceSpecification",
            "price": str(choice.price),
            "priceCurrency": choice.record.price_currency,
            "valueAddedTaxIncluded": artisan.vat_regime == VatRegime.STANDARD,
        },
        "availability": f"https://schema.org/{state}",
        "seller": {
            "@type": "Organization",
            "@id": base_url + reverse("identity", args=["artisans", artisan.pk]),
            "name": artisan.name,
        },
    }


def _choices_of(records: list[StockRecord]) -> list[Choice]:
    """The least expensive first."""
    strategy = Default()
    return [
        Choice(record.product, record, strategy.availability_policy(record.product, record))
        for record in records
    ]


def _others(product: Product) -> QuerySet[Product]:
    """Four more of the same artisan."""
    own = StockRecord.objects.of_family(product.pk)
    found = Product.objects.sold_by(own.values("partner")).exclude(pk=product.pk)
    return with_craft(found.in_the_shops_order())[:4]


def _grams(weight: int | None) -> str:
    if not weight:
        return ""
    if weight < 1000:
        return _("%(weight)d g") % {"weight": weight}
    return _("%(weight)s kg") % {"weight": f"{weight / 1000:.1f}".rstrip("0").rstrip(".")}
