"""Oscar's basket, with what its lines show and what buyers put on a thing."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from oscar.apps.basket.abstract_models import AbstractBasket, AbstractLine

# What a line shows, loaded once for all lines.
LINE_RELATIONS = (
    "product__parent",
    "product__provenance__craft",
    "stockrecord__partner",
)


class Basket(AbstractBasket):
    """Oscar's, which loads all that its lines show in a fixed number of queries."""

    def all_lines(self):
        if self.id is None:
            return self.lines.model.objects.none()
        if self._lines is None:
            self._lines = (
                self.lines.select_related(*LINE_RELATIONS)
                .prefetch_related("attributes__option")
                .order_by("pk")
            )
        return self._lines

    @property
    def num_lines(self) -> int:
        return len(self.all_lines())

    def merge_line(self, line, add_quantities=True):
        """Oscar's; what was to come later still does where the same thing was here already."""
        super().merge_line(line, add_quantities)
        if line.comes_later:
            self.lines.filter(line_reference=line.line_reference).update(comes_later=True)


class Line(AbstractLine):
    """Oscar's, which says what the buyer has put on it and whether it can be sent back.

    `net`: its price without VAT, where that was worked out from the total of its parcel.
    `comes_later`: the shopper has chosen that what is ready does not wait for it.
    """

    comes_later = models.BooleanField(
        _("comes in a second parcel"), default=False, db_default=False
    )

    net = None

    @property
    def line_price_excl_tax_incl_discounts(self):
        return super().line_price_excl_tax_incl_discounts if self.net is None else self.net

    @property
    def words(self) -> list[tuple[str, str]]:
        """What was asked, and the buyer's own words."""
        typed = sorted(self.attributes.all(), key=lambda attribute: attribute.pk)
        return [(attribute.option.name, attribute.value) for attribute in typed]

    @cached_property
    def why_kept(self) -> str:
        """Why it cannot be sent back, "" where it can."""
        return self.product.why_kept(with_words=bool(self.words))


from oscar.apps.basket.models import *  # noqa: E402  (Oscar fills in the rest; must stay last)
