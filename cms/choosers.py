"""What an editor can choose inside a page without leaving it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from ground.provenance.models import Craft, Place
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner


def maker_of(product: Product) -> str:
    """The artisan who sells it, or one of its variants."""
    families = [product, *product.children.all()]
    records = [record for one in families for record in one.stockrecords.all()]
    return str(records[0].partner) if records else ""


class FromTheList:
    """What the chooser does not list cannot be chosen, nor its title be read by its key."""

    def get_object(self, pk: str) -> Model:
        return self.get_objects([pk]).get()

    def get_objects(self, pks: Sequence[str]) -> QuerySet[Any]:
        if not all(pk.isdecimal() and len(pk) < 19 for pk in pks):
            raise Http404
        rows: QuerySet[Any] = self.get_object_list()  # type: ignore[attr-defined]  # of the view
        return rows.filter(pk__in=pks)


class Chosen(FromTheList, ChosenView):
    pass


class ChosenMultiple(FromTheList, ChosenMultipleView):
    pass


class RecordChooser(ChooserViewSet):
    """Wagtail's, with one list for all its views."""

    chosen_view_class = Chosen
    chosen_multiple_view_class = ChosenMultiple

    @property
    def chosen_view(self) -> Any:
        return self.construct_view(self._with_list(self.chosen_view_class))

    @property
    def chosen_multiple_view(self) -> Any:
        return self.construct_view(self._with_list(self.chosen_multiple_view_class))

    def _with_list(self, view: type) -> type:
        return self.inject_view_methods(view, ["get_object_list"])


class WithMaker:
    """Two bowls are told apart by who makes them."""

    @property
    def columns(self) -> list[Column]:
        titles: list[Column] = super().columns  # type: ignore[misc]  # of the view beside
        return [*titles, Column("maker", label=_("Artisan"), accessor=maker_of)]


class ChooseProduct(WithMaker, ChooseView):
    pass


class ChooseProductResults(WithMaker, ChooseResultsView):
    pass


class ProductChooser(RecordChooser):
    """Products that a reader can open: a variant is shown by its parent."""

    model = "catalogue.Product"
    choose_view_class = ChooseProduct
    choose_results_view_class = ChooseProductResults
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")

    def get_object_list(self) -> QuerySet[Product]:
        products = Product.objects.filter(is_public=True).exclude(structure="child")
        makers = ("stockrecords__partner", "children__stockrecords__partner")
        return products.prefetch_related(*makers).order_by("title")


class ArtisanChooser(RecordChooser):
    """Artisans whose shop a reader can open."""

    model = "partner.Partner"
    icon = "user"
    choose_one_text = _("Choose an artisan")
    choose_another_text = _("Choose another artisan")

    def get_object_list(self) -> QuerySet[Partner]:
        return Partner.objects.open().order_by("name")


class KnownPlaces:
    """Who writes no pages knows the places that are public."""

    def get_object_list(self) -> QuerySet[Place]:
        is_writer = user_has_any_page_permission(self.request.user)  # type: ignore[attr-defined]
        return Place.objects.all() if is_writer else Place.objects.published()


class ChoosePlace(KnownPlaces, ChooseView):
    pass


class ChoosePlaceResults(KnownPlaces, ChooseResultsView):
    pass


class ChosenPlace(KnownPlaces, Chosen):
    pass


class ChosenPlaces(KnownPlaces, ChosenMultiple):
    pass


class PlaceChooser(RecordChooser):
    model = "provenance.Place"
    choose_view_class = ChoosePlace
    choose_results_view_class = ChoosePlaceResults
    chosen_view_class = ChosenPlace
    chosen_multiple_view_class = ChosenPlaces
    icon = "site"
    choose_one_text = _("Choose a place")
    choose_another_text = _("Choose another place")


class CraftChooser(RecordChooser):
    model = "provenance.Craft"
    icon = "cog"
    choose_one_text = _("Choose a craft")
    choose_another_text = _("Choose another craft")

    def get_object_list(self) -> QuerySet[Craft]:
        return Craft.objects.order_by("name")


class PilotChooser(RecordChooser):
    model = "incubator.Pilot"
    icon = "view"
    choose_one_text = _("Choose a pilot")
    choose_another_text = _("Choose another pilot")

    def get_object_list(self) -> QuerySet[Pilot]:
        return Pilot.objects.published()


class CallChooser(RecordChooser):
    model = "incubator.Call"
    icon = "mail"
    choose_one_text = _("Choose a call")
    choose_another_text = _("Choose another call")

    def get_object_list(self) -> QuerySet[Call]:
        return Call.objects.published()


product_chooser = ProductChooser("product_chooser", url_prefix="choose/product")
artisan_chooser = ArtisanChooser("artisan_chooser", url_prefix="choose/artisan")
place_chooser = PlaceChooser("place_chooser", url_prefix="choose/place")
craft_chooser = CraftChooser("craft_chooser", url_prefix="choose/craft")
pilot_chooser = PilotChooser("pilot_chooser", url_prefix="choose/pilot")
call_chooser = CallChooser("call_chooser", url_prefix="choose/call")

CHOOSERS = [
    product_chooser,
    artisan_chooser,
    place_chooser,
    craft_chooser,
    pilot_chooser,
    call_chooser,
]

ProductChooserBlock = product_chooser.get_block_class("ProductChooserBlock", "cms.choosers")
ArtisanChooserBlock = artisan_chooser.get_block_class("ArtisanChooserBlock", "cms.choosers")
PlaceChooserBlock = place_chooser.get_block_class("PlaceChooserBlock", "cms.choosers")
CraftChooserBlock = craft_chooser.get_block_class("CraftChooserBlock", "cms.choosers")
PilotChooserBlock = pilot_chooser.get_block_class("PilotChooserBlock", "cms.choosers")
CallChooserBlock = call_chooser.get_block_class("CallChooserBlock", "cms.choosers")
