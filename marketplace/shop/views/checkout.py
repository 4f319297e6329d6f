"""The one page between the basket and the payment."""

import re
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ground.accounts import limits
from ground.accounts.models import User
from ground.accounts.requests import KEY, ShopRequest
from ground.design.context import destination_of
from ground.typed.postcodes import read_postcode
from marketplace.forks.partner.exceptions import OutOfStock
from marketplace.fulfilment.models import Part
from marketplace.payments.models import Payment

from ..actions import checkout as actions
from ..actions import parcels
from ..forms import AddressForm, BuyerForm, ParcelForm, TermsForm
from ..pictures import give_pictures
from ..quote import Parcel, Quote, key_of, quote_for
from . import known
from .payment import UNANSWERED, leads_to_the_bank, to_the_bank
from .waiting import last_payment, pressed_just_now, remember, waiting_payment

BASKET = "basket:summary"
CHOICE = re.compile(rf"((?:parcel|later)-{KEY.pattern})-option")
APART = re.compile(rf"parcel-({KEY.pattern})-apart")


@leads_to_the_bank
@never_cache
@require_http_methods(["GET", "POST"])
def index(request: ShopRequest) -> HttpResponse:
    if "keep" in request.POST:
        return _keep(request)
    if request.basket.is_empty:
        return _nothing_to_pay(request)
    more = _take_back_what_waits(request)
    page = Page(request)
    if page.checks:
        is_valid = page.is_valid()
        if page.has_changed:
            page.show_again("more" if more else "changed")
        elif is_valid and destination_of(request).terms_url:  # nothing is sold without terms
            try:
                return _pay(request, page)
            except (OutOfStock, actions.QuoteChanged):
                page.show_again("changed")
            except limits.TooOften as too_often:
                page.trouble = "often"
                return too_often.answer(_show(request, page))
    return _show(request, page)


def _show(request: ShopRequest, page: "Page") -> HttpResponse:
    if request.method == "POST":
        known.keep(request)
    return render(request, "marketplace/checkout/index.html", page.context())


def _keep(request: ShopRequest) -> HttpResponse:
    """A script sends what is typed, before the page is left; what was ordered is not kept again."""
    if not request.basket.is_empty:
        known.keep(request)
    return HttpResponse(status=204)


def _take_back_what_waits(request: ShopRequest) -> bool:
    """Whoever begins to pay a second time keeps no stock twice: the first is called off.

    Its things are in the basket again, so that they can be paid together. One that the bank has
    said yes to goes its way.
    """
    if not _pays(request):
        return False
    waiting = waiting_payment(request)
    if waiting is None or waiting.state not in UNANSWERED:
        return False
    if waiting.basket_id == request.basket.pk:
        return False  # begun for this very basket, by another press at this moment
    return actions.take_back(waiting, into=request.basket, at=timezone.now())


def _pays(request: ShopRequest) -> bool:
    """Rather than looks, or lets the delivery be worked out again."""
    return request.method == "POST" and "update" not in request.POST


def _nothing_to_pay(request: ShopRequest) -> HttpResponse:
    """A second press, another tab, Back after paying: lead to what became of the first."""
    if request.method == "POST":
        if pressed := pressed_just_now(request, key=_posted_key(request.POST)):
            remember(request, pressed)
            return to_the_bank(request, pressed)
        payment = last_payment(request)
    else:
        payment = waiting_payment(request)
    return redirect("checkout:payment", payment.reference) if payment else redirect(BASKET)


def _pay(request: ShopRequest, page: "Page") -> HttpResponse:
    payment = actions.begin(
        basket=request.basket,
        wish=page.wish(),
        by=_shopper(request),
        at=timezone.now(),
        allow=lambda: limits.count("checkout", request),
    )
    remember(request, payment)
    known.forget(request)
    return to_the_bank(request, payment)


class Page:
    """The quote and the forms, from what was posted or what is known of the shopper."""

    def __init__(self, request: ShopRequest) -> None:
        self.request = request
        self.trouble = ""
        self.posted: QueryDict = request.POST  # empty before anything is sent
        self.checks = _pays(request)
        parcels.choose(request.basket, self._apart(), today=timezone.localdate())
        self.quote_again()
        self.buyer = BuyerForm(self._data, initial=self._words, country=self._country())
        # Whoever fetches everything is asked for no address; what was typed stays in the page.
        data = None if self.quote.is_fetched else self._data
        self.address = AddressForm(data, initial=self._words, country=self._country())
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
            postcode=self._postcode(),
            choices=self._choices(),
        )
        give_pictures(line for parcel in self.quote.parcels for line in parcel.lines)
        self.parcels = [
            ParcelForm(self._data, parcel=parcel, initial=self._typed(parcel))
            for parcel in self.quote.parcels
        ]

    @property
    def has_changed(self) -> bool:
        """Whether the shopper was looking at another quote than the one of this moment."""
        return self.posted.get("seen") != self.quote.digest

    def show_again(self, why: str) -> None:
        """With the quote of this moment, and why it is shown instead of being paid."""
        self.checks = False
        self.quote_again()
        if self.quote.unavailable:
            why = "gone"
        elif self.quote.territory and self.quote.undecided:
            why = ""  # said at the postcode
        self.trouble = why

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in self.forms]  # each, so that all errors show at once
        if self.quote.territory and self.quote.undecided:
            self.address.add_error("postcode", self.quote.territory.refusal)
            return False
        return all(valid)

    @property
    def forms(self) -> list[Form]:
        """All that is sent, in its order on the page."""
        where = [] if self.quote.is_fetched else [self.address]
        return [self.buyer, *where, *self.parcels, self.terms]

    def wish(self) -> actions.Wish:
        return actions.Wish(
            address=self._address(),
            choices={form.parcel.key: form.cleaned_data["option"] for form in self.parcels},
            gifts={form.parcel.key: form.gift for form in self.parcels if form.gift is not None},
            seen=self.posted.get("seen", ""),
            language=get_language() or settings.LANGUAGE_CODE,
            key=_new_key(self.posted),
        )

    def _address(self) -> dict[str, str]:
        """Of the buyer and of the parcels; no street where everything is fetched."""
        nowhere = dict.fromkeys(self.address.fields, "") | {"country": self._country()}
        where = nowhere if self.quote.is_fetched else self.address.cleaned_data
        return {**self.buyer.cleaned_data, **where}

    def context(self) -> dict[str, Any]:
        return {
            "quote": self.quote,
            "forms": self.forms,
            "buyer": self.buyer,
            "address": self.address,
            "terms": self.terms,
            "parcels": self.parcels,
            "trouble": self.trouble,
            "key": uuid4(),
            "signed_in": self.request.user.is_authenticated,
        }

    @cached_property
    def _words(self) -> dict[str, Any]:
        """The fields by name: as they were sent, else as they were known before."""
        if self.request.method == "POST":
            return self.posted.dict()
        return known.fields_of(self.request)

    def _country(self) -> str:
        asked = self._words.get("country")
        return asked if asked in settings.SHOP_COUNTRIES else settings.SHOP_COUNTRIES[0]

    def _postcode(self) -> str:
        """As its country writes it; nothing as long as it is none."""
        try:
            return read_postcode(str(self._words.get("postcode", "")), self._country())
        except ValidationError:
            return ""

    def _choices(self) -> dict[str, int]:
        """Delivery by parcel, as far as it makes sense."""
        fields = {name: str(value) for name, value in self._words.items()}
        return {
            parcel[1]: int(option)
            for name, option in fields.items()
            if (parcel := CHOICE.fullmatch(name)) and KEY.fullmatch(option)
        }

    def _apart(self) -> dict[int, bool]:
        """By artisan, whether it comes in two parcels; what was chosen before is in the basket."""
        return {
            int(artisan[1]): value == "1"
            for name, value in self.posted.items()
            if (artisan := APART.fullmatch(name)) and value in {"0", "1"}
        }

    def _typed(self, parcel: Parcel) -> dict[str, Any]:
        """For a form that is shown without being checked; deliveries are the quote's.

        A parcel that has just become two, or two that have become one, keep what was typed.
        """
        first = self._typed_for(key_of(parcel.partner.pk))
        second = self._typed_for(key_of(parcel.partner.pk, Part.SECOND))
        if parcel.part == Part.SECOND:
            return second or first
        is_second_a_present = parcel.part == Part.WHOLE and "is_gift" in second
        return second if is_second_a_present and "is_gift" not in first else first

    def _typed_for(self, prefix: str) -> dict[str, Any]:
        return {
            name.removeprefix(f"{prefix}-"): value
            for name, value in self._words.items()
            if name.startswith(f"{prefix}-") and not name.endswith("-option")
        }


def _shopper(request: ShopRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _posted_key(posted: QueryDict) -> UUID | None:
    try:
        return UUID(posted.get("key", ""))
    except ValueError:
        return None


def _new_key(posted: QueryDict) -> UUID:
    """The form's own, unless it is none or another payment has it."""
    key = _posted_key(posted)
    is_taken = key and Payment.objects.filter(idempotency_key=key).exists()
    return uuid4() if key is None or is_taken else key
