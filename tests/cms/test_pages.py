"""Pages as an anonymous reader gets them."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.admin.models import EditingSession

from cms import graph, models
from ground.pagecache.generation import present_generation
from marketplace.studio.actions.creation import Origin
from tests.factories.cms import edge
from tests.factories.incubator import CallFactory, PilotFactory
from tests.factories.marketplace import CraftFactory, PlaceFactory, make_product


@pytest.fixture
def full(tree):
    """A site where everything leads to everything."""
    place, craft = PlaceFactory.create(), CraftFactory.create()
    theme = models.Theme.objects.create(slug="coal", name_fr="Charbon", name_en="Coal")
    product = make_product(title="Lampe de fosse", origin=Origin(craft=craft, made_at=place))
    pilot = PilotFactory.create(place=place)
    for language in ("fr", "en"):
        tree.place(place, language=language)
        tree.put(models.CraftPage, "crafts", craft=craft, language=language)
        tree.put(models.ThemePage, "themes", theme=theme, language=language)
        tree.put(models.PlainPage, "home", language=language, shelf="footer")
        tree.put(
            models.DestinationPage,
            "network",
            language=language,
            country="DE",
            latitude="51.49",
            longitude="7.04",
            theme=theme,
            themes=[theme],
            offers="Une résidence\nUne vitrine",
            is_example=True,
        )
        route = tree.route(place, language=language)
        tree.event(place=place, language=language)
        tree.story(
            language=language,
            title="La lampe",
            told_at=place,
            theme=theme,
            themes=[theme],
            body=[
                ("paragraph", "<p>Elle brûle.</p>"),
                ("quote", {"text": "Allume.", "by": "Un porion", "is_invented": True}),
                ("figure", {"value": "205", "label": "plantes", "source": "un musée"}),
                ("timeline", {"moments": [{"when": "1986", "text": "Fermeture"}]}),
                ("list", ["Une lampe", "Une équipe"]),
                edge("product", product),
                edge("place", place),
                edge("route", route),
                edge("pilot", pilot),
                ("heading", "Ensuite"),
                edge("craft", craft),
            ],
        )
    return tree


def addresses(language):
    from wagtail.models import Page

    pages = Page.objects.filter(locale__language_code=language, depth__gt=1).exclude(slug="root")
    return [page.url for page in pages if page.url]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_of_page_answers_without_a_cookie(full, client, language):
    for url in addresses(language):
        response = client.get(url)
        assert (url, response.status_code) == (url, 200)
        assert (url, dict(response.cookies)) == (url, {})
        assert (url, response.get("Vary", "").count("Cookie")) == (url, 0)


def test_a_kept_page_costs_no_query(full, client, django_assert_num_queries):
    for url in addresses("fr"):
        client.get(url)
        with django_assert_num_queries(0):
            client.get(url)


def queries_of(url, settings):
    """Queries of a page that is drawn anew, in a process that has served another one."""
    settings.PAGE_CACHE = False
    client = Client()
    client.get(url)
    cache.clear()
    client.get("/fr/themes/")
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("more", [0, 3])
def test_a_story_costs_at_most_fifteen_queries(full, settings, more):
    place = PlaceFactory.create()
    edges = [
        edge(kind, target)
        for _ in range(more)
        for kind, target in (("product", make_product()), ("place", PlaceFactory.create()))
    ]
    story = full.story(
        told_at=place,
        body=[edge("product", make_product()), edge("pilot", PilotFactory.create()), *edges],
    )
    for _ in range(more):
        full.story(told_at=place)
        make_product(origin=Origin(inspired_by=story))
    assert queries_of(story.url, settings) <= 15


@pytest.mark.parametrize("more", [0, 3])
def test_the_front_page_costs_at_most_fifteen_queries(full, settings, more):
    words = {"title": "Titre", "text": "Texte", "action": "Voir"}
    home = full.home["fr"]
    home.refresh_from_db()
    kinds = ("visit", "makers", "pilots", "routes", "events", "network", "fund")
    home.sections = [(kind, words) for kind in kinds]
    home.save()
    for _ in range(more):
        full.story(body=[edge("product", make_product())])
        full.route(PlaceFactory.create())
        full.event(place=PlaceFactory.create())
        PilotFactory.create()
    assert queries_of(home.url, settings) <= 15


def test_a_page_that_is_not_there_is_404(full, client):
    assert client.get("/fr/nulle-part/").status_code == 404
    assert client.get("/fr/stories/nulle-part/").status_code == 404


def test_a_draft_is_404(full, client):
    story = full.story(live=False)
    assert client.get(story.url).status_code == 404


def test_publishing_shows_at_once_everywhere(full, client, django_capture_on_commit_callbacks):
    place = PlaceFactory.create()
    product = make_product(origin=Origin(craft=CraftFactory.create(), made_at=place))
    place_page = full.place(place)
    seen_from = [full.home["fr"].url, place_page.url, product.get_absolute_url()]
    for url in seen_from:
        assert "Une nuit au fond" not in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        full.story(
            title="Une nuit au fond",
            told_at=place,
            body=[edge("product", product)],
        )
    for url in seen_from:
        assert (url, "Une nuit au fond" in client.get(url).content.decode()) == (url, True)


def test_a_story_published_without_a_date_is_the_latest(tree):
    today = timezone.localdate()
    story = tree.story(dated=None, live=False)
    tree.story(dated=today - timedelta(days=1))
    assert story.dated is None
    story.save_revision().publish()
    assert graph.stories().first() == story
    assert graph.stories().first().dated == today


def test_an_open_call_is_one_press_away_from_the_front_page(full, client):
    home = full.home["fr"]
    home.refresh_from_db()
    home.sections = [("pilots", {"title": "Titre", "text": "Texte", "action": "Voir"})]
    home.save()
    PilotFactory.create()
    now = timezone.now()
    soon = {"opens_at": now - timedelta(days=2), "closes_at": now + timedelta(days=2)}
    call = CallFactory.create(**soon)
    closed = CallFactory.create(**{**soon, "closes_at": now - timedelta(days=1)})
    page = client.get(home.url).content.decode()
    assert call.get_absolute_url() in page
    assert closed.get_absolute_url() not in page


def test_the_language_switch_leads_to_the_translation_and_hreflang_names_only_what_is(tree, client):
    french = tree.story(slug="la-lampe")
    tree.story(slug="the-lamp", language="en", key=french.translation_key)
    page = client.get(french.url).content.decode()
    assert 'hreflang="en" href="http://testserver/en/stories/the-lamp/"' in page
    alone = client.get(tree.story(slug="seule").url).content.decode()
    assert 'rel="alternate" hreflang="en"' not in alone


def test_a_moved_page_leaves_a_redirect(full, client, django_capture_on_commit_callbacks):
    story = full.story(slug="avant")
    old = story.url
    with django_capture_on_commit_callbacks(execute=True):
        story.slug = "apres"
        story.save_revision().publish()
    response = client.get(old)
    assert response.status_code == 301
    assert response.url.endswith("/fr/stories/apres/")


def test_filters_narrow_the_lists_and_forgive_nonsense(full, client):
    assert client.get("/fr/stories/?theme=coal").context["listed"].paginator.count == 1
    assert client.get("/fr/stories/?theme=nope").context["listed"].paginator.count == 0
    assert client.get("/fr/stories/?page=zzz&theme=coal").status_code == 200
    assert len(client.get("/fr/places/?kind=mine").context["cards"]) == 1
    assert client.get("/fr/places/?kind=palace").context["cards"] == []
    assert len(client.get("/fr/network/?theme=coal").context["cards"]) == 1


def test_a_place_shows_what_a_story_told_there_inspired(tree, client):
    place = PlaceFactory.create()
    french = tree.story(told_at=place)
    tree.story(told_at=place, language="en", key=french.translation_key)
    make_product(title="Lampe de fosse", origin=Origin(inspired_by=french))
    for language in ("fr", "en"):
        page = tree.place(place, language=language)
        assert client.get(page.url).content.decode().count(">Lampe de fosse</a>") == 1


def test_what_an_editor_previews_is_shown_to_nobody_else(full, settings):
    settings.PAGE_CACHE = True
    story = full.story(title="Publiée")
    host = urlsplit(story.full_url).netloc  # where the preview is asked for, too
    client = Client(headers={"host": host})
    assert client.get(story.url).status_code == 200
    story.title = "Brouillon"
    assert "Brouillon" in story.make_preview_request().content.decode()
    for page in (client.get(story.url), client.get(f"{story.url}?again=1")):
        assert "Brouillon" not in page.content.decode()
        assert "Publiée" in page.content.decode()


def test_an_editor_at_work_leaves_the_kept_pages_alone(
    full, django_user_model, django_capture_on_commit_callbacks
):
    """Wagtail writes down every few seconds who is editing what."""
    story = full.story()
    editor = django_user_model.objects.create_user(email="camille@terril.example")
    before = present_generation()
    with django_capture_on_commit_callbacks(execute=True):
        EditingSession.objects.create(
            user=editor, content_object=story, last_seen_at=timezone.now()
        )
    assert present_generation() == before


def test_where_nothing_is_found_one_can_search(client, tree):
    response = client.get("/fr/stories/nulle-part/")
    assert response.status_code == 404
    page = response.content.decode()
    assert '<form class="search-form" action="/fr/search/"' in page
    assert '<input id="asked" type="search" name="q" value=""' in page


def test_a_page_is_addressed_alike(tree):
    first, second = (
        tree.story(title="Œil de braise", slug=""),
        tree.story(title="œil de braise", slug=""),
    )
    assert [first.slug, second.slug] == ["oeil-de-braise", "oeil-de-braise-2"]
