"""Where operators read what was sold: orders, parcels and payments, in the Wagtail admin."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import DateFieldListFilter, SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from oscar.core.loading import get_model
from oscar.templatetags.currency_filters import currency
from wagtail.admin.site_summary import SummaryItem
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup
from wagtail_modeladmin.views import InspectView

from ground.accounts.requests import SignedInRequest
from ground.backoffice.lists import ListAdmin, ReadOnly, breakable
from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.models import Consignment
from marketplace.payments.models import Payment
from marketplace.payments.states import UNFINISHED, MoveRefused, State

from .actions import orders

Order = get_model("order", "Order")
MAY_CANCEL = "payments.change_payment"


class WithHistory(InspectView):
    """The record, and below it the rows that `history` of its model admin names."""

    def get_fields_dict(self) -> list[dict[str, Any]]:
        return super().get_fields_dict() + self.model_admin.history(self.instance)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("The shopper and the artisans read it as you write it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OrderView(WithHistory):
    """An order, and the one way to call it off."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_cancel = self.request.user.has_perm(MAY_CANCEL)
        cancelling = {"can_cancel": may_cancel and orders.is_whole(self.instance)}
        return super().get_context_data(**{"form": CancelForm(), **cancelling, **kwargs})

    def post(self, request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MAY_CANCEL):
            raise PermissionDenied
        form = CancelForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        reason = form.cleaned_data["reason"]
        try:
            orders.cancel(self.instance, by=request.user, reason=reason, at=timezone.now())
        except orders.PartlySent:
            messages.error(request, _("A parcel has left meanwhile: nothing was cancelled."))
        except MoveRefused:
            messages.info(request, _("This was done already."))
        else:
            told = _("Cancelled. The money goes back; the shopper and the artisans have been told.")
            messages.success(request, told)
        return redirect(request.path)


class NeedsSomebody(SimpleListFilter):
    title = gettext_lazy("needs somebody")
    parameter_name = "stuck"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, Any]]:
        return [("1", _("yes"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Payment]) -> QuerySet[Payment]:
        stuck = Payment.objects.stuck(timezone.now()).order_by().values("pk")
        return queryset.filter(pk__in=stuck) if self.value() == "1" else queryset


class StuckPayments(SummaryItem):
    """What the platform could not finish, on the first page of the Wagtail admin."""

    order = 100
    template_name = "backoffice/stuck_payments.html"

    def is_shown(self) -> bool:
        return bool(self.request.user.has_perm("payments.view_payment"))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"count": Payment.objects.stuck(timezone.now()).count()}


class ReadOnlyAdmin(ListAdmin):
    permission_helper_class = ReadOnly
    inspect_view_enabled = True
    inspect_view_class = WithHistory

    def history(self, instance: Any) -> list[dict[str, Any]]:
        """More rows of the record's page: `label` and `value` each."""
        return []


class ByDay(DateFieldListFilter):
    """Django's, in our words: Oscar's field has none in French."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("Order date")


class OrderAdmin(ReadOnlyAdmin):
    model = Order
    inspect_view_class = OrderView
    inspect_template_name = "backoffice/order.html"
    menu_label = gettext_lazy("Orders")
    words_back = gettext_lazy("Back to the orders")
    menu_icon = "list-ul"
    list_display = ("number", "placed", "buyer", "total", "parcels")
    list_filter = (("date_placed", ByDay),)
    search_fields = ("number", "guest_email", "user__email")
    ordering = ("-date_placed",)
    inspect_view_fields = ("number", "user", "guest_email")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        orders = super().get_queryset(request)
        return orders.select_related("user").prefetch_related("consignments__partner")

    def placed(self, order: Any) -> str:
        return _moment(order.date_placed)

    placed.short_description = gettext_lazy("Order date")  # type: ignore[attr-defined]  # Django's way
    placed.admin_order_field = "date_placed"  # type: ignore[attr-defined]

    def buyer(self, order: Any) -> str:
        return breakable(order.email) or "—"

    buyer.short_description = gettext_lazy("Shopper")  # type: ignore[attr-defined]  # Django's way

    def total(self, order: Any) -> str:
        return currency(order.total_incl_tax, order.currency)

    total.short_description = gettext_lazy("Total")  # type: ignore[attr-defined]
    total.admin_order_field = "total_incl_tax"  # type: ignore[attr-defined]

    def parcels(self, order: Any) -> str:
        return ", ".join(
            f"{parcel.partner} ({parcel.get_state_display()})"
            for parcel in order.consignments.all()
        )

    parcels.short_description = gettext_lazy("Parcels")  # type: ignore[attr-defined]

    def history(self, order: Any) -> list[dict[str, Any]]:
        payment = getattr(order, "payment", None)
        rows = [
            {"label": _("Order date"), "value": self.placed(order)},
            {"label": _("Total"), "value": self.total(order)},
        ]
        if payment:
            rows.append(
                {"label": _("Payment"), "value": f"{payment}, {payment.get_state_display()}"}
            )
        for parcel in order.consignments.all():
            lines = parcel.lines.select_related("order_line__product")
            things = ", ".join(_with_words(line) for line in lines)
            which = [parcel.number, str(parcel.partner)]
            if parcel.part:
                which.append(parcel.get_part_display())
            state = parcel.get_state_display()
            rows.append({"label": ", ".join(which), "value": f"{state} · {things}"})
        return rows


class ConsignmentAdmin(ReadOnlyAdmin):
    model = Consignment
    menu_label = gettext_lazy("Parcels")
    words_back = gettext_lazy("Back to the parcels")
    menu_icon = "tasks"
    list_display = ("number", "partner", "state", "placed_at", "send_by", "sent_at")
    list_filter = ("state", "shipping_method", "partner")
    list_select_related = ("partner",)
    search_fields = ("number", "partner__name", "tracking_number")
    inspect_view_fields = (
        "number",
        "order",
        "partner",
        "part",
        "state",
        "shipping_method",
        "shipping_price",
        "goods_total",
        "commission_rate",
        "commission",
        "contribution",
        "vat_regime",
        "send_by",
        "carrier",
        "tracking_number",
    )

    def history(self, consignment: Consignment) -> list[dict[str, Any]]:
        return [
            {
                "label": _moment(event.at),
                "value": " · ".join(
                    str(part) for part in (event.get_state_display(), event.by, event.note) if part
                ),
            }
            for event in consignment.events.select_related("by")
        ]


class PaymentAdmin(ReadOnlyAdmin):
    model = Payment
    menu_label = gettext_lazy("Payments")
    words_back = gettext_lazy("Back to the payments")
    menu_icon = "tick-inverse"
    list_display = ("reference", "state", "amount", "order", "created_at", "what_is_wrong")
    list_filter = (NeedsSomebody, "state", "provider")
    list_select_related = ("order",)
    search_fields = ("reference", "order__number", "user__email")
    inspect_view_fields = ("reference", "state", "amount", "currency", "provider", "held_until")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Payment]:
        stuck = Payment.objects.stuck(timezone.now()).order_by().values("pk")
        return super().get_queryset(request).annotate(is_stuck=Q(pk__in=stuck))

    def what_is_wrong(self, payment: Any) -> str:
        """In words, where the platform should have finished long ago."""
        if not payment.is_stuck:
            return "—"
        return f"{UNFINISHED[State(payment.state)]} {payment.trouble}"

    what_is_wrong.short_description = gettext_lazy("What is wrong")  # type: ignore[attr-defined]

    def history(self, payment: Payment) -> list[dict[str, Any]]:
        trouble = [{"label": _("What is wrong"), "value": payment.trouble}]
        return (trouble if payment.trouble else []) + [
            {
                "label": _moment(event.at),
                "value": " · ".join(filter(None, (event.kind, event.event_id))),
            }
            for event in payment.events.all()
        ]


class ArtisanAdmin(ReadOnlyAdmin):
    """Who sells; shops are opened by `manage.py open_shop`."""

    model = Partner
    menu_label = gettext_lazy("Artisans")
    words_back = gettext_lazy("Back to the artisans")
    menu_icon = "group"
    list_display = ("name", "state", "commune", "vat_regime", "email", "phone")
    list_filter = ("state", "vat_regime")
    search_fields = ("name", "legal_name", "siret", "email", "commune")
    ordering = ("name",)
    inspect_view_fields = (
        "name",
        "code",
        "state",
        "maker",
        "legal_name",
        "siret",
        "street",
        "postcode",
        "commune",
        "email",
        "phone",
        "vat_regime",
        "vat_number",
        "commission_rate",
        "crafts",
        "place",
        "lead_time_days",
        "away_until",
        "sends_in_two",
    )

    def history(self, artisan: Partner) -> list[dict[str, Any]]:
        people = ", ".join(user.email for user in artisan.users.order_by("email"))
        return [{"label": _("Who works there"), "value": people or "—"}]


class SalesGroup(ModelAdminGroup):
    menu_label = gettext_lazy("Sales")
    menu_icon = "history"
    menu_order = 320
    items = (OrderAdmin, ConsignmentAdmin, PaymentAdmin, ArtisanAdmin)


def _with_words(line: Any) -> str:
    """What was bought, and what the buyer typed to have on it."""
    typed = "; ".join(f"{asked} {words}" for asked, words in line.order_line.words_here)
    return f"{line} ({typed})" if typed else str(line)


def _moment(at: Any) -> str:
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT")
