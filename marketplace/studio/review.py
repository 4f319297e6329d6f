"""Where the operator reads what artisans want to sell: a list in the Wagtail admin, a page each."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.views import InspectView

from marketplace.accounts.requests import SignedInRequest
from marketplace.backoffice.lists import ListAdmin, ReadOnly
from marketplace.forks.partner.models import StockRecord

from . import checklist
from .actions import listings as actions
from .forms import ReasonForm
from .models import Listing
from .states import MOVES, MoveRefused, State

WITHOUT_A_REASON = {"approve": actions.approve}
WITH_A_REASON = {"request_changes": actions.request_changes, "suspend": actions.suspend}


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
                name for name, (sources, _) in MOVES.items() if self.instance.state in sources
            ],
            **kwargs,
        }
        return super().get_context_data(**context)

    def post(self, request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("studio.change_listing"):
            raise PermissionDenied
        name = request.POST.get("move", "")
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
        else:
            messages.success(request, _("Done. A letter to the artisan is on its way."))
        return redirect(self.index_url)


class ListingAdmin(ListAdmin):
    model = Listing
    menu_label = gettext_lazy("Listings to approve")
    menu_icon = "clipboard-list"
    menu_order = 310
    list_display = ("product", "partner", "state", "submitted_at", "changed_at")
    list_filter = ("state",)
    list_select_related = ("product", "partner")
    ordering = ("-is_waiting", "submitted_at", "pk")  # the longest waiting at the top
    search_fields = ("product__title_fr", "product__title_en", "partner__name")
    inspect_view_enabled = True
    inspect_view_class = ReviewView
    inspect_template_name = "studio/review.html"
    permission_helper_class = ReadOnly  # writing is the artisans' part

    def get_queryset(self, request: HttpRequest) -> QuerySet[Listing]:
        """Drafts are the artisans' own."""
        listings = Listing.objects.exclude(state=State.DRAFT)
        return listings.annotate(is_waiting=Q(state=State.SUBMITTED))
