from django.db.models import Exists, OuterRef, Q, QuerySet
from oscar.apps.catalogue import managers
from oscar.apps.catalogue.managers import *


class ProductQuerySet(managers.ProductQuerySet):
    """Oscar's, which knows what stands in the shop's window."""

    def offered_as(self, offers: QuerySet) -> "ProductQuerySet":
        """Products that one of these stock records sells, itself or as a variant."""
        own = offers.filter(product=OuterRef("pk"))
        as_variant = offers.filter(product__parent=OuterRef("pk"), product__is_public=True)
        return self.browsable().filter(Q(Exists(own)) | Q(Exists(as_variant)))

    def on_sale(self) -> "ProductQuerySet":
        """What the public may see: listings of artisans whose shop is open."""
        from marketplace.forks.partner.models import StockRecord

        return self.offered_as(StockRecord.objects.offered())
