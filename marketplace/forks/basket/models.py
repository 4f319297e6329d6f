from oscar.apps.basket.abstract_models import AbstractBasket

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


from oscar.apps.basket.models import *  # noqa: E402  (Oscar fills in the rest; must stay last)
