"""What is still missing: before a listing can be sold, before a shop can open.

A listing: Regulation (EU) 2023/988 (product safety), art. 19, asks for the maker's name and
address, a picture, an identifier and the warnings. A shop: Regulation (EU) 2022/2065 (digital
services), art. 30, asks who the trader is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord


@dataclass(frozen=True)
class Step:
    """One line of a checklist. `field` is the name of the form field that answers it."""

    label: str
    done: bool
    field: str


def words(name: str) -> str:
    """The form field of words in the language of the page: "title_fr"."""
    return f"{name}_{get_language() or settings.LANGUAGE_CODE}"


def missing(steps: Iterable[Step]) -> list[Step]:
    return [step for step in steps if not step.done]


def before_sale(product: Product) -> list[Step]:
    """The steps of a listing, in the order of its form. A variant's price and stock count too."""
    provenance = getattr(product, "provenance", None)
    stocks = StockRecord.objects.of_family(product.pk)
    can_be_had = Q(num_in_stock__isnull=False) | Q(product__is_made_to_order=True)
    has_price = stocks.filter(price__gt=0).exists()
    has_stock = product.is_made_to_order or stocks.filter(can_be_had).exists()
    return [
        Step(_("A name"), bool(product.title), words("title")),
        Step(_("One line that makes people look"), bool(product.teaser), words("teaser")),
        Step(_("A description"), bool(product.description), words("description")),
        Step(_("A shelf in the shop"), product.categories.exists(), "category"),
        Step(_("A photo, with its description"), _has_described_photo(product), "photos"),
        Step(_("A price"), has_price, "price"),
        Step(_("How many there are"), has_stock, "num_in_stock"),
        Step(_("The craft"), bool(provenance and provenance.craft_id), "craft"),
        Step(
            _("What it is made of"),
            bool(provenance and provenance.materials),
            words("materials"),
        ),
        Step(
            _("Type or batch, for product safety"),
            bool(product.safety_identifier),
            "safety_identifier",
        ),
        Step(
            _("Warnings, or that there are none"),
            bool(product.safety_warnings),
            words("safety_warnings"),
        ),
    ]


def _has_described_photo(product: Product) -> bool:
    images = list(product.images.select_related("picture"))
    return bool(images) and all(image.picture and image.picture.alt for image in images)


def before_opening(partner: Partner) -> list[Step]:
    """The steps of a shop, in the order of its form."""
    return [
        Step(_("Your line under the name"), bool(partner.tagline), words("tagline")),
        Step(_("Your story"), bool(partner.about), words("about")),
        Step(_("Your legal name"), bool(partner.legal_name), "legal_name"),
        Step(_("Your SIRET number"), bool(partner.siret), "siret"),
        Step(
            _("Your address"),
            bool(partner.street and partner.postcode and partner.commune),
            "street",
        ),
        Step(
            _("An email address and a phone number"),
            bool(partner.email and partner.phone),
            "email",
        ),
    ]
