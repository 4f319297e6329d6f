"""What a shopper gets to keep: sellers, terms, how to withdraw; and whom an answer reaches."""

import re

import pytest
from django.utils import timezone
from wagtail.models import Locale, Site

from cms.models import PlainPage, SiteSettings
from cms.models.plain import Subject
from marketplace.fulfilment import actions as fulfilment
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, begin_payment, make_basket, make_product
from tests.letters import posted

pytestmark = pytest.mark.django_db(transaction=True)

SELLER = {
    "legal_name": "Verrerie Zoé SARL",
    "street": "3 rue du Puits",
    "postcode": "62300",
    "commune": "Lens",
    "email": "atelier@zoe.example",
    "phone": "+33321000000",
    "siret": "73282932000074",
}


def order(*artisans, **wish):
    products = [make_product(artisan=artisan) for artisan in artisans]
    payment = begin_payment(make_basket(*products), **wish)
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    return payment.order


def letter_to(order):
    return next(letter for letter in posted() if letter.to == [order.email])


@pytest.fixture
def artisan():
    return ArtisanFactory.create(**SELLER)


@pytest.fixture
def site():
    """A destination that can be written to."""
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(
        site=site, defaults={"name": "Lens", "contact_email": "bonjour@lens.example"}
    )
    return site


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_says_who_sells_and_where_they_are(artisan, language):
    letter = letter_to(order(artisan, language=language))
    for text in (letter.body, letter.alternatives[0].content):
        for word in SELLER.values():
            assert word in text


def test_it_holds_the_withdrawal_form_with_each_sellers_address(artisan):
    other = ArtisanFactory.create(name="Savons Tom", street="8 place Verte")
    body = letter_to(order(artisan, other)).body
    form = body[body.index("Modèle de formulaire de rétractation") :]
    assert f"{artisan.name}, 3 rue du Puits, 62300 Lens" in form
    assert "Savons Tom, 8 place Verte" in form


def test_the_terms_are_attached_as_they_stand_with_whole_addresses(artisan, site):
    home = site.root_page
    page = PlainPage(
        title="Conditions de vente",
        slug="cgv",
        subject=Subject.TERMS,
        locale=Locale.objects.get(language_code="fr"),
        body=[("heading", "Article 1"), ("paragraph", '<p>Voir <a href="/fr/x/">là</a>.</p>')],
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    letter = letter_to(order(artisan))
    ((name, content, kind),) = letter.attachments
    assert (name, kind) == ("conditions-de-vente.html", "text/html")
    text = content if isinstance(content, str) else content.decode()
    assert "<h2>Article 1</h2>" in text
    assert 'href="http://testserver/fr/x/"' in text
    assert re.findall(r'(?:href|src)="/', text) == []
    assert "Les conditions de vente que vous avez acceptées sont jointes" in letter.body


def test_no_terms_are_promised_where_there_are_none(artisan):
    letter = letter_to(order(artisan))
    assert letter.attachments == []
    assert "sont jointes" not in letter.body + letter.alternatives[0].content


def test_nothing_is_said_to_stand_beside_what_is_in_a_letter(artisan):
    letter = letter_to(order(artisan))
    assert "à côté" not in letter.body + letter.alternatives[0].content


@pytest.mark.parametrize("step", ["sent", "ready"])
def test_an_answer_about_a_parcel_reaches_its_artisan_and_no_private_address(artisan, step, site):
    somebody = UserFactory.create(email="private@home.example")
    artisan.users.add(somebody)
    parcel = order(artisan).consignments.get()
    posted().clear()
    act = {"sent": fulfilment.mark_sent, "ready": fulfilment.mark_ready}[step]
    if step == "ready":
        parcel.shipping_method = "pickup"
        parcel.save()
    act(parcel, by=somebody, at=timezone.now())
    (letter,) = posted()
    assert letter.reply_to == ["atelier@zoe.example"]
    assert f"Une réponse à cette lettre parvient à {artisan.name}" in letter.body
    assert "private@home.example" not in letter.message().as_string()


def test_an_answer_about_several_workshops_reaches_the_destination(artisan, site):
    other = ArtisanFactory.create(email="tom@savons.example")
    assert letter_to(order(artisan, other)).reply_to == ["bonjour@lens.example"]


def test_an_artisan_answers_the_destination_and_is_not_shown_the_shoppers_address(artisan, site):
    placed = order(artisan)
    letter = next(letter for letter in posted() if letter.to == ["atelier@zoe.example"])
    assert letter.reply_to == ["bonjour@lens.example"]
    assert placed.email not in letter.message().as_string()


def test_where_no_artisan_can_be_written_to_nothing_is_promised(site):
    parcel = order(ArtisanFactory.create(email="")).consignments.get()
    posted().clear()
    fulfilment.mark_sent(parcel, by=UserFactory.create(), at=timezone.now())
    (letter,) = posted()
    assert letter.reply_to == ["bonjour@lens.example"]
    assert "Une réponse à cette lettre" not in letter.body
