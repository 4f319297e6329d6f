"""What the components draw, where it is more than words in a frame."""

import json
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.utils.translation import override


def draw(source: str, **context: object) -> str:
    return Template("{% load components %}" + source).render(Context(context))


def test_a_card_is_one_link_named_by_its_title():
    html = draw("{% card kind='place' title='Base 11/19' href='/fr/lieux/base/' place='Loos' %}")
    assert re.findall(r"<a .*?</a>", html) == ['<a href="/fr/lieux/base/">Base 11/19</a>']


def test_a_card_escapes_what_it_is_given():
    assert "<script>" not in draw(
        "{% card kind='product' title=title href='/' %}", title="<script>alert(1)</script>"
    )


def test_a_reduced_price_shows_the_lowest_of_the_last_thirty_days():
    with override("fr"):
        html = draw(
            "{% price amount=now was=was large=True %}", now=Decimal("48"), was=Decimal("62")
        )
    assert "48,00\xa0€" in html
    assert "62,00\xa0€" in html
    assert "price-prior" in html


def test_a_prior_price_that_is_not_higher_is_no_reduction():
    html = draw("{% price amount=now was=was %}", now=Decimal("48"), was=Decimal("48"))
    assert "price-was" not in html


def test_pagination_keeps_the_filters():
    page = Paginator(range(100), 10).get_page(2)
    html = draw(
        "{% pagination page=page query=query %}", page=page, query=QueryDict("craft=lace&page=2")
    )
    assert 'href="?craft=lace&amp;page=3"' in html


def test_pagination_of_one_page_is_nothing():
    assert draw("{% pagination page=page %}", page=Paginator([1], 10).get_page(1)).strip() == ""


def test_breadcrumbs_cannot_close_their_script():
    html = draw(
        "{% breadcrumbs items=items base_url='https://terril.example' %}",
        items=[("</script><b>", "")],
    )
    data = re.search(r'ld\+json">(.*?)</script>', html)
    assert data is not None
    assert json.loads(data[1])["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "</script><b>"}
    ]


def test_the_countdown_says_the_moment_and_its_zone():
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    html = draw("{% countdown until=until now=now %}", until=now + timedelta(days=2), now=now)
    assert 'datetime="2026-11-24 10:00+0100"' in html
    assert "(heure de Paris)" in html


def test_the_countdown_that_is_over_says_so_and_counts_no_more():
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    html = draw("{% countdown until=now now=now over='Closed.' %}", now=now)
    assert "Closed." in html
    assert "data-countdown" not in html


def test_the_map_lists_every_point_that_it_draws():
    points = [{"lat": 50.43, "lon": 2.80, "title": "Louvre-Lens"}]
    html = draw("{% map id='m' points=points label='Places' %}", points=points)
    assert '<span class="map-title">Louvre-Lens</span>' in html
    data = re.search(r'<script id="m-data" type="application/json">(.*?)</script>', html)
    assert data is not None
    assert json.loads(data[1])["points"] == [{"number": 1, **points[0]}]


def test_what_lies_beyond_europe_has_an_inset():
    points = [
        {"lat": Decimal("50.43"), "lon": Decimal("2.83"), "title": "Lens"},
        {"lat": Decimal("33.03"), "lon": Decimal("130.44"), "title": "Omuta"},
    ]
    html = draw("{% map id='m' points=points label='Network' base='europe' %}", points=points)
    drawn = {
        name: [point["title"] for point in json.loads(data)["points"]]
        for name, data in re.findall(r'<script id="([\w-]+)" type="[^"]*">(.*?)</script>', html)
    }
    assert drawn == {"m-data": ["Lens"], "m-inset-data": ["Omuta"]}
    assert html.count('class="map-title"') == 2


@pytest.mark.parametrize(
    ("points", "base", "closest"),
    [
        ([("Lens", 50.43, 2.83)], "region", {"m-data": 12}),
        ([("Falun", 60.6, 15.63)], "europe", {"m-data": 5}),
        ([("Omuta", 33.03, 130.44)], "europe", {"m-inset-data": 4}),
        ([], "europe", {"m-data": 5}),
    ],
    ids=["region", "Europe", "beyond", "nothing"],
)
def test_a_lonely_pin_stands_on_a_ground_that_can_be_recognised(points, base, closest):
    told = [{"title": title, "lat": lat, "lon": lon} for title, lat, lon in points]
    html = draw(f"{{% map id='m' points=points label='Where' base='{base}' %}}", points=told)
    data = re.findall(r'<script id="([\w-]+)" type="[^"]*">(.*?)</script>', html)
    assert {name: json.loads(content)["closest"] for name, content in data} == closest


def test_a_name_has_initials():
    assert ">AJ<" in draw("{% mark name='Atelier des Jumeaux' %}")
    assert ">V<" in draw("{% mark name='Verrerie' %}")
    assert ">?<" in draw("{% mark name='' %}")
    assert ">مل<" in draw("{% mark name='مريم لطفي' %}")
