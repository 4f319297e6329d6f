"""What is changed on sale waits for an operator; the shop shows what was approved."""

import re
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from cms.roles import OPERATORS, make_groups
from ground.letters.models import Letter
from marketplace.fulfilment.models import Consignment
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.studio.actions import editing, listings
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.cms import edge, make_tree
from tests.factories.marketplace import begin_payment, make_basket, make_product
from tests.factories.studio import AT, a_listing, product_of, rewrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    make_groups()
    operator = UserFactory.create()
    operator.groups.add(Group.objects.get(name=OPERATORS))
    return operator


@pytest.fixture
def on_sale(artisan, potter, operator):
    listing = a_listing(artisan, potter, state=State.ON_SALE, title_fr="Savon noir")
    Letter.objects.all().delete()
    return listing


def letters() -> list[tuple[str, str]]:
    return [(letter.template, letter.to) for letter in Letter.objects.order_by("pk")]


def read(listing: Listing) -> Listing:
    return Listing.objects.get(pk=listing.pk)


@pytest.mark.parametrize(
    "changes",
    [
        {"title_fr": "Dague de veneur"},
        {"description_fr": "Une lame de vingt centimètres."},
        {"safety_warnings_fr": ""},
        {"safety_identifier": "LAME-9"},
        {"materials_fr": "acier"},
        {"teaser_en": "A blade."},
        {"no_return": "measure"},
    ],
)
def test_words_wait_and_the_shop_shows_the_approved_ones(on_sale, potter, operator, changes):
    name, value = next(iter(changes.items()))
    if value == "":
        with pytest.raises(listings.NotReady):
            rewrite(on_sale, potter, title_fr="Savon noir", **changes)
        assert read(on_sale).proposal is None
        return
    before = editing.initial_of(read(on_sale))[name]
    rewrite(on_sale, potter, **{"title_fr": "Savon noir"} | changes)
    listing = read(on_sale)
    assert (listing.state, product_of(listing).is_public) == (State.ON_SALE, True)
    assert editing.initial_of(listing)[name] == before
    assert listing.proposal == changes
    assert list(listing.changes_to_read()) == [name]
    assert list(Listing.objects.waiting()) == [listing]
    assert letters() == [("studio/listing_changed", operator.email)]


def test_price_and_stock_are_changed_at_once_and_nobody_has_to_read_them(on_sale, potter):
    rewrite(on_sale, potter, title_fr="Savon noir", price=Decimal("7.20"), num_in_stock=2)
    stock = product_of(on_sale).stockrecords.get()
    assert (stock.price, stock.num_in_stock) == (Decimal("7.20"), 2)
    assert list(Listing.objects.waiting()) == []
    assert letters() == []


def test_approved_changes_are_in_the_shop_and_the_artisan_is_told(on_sale, potter, operator):
    rewrite(on_sale, potter, title_fr="Savon noir au lin", materials_fr="lin")
    editing.approve_changes(read(on_sale), by=operator, at=AT)
    listing = read(on_sale)
    assert product_of(listing).title_fr == "Savon noir au lin"
    assert product_of(listing).provenance.materials_fr == "lin"
    assert (listing.proposal, listing.changes_sent_at, listing.changes_to_read()) == (
        None,
        None,
        {},
    )
    assert letters()[-1] == ("studio/changes_approved", potter.email)


def test_declined_changes_stay_with_the_artisan_and_not_in_the_shop(on_sale, potter, operator):
    rewrite(on_sale, potter, title_fr="Savon miracle")
    editing.decline_changes(read(on_sale), reason="Promet une guérison.", by=operator, at=AT)
    listing = read(on_sale)
    assert product_of(listing).title_fr == "Savon noir"
    assert listing.proposal == {"title_fr": "Savon miracle"}
    assert list(Listing.objects.waiting()) == []
    letter = Letter.objects.get(template="studio/changes_declined")
    assert (letter.to, letter.reply_to) == (potter.email, operator.email)
    assert "Promet une guérison." in letter.text


def test_what_a_loader_put_on_sale_is_read_when_it_is_changed_too(on_sale, potter, operator):
    Listing.objects.update(submitted_at=None)
    rewrite(on_sale, potter, title_fr="Couteau de mine")
    assert product_of(on_sale).title_fr == "Savon noir"
    assert list(Listing.objects.waiting()) == [on_sale]
    assert ("studio/listing_changed", operator.email) in letters()


def test_what_is_changed_back_waits_no_more(on_sale, potter):
    rewrite(on_sale, potter, title_fr="Savon vert")
    rewrite(on_sale, potter, title_fr="Savon noir")
    listing = read(on_sale)
    assert (listing.proposal, listing.changes_sent_at) == (None, None)


def test_one_letter_for_all_changes_that_wait(on_sale, potter, operator):
    rewrite(on_sale, potter, title_fr="Savon vert")
    rewrite(on_sale, potter, title_fr="Savon bleu")
    assert letters() == [("studio/listing_changed", operator.email)]
    assert read(on_sale).changes_to_read() == {"title_fr": ["Savon noir", "Savon bleu"]}


def test_the_operator_reads_the_difference_and_decides(client, on_sale, potter, operator):
    rewrite(on_sale, potter, title_fr="Savon noir fin")
    client.force_login(operator)
    path = reverse("studio_listing_modeladmin_inspect", args=[on_sale.pk])
    assert "Savon noir<ins> fin</ins>" in client.get(path).content.decode()
    listing = read(on_sale)
    client.post(path, {"move": "approve_changes", "version": listing.version - 1})
    assert product_of(on_sale).title_fr == "Savon noir"  # another one than was read
    client.post(path, {"move": "approve_changes", "version": listing.version})
    assert product_of(on_sale).title_fr == "Savon noir fin"


def test_the_menu_opens_those_to_approve_with_their_number(
    client, on_sale, artisan, potter, operator
):
    waiting = a_listing(artisan, potter, state=State.SUBMITTED)
    client.force_login(operator)
    path = reverse("studio_listing_modeladmin_index")
    page = client.get(path)
    assert [row.pk for row in page.context_data["object_list"]] == [waiting.pk]
    assert re.search(r"\(1\)", page.content.decode())
    both = client.get(path, {"show": "all"}).context_data["object_list"]
    assert {row.pk for row in both} == {waiting.pk, on_sale.pk}


def test_a_suspension_says_what_happened_why_since_when_and_how_to_object(
    on_sale, potter, operator
):
    listings.suspend(on_sale, reason="Allergène non déclaré.", by=operator, at=AT)
    letter = Letter.objects.get(to=potter.email)
    assert letter.reply_to == operator.email
    assert "suspendue" in letter.subject
    for words in ("Allergène non déclaré.", "22 novembre 2026", "22:00", "répondez", "médiateur"):
        assert words in letter.text
        assert words in letter.html.replace("&#x27;", "'")


def test_editors_hear_of_what_left_the_shop_and_their_stories_stand(on_sale, potter, operator):
    editor = UserFactory.create()
    editor.groups.add(Group.objects.get(name="Editors"))
    story = make_tree().story(title="La savonnerie", body=[edge("product", product_of(on_sale))])
    listings.take_down(on_sale, by=potter, at=AT)
    letter = Letter.objects.get(to=editor.email)
    assert (letter.template, "La savonnerie" in letter.text) == ("cms/product_left", True)
    assert f"/admin/pages/{story.pk}/edit/" in letter.text


def test_the_question_before_taking_it_off_names_where_it_is_used(client, on_sale, potter):
    make_tree().story(title="La savonnerie", body=[edge("product", product_of(on_sale))])
    client.force_login(potter)
    path = reverse("studio:listing", args=[on_sale.partner.code, on_sale.pk])
    page = client.get(path).content.decode()
    assert "La savonnerie" in page[page.index("take-down-asked") :]


def test_a_draft_can_be_thrown_away_and_nothing_else_can(client, on_sale, artisan, potter):
    draft = a_listing(artisan, potter, title_fr="Essai")
    client.force_login(potter)
    for listing in (draft, on_sale):
        path = reverse("studio:listing", args=[artisan.code, listing.pk])
        page = client.get(path).content.decode()
        assert ("delete-asked" in page) == (listing == draft)
        client.post(reverse("studio:listing_delete", args=[artisan.code, listing.pk]))
    table = client.get(reverse("studio:listings", args=[artisan.code])).content.decode()
    assert ("Essai" in table, "Savon noir" in table) == (False, True)
    gone = reverse("studio:listing", args=[artisan.code, draft.pk])
    assert client.get(gone).status_code == 404
    assert read(on_sale).state == State.ON_SALE


def test_what_is_long_can_be_searched_and_comes_by_the_page(
    client, artisan, potter, django_assert_max_num_queries
):
    for number in range(31):
        listings.start(partner=artisan, title=f"Bougie {number}", language="fr", by=potter, at=AT)
    client.force_login(potter)
    path = reverse("studio:listings", args=[artisan.code])
    with django_assert_max_num_queries(14):
        first = client.get(path)
    assert len(first.context["rows"]) == 30
    assert len(client.get(path, {"page": 2}).context["rows"]) == 1
    found = client.get(path, {"q": "bougie 17"}).context["rows"]
    assert [row["product"].title for row in found] == ["Bougie 17"]
    assert client.get(path, {"q": "x" * 5_000, "page": "zz"}).status_code == 200


def copied(row, **other):
    fields = [field for field in row._meta.local_fields if not field.primary_key]
    return {field.attname: getattr(row, field.attname) for field in fields} | other


@pytest.mark.django_db(transaction=True)
def test_open_orders_come_by_the_page_with_their_number_and_a_search(
    client, artisan, potter, django_assert_max_num_queries
):
    payment = begin_payment(make_basket(make_product(artisan=artisan)))
    sandbox.play(SandboxCharge.objects.get(reference=payment.reference), "accept", at=AT)
    first = Consignment.objects.get()
    orders = type(first.order).objects.bulk_create(
        type(first.order)(**copied(first.order, number=f"ORD-{number}")) for number in range(1_000)
    )
    Consignment.objects.bulk_create(
        Consignment(**copied(first, number=f"TER-{number}", order_id=order.pk))
        for number, order in enumerate(orders)
    )
    client.force_login(potter)
    path = reverse("studio:orders", args=[artisan.code])
    client.get(path)
    for place in ("", "?waiting=2", "?waiting=34"):
        with django_assert_max_num_queries(10):
            page = client.get(f"{path}{place}")
        assert page.context["to_prepare"].paginator.count == 1_001
        assert len(page.content) < 120_000
    found = client.get(path, {"q": "ter-777"}).context["to_prepare"]
    assert [parcel.number for parcel in found] == ["TER-777"]
