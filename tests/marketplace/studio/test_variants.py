"""What an artisan says of a variant is its own; what stays empty is the listing's."""

import pytest

from marketplace.forks.catalogue.models import Product
from marketplace.studio.forms.listing import of_variant
from marketplace.studio.models import Listing
from tests.factories.marketplace import make_product
from tests.marketplace.studio.test_views import address, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing(artisan):
    product = make_product(
        artisan=artisan,
        is_public=False,
        variants=[("petit", "12.00", 3), ("grand", "18.00", 1)],
    )
    return Listing.objects.get(product=product)


@pytest.fixture
def at_work(client, potter):
    client.force_login(potter)
    return client


def test_a_variants_days_weight_size_and_making_are_put_right_in_the_studio(
    at_work, artisan, listing
):
    small, large = listing.product.children.order_by("upc").reverse()
    page = at_work.get(address("listing", artisan.code, listing.pk)).content.decode()
    assert all(f"<legend>{variant.title}</legend>" in page for variant in (small, large))
    own = {"lead_time_days": "15 days", "weight_g": "2,4 kg", "dimensions": "40 × 30 cm"}
    sent = {of_variant(large, name): value for name, value in own.items()}
    sent[of_variant(large, "is_made_to_order")] = "on"
    at_work.post(
        address("listing", artisan.code, listing.pk),
        typed(listing, lead_time_days="6", weight_g="700", dimensions_en="20 × 15 cm", **sent),
    )
    facts = ("lead_time_days", "weight_g", "dimensions", "is_made_to_order")
    said = {
        variant.upc: [variant.fact(name) for name in facts]
        for variant in Product.objects.filter(parent=listing.product)
    }
    assert said == {
        "petit": [6, 700, "20 × 15 cm", False],
        "grand": [15, 2400, "40 × 30 cm", True],
    }


def test_what_is_wrong_of_a_variant_is_said_at_its_field_and_kept(at_work, artisan, listing):
    variant = listing.product.children.first()
    field = of_variant(variant, "lead_time_days")
    url = address("listing", artisan.code, listing.pk)
    page = at_work.post(url, typed(listing, **{field: "bientôt"}))
    assert set(page.context["form"].errors) == {field}
    assert 'value="bientôt"' in page.content.decode()
