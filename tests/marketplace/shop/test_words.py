"""The buyer's own words on what is bought, and whether it can then be sent back."""

import json
import re
from html import escape, unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from oscar.core.loading import get_model

from marketplace.forks.catalogue.models import NoReturn, Product
from marketplace.fulfilment.links import order_path
from marketplace.fulfilment.models import Consignment
from marketplace.payments.models import Payment
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.sandbox.models import SandboxCharge
from marketplace.shop.actions import checkout
from marketplace.studio.actions.creation import Words, ask_for_words
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import (
    ArtisanFactory,
    begin_payment,
    make_basket,
    make_product,
    make_quote,
    make_wish,
)
from tests.letters import posted
from tests.markup import faults

pytestmark = pytest.mark.django_db
Line = get_model("basket", "Line")
OrderLine = get_model("order", "Line")

NUMBER = Words(label={"fr": "Le numéro à peindre", "en": "Number to paint"}, max_length=4)
INITIALS = Words(
    label={"fr": "Vos initiales", "en": "Your initials"}, max_length=3, is_required=False
)
REASON = {"fr": "Peinte à votre numéro, sauf défaut.", "en": "Painted for you, unless faulty."}
MAKER = "maker@terril.example"
DAYS = {"fr": "14 jours", "en": "14 days"}
HOSTILE = "<b onclick=x()>🏔️\u202e\x00مرحبا &amp;</b>\r\n2"
HARMLESS = "<b onclick=x()>🏔️مرحبا &amp;</b> 2"


def plaque(**given):
    """A house number: painted with the buyer's own, never taken back."""
    asked = {"words": NUMBER, "no_return": NoReturn.WORDS}
    return make_product(**{**asked, "texts": {"no_return_reason": REASON}, **given})


def field_of(product):
    return f"words-{product.product_options.get().pk}"


def add(client, product, typed="12 B", **fields):
    fields = {field_of(product): typed, **fields} if typed is not None else fields
    return client.post(reverse("basket:add", args=[product.pk]), fields)


def page_of(client, product):
    return unescape(client.get(product.get_absolute_url()).content.decode())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_asks_for_them_and_says_that_it_is_not_taken_back(client, language):
    with override(language):
        product = plaque()
        page = page_of(client, product)
    [field] = re.findall(rf'<input[^>]*name="{field_of(product)}"[^>]*>', page)
    assert 'maxlength="4"' in field  # which the page's script counts instead of cutting
    assert "required" in field
    assert NUMBER.label[language] in page
    assert REASON[language] in page
    assert DAYS[language] not in page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", {"fr": "Indiquez ce qu’il faut y inscrire.", "en": "Type what should be put on it."}),
        ("\u200b \u2060", {"fr": "Indiquez ce qu’il faut", "en": "Type what should be put on it."}),
        ("12345", {"fr": "4 signes au plus", "en": "At most 4 characters"}),
        ("<" * 5000, {"fr": "en voici 5000", "en": "this is 5000"}),
    ],
    ids=["nothing", "nothing that is seen", "one too many", "far too many"],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(
    client, language, typed, why
):
    with override(language):
        product = plaque(stock=9)
        response = add(client, product, typed, quantity=3)
    page = response.content.decode()
    name = field_of(product)
    assert response.status_code == 200
    assert Line.objects.count() == 0
    assert faults(page) == []
    [error] = re.findall(rf'id="id_{name}_error">.*?<span>(.*?)</span>', page, re.S)
    assert why[language] in unescape(error)
    [field] = re.findall(rf'<input[^>]*name="{name}"[^>]*>', page)
    assert f'value="{"&lt;" * 5000}"' in field or "<" not in typed
    assert 'aria-invalid="true"' in field
    assert re.search(r'name="quantity" value="3"', page)


def test_a_variant_that_was_ticked_stays_ticked(client):
    product = plaque(variants=[("petite", "39.00", 2), ("grande", "59.00", 2)])
    large = Product.objects.get(upc="grande")
    page = add(client, product, "", variant=large.pk).content.decode()
    assert re.findall(r'value="(\d+)" required checked', page) == [str(large.pk)]


def test_too_many_of_it_is_said_on_its_page_too(client):
    product = plaque(stock=2)
    page = add(client, product, quantity=3).content.decode()
    assert 'value="12 B"' in page
    assert "form-errors" in page
    assert Line.objects.count() == 0


def test_the_address_it_is_sent_to_leads_back_to_its_page(client):
    product = plaque()
    response = client.get(reverse("basket:add", args=[product.pk]))
    assert response.headers["Location"] == product.get_absolute_url()


def test_other_words_are_another_line_and_the_same_are_more_of_it(client):
    product = plaque(stock=9)
    for typed in ("12", "14 B", "12"):
        add(client, product, typed)
    lines = Line.objects.order_by("pk")
    assert [(line.quantity, line.words) for line in lines] == [
        (2, [("Le numéro à peindre", "12")]),
        (1, [("Le numéro à peindre", "14 B")]),
    ]
    page = client.get(reverse("basket:summary")).content.decode()
    assert re.findall(r"<bdi>(.*?)</bdi>", page) == ["12", "14 B"]


def test_all_lines_of_a_thing_together_are_no_more_than_there_are(client):
    product = plaque(stock=3)
    add(client, product, "12", quantity=2)
    add(client, product, "14", quantity=2)
    assert [line.quantity for line in Line.objects.all()] == [2]
    add(client, product, "14", quantity=1)
    second = Line.objects.latest("pk")
    client.post(reverse("basket:change", args=[second.pk]), {"quantity": 2})
    assert [line.quantity for line in Line.objects.order_by("pk")] == [2, 1]
    product.stockrecords.update(num_in_stock=2)
    unavailable = client.get(reverse("basket:summary")).context["quote"].unavailable
    assert [line for line, _why in unavailable] == [second]


def test_what_has_begun_to_ask_since_is_not_ordered_without_an_answer(
    client, django_capture_on_commit_callbacks
):
    product = make_product(variants=[("petite", "9.00", 2)])
    add(client, product, None, variant=Product.objects.get(upc="petite").pk)
    assert client.get(reverse("basket:summary")).context["quote"].unavailable == []
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_words(product, INITIALS)
    assert client.get(reverse("basket:summary")).context["quote"].unavailable == []
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_words(product, NUMBER)
    [(line, why)] = client.get(reverse("checkout:index")).context["quote"].unavailable
    assert (line, why[:34]) == (Line.objects.get(), "L’artisan demande désormais ce qu’")


def test_what_is_taken_out_comes_back_with_its_words(client):
    product = plaque()
    add(client, product, HOSTILE[-1])
    client.post(reverse("basket:remove", args=[Line.objects.get().pk]))
    page = client.get(reverse("basket:summary")).content.decode()
    [(name, value)] = re.findall(r'<input type="hidden" name="(words-\d+)" value="(.*?)">', page)
    add(client, product, None, **{name: value})
    assert Line.objects.get().words == [("Le numéro à peindre", "2")]


def test_words_that_may_be_left_out_decide_whether_it_is_taken_back(client):
    product = plaque(words=INITIALS)
    page = page_of(client, product)
    assert REASON["fr"] in page
    assert "Sans rien dessus\u202f: 14 jours" in page
    add(client, product, "")
    add(client, product, "ZB")
    lines = Line.objects.order_by("pk")
    assert [line.why_kept for line in lines] == ["", REASON["fr"]]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, {"returnPolicyCategory": "FiniteReturnWindow", "merchantReturnDays": 14}),
        ({"words": NUMBER}, {"returnPolicyCategory": "FiniteReturnWindow"}),
        ({"words": NUMBER, "no_return": "words"}, {"returnPolicyCategory": "NotPermitted"}),
        ({"words": INITIALS, "no_return": "words"}, {"merchantReturnDays": 14}),
        ({"no_return": "words"}, {"merchantReturnDays": 14}),
        ({"words": INITIALS, "no_return": "measure"}, {"returnPolicyCategory": "NotPermitted"}),
        ({"no_return": "perishable"}, {"returnPolicyCategory": "NotPermitted"}),
    ],
)
def test_search_engines_read_whether_it_is_taken_back(client, given, said):
    page = client.get(make_product(**given).get_absolute_url()).content.decode()
    blocks = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', page, re.S)]
    [offer] = next(block for block in blocks if block["@type"] == "Product")["offers"]
    policy = offer["hasMerchantReturnPolicy"]
    kind = policy["returnPolicyCategory"].removeprefix("https://schema.org/MerchantReturn")
    assert said.items() <= {**policy, "returnPolicyCategory": kind}.items()


@pytest.mark.parametrize("kind", NoReturn)
def test_without_a_reason_of_the_artisans_it_is_the_usual_one_in_the_pages_language(client, kind):
    product = plaque(no_return=kind, texts={"no_return_reason": {"fr": REASON["fr"], "en": ""}})
    assert product.why_kept(with_words=True) == REASON["fr"]
    with override("en"):
        assert product.why_kept(with_words=True) == str(kind.reason)


def test_the_checkout_says_what_is_on_it_and_what_can_be_sent_back(client):
    def said():
        return unescape(client.get(reverse("checkout:index")).content.decode())

    product = plaque()
    add(client, product)
    page = said()
    assert "<bdi>12 B</bdi>" in page
    assert REASON["fr"] in page
    assert "Rien dans cette commande ne peut être renvoyé" in page
    assert DAYS["fr"] not in page
    add(client, make_product(), None, quantity=1)
    assert "sauf ce dont il est dit ici" in said()
    client.post(reverse("basket:remove", args=[Line.objects.first().pk]))
    assert "14 jours après l’arrivée de chaque colis, et le renvoyer." in said()


def test_what_changes_while_somebody_pays_is_shown_again():
    product = plaque(words=INITIALS)
    basket = make_basket(product, words="ZB")
    seen = make_quote(basket).digest
    Product.objects.filter(pk=product.pk).update(no_return="")
    with pytest.raises(checkout.QuoteChanged):
        checkout.begin(basket=basket, wish=make_wish(basket, seen=seen), by=None, at=timezone.now())


@pytest.fixture
def order(transactional_db, client):
    """Paid and placed, and since then the listing takes everything back."""
    artisan = ArtisanFactory.create()
    artisan.users.add(UserFactory.create(email=MAKER, language="en"))
    product = plaque(artisan=artisan, words=Words(label=NUMBER.label, max_length=60))
    add(client, product, HOSTILE)
    basket = Line.objects.get().basket
    payment = begin_payment(basket)
    Product.objects.filter(pk=product.pk).update(no_return="")
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    return Payment.objects.get(pk=payment.pk).order


def test_the_order_keeps_what_was_typed_and_said(order):
    OrderLine.objects.get().product.product_options.get().delete()
    line = OrderLine.objects.get()
    assert line.words == line.words_here == [("Le numéro à peindre", HARMLESS)]
    assert line.why_kept == REASON["fr"]


def test_the_page_of_the_order_shows_them_and_offers_no_return(client, order):
    page = client.get(order_path(order)).content.decode()
    assert f"<bdi>{escape(HARMLESS)}</bdi>" in page
    assert REASON["fr"] in unescape(page)
    assert DAYS["fr"] not in page
    assert "Rien dans cette commande ne peut être renvoyé" in page
    assert faults(page) == []


def test_the_letters_show_them_as_they_were_typed(order):
    to_shopper, to_artisan = sorted(posted(), key=lambda letter: letter.to[0] == MAKER)
    for letter, label in ((to_shopper, "Le numéro à peindre\u202f:"), (to_artisan, "peindre:")):
        assert f"{label} {HARMLESS}\n" in letter.body
        [page] = letter.alternatives
        assert f"{label} <bdi>{escape(HARMLESS)}</bdi>" in page.content
    assert REASON["fr"] in to_shopper.body
    assert DAYS["fr"] not in to_shopper.body


@pytest.mark.parametrize(("name", "language"), [("order", "en"), ("order_slip", "fr")])
def test_the_artisan_reads_what_to_put_on_it_and_sends_it_as_it_was_asked(
    client, order, name, language
):
    consignment = Consignment.objects.get()
    client.force_login(consignment.partner.users.get())
    with override("en"):
        path = reverse(f"studio:{name}", args=[consignment.partner.code, consignment.number])
    page = client.get(path).content.decode()
    assert f"<bdi>{escape(HARMLESS)}</bdi>" in page
    assert NUMBER.label[language] in page
    assert faults(page) == []


def test_the_operator_reads_them_beside_the_order(client, order):
    client.force_login(UserFactory.create(operator=True))
    path = reverse("order_order_modeladmin_inspect", args=[order.pk])
    assert escape(HARMLESS) in client.get(path).content.decode()


def test_a_basket_with_words_costs_no_more_queries(client, django_assert_max_num_queries):
    for number in range(5):
        add(client, plaque(), f"{number}")
    client.get(reverse("catalogue:index"))
    with django_assert_max_num_queries(22):
        client.get(reverse("basket:summary"))


def test_a_product_that_asks_costs_no_more_queries(client, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE = False
    product = plaque(variants=[("s", "9.00", 1), ("l", "9.00", 1)])
    client.get(reverse("catalogue:index"))
    with django_assert_max_num_queries(12):
        client.get(product.get_absolute_url())
