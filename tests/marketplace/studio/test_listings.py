"""A listing on its way from the bench to the shop window."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from oscar.core.loading import get_model

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import StockRecord
from marketplace.studio import checklist
from marketplace.studio.actions import editing, listings
from marketplace.studio.models import Listing, PriceChange
from marketplace.studio.states import MOVES, MoveRefused, State
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import make_product
from tests.factories.studio import AT, a_listing, product_of, rewrite
from tests.letters import posted

Category = get_model("catalogue", "Category")

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("state", State)
def test_a_move_leads_from_where_the_table_says_and_from_nowhere_else(name, state, artisan, potter):
    listing = listings.start(partner=artisan, title="Bol", language="fr", by=potter, at=AT)
    Listing.objects.filter(pk=listing.pk).update(state=state)
    sources, target = MOVES[name]
    if state in sources:
        assert listings.move(listing, name, by=potter, at=AT).state == target
    else:
        with pytest.raises(MoveRefused):
            listings.move(listing, name, by=potter, at=AT)
        assert Listing.objects.get(pk=listing.pk).state == state


def test_it_is_public_exactly_while_it_is_on_sale(artisan, potter):
    listing = a_listing(artisan, potter, state=State.SUBMITTED)
    assert not product_of(listing).is_public
    listings.approve(listing, by=potter, at=AT)
    assert product_of(listing).is_public
    listings.take_down(listing, by=potter, at=AT)
    assert not product_of(listing).is_public


def test_it_is_not_sent_while_something_is_missing(artisan, potter):
    listing = listings.start(partner=artisan, title="Bol", language="fr", by=potter, at=AT)
    with pytest.raises(listings.NotReady) as refused:
        listings.submit(listing, by=potter, at=AT)
    assert [step.field for step in refused.value.steps] == [
        "teaser_fr",
        "description_fr",
        "category",
        "photos",
        "price",
        "num_in_stock",
        "craft",
        "materials_fr",
        "safety_identifier",
        "safety_warnings_fr",
    ]
    assert Listing.objects.get().state == State.DRAFT


def test_a_photo_without_words_for_it_is_missing_its_words(artisan, potter):
    listing = a_listing(artisan, potter)
    listing.product.images.get().picture.__class__.objects.update(alt_fr="", alt_en="")
    steps = checklist.missing(checklist.before_sale(product_of(listing)))
    assert [step.field for step in steps] == ["photos"]


def test_the_price_and_stock_of_variants_count(artisan):
    product = make_product(artisan=artisan, variants=[("S", "12.00", 3)])

    def missing() -> set[str]:
        return {step.field for step in checklist.missing(checklist.before_sale(product))}

    assert {"price", "num_in_stock"}.isdisjoint(missing())
    StockRecord.objects.filter(product__parent=product).update(num_in_stock=None)
    assert "num_in_stock" in missing()
    Product.objects.filter(parent=product).update(is_made_to_order=True)
    assert "num_in_stock" not in missing()


def test_operators_get_a_mail_and_the_artisan_gets_the_answer(
    artisan, potter, django_capture_on_commit_callbacks
):
    operator = UserFactory.create()
    operator.user_permissions.add(Permission.objects.get(codename="change_listing"))
    with django_capture_on_commit_callbacks(execute=True):
        listing = a_listing(artisan, potter, state=State.SUBMITTED)
    assert [message.to for message in posted()] == [[operator.email]]
    posted().clear()
    with django_capture_on_commit_callbacks(execute=True):
        listings.request_changes(listing, reason="Une photo plus claire.", by=operator, at=AT)
    assert [message.to for message in posted()] == [[potter.email]]
    assert "Une photo plus claire." in posted()[0].body


def test_the_history_keeps_every_step_with_who_and_why(artisan, potter):
    listing = a_listing(artisan, potter, state=State.SUBMITTED)
    listings.request_changes(listing, reason="Plus clair.", by=potter, at=AT)
    assert list(listing.events.values_list("state", "reason", "by")) == [
        ("draft", "", potter.pk),
        ("submitted", "", potter.pk),
        ("changes", "Plus clair.", potter.pk),
    ]


def test_a_change_of_words_on_sale_is_written_down_for_the_operator(artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    rewrite(listing, potter, title_fr="Bol noir")
    assert listing.events.last().changes == {"title_fr": ["Bol rouge", "Bol noir"]}


def test_on_another_shelf_it_stays_where_the_shop_has_put_it(artisan, potter):
    listing = a_listing(artisan, potter)
    presents = Category.add_root(name="À offrir", slug="a-offrir")
    elsewhere = Category.add_root(name="Table", slug="table")
    product_of(listing).categories.add(presents)

    def shelves() -> set[str]:
        return {shelf.slug for shelf in product_of(listing).categories.all()}

    rewrite(listing, potter)
    assert shelves() == {"maison", "a-offrir"}
    rewrite(listing, potter, category=elsewhere)
    assert shelves() == {"table", "a-offrir"}


def test_each_price_is_logged_once(artisan, potter):
    listing = a_listing(artisan, potter)
    for price in ("24.00", "19.00"):
        rewrite(listing, potter, price=Decimal(price))
    assert list(PriceChange.objects.values_list("price", flat=True)) == [24, 19]


def test_a_new_stock_leaves_what_is_promised_to_orders(artisan, potter):
    listing = a_listing(artisan, potter)
    stock = listing.product.stockrecords.get()
    stock.__class__.objects.update(num_allocated=2)
    editing.set_stock(stock, price=Decimal("24.00"), num_in_stock=9, by=potter, at=AT)
    stock.refresh_from_db()
    assert (stock.num_in_stock, stock.num_allocated) == (9, 2)


def test_a_listing_is_visible_to_its_artisan_and_to_operators(artisan, potter, django_user_model):
    a_listing(artisan, potter)
    operator = UserFactory.create()
    operator.user_permissions.add(Permission.objects.get(codename="view_listing"))
    seen = [
        Listing.objects.visible_to(user).count()
        for user in (potter, operator, UserFactory.create())
    ]
    assert seen == [1, 1, 0]
