from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from oscar.apps.catalogue import managers
from oscar.apps.catalogue.managers import *


class ProductQuerySet(managers.ProductQuerySet):
    """Oscar's, which knows what stands in the shop's window."""

    def offered_as(self, offers: QuerySet) -> "ProductQuerySet":
        """Products that one of these stock records sells, itself or as a variant."""
        shown_as = Coalesce("product__parent", "product")
        sold = offers.filter(product__is_public=True).annotate(shown_as=shown_as)
        return self.browsable().filter(pk__in=sold.values("shown_as"))

    def on_sale(self) -> "ProductQuerySet":
        """What the public may see: listings of artisans whose shop is open."""
        from marketplace.forks.partner.models import StockRecord

        return self.offered_as(StockRecord.objects.offered())

    def in_the_shops_order(self) -> "ProductQuerySet":
        """What the shop has chosen first, then the newest."""
        return self.order_by("-is_featured", "-date_created", "-id")
