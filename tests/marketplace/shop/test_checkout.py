"""One page, one payment, one order, whatever is pressed twice."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override
from oscar.core.loading import get_model

from marketplace.forks.partner.models import StockRecord
from marketplace.fulfilment.models import Consignment, ShippingOption
from marketplace.payments.models import Payment, SandboxCharge
from marketplace.payments.provider import ProviderError
from marketplace.settlement.models import Transaction
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ADDRESS, ArtisanFactory, make_product
from tests.letters import posted

pytestmark = pytest.mark.django_db(transaction=True)
Order = get_model("order", "Order")
PAGE = "checkout:index"


@pytest.fixture
def products():
    return [make_product(artisan=ArtisanFactory.create(standard_vat=n == 0)) for n in range(3)]


def fill(client, products):
    for product in products:
        client.post(reverse("basket:add", args=[product.pk]))


def form_of(client, **changes):
    """What a browser would send from the page as it is now."""
    page = client.get(reverse(PAGE)).context
    fields = {**ADDRESS, "terms": "on", "seen": page["quote"].digest, "key": str(page["key"])}
    for form in page["parcels"]:
        fields[f"{form.prefix}-option"] = str(form.parcel.chosen.pk) if form.parcel.chosen else ""
    return {**fields, **changes}


def pay(client, fields):
    return client.post(reverse(PAGE), fields)


def finish(client, response, play="accept"):
    """Press at the bank, and come back."""
    client.post(response.headers["Location"], {"play": play})
    return client.get(reverse("checkout:payment", args=[Payment.objects.latest("pk").reference]))


@pytest.mark.parametrize(("ticked", "is_right"), [({}, True), ({"is_gift": "on"}, False)])
def test_a_message_is_looked_at_only_where_the_parcel_is_a_present(
    client, products, ticked, is_right
):
    fill(client, products[:1])
    fields = form_of(client)
    gift = next(name for name in fields if name.startswith("parcel-")).removesuffix("-option")
    wish = {"gift_message": "x" * 301, **ticked}
    response = pay(client, fields | {f"{gift}-{name}": value for name, value in wish.items()})
    assert (response.status_code == 302) == is_right
    assert is_right or "x" * 301 in response.content.decode()


def test_three_artisans_make_one_order_three_parcels_and_four_letters(client, products):
    fill(client, products)
    fields = form_of(client)
    gift = next(name for name in fields if name.startswith("parcel-")).removesuffix("-option")
    response = pay(client, fields | {f"{gift}-is_gift": "on", f"{gift}-gift_message": "Pour toi"})
    back = finish(client, response)

    order = Order.objects.get()
    assert order.total_incl_tax == Decimal("86.70")  # 3 × 24.00 and 3 × 4.90
    assert back.headers["Location"].startswith("/fr/shop/orders/")
    page = client.get(back.headers["Location"]).content.decode()
    assert order.number in page
    assert all(f'href="{product.get_absolute_url()}"' in page for product in products)
    consignments = Consignment.objects.order_by("number")
    assert [each.number for each in consignments] == [f"{order.number}-{n}" for n in (1, 2, 3)]
    assert [each.gift_message for each in consignments] == ["Pour toi", "", ""]
    assert Payment.objects.count() == SandboxCharge.objects.count() == 1
    assert len(posted()) == 4
    assert posted()[0].to == [ADDRESS["email"]]
    assert Transaction.objects.get().entries.count() > 0
    assert sum(record.num_allocated for record in StockRecord.objects.all()) == 3


def test_the_letter_says_all_that_was_agreed_to(client):
    artisan = ArtisanFactory.create(street="1 rue du Puits", postcode="62750", commune="Loos")
    product = make_product(artisan=artisan, title="Lampe")
    fill(client, [product])
    gift = f"parcel-{artisan.pk}"
    pickup = ShippingOption.objects.get(partner=artisan, method="pickup")
    wish = {f"{gift}-option": pickup.pk, f"{gift}-is_gift": "on", f"{gift}-gift_message": "À toi"}
    wish |= {"country": "BE", "postcode": "7000"}
    shown = pay(client, form_of(client, **wish, update="1"))
    fields = form_of(client, **wish, seen=shown.context["quote"].digest)
    finish(client, pay(client, fields))
    letter = posted()[0]
    for text in (letter.body, letter.alternatives[0].content):
        for words in (
            "1 × Lampe",
            "1 rue du Puits, 62750 Loos",
            "À toi",
            artisan.email,
        ):
            assert words in text


def test_the_country_is_named_in_the_language_of_whoever_reads(client, products):
    fill(client, products[:1])
    abroad = {"country": "BE", "postcode": "7000"}
    shown = pay(client, form_of(client, **abroad, update="1"))
    fields = form_of(client, **abroad, seen=shown.context["quote"].digest)
    page = finish(client, pay(client, fields)).headers["Location"]
    assert "Belgique" in posted()[0].body
    assert "Belgium" in client.get(page.replace("/fr/", "/en/")).content.decode()


def test_a_second_press_leads_to_the_same_payment(client, products):
    fill(client, products)
    fields = form_of(client)
    first, second = pay(client, fields), pay(client, fields)
    assert first.status_code == second.status_code == 302
    assert Payment.objects.count() == 1
    finish(client, first)
    third = pay(client, fields)  # Back, and once more
    assert Payment.objects.get().reference in third.headers["Location"]
    assert (Order.objects.count(), Payment.objects.count()) == (1, 1)


def test_another_tab_with_an_old_total_pays_nothing(client, products):
    fill(client, products[:2])
    old = form_of(client)
    fill(client, products[2:])
    response = pay(client, old)
    assert (response.status_code, response.context["trouble"]) == (200, "changed")
    assert Payment.objects.count() == 0


def test_a_price_that_changed_is_shown_before_it_is_paid(client, products):
    fill(client, products)
    old = form_of(client)
    StockRecord.objects.update(price="30.00")
    response = pay(client, old)
    assert response.context["trouble"] == "changed"
    assert "104,70" in response.content.decode()
    assert (Payment.objects.count(), Order.objects.count()) == (0, 0)


def test_the_loser_is_told_before_being_charged(client, products):
    fill(client, products)
    fields = form_of(client)
    StockRecord.objects.filter(product=products[0]).update(num_allocated=10)
    response = pay(client, fields)
    assert response.status_code == 200
    assert response.context["trouble"] == "gone"
    assert response.context["quote"].unavailable[0][0].product == products[0]
    assert (Payment.objects.count(), SandboxCharge.objects.count()) == (0, 0)
    assert ADDRESS["line1"] in response.content.decode()
    gone, _why = response.context["quote"].unavailable[0]
    client.post(reverse("basket:remove", args=[gone.pk]))
    assert ADDRESS["line1"] in client.get(reverse(PAGE)).content.decode()
    finish(client, pay(client, form_of(client)))
    assert Order.objects.get().lines.count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "jeanne"),
        ("first_name", ""),
        ("line1", ""),
        ("postcode", "6230"),
        ("country", "US"),
        ("country", ""),
        ("phone_number", "call me"),
        ("terms", ""),
        ("line4", "x" * 100_000),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_typed_is_lost(client, products, field, value):
    fill(client, products)
    fields = form_of(client, last_name="Delattre-Ó 🌋 א")
    response = pay(client, fields | {field: value})
    assert response.status_code == 200
    page = response.context
    wrong = [form for form in ("buyer", "address", "terms") if field in page[form].fields]
    assert field in page[wrong[0]].errors
    assert f'href="#id_{field}"' in response.content.decode()  # from the summary on top
    assert "Delattre-Ó 🌋 א" in response.content.decode()
    assert Payment.objects.count() == 0


@pytest.mark.parametrize("option", ["999999", "9" * 100_000, "٣", "²", ""])
def test_a_delivery_that_was_not_offered_is_refused(client, products, option):
    fill(client, products)
    fields = form_of(client)
    strange = {name: option for name in fields if name.endswith("-option")}
    response = pay(client, fields | strange)
    assert response.status_code == 200
    assert Payment.objects.count() == 0


def test_another_country_is_worked_out_without_checking_the_rest(client, products):
    fill(client, products)
    fields = form_of(client, country="BE", email="half", update="1")
    response = pay(client, fields)
    assert response.context["quote"].shipping == Decimal("37.50")
    assert "half" in response.content.decode()
    assert not response.context["address"].errors


def test_who_lives_where_nothing_is_sent_is_told_that_it_has_to_be_fetched(client):
    artisan = ArtisanFactory.create(commune="Loos-en-Gohelle")
    artisan.shipping_options.filter(zone="abroad").delete()
    fill(client, [make_product(artisan=artisan)])
    at_home = pay(client, form_of(client, update="1"))
    assert not at_home.context["quote"].parcels[0].must_be_fetched
    abroad = pay(client, form_of(client, country="BE", update="1"))
    assert abroad.context["quote"].parcels[0].must_be_fetched
    assert "chercher ce colis à l’atelier, à Loos-en-Gohelle" in abroad.content.decode()


def test_where_nothing_is_sent_nothing_can_be_paid(client):
    artisan = ArtisanFactory.create()
    artisan.shipping_options.all().delete()
    fill(client, [make_product(artisan=artisan)])
    response = pay(client, form_of(client))
    assert response.status_code == 200
    assert Payment.objects.count() == 0


def test_declined_keeps_the_basket_and_what_was_typed(client, products):
    fill(client, products)
    fields = form_of(client)
    gift = next(name for name in fields if name.startswith("parcel-")).removesuffix("-option")
    partner = int(gift.removeprefix("parcel-"))
    pickup = ShippingOption.objects.get(partner=partner, method="pickup")
    fields |= {f"{gift}-option": str(pickup.pk)}
    fields |= {f"{gift}-is_gift": "on", f"{gift}-gift_message": "Pour toi"}
    shown = pay(client, fields | {"update": "1"})
    response = pay(client, fields | {"seen": shown.context["quote"].digest})
    page = finish(client, response, "decline")
    assert page.status_code == 200
    payment = Payment.objects.get()
    waiting = client.get(reverse("basket:summary")).context["waiting"]
    assert waiting == payment
    again = client.post(reverse("checkout:take-back", args=[payment.reference]), {"again": "1"})
    page = client.get(again.headers["Location"])
    assert len(page.context["quote"].parcels) == 3
    assert ADDRESS["line1"] in page.content.decode()
    present, *others = page.context["parcels"]
    assert present.parcel.chosen == pickup
    assert present["is_gift"].value() is True
    assert present["gift_message"].value() == "Pour toi"
    assert [form["is_gift"].value() for form in others] == [False, False]
    finish(client, pay(client, form_of(client)))
    assert (Order.objects.count(), Payment.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("language", "kept", "lost"),
    [
        ("fr", "Vos objets lui sont réservés", "rien n’est gardé"),
        ("en", "Your things are kept for it", "nothing is kept"),
    ],
)
def test_after_a_payment_that_failed_the_basket_says_that_nothing_is_kept(
    client, products, language, kept, lost
):
    def basket():
        return client.get(reverse("basket:summary")).content.decode()

    with override(language):
        fill(client, products[:1])
        response = pay(client, form_of(client))
        assert kept in basket()
        assert lost not in basket()
        page = finish(client, response, "decline").content.decode()
        assert ("ne sont plus gardés" if language == "fr" else "no longer kept") in page
        for state in ("declined", "expired", "cancelled"):
            Payment.objects.update(state=state)
            assert kept not in basket()
            assert lost in basket()
            assert Payment.objects.get().how_it_ended in basket()


def test_only_the_checkout_lets_forms_lead_to_the_bank(client, products, monkeypatch):
    from marketplace.payments.sandbox.provider import Sandbox

    monkeypatch.setattr(Sandbox, "hosts", ("https://pay.bank.example",))
    fill(client, products[:1])
    response = pay(client, form_of(client))
    payment = reverse("checkout:payment", args=[Payment.objects.get().reference])
    take_back = reverse("checkout:take-back", args=[Payment.objects.get().reference])
    client.post(take_back)

    def may_lead_to(path: str) -> str:
        policy = client.get(path).headers["Content-Security-Policy"]
        return next(part for part in policy.split("; ") if part.startswith("form-action"))

    assert response.status_code == 302
    for path in (reverse(PAGE), payment):
        assert may_lead_to(path) == "form-action 'self' https://pay.bank.example"
    for path in (reverse("basket:summary"), products[0].get_absolute_url(), "/fr/"):
        assert may_lead_to(path) == "form-action 'self'"


def test_the_next_order_knows_the_address_and_no_present(client, products):
    fill(client, products[:1])
    fields = form_of(client)
    gift = next(name for name in fields if name.startswith("parcel-")).removesuffix("-option")
    finish(client, pay(client, fields | {f"{gift}-is_gift": "on"}))
    fill(client, products[:1])
    page = client.get(reverse(PAGE))
    assert ADDRESS["line1"] in page.content.decode()
    assert not page.context["parcels"][0]["is_gift"].value()


def typed(client, **changes):
    """As a script sends it before the page is left."""
    response = pay(client, form_of(client, keep="1", **changes))
    assert (response.status_code, response.content) == (204, b"")


def sign_in(client, user=None):
    """By the form: what the visitor's session holds goes along."""
    user = user or UserFactory.create(first_name="Ida", last_name="Moreau")
    user.set_password("a password of its own")
    user.save()
    fields = {"login": user.email, "password": "a password of its own"}
    response = client.post(f"{reverse('account_login')}?next={reverse(PAGE)}", fields)
    assert response.headers["Location"] == reverse(PAGE)
    return user


NOTHING = dict.fromkeys(set(ADDRESS) - {"country"}, "")


def shown(page, name):
    form = next(form for form in page.context["forms"] if name in form.fields)
    return form[name].value() or ""


def test_what_was_typed_is_there_when_the_page_is_loaded_anew(client, products):
    fill(client, products[:1])
    typed(client, **NOTHING | {"first_name": "Jean-Noël", "postcode": "6230"})
    page = client.get(reverse(PAGE))
    assert [shown(page, name) for name in ("first_name", "postcode")] == ["Jean-Noël", "6230"]
    assert not page.context["buyer"].errors
    assert Payment.objects.count() == 0


def test_who_signs_in_on_the_way_finds_what_was_typed(client, products):
    fill(client, products[:1])
    gift = next(n for n in form_of(client) if n.endswith("-option")).removesuffix("-option")
    present = {f"{gift}-is_gift": "on", f"{gift}-gift_message": "Deux\nlignes"}
    typed(client, **{**ADDRESS, "first_name": "", "last_name": "", "line2": ""}, **present)
    sign_in(client)
    page = client.get(reverse(PAGE))
    assert shown(page, "line1") == ADDRESS["line1"]
    assert shown(page, "email") == ADDRESS["email"]
    assert (shown(page, "first_name"), shown(page, "last_name")) == ("Ida", "Moreau")
    assert page.context["parcels"][0]["gift_message"].value() == "Deux\nlignes"
    typed(client, **{**ADDRESS, "first_name": ""})  # emptied by the account's own hand: stays so
    assert shown(client.get(reverse(PAGE)), "first_name") == ""


def test_two_addresses_are_never_mixed(client, products):
    fill(client, products[:1])
    user = sign_in(client)
    abroad = {"country": "BE", "postcode": "1000", "phone_number": ""}
    typed(client, **abroad)
    finish(client, pay(client, form_of(client, **abroad)))
    client.logout()
    fill(client, products[:1])
    typed(client, **NOTHING, country="FR")
    sign_in(client, user)
    known = client.get(reverse(PAGE))
    names = ("line1", "postcode", "country")
    assert [shown(known, name) for name in names] == [ADDRESS["line1"], "1000", "BE"]
    client.logout()
    fill(client, products[:1])
    typed(client, **NOTHING | {"line1": "9 quai de la Scarpe"}, country="FR")
    sign_in(client, user)
    begun = client.get(reverse(PAGE))
    assert [shown(begun, name) for name in names] == ["9 quai de la Scarpe", "", "FR"]


def test_the_checkout_says_what_signing_in_has_added(client, products):
    user = sign_in(client)
    fill(client, products[:1])
    client.logout()
    fill(client, products[1:2])
    sign_in(client, user)
    assert "1 objet choisi auparavant" in client.get(reverse(PAGE)).content.decode()


def test_nothing_is_kept_of_an_order_that_is_made(client, products):
    fill(client, products[:1])
    late = form_of(client, keep="1", line2="Trop tard")
    finish(client, pay(client, form_of(client)))
    assert pay(client, late).status_code == 204
    fill(client, products[:1])
    assert shown(client.get(reverse(PAGE)), "line2") != "Trop tard"


def test_somebody_back_from_the_bank_can_go_on(client, products):
    fill(client, products)
    bank = pay(client, form_of(client)).headers["Location"]
    reference = Payment.objects.get().reference
    go_on = reverse("checkout:go-on", args=[reference])
    page = client.get(client.get(reverse(PAGE)).headers["Location"])  # Back
    assert go_on in page.content.decode()
    waiting = reverse("checkout:payment", args=[reference])
    assert f'href="{waiting}"' in client.get(reverse("basket:summary")).content.decode()
    again = client.post(go_on).headers["Location"]
    assert again.partition("?key=")[0] == bank.partition("?key=")[0]  # keys are signed anew
    client.post(bank, {"play": "accept"})
    assert client.post(go_on).headers["Location"] == reverse("checkout:payment", args=[reference])
    assert (Order.objects.count(), SandboxCharge.objects.count()) == (1, 1)


def test_a_bank_out_of_order_loses_nothing(client, products, monkeypatch):
    def fail(*args, **kwargs):
        raise ProviderError

    fill(client, products)
    fields = form_of(client)
    with monkeypatch.context() as patch:
        patch.setattr("marketplace.payments.sandbox.provider.Sandbox.authorise", fail)
        page = client.get(pay(client, fields).headers["Location"])
    go_on = reverse("checkout:go-on", args=[Payment.objects.get().reference])
    assert go_on in page.content.decode()
    finish(client, client.post(go_on))
    assert Order.objects.count() == 1


def test_the_waiting_page_learns_of_a_late_answer(client, products, monkeypatch):
    from datetime import timedelta

    monkeypatch.setattr("marketplace.payments.sandbox.actions.LATE", timedelta(0))
    fill(client, products)
    response = pay(client, form_of(client))
    reference = Payment.objects.get().reference
    status = reverse("checkout:payment-status", args=[reference])
    assert client.get(status).json() == {"waiting": True}
    client.post(response.headers["Location"], {"play": "late"})
    assert client.get(status).json() == {"waiting": False}
    assert Order.objects.count() == 1


def test_somebody_signed_in_finds_the_order_in_their_account(client, products):
    user = UserFactory.create()
    client.force_login(user)
    fill(client, products)
    finish(client, pay(client, form_of(client)))
    order = Order.objects.get()
    assert order.user == user
    assert order.number in client.get(reverse("account_orders")).content.decode()
    assert client.get(reverse("account_order", args=[order.number])).status_code == 200
    client.force_login(UserFactory.create())
    assert client.get(reverse("account_order", args=[order.number])).status_code == 404
    assert order.number not in client.get(reverse("account_orders")).content.decode()


@pytest.mark.parametrize("token", ["TER-AAAA-AAAA", "TER-AAAA-AAAA:xxxx", "x" * 500, ":"])
def test_a_guessed_link_opens_nothing(client, token):
    assert client.get(reverse("order_by_link", args=[token])).status_code == 404


def test_an_order_number_cannot_be_guessed():
    from marketplace.forks.order.utils import OrderNumberGenerator

    numbers = {OrderNumberGenerator().order_number() for _ in range(500)}
    assert len(numbers) == 500
    assert all(len(number) == 13 and number.startswith("TER-") for number in numbers)


def test_an_empty_basket_has_nothing_to_pay(client):
    assert client.get(reverse(PAGE)).headers["Location"] == reverse("basket:summary")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_orders_costs_no_more_for_many(client, count, django_assert_max_num_queries):
    client.force_login(UserFactory.create())
    for _ in range(count):
        fill(client, [make_product(), make_product()])
        finish(client, pay(client, form_of(client)))
    client.get(reverse("account_orders"))
    with django_assert_max_num_queries(14):
        client.get(reverse("account_orders"))


def kept(products):
    """Pieces of each that are kept for a payment, or sold."""
    return [product.stockrecords.get().num_allocated or 0 for product in products]


def test_who_begins_to_pay_a_second_time_keeps_nothing_twice(client, products):
    fill(client, products[:1])
    pay(client, form_of(client))
    assert kept(products) == [1, 0, 0]
    fill(client, products[1:])
    shown = pay(client, form_of(client, last_name="Carlier"))
    assert (shown.status_code, shown.context["trouble"]) == (200, "more")
    assert {line.product for parcel in shown.context["quote"].parcels for line in parcel.lines} == {
        *products
    }
    assert "Carlier" in shown.content.decode()
    assert kept(products) == [0, 0, 0]
    assert Payment.objects.get().state == "cancelled"

    finish(client, pay(client, form_of(client)))
    assert kept(products) == [1, 1, 1]
    assert Order.objects.get().lines.count() == 3


def test_a_delivery_worked_out_again_calls_no_payment_off(client, products):
    fill(client, products[:1])
    pay(client, form_of(client))
    fill(client, products[1:])
    pay(client, form_of(client, update="1"))
    assert kept(products) == [1, 0, 0]


def test_a_payment_that_the_bank_has_said_yes_to_is_not_called_off(client, products):
    fill(client, products[:1])
    pay(client, form_of(client))
    Payment.objects.update(state="authorised")
    fill(client, products[1:])
    assert pay(client, form_of(client)).status_code == 302
    assert [payment.state for payment in Payment.objects.order_by("pk")] == [
        "authorised",
        "pending",
    ]


def test_a_second_order_leaves_a_paid_one_alone(client, products):
    fill(client, products[:1])
    finish(client, pay(client, form_of(client)))
    fill(client, products[1:])
    finish(client, pay(client, form_of(client)))
    assert Order.objects.count() == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Trop d’essais en peu de temps"), ("en", "Too many tries in a short time")],
)
def test_who_begins_to_pay_too_often_is_told_and_loses_nothing(
    client, products, settings, language, words
):
    settings.LIMITS = {"checkout": {"address": (1, 3600)}}
    with override(language):
        fill(client, products[:1])
        finish(client, pay(client, form_of(client)))
        fill(client, products[1:])
        refused = pay(client, form_of(client, last_name="Carlier"))
        page = refused.content.decode()
        assert refused.status_code == 429
        assert 0 < int(refused.headers["Retry-After"]) <= 3600
        assert words in page
        assert 'value="Carlier"' in page
        assert 'value="Carlier"' in client.get(reverse(PAGE)).content.decode()
    assert (Payment.objects.count(), kept(products)) == (1, [1, 0, 0])


def test_the_waiting_page_waits_on_while_the_provider_is_out_of_order(
    client, products, monkeypatch
):
    def fail(*args, **kwargs):
        raise ProviderError

    fill(client, products)
    pay(client, form_of(client))
    status = reverse("checkout:payment-status", args=[Payment.objects.get().reference])
    monkeypatch.setattr("marketplace.payments.sandbox.provider.Sandbox.ask", fail)
    assert client.get(status).json() == {"waiting": True}


class TestOrdersOfAGuest:
    """They can be put into the account that somebody makes afterwards."""

    @pytest.fixture
    def order(self, client, products):
        fill(client, products[:1])
        finish(client, pay(client, form_of(client, email="Ines.Mercier@autour.example")))
        return Order.objects.get()

    def sign_in(self, client, email, *, verified=True):
        user = UserFactory.create(email=email)
        user.emailaddress_set.update(verified=verified)
        client.force_login(user)
        return user

    def join(self, client, order):
        client.post(reverse("account_orders_join"))
        order.refresh_from_db()
        return order.user

    def test_they_are_offered_and_joined_once_asked_for(self, client, order):
        user = self.sign_in(client, "ines.mercier@autour.example")
        page = client.get(reverse("account_orders")).content.decode()
        assert "1 commande a été passée avec votre adresse" in page
        assert order.number not in page
        assert self.join(client, order) == user
        assert order.payment.user == user
        page = client.get(reverse("account_orders")).content.decode()
        assert order.number in page
        assert "avec votre adresse" not in page

    @pytest.mark.parametrize(
        ("email", "verified"),
        [("ines.mercier@autour.example", False), ("autre@autour.example", True)],
    )
    def test_nobody_else_gets_them(self, client, order, email, verified):
        self.sign_in(client, email, verified=verified)
        assert "avec votre adresse" not in client.get(reverse("account_orders")).content.decode()
        assert self.join(client, order) is None

    def test_an_order_of_another_account_stays_there(self, client, order):
        owner = UserFactory.create()
        Order.objects.update(user=owner)
        self.sign_in(client, "ines.mercier@autour.example")
        assert self.join(client, order) == owner


@pytest.mark.parametrize(
    ("country", "postcode", "phone", "kept"),
    [
        ("BE", "B-7011", "0479/83.52.14", ("7011", "+32479835214")),
        ("NL", "6419cv", "06 1357 2468", ("6419 CV", "+31613572468")),
        ("FR", "62\u00a0820", "+33 (0)7 81 23 45 67", ("62820", "+33781234567")),
    ],
)
def test_postcode_and_telephone_are_read_by_the_country_of_the_address(
    client, products, country, postcode, phone, kept
):
    fill(client, products[:1])
    client.post(reverse(PAGE), {**form_of(client), "country": country, "update": "1"})
    fields = form_of(client) | {
        "country": country,
        "postcode": postcode,
        "phone_number": phone,
        "line4": "\u00a0Ville\u200b ",
    }
    finish(client, pay(client, fields))
    address = Order.objects.get().shipping_address
    assert (address.postcode, str(address.phone_number)) == kept
    assert address.line4 == "Ville"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_the_country_does_not_know_is_refused_at_its_field_and_kept(
    client, products, language
):
    fill(client, products[:1])
    wrong = {"country": "DE", "postcode": "62800", "phone_number": "+33 12"}
    with override(language):
        client.post(reverse(PAGE), {**form_of(client), **wrong, "update": "1"})
        page = pay(client, {**form_of(client), **wrong, "postcode": "abcde"})
    wrong = [name for form in ("buyer", "address") for name in page.context[form].errors]
    assert wrong == ["phone_number", "postcode"]
    body = page.content.decode()
    assert 'value="abcde"' in body
    assert 'value="+33 12"' in body
    assert not Payment.objects.exists()


def test_each_field_of_the_checkout_has_its_keyboard_and_none_is_cut(client, products):
    fill(client, products[:1])
    page = client.get(reverse(PAGE)).context
    forms = (page["buyer"], page["address"])
    drawn = {name: str(form[name]) for form in forms for name in form.fields}
    assert 'type="tel"' in drawn["phone_number"]
    assert 'autocomplete="tel"' in drawn["phone_number"]
    assert 'inputmode="numeric"' in drawn["postcode"]
    assert 'type="email"' in drawn["email"]
    assert not any("maxlength" in drawn[name] for name in ("postcode", "phone_number"))
