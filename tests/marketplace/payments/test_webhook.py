"""What a provider says is believed once, and only with its signature."""

import json

import pytest
from django.urls import reverse

from marketplace.payments.models import PaymentEvent
from marketplace.payments.sandbox.provider import sign
from tests.factories.marketplace import begin_payment, make_basket, make_product

pytestmark = pytest.mark.django_db(transaction=True)


def post(client, words, signature=None, code="sandbox"):
    body = json.dumps(words).encode()
    return client.post(
        reverse("payment_webhook", args=[code]),
        body,
        content_type="application/json",
        headers={"Sandbox-Signature": sign(body) if signature is None else signature},
    )


@pytest.fixture
def words():
    payment = begin_payment(make_basket(make_product()))
    return {
        "id": "evt_1",
        "kind": "decline",
        "reference": payment.reference,
        "amount": str(payment.amount),
    }


def test_a_signed_message_is_stored_once(client, words):
    assert [post(client, words).status_code, post(client, words).status_code] == [200, 200]
    assert PaymentEvent.objects.filter(event_id="evt_1").count() == 1


@pytest.mark.parametrize("change", [{"amount": "x"}, {"reference": None, "id": None}])
def test_nonsense_that_is_signed_is_refused(client, words, change):
    answered = post(client, {**words, **change}).status_code
    assert answered in {400, 404}
    assert PaymentEvent.objects.exclude(event_id="").count() == 0


@pytest.mark.parametrize("signature", ["0" * 64, "é", ""])
def test_a_wrong_signature_is_refused(client, words, signature):
    assert post(client, words, signature=signature).status_code == 400
    assert PaymentEvent.objects.exclude(event_id="").count() == 0


def test_an_unknown_payment_or_provider_is_not_found(client, words):
    assert post(client, {**words, "reference": "PAY-nobody"}).status_code == 404
    assert post(client, words, code="nobody").status_code == 404
