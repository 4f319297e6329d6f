"""What is still missing: before a listing can be sold, before a shop can open.

A listing: Regulation (EU) 2023/988 (product safety), art. 19, asks for the maker's name and
address, a picture, an identifier and the warnings. A shop: Regulation (EU) 2022/2065 (digital
services), art. 30, asks who the trader is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord


@dataclass(frozen=True)
class Step:
    """One line of a checklist. `field` is the name of the form field that answers it."""

    label: str
    done: bool
    field: str


def missing(steps: Iterable[Step]) -> list[Step]:
    return [step for step in steps if not step.done]


def before_sale(product: Product, stock: StockRecord | None) -> list[Step]:
    """The steps of a listing, in the order of its form."""
    provenance = getattr(product, "provenance", None)
    has_price = stock is not None and stock.price is not None and stock.price > 0
    has_stock = product.is_made_to_order or (stock is not None and stock.num_in_stock is not None)
    return [
        Step(_("A name"), bool(product.title), "title_fr"),
        Step(_("A photo, with its description"), _has_described_photo(product), "photos"),
        Step(_("One line that makes people look"), bool(product.teaser), "teaser_fr"),
        Step(_("A description"), bool(product.description), "description_fr"),
        Step(_("A shelf in the shop"), product.categories.exists(), "category"),
        Step(_("A price"), has_price, "price"),
        Step(_("How many there are"), has_stock, "num_in_stock"),
        Step(_("The craft"), bool(provenance and provenance.craft_id), "craft"),
        Step(
            _("What it is made of"),
            bool(provenance and provenance.materials),
            "materials_fr",
        ),
        Step(
            _("Type or batch, for product safety"),
            bool(product.safety_identifier),
            "safety_identifier",
        ),
        Step(
            _("Warnings, or that there are none"),
            bool(product.safety_warnings),
            "safety_warnings_fr",
        ),
    ]


def _has_described_photo(product: Product) -> bool:
    images = list(product.images.select_related("picture"))
    return bool(images) and all(image.picture and image.picture.alt for image in images)


def before_opening(partner: Partner) -> list[Step]:
    """The steps of a shop, in the order of its form."""
    return [
        Step(_("Your line under the name"), bool(partner.tagline), "tagline_fr"),
        Step(_("Your story"), bool(partner.about), "about_fr"),
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
