from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.accounts.requests import SignedInRequest
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.shop.views.product import contents_of, with_what_a_page_needs

from .. import checklist
from ..actions import editing
from ..actions import listings as actions
from ..forms import ListingForm, NewListingForm, PhotosForm, StockForm
from ..models import Listing
from ..states import MoveRefused
from .access import artisan_view, get_listing


@artisan_view
def index(request: SignedInRequest, partner: Partner) -> HttpResponse:
    """All listings in one table; price and stock are edited in their row."""
    rows = stock_rows(partner, request.POST if request.method == "POST" else None)
    forms = [row["form"] for row in rows if row["form"]]
    if request.method == "POST" and all([form.is_valid() for form in forms]):
        changed = [form for form in forms if form.has_changed()]
        for form in changed:
            editing.set_stock(form.stock, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Prices and stock are saved."))
        return redirect("studio:listings", partner.code)
    context = {"partner": partner, "tab": "listings", "rows": rows, "forms": forms}
    return render(request, "studio/listings.html", context)


def stock_rows(partner: Partner, data: QueryDict | None) -> list[dict[str, Any]]:
    """A row a listing, a row below it for each variant: `{listing, product, form}`."""
    listings = (
        Listing.objects.filter(partner=partner)
        .select_related("product")
        .prefetch_related("product__images__picture__renditions")
    )
    stocks: dict[int, list[StockRecord]] = {}
    owned = StockRecord.objects.filter(partner=partner).filter(
        Q(product__listing__isnull=False) | Q(product__parent__listing__isnull=False)
    )
    for stock in owned.select_related("product__parent").order_by("pk"):
        stocks.setdefault(stock.product.parent_id or stock.product_id, []).append(stock)
    rows = []
    for listing in listings:
        own = stocks.get(listing.pk, [])
        single = own[0] if len(own) == 1 and own[0].product_id == listing.pk else None
        rows.append(
            {
                "listing": listing,
                "product": listing.product,
                "form": StockForm(data, stock=single) if single else None,
            }
        )
        if not single:
            rows += [
                {
                    "listing": None,
                    "product": stock.product,
                    "form": StockForm(data, stock=stock),
                }
                for stock in own
            ]
    return rows


@artisan_view
def new(request: SignedInRequest, partner: Partner) -> HttpResponse:
    form = NewListingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        listing = actions.start(
            partner=partner,
            title=form.cleaned_data["title"],
            language=get_language() or "fr",
            by=request.user,
            at=timezone.now(),
        )
        return redirect("studio:listing", partner.code, listing.pk)
    return render(
        request,
        "studio/listing_new.html",
        {"partner": partner, "tab": "listings", "form": form},
    )


@artisan_view
def edit(request: SignedInRequest, partner: Partner, pk: int) -> HttpResponse:
    """The editor. Photos are kept even where a word is wrong: nobody chooses them twice."""
    listing = get_listing(partner, pk)
    form, photos = ListingForm(listing=listing), PhotosForm(product=listing.product)
    if request.method == "POST" and listing.may_be_changed:
        form = ListingForm(request.POST, listing=listing)
        photos = PhotosForm(request.POST, request.FILES, product=listing.product)
        photos.is_valid()
        words_are_right = form.is_valid()
        if words_are_right:
            editing.save(listing, data=form.cleaned_data, by=request.user, at=timezone.now())
        editing.save_photos(listing, data=photos.cleaned_data, by=request.user)
        if words_are_right and not photos.errors:
            return _after_saving(request, partner, listing)
        # What was kept is shown as kept, with what was refused above it.
        refused, photos = photos.errors, PhotosForm(product=listing.product)
        photos.refused = [str(word) for words in refused.values() for word in words]
    return render(request, "studio/listing.html", _editor(partner, listing, form, photos))


def _after_saving(request: SignedInRequest, partner: Partner, listing: Listing) -> HttpResponse:
    if "submit" in request.POST:
        return _send(request, partner, get_listing(partner, listing.pk))
    messages.success(request, _("Saved."))
    return redirect("studio:listing", partner.code, listing.pk)


def _editor(
    partner: Partner, listing: Listing, form: ListingForm, photos: PhotosForm
) -> dict[str, object]:
    steps = checklist.before_sale(listing.product, listing.product.stockrecords.first())
    return {
        "partner": partner,
        "tab": "listings",
        "listing": listing,
        "form": form,
        "photos": photos,
        "steps": steps,
        "done": sum(step.done for step in steps),
        "events": listing.events.select_related("by").order_by("-at", "-pk")[:8],
    }


def _send(request: SignedInRequest, partner: Partner, listing: Listing) -> HttpResponse:
    try:
        actions.submit(listing, by=request.user, at=timezone.now())
    except actions.NotReady as refused:
        labels = ", ".join(step.label for step in refused.steps)
        messages.error(request, _("Saved, but not sent yet. Still missing: %s.") % labels)
    except MoveRefused:
        messages.info(request, _("This listing was sent already."))
    else:
        messages.success(request, _("Sent for approval. You get a mail when it is on sale."))
    return redirect("studio:listing", partner.code, listing.pk)


@require_POST
@artisan_view
def take_down(request: SignedInRequest, partner: Partner, pk: int) -> HttpResponse:
    listing = get_listing(partner, pk)
    try:
        actions.take_down(listing, by=request.user, at=timezone.now())
    except MoveRefused:
        messages.info(request, _("This listing is not on sale."))
    else:
        messages.success(request, _("Taken off the shop. It is a draft again."))
    return redirect("studio:listing", partner.code, listing.pk)


@artisan_view
def preview(request: SignedInRequest, partner: Partner, pk: int) -> HttpResponse:
    """The product's page as shoppers will see it."""
    listing = get_listing(partner, pk)
    product = with_what_a_page_needs(Product.objects.filter(pk=listing.pk)).get()
    try:
        context = contents_of(request, product)
    except Http404:
        messages.info(request, _("The preview opens once there is a price."))
        return redirect("studio:listing", partner.code, pk)
    return render(request, "marketplace/shop/product.html", context)
