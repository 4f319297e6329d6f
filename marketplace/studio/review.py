"""Where the operator reads what artisans want to sell: a list in the Wagtail admin, a page each."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.menus import ModelAdminMenuItem
from wagtail_modeladmin.views import InspectView

from ground.accounts.requests import SignedInRequest
from ground.backoffice.lists import ListAdmin, ReadOnly
from marketplace.forks.partner.models import StockRecord

from . import checklist
from .actions import editing
from .actions import listings as actions
from .forms import ReasonForm
from .models import Listing
from .models.listing import IS_WAITING
from .states import MOVES, MoveRefused, State

WITHOUT_A_REASON = {"approve": actions.approve, "approve_changes": editing.approve_changes}
WITH_A_REASON = {
    "request_changes": actions.request_changes,
    "suspend": actions.suspend,
    "decline_changes": editing.decline_changes,
}
OF_CHANGES = {"approve_changes", "decline_changes"}


class ReviewView(InspectView):
    """One listing as it will stand in the shop, its history, and the decision."""

    page_title = gettext_lazy("Listing")

    def get_meta_title(self) -> str:
        return str(self.instance)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        product = self.instance.product
        stocks = StockRecord.objects.of_family(product.pk)
        context = {
            "product": product,
            "stocks": stocks.select_related("product").order_by("pk"),
            "changes": self.instance.changes_to_read(),
            "missing": checklist.missing(checklist.before_sale(product)),
            "images": product.images.select_related("picture"),
            "events": self.instance.events.select_related("by").order_by("-at", "-pk"),
            "form": ReasonForm(),
            "moves": [
                name
                for name, (sources, _) in MOVES.items()
                if self.instance.state in sources
                and (self.instance.changes_sent_at or name not in OF_CHANGES)
            ],
            **kwargs,
        }
        return super().get_context_data(**context)

    def post(self, request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("studio.change_listing"):
            raise PermissionDenied
        name = request.POST.get("move", "")
        if request.POST.get("version", "") not in {"", str(self.instance.version)}:
            messages.warning(request, _("The artisan has changed it meanwhile: read it again."))
            return redirect(request.path)
        form = ReasonForm(request.POST)
        try:
            if name in WITHOUT_A_REASON:
                WITHOUT_A_REASON[name](self.instance, by=request.user, at=timezone.now())
            elif name in WITH_A_REASON and form.is_valid():
                WITH_A_REASON[name](
                    self.instance,
                    reason=form.cleaned_data["reason"],
                    by=request.user,
                    at=timezone.now(),
                )
            else:
                return self.render_to_response(self.get_context_data(form=form))
        except MoveRefused:
            messages.warning(request, _("Somebody else decided on this listing meanwhile."))
        except actions.NotReady:
            messages.warning(request, _("With these changes it would lack what is listed below."))
            return redirect(request.path)
        else:
            messages.success(request, _("Done. A letter to the artisan is on its way."))
        return redirect(self.index_url)


class Shown(SimpleListFilter):
    """Those to approve, unless all are asked for."""

    title = gettext_lazy("what is to do")
    parameter_name = "show"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("all", gettext_lazy("All listings"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        yield {
            "selected": self.value() != "all",
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": gettext_lazy("To approve"),
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Listing]) -> QuerySet[Listing]:
        asks_otherwise = self.value() == "all" or any(
            request.GET.get(name) for name in ("q", "state__exact")
        )
        return queryset if asks_otherwise else queryset.filter(IS_WAITING)


class ToApprove(ModelAdminMenuItem):
    """The queue, with its number."""

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        if how_many := Listing.objects.waiting().count():
            component.label = f"{component.label} ({how_many})"
        return component


class ListingAdmin(ListAdmin):
    model = Listing
    menu_label = gettext_lazy("Listings to approve")
    words_back = gettext_lazy("Back to the listings")
    menu_icon = "clipboard-list"
    menu_order = 310
    list_display = ("product", "partner", "what_waits", "submitted_at", "changed_at")
    list_filter = (Shown, "state")
    list_select_related = ("product", "partner")
    ordering = ("-is_waiting", "submitted_at", "pk")  # the longest waiting at the top
    search_fields = ("product__title_fr", "product__title_en", "partner__name")
    inspect_view_enabled = True
    inspect_view_class = ReviewView
    inspect_template_name = "studio/review.html"
    permission_helper_class = ReadOnly  # writing is the artisans' part

    def get_queryset(self, request: HttpRequest) -> QuerySet[Listing]:
        """Drafts are the artisans' own."""
        listings = Listing.objects.there().exclude(state=State.DRAFT)
        return listings.annotate(is_waiting=IS_WAITING)

    def what_waits(self, listing: Listing) -> str:
        state = listing.get_state_display()
        return _("Changed on sale") if listing.changes_sent_at else state

    what_waits.short_description = gettext_lazy("state")  # type: ignore[attr-defined]  # Django's way
    what_waits.admin_order_field = "state"  # type: ignore[attr-defined]

    def get_menu_item(self, order: int | None = None) -> ToApprove:
        return ToApprove(self, order or self.get_menu_order())
