"""Who is sent elsewhere to check finds the way there."""

import pytest

from cms.templatetags.sources import linked_hosts
from tests.factories.marketplace import PlaceFactory


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("inpi.fr", '<a href="https://inpi.fr/">inpi.fr</a>'),
        (
            "pss-archi.eu, Mérimée PA62000003",
            '<a href="https://pss-archi.eu/">pss-archi.eu</a>, Mérimée PA62000003',
        ),
        ("Veillées des chaumières, n° 3.5", "Veillées des chaumières, n° 3.5"),
        ("<b>coe.int", '&lt;b&gt;<a href="https://coe.int/">coe.int</a>'),
        ("", ""),
    ],
)
def test_the_hosts_in_a_source_are_links(source, expected):
    assert linked_hosts(source) == expected


def test_a_place_leads_to_its_own_site(client, tree):
    place = PlaceFactory.create(is_visitable=True)
    page = tree.place(place, website="https://www.fosse.example/horaires")
    assert (
        '<a href="https://www.fosse.example/horaires">fosse.example</a>'
        in client.get(page.url).content.decode()
    )


def test_a_place_without_a_site_sends_nobody_to_it(client, tree):
    page = tree.place(PlaceFactory.create(is_visitable=True))
    text = client.get(page.url).content.decode()
    assert "Renseignez-vous sur les horaires" in text
    assert "site du lieu" not in text
