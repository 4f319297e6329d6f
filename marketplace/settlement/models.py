"""The ledger: who owes what to whom. Append-only, and balanced by its shape.

An entry moves an amount from one account to another, so there is no entry, and no transaction,
whose sum is not zero. Nothing stores a balance: balances are sums of entries.
"""

from decimal import Decimal

from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Cast, Coalesce, Round
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ground.history.models import Kept

ZERO = Decimal("0.00")


class AccountQuerySet(models.QuerySet["Account"]):
    def with_balance(self) -> "AccountQuerySet":
        """Adds `balance`: what came in less what went out, in euros."""
        cents = Coalesce(_cents_of("credit"), 0) - Coalesce(_cents_of("debit"), 0)
        return self.annotate(  # type: ignore[no-redef]  # the model names what comes of it
            balance=Cast(Cast(cents, models.FloatField()) / 100, AMOUNT)  # cents / 100 would floor
        )


AMOUNT = models.DecimalField(max_digits=14, decimal_places=2)


def _cents_of(side: str) -> models.Subquery:
    """The entries of one side, as whole cents: SQLite adds up decimals as binary fractions."""
    cents = Cast(Round(models.F("amount") * 100), models.BigIntegerField())
    return models.Subquery(
        Entry.objects.filter(**{side: models.OuterRef("pk")})
        .order_by()
        .values(side)
        .annotate(total=Sum(cents))
        .values("total")
    )


class Account(models.Model):
    """Where money stands: at a provider, owed to an artisan, with the platform, in the fund.

    Codes: `provider:sandbox`, `artisan:12`, `platform:commission`, `platform:vat`, `heritage`.
    """

    code = models.CharField(_("code"), max_length=60, unique=True)
    partner = models.ForeignKey(
        "partner.Partner",
        verbose_name=_("artisan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="accounts",
    )

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    def balance(self) -> Decimal:
        found = Account.objects.with_balance().get(pk=self.pk)
        return Decimal(str(found.balance)).quantize(ZERO)


class Transaction(Kept):
    """What happened once, with the entries that it caused. `reference` makes it happen once."""

    class Kind(models.TextChoices):
        SALE = "sale", _("Sale")
        REFUND = "refund", _("Refund")
        PAYOUT = "payout", _("Payout")
        CORRECTION = "correction", _("Correction")

    reference = models.CharField(_("reference"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    at = models.DateTimeField(_("at"), db_index=True)
    order = models.ForeignKey(
        "order.Order",
        verbose_name=_("order"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="transactions",
    )

    class Meta:
        verbose_name = _("transaction")
        verbose_name_plural = _("transactions")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.reference


class Entry(Kept):
    """An amount in euros that left one account (`debit`) for another (`credit`)."""

    transaction = models.ForeignKey(
        Transaction,
        verbose_name=_("transaction"),
        on_delete=models.PROTECT,
        related_name="entries",
    )
    consignment = models.ForeignKey(
        "fulfilment.Consignment",
        verbose_name=_("consignment"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="entries",
    )
    debit = models.ForeignKey(
        Account, verbose_name=_("from"), on_delete=models.PROTECT, related_name="outgoing"
    )
    credit = models.ForeignKey(
        Account, verbose_name=_("to"), on_delete=models.PROTECT, related_name="incoming"
    )
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    wording = models.CharField(_("wording"), max_length=160)

    class Meta:
        verbose_name = pgettext_lazy("in a ledger", "entry")
        verbose_name_plural = _("entries")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="settlement_entry_moves_something"
            ),
            models.CheckConstraint(
                condition=~Q(debit=models.F("credit")),
                name="settlement_entry_goes_from_one_account_to_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.debit} → {self.credit}: {self.amount}"
