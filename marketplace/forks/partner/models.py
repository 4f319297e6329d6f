"""Oscar's partner is our artisan; its stock records know what is kept for payments."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models.functions import Coalesce, Least
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord
from wagtail.search import index

from .exceptions import OutOfStock


class ShopState(models.TextChoices):
    PREPARING = "preparing", _("In preparation")
    SUBMITTED = "submitted", _("Waiting for approval")
    OPEN = "open", pgettext_lazy("shop", "Open")
    SUSPENDED = "suspended", _("Suspended")


class VatRegime(models.TextChoices):
    FRANCHISE = "franchise", _("VAT franchise")
    STANDARD = "standard", _("VAT at the standard rate")

    @property
    def mention(self) -> str:
        """What has to stand beside the prices of such a seller."""
        if self == VatRegime.STANDARD:
            return gettext("VAT included")
        return gettext("VAT not applicable, %(law)s") % {"law": settings.VAT_FRANCHISE_LAW}


class PartnerQuerySet(models.QuerySet["Partner"]):
    def open(self) -> "PartnerQuerySet":
        """Artisans whose shop the public may see."""
        return self.filter(state=ShopState.OPEN)

    def of(self, user) -> "PartnerQuerySet":
        """Artisans for whom this user works."""
        return self.filter(users=user) if user.is_authenticated else self.none()


class Partner(index.Indexed, AbstractPartner):
    """An artisan: Oscar's partner, with a public shop and what the law asks a seller to tell."""

    State = ShopState
    VatRegime = VatRegime

    state = models.CharField(
        _("state"), max_length=12, choices=ShopState.choices, default=ShopState.PREPARING
    )
    maker = models.CharField(_("who makes"), max_length=160, blank=True)
    tagline = models.CharField(_("in one line"), max_length=200, blank=True)
    about = models.TextField(_("about"), blank=True)
    portrait = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    place = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("nearest place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="artisans",
    )
    crafts = models.ManyToManyField(
        "provenance.Craft", verbose_name=_("crafts"), blank=True, related_name="artisans"
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    since = models.PositiveSmallIntegerField(_("working since"), null=True, blank=True)
    is_invented = models.BooleanField(
        _("invented for the demo"), default=False, help_text=_("Shown on the page.")
    )

    # Who sells: Regulation (EU) 2022/2065, art. 30; Regulation (EU) 2023/988, art. 19.
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    siret = models.CharField(_("SIRET"), max_length=14, blank=True)
    street = models.CharField(_("street"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    commune = models.CharField(_("commune"), max_length=120, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    vat_regime = models.CharField(
        _("VAT regime"),
        max_length=12,
        choices=VatRegime.choices,
        default=VatRegime.FRANCHISE,
    )
    vat_number = models.CharField(_("VAT number"), max_length=20, blank=True)

    lead_time_days = models.PositiveSmallIntegerField(_("days to prepare an order"), default=3)
    sends_in_two = models.BooleanField(
        _("also sends in two parcels"),
        default=False,
        db_default=False,
        help_text=_(
            "When what is in stock would wait for a thing that is made to order, shoppers may "
            "have it first; they pay for two deliveries."
        ),
    )
    away_until = models.DateField(
        _("away until"),
        null=True,
        blank=True,
        help_text=_("Until that day the listings are shown but cannot be bought."),
    )
    commission_rate = models.DecimalField(
        _("commission rate"),
        max_digits=5,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("A share, as 0.12 for 12 %. Empty: the rate of the platform."),
    )

    objects = PartnerQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("tagline_fr"),
        index.SearchField("tagline_en"),
        index.SearchField("about_fr"),
        index.SearchField("about_en"),
        index.SearchField("commune"),
        index.FilterField("state"),
    ]

    class Meta(AbstractPartner.Meta):
        verbose_name = _("artisan")
        verbose_name_plural = _("artisans")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(commission_rate__isnull=True)
                | models.Q(commission_rate__range=(0, 1)),
                name="partner_commission_rate_is_a_share",
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("artisans:shop", args=[self.code])

    @property
    def vat_mention(self) -> str:
        return VatRegime(self.vat_regime).mention

    @property
    def is_open(self) -> bool:
        return self.state == ShopState.OPEN

    @property
    def is_away(self) -> bool:
        return self.away_until is not None and self.away_until > timezone.localdate()


class StockRecordQuerySet(models.QuerySet["StockRecord"]):
    def of_family(self, *products: Any) -> "StockRecordQuerySet":
        """Those of the products with these primary keys, and of their variants."""
        family = models.Q(pk__in=products) | models.Q(parent__in=products)
        # Asked of one table: databases find both in an index, and need not read every record.
        model = self.model._meta.get_field("product").related_model
        return self.filter(product__in=model.objects.filter(family).order_by().values("pk"))

    def sell_it(self) -> models.Q:
        """Whether one of these sells the product of the query around, itself or as a variant."""
        itself = self.filter(product=models.OuterRef("pk"))
        a_variant = self.filter(product__parent=models.OuterRef("pk"))
        return models.Exists(itself) | models.Exists(a_variant)

    def offered(self) -> "StockRecordQuerySet":
        """Those with a price, of artisans whose shop is open."""
        return self.filter(price__isnull=False, partner__state=ShopState.OPEN)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        created = super().bulk_create(objs, *args, **kwargs)
        self.model.objects.filter(pk__in=[record.pk for record in created]).log_prices()
        return created

    bulk_create.alters_data = True  # type: ignore[attr-defined]  # Django's way

    def log_prices(self, *, by: Any = None, at: datetime | None = None) -> None:
        """Write down each price that is not the last one known, the first as well.

        Directive 98/6/EC, art. 6a: the lowest price of the last 30 days has to be known.
        """
        log = self.model._meta.get_field("price_changes").related_model  # of the studio, above us
        known = log.objects.filter(stockrecord=models.OuterRef("pk")).order_by("-at", "-pk")
        last = models.Subquery(known.values("price")[:1])
        priced = self.filter(price__isnull=False).annotate(last=last)
        unknown = priced.filter(models.Q(last=None) | ~models.Q(last=models.F("price")))
        at = at or timezone.now()
        log.objects.bulk_create(
            log(stockrecord_id=pk, price=price, at=at, by=by)
            for pk, price in unknown.order_by("pk").values_list("pk", "price")
        )

    log_prices.alters_data = True  # type: ignore[attr-defined]

    def buyable(self, today: date) -> "StockRecordQuerySet":
        """Those that can be bought today: the artisan is there, and it is there or made."""
        allocated = Coalesce(models.F("num_allocated"), 0)
        return self.offered().filter(
            models.Q(partner__away_until=None) | models.Q(partner__away_until__lte=today),
            models.Q(product__is_made_to_order=True) | models.Q(num_in_stock__gt=allocated),
        )


class StockRecord(AbstractStockRecord):
    """Oscar's, with stock that cannot be taken twice: the database refuses the second.

    `price` includes VAT. `num_in_stock` is empty for what is made to order.
    """

    objects = StockRecordQuerySet.as_manager()

    class Meta(AbstractStockRecord.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(num_in_stock__isnull=True)
                | models.Q(num_allocated__isnull=True)
                | models.Q(num_allocated__lte=models.F("num_in_stock")),
                name="partner_stock_is_never_oversold",
            ),
            models.CheckConstraint(
                condition=models.Q(num_allocated__isnull=True) | models.Q(num_allocated__gte=0),
                name="partner_allocation_is_never_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0),
                name="partner_price_is_never_negative",
            ),
        ]

    @transaction.atomic
    def save(self, *args: Any, by: Any = None, at: datetime | None = None, **kwargs: Any) -> None:
        """Wherever a price is set, it is written down; `by`, `at`: who set it and when."""
        super().save(*args, **kwargs)
        if "price" in (kwargs.get("update_fields") or {"price"}):
            StockRecord.objects.filter(pk=self.pk).log_prices(by=by, at=at)

    # What was taken is given back or sent, whatever the product has become since.
    can_track_allocations = True

    def allocate(self, quantity: int) -> int:
        """Take pieces, in one conditional UPDATE. Raises OutOfStock, having changed nothing.

        Returns how many it took, for whoever asked to remember: none of what is made to order.
        """
        if self.product.is_made_to_order:
            return 0
        allocated = Coalesce(models.F("num_allocated"), 0) + quantity
        taken = StockRecord.objects.filter(pk=self.pk, num_in_stock__gte=allocated).update(
            num_allocated=allocated
        )
        if not taken:
            raise OutOfStock(self, quantity)
        self.refresh_from_db(fields=["num_allocated"])
        self.post_save_signal()
        return quantity

    allocate.alters_data = True

    def consume_allocation(self, quantity: int) -> None:
        """Pieces that were taken leave the stock, also where it is counted no longer.

        Oscar's refuses where a count was changed meanwhile: a parcel that has left has left.
        """
        gone = Least(Coalesce(models.F("num_allocated"), 0), quantity)
        StockRecord.objects.filter(pk=self.pk).update(
            num_allocated=Coalesce(models.F("num_allocated"), 0) - gone,
            num_in_stock=models.F("num_in_stock") - gone,
        )
        self.refresh_from_db(fields=["num_allocated", "num_in_stock"])
        self.post_save_signal()

    consume_allocation.alters_data = True


from oscar.apps.partner.models import *  # noqa: E402  (Oscar fills in the rest; must stay last)
