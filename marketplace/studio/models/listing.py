"""A listing: a product on its way into the shop, and what waits to change in it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ground.history.models import Kept

from ..differences import Changes, merged
from ..states import DECIDED, OPEN_TO_CHANGE, SENT_BACK, State

if TYPE_CHECKING:
    from ground.accounts.models import User


IS_WAITING = models.Q(state=State.SUBMITTED) | models.Q(
    state=State.ON_SALE, changes_sent_at__isnull=False
)


class ListingQuerySet(models.QuerySet["Listing"]):
    def visible_to(self, user: "User") -> "ListingQuerySet":
        """Those of the artisans for whom this user works; all of them for an operator."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("studio.view_listing"):
            return self
        return self.filter(partner__users=user)

    def there(self) -> "ListingQuerySet":
        """Those that their artisan has not thrown away."""
        return self.exclude(state=State.DELETED)

    def waiting(self) -> "ListingQuerySet":
        """Those that an operator has to read: new, or changed on sale."""
        return self.filter(IS_WAITING)


class Listing(models.Model):
    """An artisan's product on its way to the shop: its owner, its state, how often it was changed.

    `product.is_public` follows the state: it is true exactly while the listing is on sale.
    """

    State = State

    product = models.OneToOneField(
        "catalogue.Product",
        verbose_name=_("product"),
        on_delete=models.CASCADE,
        related_name="listing",
        primary_key=True,
    )
    partner = models.ForeignKey(
        "partner.Partner",
        verbose_name=_("artisan"),
        on_delete=models.PROTECT,
        related_name="listings",
    )
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(
        _("version"),
        default=0,
        help_text=_("Goes up with each change: two tabs cannot undo each other."),
    )
    submitted_at = models.DateTimeField(_("sent for approval on"), null=True, blank=True)
    proposal = models.JSONField(
        _("what is to be changed"),
        null=True,
        blank=True,
        help_text=_("By field of the form: typed while on sale, and not approved yet."),
    )
    changes_sent_at = models.DateTimeField(
        _("changes sent on"),
        null=True,
        blank=True,
        help_text=_("Since when an operator has changes to read."),
    )
    changed_at = models.DateTimeField(_("changed on"), auto_now=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.product)

    @property
    def may_be_changed(self) -> bool:
        return self.state in OPEN_TO_CHANGE

    @property
    def is_sent_back(self) -> bool:
        """The operator asks for something."""
        return self.state in SENT_BACK

    @property
    def last_reason(self) -> str:
        """What the operator last asked for, in the operator's words."""
        event = self.events.exclude(reason="").order_by("-at", "-pk").first()
        return event.reason if event else ""

    def changes_to_read(self) -> Changes:
        """What an artisan has changed since the operator last decided on it, as one change."""
        changes: list[Changes] = []
        for event in self.events.order_by("at", "pk"):
            changes = [] if event.is_decision else [*changes, event.changes]
        return merged(changes)


class ListingEvent(Kept):
    """A move or a change of a listing: written once, never changed.

    `changes` is `{field: [before, after]}` of a change made after it was first sent.
    """

    listing = models.ForeignKey(
        Listing,
        verbose_name=_("listing"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    state = models.CharField(_("state"), max_length=12, choices=State.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.TextField(_("reason"), blank=True)
    changes = models.JSONField(_("changes"), default=dict, blank=True)

    class Meta:
        verbose_name = _("event of a listing")
        verbose_name_plural = _("events of listings")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.listing_id}: {self.get_state_display()}"

    @property
    def is_decision(self) -> bool:
        """A move of the operator's, rather than a change or a move of the artisan's."""
        return self.state in DECIDED and not self.changes
