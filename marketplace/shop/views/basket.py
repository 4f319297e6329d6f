"""The basket: look at it, put something in, change it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_countries import countries
from oscar.core.loading import get_model

from ground.accounts.csrf import same_origin
from ground.accounts.requests import ShopRequest
from ground.pagecache.contents import kept_contents
from ground.typed.amounts import read_count
from marketplace.forks.basket.glance import state_of_basket
from marketplace.forks.catalogue.models import Product

from ..actions import basket as actions
from ..actions import parcels
from ..forms import ApartForm, WordsForm, words_name
from ..pictures import give_pictures
from ..quote import key_of, quote_for
from .product import ask_again
from .waiting import waiting_payment

Line = get_model("basket", "Line")
REMOVED = "basket_removed"  # in the session: what was taken out last, to be put back


@never_cache
@require_GET  # what is said once is not spent on a HEAD
def summary(request: ShopRequest) -> HttpResponse:
    """What is in the basket, as the parcels it will become."""
    context = {
        **_contents(request),
        "removed": request.session.pop(REMOVED, None) if REMOVED in request.session else None,
        "waiting": waiting_payment(request),
    }
    return render(request, "marketplace/basket/summary.html", context)


def _contents(request: ShopRequest) -> dict[str, SafeString]:
    """Its parcels, drawn once for as long as it and all that they show stay as they are."""
    return kept_contents(
        request,
        lambda: _drawn(request.basket),
        by_query=False,
        whose=lambda: repr(state_of_basket(request)),
    )


def _drawn(basket: Any) -> dict[str, SafeString]:
    today, home = timezone.localdate(), settings.SHOP_COUNTRIES[0]
    parcels.choose(basket, {}, today=today)
    quote = quote_for(basket, today=today)
    if quote.is_empty:
        return {"contents": SafeString("")}
    if any(parcel.choice for parcel in quote.parcels):  # what each way costs is said beside it
        quote = quote_for(basket, today=today, country=home)
    give_pictures(line for parcel in quote.parcels for line in parcel.lines)
    said = _("Prices of delivery to this country: %(country)s. The next step asks for the address.")
    to_home = said % {"country": countries.name(home)}
    shown = [
        (parcel, parcel.choice and ApartForm(choice=parcel.choice, help_text=to_home))
        for parcel in quote.parcels
    ]
    context = {"quote": quote, "parcels": shown, "count": basket.num_items}
    # Without the request: nothing about who asks can get into what is kept.
    return {"contents": render_to_string("marketplace/basket/contents.html", context)}


@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ShopRequest, pk: int) -> HttpResponse:
    """Put a product in: to script JSON, to others the basket. The form may name a variant of it.

    Where words are to be put on it and something is wrong, its page is the answer.
    """
    product = get_object_or_404(
        Product.objects.public().select_related("parent"), pk=_whole(request, "variant") or pk
    )
    if request.method != "POST":  # the language was switched on that page, or its address kept
        return redirect(product)
    if pk not in {product.pk, product.parent_id}:
        return _answer(request, product, refused=_("Choose which one you would like."))
    listed = product.parent or product
    words = WordsForm(request.POST, asked=listed.words_asked)
    if product.is_parent and not _is_script(request):
        words.add_error(None, actions.choice_asked(product))
    if not words.is_valid():
        return ask_again(request, listed.pk, words)
    try:
        quantity = max(1, _quantity(request, otherwise=1))
        actions.add(basket=request.basket, product=product, quantity=quantity, words=words.given())
    except actions.NotForSale as refused:
        if words.fields:
            words.add_error(None, str(refused))
            return ask_again(request, listed.pk, words)
        return _answer(request, product, refused=str(refused))
    return _answer(request, product)


def _answer(request: ShopRequest, product: Product, *, refused: str = "") -> HttpResponse:
    words = refused or _("%(title)s is in your basket.") % {"title": product.get_title()}
    if _is_script(request):
        body = {"basket_count": request.basket.num_items, "message": words}
        if not refused:
            body |= {"url": reverse("basket:summary"), "label": _("See the basket")}
        return JsonResponse(body, status=409 if refused else 200)
    messages.add_message(request, messages.ERROR if refused else messages.SUCCESS, words)
    return redirect("basket:summary")


def _is_script(request: ShopRequest) -> bool:
    """Whether it is a script of the page that asks, and shows what it is told."""
    return "application/json" in request.headers.get("Accept", "")


def _whole(request: ShopRequest, name: str) -> int | None:
    """The whole number that was posted, if it is one."""
    try:
        return int(request.POST.get(name, ""))
    except ValueError:
        return None


def _quantity(request: ShopRequest, *, otherwise: int) -> int:
    """How many were asked for; `otherwise` where nothing was. Raises NotForSale for nonsense."""
    try:
        asked = read_count(request.POST.get("quantity", ""))
    except ValidationError:
        raise actions.NotForSale(_("Type how many as a whole number.")) from None
    return otherwise if asked is None else asked


@same_origin
@require_POST
def change(request: ShopRequest, pk: int) -> HttpResponse:
    """Another quantity for a line of one's own basket."""
    line = _own_line(request, pk)
    if line is None:
        return _gone(request)
    try:
        actions.change(line=line, quantity=_quantity(request, otherwise=line.quantity))
    except actions.NotForSale as refused:
        words = _("%(title)s: %(why)s")
        messages.error(request, words % {"title": line.product.get_title(), "why": refused})
    return redirect("basket:summary")


@same_origin
@require_POST
def apart(request: ShopRequest, pk: int) -> HttpResponse:
    """Whether what this artisan has ready comes first, or waits for the rest."""
    wish = request.POST.get(f"{key_of(pk)}-apart")
    if wish in {"0", "1"}:
        parcels.choose(request.basket, {pk: wish == "1"}, today=timezone.localdate())
    return redirect("basket:summary")


@same_origin
@require_POST
def remove(request: ShopRequest, pk: int) -> HttpResponse:
    """Take a line out; the next page offers to put it back."""
    line = _own_line(request, pk)
    if line is None:
        return _gone(request)
    removed = {
        "pk": line.product_id,
        "title": line.product.get_title(),
        "quantity": line.quantity,
        "words": {words_name(typed.option_id): typed.value for typed in line.attributes.all()},
    }
    try:
        actions.change(line=line, quantity=0)
    except actions.NotForSale as refused:
        messages.error(request, str(refused))
    else:
        request.session[REMOVED] = removed
    return HttpResponseRedirect(reverse("basket:summary"))


def _own_line(request: ShopRequest, pk: int) -> Any:
    """None where there is none any more; Http404 for a line of another basket."""
    lines = Line.objects.select_related("product__parent", "stockrecord__partner")
    found = lines.filter(pk=pk).first()
    if found and found.basket_id != request.basket.pk:
        raise Http404
    if found:
        found.basket = request.basket  # it knows the prices
    return found


def _gone(request: ShopRequest) -> HttpResponse:
    """The answer where another window has taken it out meanwhile."""
    messages.error(request, _("This is no longer in your basket."))
    return redirect("basket:summary")
