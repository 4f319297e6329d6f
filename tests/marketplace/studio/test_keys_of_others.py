"""What belongs to another workshop is not reached by naming it in one's own form."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from ground.provenance.models import Picture
from marketplace.forks.partner.models import StockRecord
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.cms import make_tree
from tests.factories.marketplace import ArtisanFactory, PlaceFactory
from tests.factories.studio import a_listing
from tests.marketplace.studio.test_views import address, typed

pytestmark = pytest.mark.django_db

ProductImage = get_model("catalogue", "ProductImage")
Category = get_model("catalogue", "Category")


@pytest.fixture
def ours(client, artisan, potter):
    client.force_login(potter)
    return a_listing(artisan, potter, state=State.ON_SALE)


@pytest.fixture
def theirs():
    rival = UserFactory.create()
    workshop = ArtisanFactory.create()
    workshop.users.add(rival)
    return a_listing(workshop, rival, state=State.ON_SALE, title_fr="À eux")


def save(client, listing, **fields):
    page = address("listing", listing.partner.code, listing.pk)
    listing = Listing.objects.get(pk=listing.pk)
    return client.post(page, {**typed(listing), **fields})


def test_a_photo_of_theirs_is_neither_removed_nor_renamed_nor_shown_first(client, ours, theirs):
    image = ProductImage.objects.get(product=theirs.product)
    save(client, ours, **{f"remove_{image.pk}": "on", f"alt_{image.pk}": "Vu"})
    refused = save(client, ours, first=str(image.pk))
    assert "first" in refused.context["photos"].errors
    assert ProductImage.objects.get(product=theirs.product) == image
    assert Picture.objects.get(pk=image.picture_id).alt_fr == "Un bol rouge"
    assert ProductImage.objects.filter(product=ours.product).count() == 1


def test_price_and_stock_of_theirs_stay(client, ours, theirs):
    stock = theirs.product.stockrecords.get()
    own = ours.product.stockrecords.get()
    table = address("listings", ours.partner.code)
    fields = {
        f"stock{own.pk}-price": "24.00",
        f"stock{own.pk}-num_in_stock": "5",
        f"stock{stock.pk}-price": "1.00",
        f"stock{stock.pk}-num_in_stock": "0",
    }
    client.post(table, fields)
    save(client, ours, stock=str(stock.pk), product=str(theirs.pk), pk=str(theirs.pk), id=theirs.pk)
    stock = StockRecord.objects.get(pk=stock.pk)
    assert (stock.price, stock.num_in_stock) == (Decimal("24.00"), 5)


def test_nothing_of_the_listing_itself_is_set_by_its_form(client, ours, theirs):
    save(
        client,
        ours,
        title_fr="À nous",
        partner=theirs.partner.pk,
        state=State.SUSPENDED,
        is_public="",
        is_featured="on",
        parent=theirs.pk,
    )
    ours, theirs = Listing.objects.get(pk=ours.pk), Listing.objects.get(pk=theirs.pk)
    assert (ours.proposal, theirs.product.title_fr) == ({"title_fr": "À nous"}, "À eux")
    assert (ours.state, ours.product.is_featured, ours.product.parent) == (
        State.ON_SALE,
        False,
        None,
    )
    assert ours.partner != theirs.partner


def test_what_is_not_public_is_no_choice(client, ours):
    hidden = {
        "category": Category.add_root(name="Cachée", slug="cachee", is_public=False),
        "made_at": PlaceFactory.create(is_public=False),
        "inspired_by": make_tree().story(title="Brouillon", live=False),
    }
    for field, thing in hidden.items():
        refused = save(client, ours, **{field: str(thing.pk)})
        assert field in refused.context["form"].errors
