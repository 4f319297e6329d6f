"""What is ready comes first, what is made later: chosen, agreed to, sent and booked as two."""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from oscar.core.loading import get_model

from marketplace.forks.basket.models import Line
from marketplace.forks.catalogue.models import Product
from marketplace.forks.offer.models import Benefit, Condition, ConditionalOffer, Range
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.fulfilment import actions as fulfilment
from marketplace.fulfilment.models import Consignment, Part, ShippingOption
from marketplace.payments.models import Payment
from marketplace.settlement.models import Entry
from marketplace.shop.actions import orders, parcels
from marketplace.shop.earlier_agreements import VERSION
from marketplace.shop.quote import key_of
from marketplace.studio.actions.creation import Words
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, make_basket, make_product, make_quote
from tests.letters import posted
from tests.marketplace.shop.test_checkout import PAGE, fill, finish, form_of, pay

pytestmark = pytest.mark.django_db(transaction=True)
Order = get_model("order", "Order")
Voucher = get_model("voucher", "Voucher")


@pytest.fixture
def potter() -> Partner:
    """Sends letters up to 500 g for 3.20 €, parcels for 7.10 €, and in two if one likes."""
    artisan = ArtisanFactory.create(
        name="Atelier du Four", sends_in_two=True, lead_time_days=2, commune="Béthune"
    )
    ShippingOption.objects.filter(partner=artisan, method="parcel").update(price="7.10")
    ShippingOption.objects.create(
        partner=artisan, method="letter", price=Decimal("3.20"), max_weight_g=500
    )
    return artisan


@pytest.fixture
def cup(potter: Partner) -> Product:
    return make_product(artisan=potter, title="Gobelet", price="19.00", weight_g=320)


@pytest.fixture
def stove(potter: Partner) -> Product:
    return make_product(
        artisan=potter,
        title="Poêle",
        price="310.00",
        weight_g=4200,
        stock=None,
        lead_time_days=24,
    )


def choose(client: Client, artisan: Partner, value: str = "1") -> Any:
    return client.post(
        reverse("basket:apart", args=[artisan.pk]), {f"{key_of(artisan.pk)}-apart": value}
    )


def quote_of(client: Client) -> Any:
    return client.get(reverse(PAGE)).context["quote"]


def choices_of(client: Client) -> list[Any]:
    return [parcel.choice for parcel in quote_of(client).parcels if parcel.choice]


def sent(quote: Any) -> list[tuple[Part, list[str], str, Decimal]]:
    """Each parcel: which it is, what is in it, how it comes and for how much."""
    return [
        (
            parcel.part,
            [line.product.title for line in parcel.lines],
            parcel.chosen.method,
            parcel.shipping,
        )
        for parcel in quote.parcels
    ]


def buy(client: Client, **changes: Any) -> Any:
    finish(client, pay(client, form_of(client, **changes)))
    return Order.objects.latest("pk")


def adds_up(order: Any) -> None:
    """What was paid is the order, its parcels and what the ledger took in."""
    payment = Payment.objects.get(order=order)
    incoming = Entry.objects.filter(transaction__order=order, debit__code="provider:sandbox")
    booked = sum(entry.amount for entry in incoming)
    assert payment.amount == order.total_incl_tax == booked
    assert payment.amount == sum(parcel.total for parcel in order.consignments.all())


class TestOffered:
    def test_only_where_the_artisan_allows_it(self, client, potter, cup, stove):
        Partner.objects.update(sends_in_two=False)
        fill(client, [cup, stove])
        choose(client, potter)
        assert choices_of(client) == []
        assert not Line.objects.filter(comes_later=True).exists()

    def test_it_is_off_until_the_artisan_says_so(self):
        assert ArtisanFactory.create().sends_in_two is False

    @pytest.mark.parametrize("which", ["cup", "stove"])
    def test_nothing_is_asked_where_nothing_waits(self, client, request, which):
        fill(client, [request.getfixturevalue(which)])
        assert choices_of(client) == []

    def test_what_is_in_stock_and_takes_as_long_waits_for_nothing(self, client, potter, stove):
        slow = make_product(artisan=potter, lead_time_days=30)
        fill(client, [slow, stove])
        assert choices_of(client) == []

    def test_of_three_things_the_two_that_are_ready_come_first(self, client, potter, cup, stove):
        soon = make_product(artisan=potter, title="Bol", lead_time_days=5, weight_g=100)
        fill(client, [stove, cup, soon])
        choose(client, potter)
        first, second = quote_of(client).parcels
        assert [line.product for line in first.lines] == [cup, soon]
        assert [line.product for line in second.lines] == [stove]
        assert first.waits_for[0].product == soon
        assert first.send_by < second.send_by

    def test_what_is_made_as_soon_as_the_rest_is_ready_does_not_come_later(
        self, client, potter, cup, stove
    ):
        quick = make_product(artisan=potter, title="Plaque", stock=None, lead_time_days=1)
        fill(client, [cup, quick, stove])
        (choice,) = choices_of(client)
        assert [line.product for line in choice.apart[0].lines] == [cup, quick]

    def test_a_variant_takes_as_long_as_its_listing_says(self, client, potter, cup):
        listing = make_product(
            artisan=potter,
            price="0",
            variants=[("mat", "80.00", None), ("brillant", "90.00", None)],
            lead_time_days=17,
        )
        fill(client, [cup])
        variant = listing.children.get(upc="mat")
        client.post(reverse("basket:add", args=[listing.pk]), {"variant": variant.pk})
        choose(client, potter)
        assert [parcel.part for parcel in quote_of(client).parcels] == [Part.FIRST, Part.SECOND]

    def test_one_of_two_artisans_sends_in_two(self, client, potter, cup, stove):
        other = ArtisanFactory.create(name="Autre")
        theirs = [
            make_product(artisan=other),
            make_product(artisan=other, stock=None, lead_time_days=40),
        ]
        fill(client, [cup, *theirs, stove])
        choose(client, potter)
        choose(client, other)
        assert [(parcel.partner, parcel.part) for parcel in quote_of(client).parcels] == [
            (potter, Part.FIRST),
            (potter, Part.SECOND),
            (other, Part.WHOLE),
        ]


class TestPrices:
    def test_each_parcel_costs_what_its_own_weight_costs(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        assert sent(quote_of(client)) == [
            (Part.WHOLE, ["Gobelet", "Poêle"], "parcel", Decimal("7.10"))
        ]
        choose(client, potter)
        assert sent(quote_of(client)) == [
            (Part.FIRST, ["Gobelet"], "letter", Decimal("3.20")),
            (Part.SECOND, ["Poêle"], "parcel", Decimal("7.10")),
        ]

    @pytest.mark.parametrize(
        ("language", "together", "apart"),
        [("fr", "7,10\xa0€", "10,30\xa0€"), ("en", "€7.10", "€10.30")],
    )
    @pytest.mark.parametrize("is_apart", ["0", "1"])
    def test_both_pages_say_what_each_way_costs(
        self, client, potter, cup, stove, language, together, apart, is_apart
    ):
        fill(client, [cup, stove])
        choose(client, potter, is_apart)
        with override(language):
            for page in ("basket:summary", PAGE):
                body = client.get(reverse(page)).content.decode()
                radios = body[body.index(f'name="{key_of(potter.pk)}-apart"') :]
                radios = radios[: radios.index("</fieldset>")]
                assert f'offer-price">{together}<' in radios
                assert f'offer-price">{apart}<' in radios
                assert re.findall(r'value="(\d)"[^>]* checked', radios) == [is_apart]

    def test_together_it_may_be_free_and_apart_not(self, client, potter, cup, stove):
        """Two parcels lose what the sum of one had won: nothing is promised free that is not."""
        ShippingOption.objects.filter(partner=potter, method="parcel").update(free_from="320")
        fill(client, [cup, stove])
        assert quote_of(client).shipping == 0
        choose(client, potter)
        quote = quote_of(client)
        assert quote.shipping == Decimal("10.30")
        assert choices_of(client)[0].together.price_of_delivery == 0
        Partner.objects.update(sends_in_two=False)
        assert quote_of(client).shipping == 0

    def test_a_way_of_sending_too_weak_for_all_may_do_for_each(self, potter, cup, stove):
        ShippingOption.objects.filter(partner=potter).exclude(method="parcel").delete()
        ShippingOption.objects.filter(partner=potter).update(max_weight_g=4300)
        basket = make_basket(cup, stove)
        assert make_quote(basket).out_of_reach
        parcels.choose(basket, {potter.pk: True}, today=timezone.localdate())
        assert [parcel.shipping for parcel in make_quote(basket).parcels] == [Decimal("7.10")] * 2

    def test_where_nothing_is_sent_no_price_is_said(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        choose(client, potter)
        where = {"country": "FR", "postcode": "97400", "update": "1"}
        page = pay(client, {**form_of(client), **where})
        first, second = page.context["quote"].parcels
        assert (first.chosen, second.chosen) == (None, None)
        body = page.content.decode()
        assert body.count('<span class="offer-price"></span>') == 2

    def test_as_many_questions_for_one_thing_as_for_many_and_for_one_parcel_as_for_two(
        self, potter, cup, stove
    ):
        counts = []
        for others, is_apart in [(0, False), (0, True), (4, False), (4, True)]:
            more = [make_product(artisan=potter) for _ in range(others)]
            basket = make_basket(cup, stove, *more)
            parcels.choose(basket, {potter.pk: is_apart}, today=timezone.localdate())
            basket = type(basket).objects.get(pk=basket.pk)
            with CaptureQueriesContext(connection) as asked:
                make_quote(basket)
            counts.append(len(asked))
        assert len(set(counts)) == 1

    def test_an_offer_on_goods_and_a_voucher_on_delivery_are_shared_to_the_cent(
        self, client, potter, cup, stove
    ):
        everything = Range.objects.create(name="Tout", includes_all_products=True)
        ConditionalOffer.objects.create(
            name="Un septième",
            condition=Condition.objects.create(range=everything, type="Count", value=2),
            benefit=Benefit.objects.create(range=everything, type="Percentage", value="14.29"),
        )
        carried = ConditionalOffer.objects.create(
            name="Port réduit",
            offer_type="Voucher",
            condition=Condition.objects.create(range=everything, type="Count", value=1),
            benefit=Benefit.objects.create(type="Shipping absolute", value="5.05"),
        )
        now = timezone.now()
        voucher = Voucher.objects.create(
            name="Port",
            code="PORT",
            start_datetime=now - timedelta(days=1),
            end_datetime=now + timedelta(days=1),
        )
        voucher.offers.add(carried)
        fill(client, [cup, stove])
        choose(client, potter)
        Line.objects.first().basket.vouchers.add(voucher)
        quote = quote_of(client)
        assert quote.shipping == Decimal("5.25")  # 10.30 less 5.05
        assert sorted(parcel.reduction for parcel in quote.parcels) == [
            Decimal("1.57"),
            Decimal("3.48"),
        ]
        order = buy(client)
        assert order.total_incl_tax == quote.total
        adds_up(order)


class TestKeptAndForgotten:
    @pytest.fixture
    def chosen(self, client, potter, cup, stove) -> Iterator[Client]:
        fill(client, [cup, stove])
        choose(client, potter)
        assert len(quote_of(client).parcels) == 2
        return client

    def parts(self, client: Client) -> list[Part]:
        client.get(reverse("basket:summary"))
        return [parcel.part for parcel in quote_of(client).parcels]

    def test_it_can_be_taken_back(self, chosen, potter):
        choose(chosen, potter, "0")
        assert self.parts(chosen) == [Part.WHOLE]

    @pytest.mark.parametrize("value", ["", "2", "oui", "1" * 400])
    def test_nonsense_changes_nothing(self, chosen, potter, value):
        choose(chosen, potter, value)
        assert self.parts(chosen) == [Part.FIRST, Part.SECOND]

    def test_it_is_each_baskets_own(self, chosen, potter):
        stranger = Client()
        assert choose(stranger, potter, "0").status_code == 302
        assert self.parts(chosen) == [Part.FIRST, Part.SECOND]

    def test_one_more_of_either_part_joins_it(self, chosen, potter):
        vase = make_product(artisan=potter, stock=None, lead_time_days=12)
        fill(chosen, [vase, make_product(artisan=potter)])
        first, second = quote_of(chosen).parcels
        assert (len(first.lines), len(second.lines)) == (2, 2)

    @pytest.mark.parametrize("taken", ["cup", "stove"])
    def test_a_line_taken_out_and_put_in_again_asks_again(self, chosen, request, taken):
        thing = request.getfixturevalue(taken)
        line = Line.objects.get(product=thing)
        chosen.post(reverse("basket:remove", args=[line.pk]))
        assert self.parts(chosen) == [Part.WHOLE]
        fill(chosen, [thing])
        assert self.parts(chosen) == [Part.WHOLE]
        assert choices_of(chosen)

    def test_with_everything_in_stock_it_is_forgotten(self, chosen, stove):
        StockRecord.objects.filter(product=stove).update(num_in_stock=3)
        for is_made in (False, True):
            Product.objects.filter(pk=stove.pk).update(is_made_to_order=is_made)
            assert self.parts(chosen) == [Part.WHOLE]

    def test_an_artisan_who_does_so_no_longer_is_told_of_no_choice(self, chosen, potter):
        for allows in (False, True):
            potter.sends_in_two = allows
            potter.save()
            assert self.parts(chosen) == [Part.WHOLE]

    def test_signing_in_keeps_it(self, chosen, client, potter):
        before = client.get(reverse(PAGE)).context["quote"].digest
        client.force_login(UserFactory.create())
        assert quote_of(client).digest == before

    def test_two_baskets_put_together_keep_it(self, potter, cup, stove):
        shopper = UserFactory.create()
        mine, guests = make_basket(cup, stove, owner=shopper), make_basket(stove)
        Line.objects.filter(basket=guests).update(comes_later=True)
        mine.merge(type(mine).objects.get(pk=guests.pk))
        assert [parcel.part for parcel in make_quote(mine).parcels] == [Part.FIRST, Part.SECOND]

    def test_a_payment_given_up_keeps_it(self, chosen, client):
        response = pay(client, form_of(client))
        payment = Payment.objects.get()
        assert response.status_code == 302
        client.post(reverse("checkout:take-back", args=[payment.reference]))
        assert self.parts(client) == [Part.FIRST, Part.SECOND]

    def test_a_payment_that_failed_leaves_each_parcel_as_it_was_wished(
        self, chosen, client, potter
    ):
        second = key_of(potter.pk, Part.SECOND)
        gift = {f"{second}-is_gift": "on", f"{second}-gift_message": "Pour le froid"}
        finish(client, pay(client, form_of(client, **gift)), play="decline")
        payment = Payment.objects.get()
        client.post(reverse("checkout:take-back", args=[payment.reference]), {"again": "1"})
        words = [
            form["gift_message"].value() for form in client.get(reverse(PAGE)).context["parcels"]
        ]
        assert words == ["", "Pour le froid"]

    def test_a_basket_that_is_being_paid_stays_as_it_is(self, chosen, client, potter):
        basket = Line.objects.first().basket
        pay(client, form_of(client))
        basket.strategy = None
        parcels.choose(basket, {potter.pk: False}, today=timezone.localdate())
        assert Line.objects.filter(comes_later=True).count() == 1


class TestCheckout:
    def test_it_is_chosen_there_too_without_script(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        apart = {f"{key_of(potter.pk)}-apart": "1"}
        page = pay(client, form_of(client, **apart, update="1"))
        assert len(page.context["quote"].parcels) == 2
        assert Line.objects.get(product=stove).comes_later
        assert page.context["quote"].digest == quote_of(client).digest

    def test_chosen_and_paid_at_once_the_price_is_shown_first(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        page = pay(client, form_of(client, **{f"{key_of(potter.pk)}-apart": "1"}))
        assert (page.status_code, page.context["trouble"]) == (200, "changed")
        assert not Payment.objects.exists()

    def test_chosen_in_another_tab_meanwhile_it_is_told(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        old = form_of(client)
        choose(client, potter)
        page = pay(client, old)
        assert page.context["trouble"] == "changed"
        assert not Payment.objects.exists()

    def test_what_was_chosen_here_and_taken_out_there_is_told(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        choose(client, potter)
        old = form_of(client, **{f"{key_of(potter.pk)}-apart": "1"})
        client.post(reverse("basket:remove", args=[Line.objects.get(product=cup).pk]))
        page = pay(client, old)
        assert page.context["trouble"] == "changed"
        assert not Payment.objects.exists()

    def test_an_artisan_who_sends_so_no_longer_is_told(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        choose(client, potter)
        old = form_of(client)
        Partner.objects.update(sends_in_two=False)
        assert pay(client, old).context["trouble"] == "changed"

    def test_a_present_becomes_two_and_one_again_with_its_words(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        whole, second = key_of(potter.pk), key_of(potter.pk, Part.SECOND)
        gift = {f"{whole}-is_gift": "on", f"{whole}-gift_message": "Pour Zoé"}
        page = pay(client, form_of(client, **gift, **{f"{whole}-apart": "1"}, update="1"))
        said = [form["gift_message"].value() for form in page.context["parcels"]]
        assert said == ["Pour Zoé", "Pour Zoé"]
        only_second = {f"{second}-is_gift": "on", f"{second}-gift_message": "Bravo"}
        plain = {f"{whole}-gift_message": "", f"{whole}-apart": "0", "update": "1"}
        page = pay(client, form_of(client, **only_second, **plain))
        (form,) = page.context["parcels"]
        assert (form["is_gift"].value(), form["gift_message"].value()) == ("on", "Bravo")

    def test_each_of_the_two_is_sent_as_wished(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        choose(client, potter)
        pickup = ShippingOption.objects.get(partner=potter, method="pickup")
        wish = {f"{key_of(potter.pk, Part.SECOND)}-option": pickup.pk}
        page = pay(client, form_of(client, **wish, update="1"))
        first, second = page.context["quote"].parcels
        assert (first.chosen.method, second.chosen.method) == ("letter", "pickup")
        assert page.context["quote"].asks_where

    def test_both_are_picked_up_each_on_its_day(self, client, potter, cup, stove):
        fill(client, [cup, stove])
        choose(client, potter)
        pickup = ShippingOption.objects.get(partner=potter, method="pickup")
        keys = [key_of(potter.pk), key_of(potter.pk, Part.SECOND)]
        wish = {f"{key}-option": pickup.pk for key in keys}
        page = pay(client, form_of(client, **wish, update="1"))
        order = buy(client, **wish, seen=page.context["quote"].digest)
        ready, later = order.consignments.order_by("number")
        assert ready.is_pickup
        assert later.is_pickup
        assert ready.arrives_from < later.arrives_from
        adds_up(order)
        fulfilment.mark_ready(ready, by=UserFactory.create(), at=timezone.now())
        told = posted()[-1].body
        assert "Gobelet" in told
        assert "Poêle" not in told


@pytest.mark.parametrize("signed_in", [False, True])
class TestOrdered:
    @pytest.fixture
    def shopper(self, client, signed_in) -> Any:
        shopper = UserFactory.create() if signed_in else AnonymousUser()
        if signed_in:
            client.force_login(shopper)
        return shopper

    @pytest.fixture
    def order(self, client, shopper, potter, cup, stove) -> Any:
        potter.users.add(UserFactory.create(email="four@terril.example"))
        fill(client, [stove, cup, make_product(title="Lampe d’ailleurs")])
        choose(client, potter)
        second = key_of(potter.pk, Part.SECOND)
        return buy(client, **{f"{second}-is_gift": "on", f"{second}-gift_message": "Au chaud"})

    def test_each_has_its_things_its_price_its_day_and_its_words(self, order, potter):
        first, second = order.consignments.filter(partner=potter).order_by("number")
        assert (first.part, second.part) == (Part.FIRST, Part.SECOND)
        assert [line.order_line.title for line in first.lines.all()] == ["Gobelet"]
        assert [line.order_line.title for line in second.lines.all()] == ["Poêle"]
        assert (first.goods_total, second.goods_total) == (Decimal("19.00"), Decimal("310.00"))
        assert (first.shipping_price, second.shipping_price) == (Decimal("3.20"), Decimal("7.10"))
        assert (first.shipping_method, second.shipping_method) == ("letter", "parcel")
        assert first.send_by < second.send_by
        assert (first.gift_message, second.gift_message) == ("", "Au chaud")
        assert Payment.objects.get().details["version"] == VERSION
        adds_up(order)

    def test_each_is_sent_and_late_and_received_on_its_own(self, order, potter):
        first, second = order.consignments.filter(partner=potter).order_by("number")
        at, by = timezone.now(), UserFactory.create()
        fulfilment.mark_sent(first, by=by, at=at, carrier="La Poste", tracking_number="9L1")
        second.refresh_from_db()
        order.refresh_from_db()
        assert (second.state, second.tracking_number, order.status) == ("new", "", "placed")
        record = StockRecord.objects.get(partner=potter, num_in_stock__isnull=False)
        assert (record.num_in_stock, record.num_allocated) == (9, 0)
        letter = posted()[-1].body
        assert "Gobelet" in letter
        assert "Poêle" not in letter
        assert not orders.is_whole(order)
        fulfilment.cancel(second, by=by, at=at, reason="Le four est froid.")
        first.refresh_from_db()
        assert first.state == "sent"

    def test_the_whole_order_is_called_off_with_both(self, order):
        orders.cancel(order, by=UserFactory.create(), reason="Erreur", at=timezone.now())
        assert {parcel.state for parcel in order.consignments.all()} == {"cancelled"}
        order.refresh_from_db()
        assert order.status == "cancelled"
        paths = Entry.objects.filter(transaction__order=order)
        back = sum(entry.amount for entry in paths.filter(credit__code="provider:sandbox"))
        assert back == order.total_incl_tax

    def test_page_and_letters_say_which_is_which(self, order, client, potter):
        payment = Payment.objects.get()
        page = client.get(reverse("checkout:payment", args=[payment.reference]), follow=True)
        body = page.content.decode()
        assert page.context["workshops"] == 2
        for letter in (body, posted()[0].body, posted()[0].alternatives[0].content):
            for words in ("Premier de deux colis", "Second de deux colis"):
                assert letter.count(words) == 1
        addressed = posted()[0].body.partition("Modèle de formulaire")[2] or posted()[0].body
        assert addressed.count("À : Atelier du Four") <= 1
        to_artisan = [each for each in posted() if each.to == ["four@terril.example"]]
        assert ["Premier de deux" in each.body for each in to_artisan] == [True, False]

    def test_studio_and_slip_show_each_by_itself(self, order, client, potter):
        client.force_login(potter.users.get())
        first, second = order.consignments.filter(partner=potter).order_by("number")
        listed = client.get(reverse("studio:orders", args=[potter.code])).content.decode()
        assert first.number in listed
        assert second.number in listed
        for mine, other in ((first, second), (second, first)):
            page = client.get(reverse("studio:order", args=[potter.code, mine.number]))
            assert mine.get_part_display() in listed
            assert f"{other.number}</a>" in page.content.decode()
            slip = client.get(reverse("studio:order_slip", args=[potter.code, mine.number]))
            body = slip.content.decode()
            assert mine.lines.get().order_line.title in body
            assert other.lines.get().order_line.title not in body

    def test_the_desk_tells_them_apart(self, order, client):
        client.force_login(UserFactory.create(operator=True))
        page = client.get(reverse("order_order_modeladmin_inspect", args=[order.pk]))
        body = page.content.decode()
        for parcel in order.consignments.all():
            assert parcel.number in body
        assert body.count("de deux colis") + body.count("of two parcels") == 2


def test_two_presents_may_bear_the_same_thing_with_other_words(client, potter, stove):
    """Words make lines of their own; each line comes in the parcel of its thing."""
    asked = Words(label={"fr": "Prénom", "en": "Name"}, max_length=20, is_required=True)
    signed = make_product(artisan=potter, title="Plat gravé", words=asked)
    option = signed.words_asked.get()
    for name in ("Ada", "Blaise"):
        client.post(reverse("basket:add", args=[signed.pk]), {f"words-{option.pk}": name})
    fill(client, [stove])
    choose(client, potter)
    order = buy(client)
    first, second = order.consignments.order_by("number")
    on_first = [line.order_line.words[0][1] for line in first.lines.all()]
    assert on_first == ["Ada", "Blaise"]
    assert [line.order_line.title for line in second.lines.all()] == ["Poêle"]
    adds_up(order)


def test_a_part_of_an_order_is_sent_once(client, potter, cup, stove):
    fill(client, [cup, stove])
    choose(client, potter)
    first = buy(client).consignments.get(part=Part.FIRST)
    first.pk, first.number = None, "TER-AGAIN-1"
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


def test_the_artisan_says_so_in_the_studio(client):
    artisan = ArtisanFactory.create()
    worker = UserFactory.create()
    artisan.users.add(worker)
    client.force_login(worker)
    path = reverse("studio:shop", args=[artisan.code])
    form = client.get(path).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    for ticked, is_so in (({"sends_in_two": "on"}, True), ({}, False)):
        given.pop("sends_in_two", None)
        assert client.post(path, {**given, **ticked}).status_code == 302
        artisan.refresh_from_db()
        assert artisan.sends_in_two is is_so


def test_the_basket_shown_follows_the_artisan_at_once(client, potter, cup, stove):
    """Also where its contents are kept for the next look."""
    fill(client, [cup, stove])
    path = reverse("basket:summary")
    name = f'name="{key_of(potter.pk)}-apart"'
    assert name in client.get(path).content.decode()
    potter.sends_in_two = False
    potter.save()
    assert name not in client.get(path).content.decode()
    assert Consignment.objects.count() == 0
