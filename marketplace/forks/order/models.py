"""Oscar's order, which knows buyer from recipient and which of its links still open it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder


class Order(AbstractOrder):
    """Oscar's, which knows who bought from who receives.

    `link_generation`: of the addresses that open it; earlier ones do not any more.
    """

    link_generation = models.PositiveIntegerField(
        _("generation of its links"), default=0, db_default=0
    )

    @property
    def buyer(self):
        """The name of whoever ordered; before the two were told apart, it was the recipient's."""
        return self.billing_address or self.shipping_address


class Line(AbstractLine):
    """Oscar's, on which stands what was said before the purchase about sending it back.

    `num_allocated`: the pieces that were taken from stock for it and have not left yet.
    """

    why_kept = models.TextField(_("why it cannot be sent back"), blank=True)

    @property
    def can_track_allocations(self) -> bool:
        """Whether there is a stock to give back to: the thing may be deleted since."""
        return self.stockrecord is not None

    @property
    def title_here(self) -> str:
        """What was bought, as who reads this says it, whichever language it was bought in."""
        return self.product.get_title() if self.product else self.title

    @property
    def words(self) -> list[tuple[str, str]]:
        """What was asked, as the buyer read it, and the buyer's own words."""
        typed = sorted(self.attributes.all(), key=lambda attribute: attribute.pk)
        return [(attribute.type, attribute.value) for attribute in typed]

    @property
    def words_here(self) -> list[tuple[str, str]]:
        """The same, with what was asked as who reads this says it."""
        typed = sorted(self.attributes.all(), key=lambda attribute: attribute.pk)
        return [(each.option.name if each.option else each.type, each.value) for each in typed]


from oscar.apps.order.models import *  # noqa: E402  (Oscar fills in the rest; must stay last)
