"""Listings: the table, the editor, and sending one to be read."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ground.accounts.requests import SignedInRequest
from ground.design.pictures import rendition_specs
from ground.provenance.models import Picture, hold_cuts
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.shop.views.product import contents_of, with_what_a_page_needs

from .. import checklist
from ..actions import editing
from ..actions import listings as actions
from ..forms import ListingForm, NewListingForm, PhotosForm, StockForm
from ..models import Listing
from ..states import MoveRefused
from .access import LONGEST_SEARCH, artisan_view, get_listing

A_PAGE = 30


@artisan_view
def index(request: SignedInRequest, partner: Partner) -> HttpResponse:
    """A page of listings in one table; price and stock are edited in their row."""
    asked = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    page = Paginator(_listings(partner, asked), A_PAGE).get_page(request.GET.get("page"))
    rows = stock_rows(page.object_list, request.POST if request.method == "POST" else None)
    forms = [row["form"] for row in rows if row["form"]]
    if request.method == "POST" and all([form.is_valid() for form in forms]):
        changed = [form for form in forms if form.has_changed()]
        for form in changed:
            editing.set_stock(form.stock, **form.wanted(), by=request.user, at=timezone.now())
        messages.success(request, _("Prices and stock are saved."))
        return redirect(request.get_full_path())
    context = {
        "partner": partner,
        "tab": "listings",
        "rows": rows,
        "forms": forms,
        "page": page,
        "asked": asked,
        "is_long": asked or page.paginator.num_pages > 1,
    }
    return render(request, "studio/listings.html", context)


def _listings(partner: Partner, asked: str) -> QuerySet[Listing]:
    """Those of the artisan in which all words of the search are found."""
    listings = Listing.objects.there().filter(partner=partner)
    for word in asked.split():
        listings = listings.filter(
            Q(product__title_fr__icontains=word)
            | Q(product__title_en__icontains=word)
            | Q(product__upc__iexact=word)
        )
    return listings.select_related("product", "partner").prefetch_related(
        "product__images__picture"
    )


def stock_rows(listings: Iterable[Listing], data: QueryDict | None) -> list[dict[str, Any]]:
    """A row a listing, a row below it for each variant: `{listing, product, picture, form}`."""
    listings = list(listings)
    stocks: dict[int, list[StockRecord]] = {}
    owned = StockRecord.objects.of_family(*(listing.pk for listing in listings)).filter(
        partner__in={listing.partner_id for listing in listings}
    )
    for stock in owned.select_related("product__parent").order_by("pk"):
        stocks.setdefault(stock.product.parent_id or stock.product_id, []).append(stock)
    rows = []
    pictures = {listing.pk: first_picture(listing.product) for listing in listings}
    hold_cuts(pictures.values(), rendition_specs("thumb"))
    for listing in listings:
        own = stocks.get(listing.pk, [])
        single = own[0] if len(own) == 1 and own[0].product_id == listing.pk else None
        rows.append(
            {
                "listing": listing,
                "product": listing.product,
                "picture": pictures[listing.pk],
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


def first_picture(product: Product) -> Picture | None:
    return next((image.picture for image in product.images.all()), None)


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
    if request.method != "POST":
        photos = PhotosForm(product=listing.product)
        return _editor(request, listing, ListingForm(listing=listing), photos)
    form = ListingForm(request.POST, listing=listing)
    photos = PhotosForm(request.POST, request.FILES, product=listing.product)
    are_right = all([form.is_valid(), photos.is_valid()])
    if not listing.may_be_changed:
        form.add_error(None, _("Not saved: we are reading it. Take it back to change it."))
    elif are_right and _is_saved(request, listing, form, photos):
        return _after_saving(request, get_listing(partner, pk), form, photos)
    else:
        if new := photos.cleaned_data["photos"]:
            editing.keep_photos(listing, new, by=request.user, at=timezone.now())
        if "submit" in request.POST:
            _tell_what_is_missing(listing, form, photos)
    kept = PhotosForm(request.POST, product=listing.product)
    kept.refused = photos.refused
    return _editor(request, listing, form, kept)


def _tell_what_is_missing(listing: Listing, form: ListingForm, photos: PhotosForm) -> None:
    """Beside what is wrong: who wants to send a listing learns all that is in the way at once."""
    steps = checklist.before_sale(listing.product)
    form.ask_for(form.left_empty(steps))
    photos.ask_for(checklist.missing(steps))


def _is_saved(
    request: SignedInRequest, listing: Listing, form: ListingForm, photos: PhotosForm
) -> bool:
    """Save, or say at the fields why not."""
    try:
        editing.save(
            listing,
            data=form.cleaned_data,
            photos=photos.cleaned_data,
            by=request.user,
            at=timezone.now(),
        )
    except actions.NotReady as refused:
        form.ask_for(refused.steps)
        photos.ask_for(refused.steps)
    except editing.ChangedMeanwhile:
        form.add_error(None, _("Somebody saved it at the same moment. Save again."))
    else:
        return True
    return False


def _after_saving(
    request: SignedInRequest, listing: Listing, form: ListingForm, photos: PhotosForm
) -> HttpResponse:
    """Send it where that was asked; where something is missing or refused, show the page again."""
    fresh = PhotosForm(product=listing.product)
    fresh.refused = photos.refused
    wants_to_send = "submit" in request.POST
    try:
        if wants_to_send and photos.refused:
            actions.refuse_if_incomplete(listing.product)
        elif wants_to_send:
            actions.submit(listing, by=request.user, at=timezone.now())
    except MoveRefused:
        messages.info(request, _("This listing was sent already."))
        return redirect("studio:listing", listing.partner.code, listing.pk)
    except actions.NotReady as refused:
        messages.warning(request, _("Saved, but not sent yet: what is missing is said below."))
        form.go_on_from(listing)
        form.ask_for(refused.steps)
        fresh.ask_for(refused.steps)
        return _editor(request, listing, form, fresh)
    if photos.refused:
        messages.warning(request, _("Saved, but not every photo was taken."))
        return _editor(request, listing, ListingForm(listing=listing), fresh)
    if wants_to_send:
        messages.success(request, _("Sent for approval. You get a mail when it is on sale."))
    elif listing.proposal and listing.changes_sent_at:
        messages.success(
            request, _("Saved. The shop shows the approved words until we have read yours.")
        )
    else:
        messages.success(request, _("Saved."))
    return redirect("studio:listing", listing.partner.code, listing.pk)


def _editor(
    request: SignedInRequest, listing: Listing, form: ListingForm, photos: PhotosForm
) -> HttpResponse:
    steps = checklist.before_sale(listing.product)
    context = {
        "partner": listing.partner,
        "tab": "listings",
        "listing": listing,
        "form": form,
        "photos": photos,
        "steps": steps,
        "done": sum(step.done for step in steps),
        "events": listing.events.order_by("-at", "-pk")[:8],
    }
    return render(request, "studio/listing.html", context)


@require_POST
@artisan_view
def delete(request: SignedInRequest, partner: Partner, pk: int) -> HttpResponse:
    listing = get_listing(partner, pk)
    try:
        actions.delete(listing, by=request.user, at=timezone.now())
    except MoveRefused:
        messages.info(request, _("Only a draft can be deleted."))
        return redirect("studio:listing", partner.code, listing.pk)
    messages.success(request, _("The draft “%(name)s” is deleted.") % {"name": listing})
    return redirect("studio:listings", partner.code)


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
        context = contents_of(request, product, is_preview=True)
    except Http404:
        messages.info(request, _("The preview opens once there is a price."))
        return redirect("studio:listing", partner.code, pk)
    return render(
        request, "studio/preview.html", {**context, "partner": partner, "listing": listing}
    )
