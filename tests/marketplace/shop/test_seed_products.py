"""Many products at once, for whoever wants to see how the shop bears them."""

from django.core.management import call_command
from django.urls import reverse

from cms.search import search
from marketplace.forks.catalogue.models import Product
from tests.factories.marketplace import CraftFactory


def test_they_are_on_sale_and_found_and_more_can_be_had(db, client, capsys):
    CraftFactory.create(name_fr="Dentelle")
    call_command("seed_products", 3)
    call_command("seed_products", 2)
    assert Product.objects.on_sale().count() == 5
    assert "essai 5" in client.get(reverse("catalogue:index")).content.decode()
    assert [group.total for group in search("dentelle essai").groups] == [5]
