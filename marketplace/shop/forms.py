"""What a product and the checkout ask. Prices are never among it."""

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import number_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_countries import countries
from oscar.templatetags.currency_filters import currency

from ground.design.dates import between, day
from ground.letters.outbox import one_line
from ground.typed.fields import LineField, MailField, PostcodeField, TelephoneField
from marketplace.forks.catalogue.models import Option
from marketplace.fulfilment.models.shipping import Method

from .quote import Choice, Parcel


class WordsField(forms.CharField):
    """One line of somebody's own words, to be put on a thing: no more than can be seen there."""

    default_error_messages = {
        "required": gettext_lazy("Type what should be put on it."),
        "max_length": gettext_lazy(
            "At most %(limit_value)d characters fit on it; this is %(show_value)d."
        ),
    }

    def to_python(self, value: Any) -> str:
        words = one_line(super().to_python(value) or "")
        words = "".join(sign for sign in words if unicodedata.category(sign) != "Cc").strip()
        is_seen = any(sign.isprintable() and not sign.isspace() for sign in words)
        return words if is_seen else ""


class WordsForm(forms.Form):
    """The buyer's own words: a field for each thing that the product asks."""

    def __init__(self, *args: Any, asked: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = {words_name(option.pk): option for option in asked}
        for name, option in self.asked.items():
            self.fields[name] = WordsField(
                label=option.name,
                help_text=escape(option.help_text or "") or _at_most(option.max_length),
                required=option.required,
                max_length=option.max_length,
                widget=forms.TextInput(
                    attrs={
                        "autocomplete": "off",
                        "data-counted": True,
                        "dir": "auto",
                        "size": min(option.max_length, 40),
                    }
                ),
            )

    def given(self) -> list[dict[str, Any]]:
        """As Oscar's basket takes them; what was left empty is not among them."""
        return [
            {"option": option, "value": self.cleaned_data[name]}
            for name, option in self.asked.items()
            if self.cleaned_data[name]
        ]


def _at_most(number: int) -> str:
    words = ngettext("%(number)s character", "At most %(number)s characters", number)
    return words % {"number": number_format(number, force_grouping=True)}


def words_name(option: int) -> str:
    """What the field for these words is called."""
    return f"words-{option}"


class BuyerForm(forms.Form):
    """Who buys: letters go to them. The names are those of Oscar's address."""

    email = MailField(
        label=gettext_lazy("Email"),
        max_length=254,
        help_text=gettext_lazy("For the confirmation and for news of your parcels."),
    )
    first_name = LineField(label=gettext_lazy("First name"), max_length=100)
    last_name = LineField(label=gettext_lazy("Last name"), max_length=100)
    phone_number = TelephoneField(
        label=gettext_lazy("Telephone"),
        required=False,
        help_text=gettext_lazy("Only for the carrier or the workshop, if there is a question."),
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        """`country`: by whose rules a telephone number is read."""
        super().__init__(*args, **kwargs)
        self.fields["phone_number"].country = country


class AddressForm(forms.Form):
    """Where the parcels go, and to whom. The names are those of Oscar's address."""

    recipient = LineField(
        label=gettext_lazy("Name on the parcels"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("If they go to somebody else. Letters about the order come to you."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    line1 = LineField(label=gettext_lazy("Street and number"), max_length=200)
    line2 = LineField(label=gettext_lazy("Flat, floor, building"), max_length=200, required=False)
    postcode = PostcodeField(label=gettext_lazy("Postcode"))
    line4 = LineField(label=gettext_lazy("Town"), max_length=120)
    country = forms.ChoiceField(label=gettext_lazy("Country"))

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        """`country`: by whose rules a postcode is read."""
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [
            (code, countries.name(code)) for code in settings.SHOP_COUNTRIES
        ]
        self.fields["postcode"].country = country


class TermsForm(forms.Form):
    """The one box that has to be ticked."""

    terms = forms.BooleanField(
        label=gettext_lazy("I accept the terms of sale"),
        error_messages={
            "required": gettext_lazy("To order, accept the terms of sale."),
        },
    )


class ApartForm(forms.Form):
    """Whether what an artisan has ready waits for what is made, or comes first."""

    apart = forms.ChoiceField(label=gettext_lazy("One parcel or two"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, choice: Choice, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, prefix=choice.together.key, **kwargs)
        self.fields["apart"].choices = [("0", _together(choice.together)), ("1", _apart(choice))]
        self.fields["apart"].help_text = help_text
        self.initial.setdefault("apart", str(int(choice.is_apart)))


class ParcelForm(forms.Form):
    """How a parcel comes, and whether it is a present."""

    option = forms.TypedChoiceField(
        label=gettext_lazy("Delivery"), coerce=int, widget=forms.RadioSelect
    )
    is_gift = forms.BooleanField(label=gettext_lazy("This parcel is a present"), required=False)
    gift_message = forms.CharField(
        label=gettext_lazy("Your message"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Written by hand on a card. No price is in the parcel."),
    )

    def __init__(self, *args: Any, parcel: Parcel, **kwargs: Any) -> None:
        super().__init__(*args, prefix=parcel.key, **kwargs)
        self.parcel = parcel
        self.apart = ApartForm(choice=parcel.choice) if parcel.choice else None
        self.fields["option"].choices = [
            (offer["option"].pk, _in_words(offer, workshop=parcel.partner.commune))
            for offer in parcel.offers()
        ]
        if parcel.chosen:
            self.initial.setdefault("option", parcel.chosen.pk)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("is_gift"):
            self.errors.pop("gift_message", None)  # the page does not show it then
            given["gift_message"] = ""
        return given

    @property
    def gift(self) -> str | None:
        """The message of a present ("" where there is none), None for a plain parcel."""
        return self.cleaned_data["gift_message"] if self.cleaned_data["is_gift"] else None


def _together(parcel: Parcel) -> SafeString:
    ready = _("ready by %(day)s") % {"day": day(parcel.send_by)}
    return _offered(_("Everything together"), _price_of(parcel), ready)


def _apart(choice: Choice) -> SafeString:
    first, second = choice.apart
    days = {"first": day(first.send_by), "second": day(second.send_by)}
    words = [_("the first ready by %(first)s, the second by %(second)s") % days]
    price = ""
    if first.chosen and second.chosen:
        price = _in_euros(first.price_of_delivery + second.price_of_delivery)
        each = {"first": _price_of(first), "second": _price_of(second)}
        words.append(_("two deliveries: %(first)s and %(second)s") % each)
    return _offered(_("What is ready first, the rest later"), price, *words)


def _price_of(parcel: Parcel) -> str:
    """Of its delivery, where one is proposed."""
    return _in_euros(parcel.price_of_delivery) if parcel.chosen else ""


def _in_euros(price: Decimal) -> str:
    return str(currency(price) if price > Decimal(0) else _("free"))


def _offered(what: str, price: str, *more: str) -> SafeString:
    return format_html(
        '<span>{}</span> <span class="offer-price">{}</span>{}',
        what,
        price,
        format_html_join("", ' <span class="offer-when">{}</span>', ((each,) for each in more)),
    )


def _in_words(offer: dict[str, Any], *, workshop: str) -> SafeString:
    """As "Parcel 4.90 €", and below it "between 3 and 5 December"."""
    option, (first, last) = offer["option"], offer["dates"]
    if option.method == Method.PICKUP:
        ready = _("ready on %(day)s") % {"day": day(first)}
        when = " ·\xa0".join(filter(None, (ready, workshop)))
    else:
        when = between(first, last)
    return _offered(option.get_method_display(), _in_euros(offer["price"]), when)


class OrderLinkForm(forms.Form):
    """What somebody knows of an order whose address they have no more."""

    number = LineField(
        label=gettext_lazy("Number of the order"),
        max_length=32,
        help_text=gettext_lazy("It stands in the letter about it, as TER-2345-6789."),
    )
    email = MailField(label=gettext_lazy("The email address it was placed with"))

    def clean_number(self) -> str:
        return "".join(self.cleaned_data["number"].split()).upper()
