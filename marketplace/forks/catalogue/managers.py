"""Which products the public sees, and what is loaded with them."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from oscar.apps.catalogue import managers
from oscar.apps.catalogue.managers import *


class ProductQuerySet(managers.ProductQuerySet):
    """Oscar's, which knows what stands in the shop's window."""

    def browsable(self) -> "ProductQuerySet":
        # Oscar's, as an equation: SQLite finds no way through an index for a bare "is_public".
        return self.filter(parent=None, is_public__in=[True])

    def on_sale(self, offers: QuerySet | None = None) -> "ProductQuerySet":
        """What the public may see: listings of artisans whose shop is open.

        `offers`: only what one of these stock records sells, itself or as a variant.
        """
        from marketplace.forks.partner.models import StockRecord

        if offers is None:
            offers = StockRecord.objects.offered()
        # Asked for each product that is looked at, not once for all of them: a page shows a few.
        return self.browsable().filter(offers.filter(product__is_public=True).sell_it())

    def sold_by(self, partners: Any) -> "ProductQuerySet":
        """What these artisans have on sale: the quicker way to that, since it is little."""
        from marketplace.forks.partner.models import StockRecord

        offers = StockRecord.objects.offered().filter(partner__in=partners)
        shown_as = Coalesce("product__parent", "product")
        sold = offers.filter(product__is_public=True).annotate(shown_as=shown_as)
        return self.browsable().filter(pk__in=sold.values("shown_as"))

    def in_the_shops_order(self) -> "ProductQuerySet":
        """What the shop has chosen first, then the newest."""
        return self.order_by("-is_featured", "-date_created", "-id")
