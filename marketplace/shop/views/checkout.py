"""The one page between the basket and the payment."""

import re
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from marketplace.accounts.models import User
from marketplace.accounts.requests import ShopRequest
from marketplace.forks.partner.exceptions import OutOfStock
from marketplace.payments import actions as payments
from marketplace.payments.models import Payment

from ..actions import checkout as actions
from ..forms import AddressForm, ParcelForm, TermsForm, prefix_of
from ..quote import Quote, quote_for
from .waiting import last_payment, remember, waiting_payment

KEY = re.compile(r"\d{1,18}")  # of a row, as a form sends it
CHOICE = re.compile(rf"parcel-({KEY.pattern})-option")


@never_cache
@require_http_methods(["GET", "POST"])
def index(request: ShopRequest) -> HttpResponse:
    if request.basket.is_empty:
        return _nothing_to_pay(request)
    page = Page(request)
    if page.checks:
        is_valid = page.is_valid()
        if page.has_changed:
            page.show_again("changed")
        elif is_valid:
            try:
                return _pay(request, page)
            except OutOfStock:
                page.show_again("gone")
            except actions.QuoteChanged:
                page.show_again("changed")
    return render(request, "marketplace/checkout/index.html", page.context())


def _nothing_to_pay(request: ShopRequest) -> HttpResponse:
    """A second press, another tab, Back after paying: lead to what became of the first."""
    payment = last_payment(request)
    if payment and (request.method == "POST" or waiting_payment(request)):
        return redirect("checkout:payment", payment.reference)
    return redirect("basket:summary")


def _pay(request: ShopRequest, page: "Page") -> HttpResponse:
    now = timezone.now()
    payment = actions.begin(basket=request.basket, wish=page.wish(), by=_shopper(request), at=now)
    remember(request, payment)
    back = request.build_absolute_uri(reverse("checkout:payment", args=[payment.reference]))
    return HttpResponseRedirect(payments.send(payment, return_url=back, at=now))


class Page:
    """The quote and the forms, from what was posted or what is known of the shopper."""

    def __init__(self, request: ShopRequest) -> None:
        self.request = request
        self.trouble = ""
        self.posted: QueryDict = request.POST  # empty before anything is sent
        self.checks = request.method == "POST" and "update" not in request.POST
        self.quote_again()
        self.address = AddressForm(self._data, initial=self._known())
        self.terms = TermsForm(self._data)

    @property
    def _data(self) -> QueryDict | None:
        return self.posted if self.checks else None

    def quote_again(self) -> None:
        """As things stand now: what somebody else bought meanwhile is gone."""
        self.request.basket.reset_offer_applications()
        actions.Applicator().apply(self.request.basket, self.request.user, self.request)
        self.quote: Quote = quote_for(
            self.request.basket,
            today=timezone.localdate(),
            country=self._country(),
            choices=self._choices(),
        )
        self.parcels = [
            ParcelForm(self._data, parcel=parcel, initial=self._typed(prefix_of(parcel)))
            for parcel in self.quote.parcels
        ]

    @property
    def has_changed(self) -> bool:
        """Whether the shopper was looking at another quote than the one of this moment."""
        return self.posted.get("seen") != self.quote.digest

    def show_again(self, trouble: str) -> None:
        """With the quote of this moment, and why it is shown instead of being paid."""
        self.trouble = trouble
        self.checks = False
        self.quote_again()

    def is_valid(self) -> bool:
        forms = [self.address, self.terms, *self.parcels]
        valid = [form.is_valid() for form in forms]  # each, so that all errors show at once
        return all(valid)

    def wish(self) -> actions.Wish:
        return actions.Wish(
            address=self.address.cleaned_data,
            choices={form.parcel.partner.pk: form.cleaned_data["option"] for form in self.parcels},
            gifts={
                form.parcel.partner.pk: form.gift for form in self.parcels if form.gift is not None
            },
            seen=self.posted.get("seen", ""),
            language=get_language() or settings.LANGUAGE_CODE,
            key=_key_in(self.posted),
        )

    def context(self) -> dict[str, Any]:
        return {
            "quote": self.quote,
            "address": self.address,
            "terms": self.terms,
            "parcels": self.parcels,
            "trouble": self.trouble,
            "key": uuid4(),
            "signed_in": self.request.user.is_authenticated,
        }

    def _country(self) -> str:
        asked = self.posted.get("country") or self._known().get("country", "")
        return asked if asked in settings.SHOP_COUNTRIES else settings.SHOP_COUNTRIES[0]

    def _choices(self) -> dict[int, int]:
        """Delivery by artisan, as far as what was posted makes sense."""
        posted = {name: str(value) for name, value in self.posted.items()}
        return {
            int(artisan[1]): int(option)
            for name, option in posted.items()
            if (artisan := CHOICE.fullmatch(name)) and KEY.fullmatch(option)
        }

    def _typed(self, prefix: str) -> dict[str, Any]:
        """What was typed in a form that is shown again without being checked."""
        return {
            name.removeprefix(f"{prefix}-"): value
            for name, value in self.posted.items()
            if name.startswith(f"{prefix}-") and not name.endswith("-option")
        }

    def _known(self) -> dict[str, Any]:
        """The address: as typed, else of the last payment."""
        if self.request.method == "POST":
            return self.posted.dict()
        if not hasattr(self, "_kept"):
            self._kept = _address_of(self.request)
        return self._kept


def _shopper(request: ShopRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _address_of(request: ShopRequest) -> dict[str, Any]:
    payment, shopper = last_payment(request), _shopper(request)
    if payment is None and shopper:
        payment = Payment.objects.filter(user=shopper).order_by("-created_at").first()
    known = dict(payment.details["address"]) if payment else {}
    if shopper:
        known["email"] = shopper.email
        known.setdefault("first_name", shopper.first_name)
        known.setdefault("last_name", shopper.last_name)
    return known


def _key_in(posted: QueryDict) -> UUID:
    try:
        key = UUID(posted.get("key", ""))
    except ValueError:
        return uuid4()
    return uuid4() if Payment.objects.filter(idempotency_key=key).exists() else key
