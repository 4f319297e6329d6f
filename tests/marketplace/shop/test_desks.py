"""Operators read what was sold in the Wagtail admin, and nowhere else."""

import pytest
from django.urls import reverse
from django.utils import timezone

from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import begin_payment, make_basket, make_product

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("path", ["", "orders/", "users/", "login/", "catalogue/", "offers/"])
def test_oscars_dashboard_is_closed_to_everybody(client, path):
    client.force_login(UserFactory.create(operator=True))
    assert client.get(f"/dashboard/{path}", follow=True).status_code == 404


def test_an_order_is_read_with_its_parcels_things_and_payment(client):
    payment = begin_payment(make_basket(make_product(title="Lampe de fond")))
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    client.force_login(UserFactory.create(operator=True))
    path = reverse("order_order_modeladmin_inspect", args=[payment.order.pk])
    page = client.get(path).content.decode()
    parcel = payment.order.consignments.get()
    assert all(words in page for words in (payment.reference, parcel.number, "Lampe de fond"))
    assert "À accepter · " in page
    assert "placed" not in page  # a word of the code
