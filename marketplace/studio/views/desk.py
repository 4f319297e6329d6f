"""The first page of the studio, and the artisan's own page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, F
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from oscar.core.loading import get_model

from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.models import Consignment

from .. import checklist
from ..forms import ShopForm
from ..models import Listing
from ..states import SENT_BACK
from .access import artisan_view

StockRecord = get_model("partner", "StockRecord")
FEW = 2  # pieces left: time to make more
FIRST = 8  # orders on the desk; the others are one press away


@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """To the one workshop somebody works for, or a choice of them."""
    partners = list(Partner.objects.of(request.user).select_related("portrait"))
    if len(partners) == 1:
        return redirect("studio:desk", partners[0].code)
    return render(request, "studio/home.html", {"partners": partners})


@artisan_view
def desk(request: HttpRequest, partner: Partner) -> HttpResponse:
    """What to do next: orders first, then listings sent back, then what is running out."""
    listings = Listing.objects.there().filter(partner=partner)
    states = dict(listings.values_list("state").annotate(Count("pk")).order_by())
    left = F("num_in_stock") - Coalesce("num_allocated", 0)
    few_left = (
        StockRecord.objects.annotate(left=left)
        .filter(partner=partner, left__lte=FEW, product__is_public=True)
        .select_related("product__parent")
        .order_by("left", "pk")[:6]
    )
    to_prepare = Consignment.objects.filter(partner=partner).to_prepare()
    context = {
        "partner": partner,
        "tab": "desk",
        "consignments": to_prepare.with_lines().order_by("send_by", "pk")[:FIRST],
        "how_many": to_prepare.count(),
        "sent_back": listings.filter(state__in=SENT_BACK).select_related("product"),
        "on_sale": states.get(Listing.State.ON_SALE, 0),
        "waiting": states.get(Listing.State.SUBMITTED, 0),
        "drafts": states.get(Listing.State.DRAFT, 0),
        "few_left": few_left,
        "steps": checklist.before_opening(partner),
    }
    return render(request, "studio/desk.html", context)


@artisan_view
def shop(request: HttpRequest, partner: Partner) -> HttpResponse:
    form = ShopForm(request.POST or None, instance=partner)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your shop's page is saved."))
        return redirect("studio:shop", partner.code)
    # The form has written what was typed into the artisan; the page around it shows what is saved.
    saved = Partner.objects.get(pk=partner.pk) if form.is_bound else partner
    context = {
        "partner": saved,
        "tab": "shop",
        "form": form,
        "steps": checklist.before_opening(saved),
    }
    return render(request, "studio/shop.html", context)
