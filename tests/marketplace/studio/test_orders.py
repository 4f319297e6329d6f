"""An artisan's orders: accepted, sent or kept ready, handed over, and told to whoever bought."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from marketplace.fulfilment.links import order_path
from marketplace.fulfilment.models import Consignment
from marketplace.fulfilment.states import State
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.shop.quote import key_of
from tests.factories.marketplace import begin_payment, make_basket, make_product
from tests.letters import posted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_work(client, potter):
    client.force_login(potter)
    return client


def ordered(artisan, method: str) -> Consignment:
    """What somebody has just bought, to be sent or fetched; nobody has a mail yet."""
    option = artisan.shipping_options.get(method=method, zone="home")
    basket = make_basket(make_product(artisan=artisan))
    payment = begin_payment(basket, choices={key_of(artisan.pk): option.pk})
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    posted().clear()
    return Consignment.objects.get(order__payment=payment)


def address(name: str, consignment: Consignment) -> str:
    with override("en"):
        return reverse(f"studio:{name}", args=[consignment.partner.code, consignment.number])


def state_of(consignment: Consignment) -> str:
    return Consignment.objects.get(pk=consignment.pk).state


def test_a_parcel_leaves_with_its_number(at_work, artisan):
    parcel = ordered(artisan, "parcel")
    at_work.post(address("order_accept", parcel))
    assert state_of(parcel) == State.ACCEPTED
    at_work.post(address("order", parcel), {"carrier": "Poste", "tracking_number": "6A0042"})
    assert state_of(parcel) == State.SENT
    assert [message.to for message in posted()] == [[parcel.order.email]]
    assert "Poste 6A0042" in posted()[0].body


def test_what_is_fetched_is_made_ready_and_handed_over(at_work, artisan):
    parcel = ordered(artisan, "pickup")
    at_work.post(address("order", parcel))
    assert state_of(parcel) == State.READY
    assert [message.to for message in posted()] == [[parcel.order.email]]
    assert artisan.name in posted()[0].subject
    at_work.post(address("order_hand_over", parcel))
    assert state_of(parcel) == State.DELIVERED


@pytest.mark.parametrize("method", ["parcel", "pickup"])
def test_a_second_press_tells_nobody_again(at_work, artisan, method):
    parcel = ordered(artisan, method)
    for _press in range(2):
        page = at_work.post(address("order", parcel), follow=True).content.decode()
    assert "This was done already." in page
    assert len(posted()) == 1


def test_a_tracking_page_that_is_no_address_is_said_at_the_field(at_work, artisan):
    parcel = ordered(artisan, "parcel")
    data = {"tracking_number": "6A0042", "tracking_url": "pas une adresse"}
    page = at_work.post(address("order", parcel), data).content.decode()
    assert 'id="id_tracking_url_error"' in page
    assert 'value="6A0042"' in page
    assert (state_of(parcel), posted()) == (State.NEW, [])


@pytest.mark.parametrize("method", ["parcel", "pickup"])
def test_the_slip_says_for_whom_and_no_price(at_work, artisan, method):
    parcel = ordered(artisan, method)
    page = at_work.get(address("order_slip", parcel)).content.decode()
    assert "Jeanne Delattre" in page
    assert "€" not in page


def test_an_artisan_reads_what_they_made_in_their_own_language(at_work, artisan):
    parcel = ordered(artisan, "parcel")
    line = parcel.lines.get().order_line
    line.product.title_fr, line.product.title_en = "Savon noir", "Black soap"
    line.product.save()
    with override("fr"):
        in_french = reverse("studio:orders", args=[artisan.code])
    assert "Savon noir" in at_work.get(in_french).content.decode()
    line.product.delete()
    assert line.title in at_work.get(in_french).content.decode()


def test_lines_of_a_gift_message_stay_lines_wherever_it_is_read(at_work, artisan):
    parcel = ordered(artisan, "parcel")
    parcel.is_gift, parcel.gift_message = True, "Pour Zoé,\nà lire au chaud"
    parcel.save()
    for page in (address("order", parcel), address("order_slip", parcel), order_path(parcel.order)):
        assert "Pour Zoé,<br>à lire au chaud" in at_work.get(page).content.decode(), page
