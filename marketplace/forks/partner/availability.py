"""Whether something can be bought, in the words that the shopper reads."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.apps.partner import availability

from ground.design.dates import day

FEW = 3  # from here on down, how many are left is worth saying


class Unavailable(availability.Unavailable):
    """Oscar's, told why."""

    def __init__(self, message: str = "") -> None:
        self.message = message or _("Not available")

    def is_purchase_permitted(self, quantity):
        return False, self.message


class Away(Unavailable):
    """The artisan is away: shown, but bought only after their return. Oscar has no such case."""

    code = "away"

    def __init__(self, until: date) -> None:
        self.until = until
        words = _("The workshop is closed. Orders open again on %(date)s.")
        super().__init__(words % {"date": day(until)})

    @property
    def short_message(self):
        return _("Back on %(date)s") % {"date": day(self.until)}


class Available(availability.Available):
    """Oscar's, for what is made once it is ordered."""

    code = "made-to-order"

    def __init__(self, days: int = 0) -> None:
        self.days = days

    @property
    def message(self) -> str:
        if not self.days:
            return _("Made to order")
        words = ngettext(
            "Made to order: leaves the workshop in %(days)d day",
            "Made to order: leaves the workshop in %(days)d days",
            self.days,
        )
        return words % {"days": self.days}

    @property
    def short_message(self) -> str:
        return _("Made to order")


class StockRequired(availability.StockRequired):
    """Oscar's, saying how few are left only when they are few."""

    @property
    def message(self) -> str:
        if self.num_available <= 0:
            return _("Sold out")
        if self.num_available > FEW:
            return _("In stock")
        return ngettext("Last piece", "Last %(count)d pieces", self.num_available) % {
            "count": self.num_available
        }

    @property
    def short_message(self) -> str:
        return self.message

    def is_purchase_permitted(self, quantity):
        if self.num_available <= 0:
            return False, _("Sold out")
        if quantity > self.num_available:
            words = ngettext(
                "Only %(count)d piece is left.",
                "Only %(count)d pieces are left.",
                self.num_available,
            )
            return False, words % {"count": self.num_available}
        return True, ""
