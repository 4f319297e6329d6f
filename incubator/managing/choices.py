"""What managers choose from: what everybody may read."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from ground.provenance.models import Place
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from .together import MergingForm

PUBLIC: dict[str, Callable[[], QuerySet[Any]]] = {
    "places": lambda: Place.objects.published(),
    "artisans": lambda: Partner.objects.open().order_by("name"),
    "products": lambda: Product.objects.filter(is_public=True, parent=None).order_by("title"),
}


class PublicChoices(MergingForm):
    """Offers no draft of somebody else's; what was chosen and is public no more stays chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PUBLIC.keys() & self.fields.keys():
            self.fields[name].queryset = PUBLIC[name]()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in PUBLIC.keys() & data.keys():
            if self.instance.pk:
                before = getattr(self.instance, name).values("pk")
                hidden = before.exclude(pk__in=PUBLIC[name]().order_by().values("pk"))
                chosen = [thing.pk for thing in data[name]]
                rows = data[name].model.objects
                data[name] = rows.filter(pk__in=chosen) | rows.filter(pk__in=hidden)
        return data
