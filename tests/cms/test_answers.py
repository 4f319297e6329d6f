"""What a visitor asks, and what they expect: the same on every database."""

import pytest
from django.utils import translation
from oscar.core.loading import get_model
from wagtail.models import PageViewRestriction

from cms import models
from cms.indexing import index_everything
from cms.models import SearchEntry
from cms.search import search, with_marks
from ground.pagecache.generation import begin_generation
from marketplace.studio.actions.creation import Origin
from tests.factories.incubator import CallFactory, PilotFactory
from tests.factories.marketplace import (
    ArtisanFactory,
    CraftFactory,
    PlaceFactory,
    make_product,
)

Category = get_model("catalogue", "Category")

FOUND = {
    # As it is written, and as it is typed.
    "cœur": ["Cœur de schiste"],
    "coeur": ["Cœur de schiste"],
    "COEUR": ["Cœur de schiste"],
    "Cœurs": ["Cœur de schiste"],
    "lætitia": ["Lætitia, brodeuse"],
    "laetitia": ["Lætitia, brodeuse"],
    "château": ["Le château de la Motte"],
    "chateau": ["Le château de la Motte"],
    "cha\u0302teau": ["Le château de la Motte"],
    "châteaux": ["Le château de la Motte"],
    "CHÂTEAU": ["Le château de la Motte"],
    "étai": ["Toupie d’étai", "L’étai qui chante"],
    "l'étai": ["Toupie d’étai", "L’étai qui chante"],
    "l’étai": ["Toupie d’étai", "L’étai qui chante"],
    "d´étai": ["Toupie d’étai", "L’étai qui chante"],
    "lʼetai": ["Toupie d’étai", "L’étai qui chante"],
    "étais": ["Toupie d’étai", "L’étai qui chante"],
    "plumes d’oie": ["Une oie à Wallers"],
    "oies": ["Une oie à Wallers"],
    # Plurals, French and English.
    "chevaux": ["Le cheval de fond"],
    "cheval": ["Le cheval de fond"],
    "travail": ["Les travaux du fond"],
    "travaux": ["Les travaux du fond"],
    "bateau": ["Bateaux sur la Deûle"],
    "bijou": ["Broche à facettes", "Bijoux"],
    "bijoux": ["Broche à facettes", "Bijoux"],
    # Names of pits.
    "9-9bis": ["Le 9-9bis"],
    "9/9bis": ["Le 9-9bis"],
    "9-9 bis": ["Le 9-9bis"],
    "9‑9bis": ["Le 9-9bis"],
    "9-9BIS": ["Le 9-9bis"],
    "11/19": ["Base 11/19"],
    "11-19": ["Base 11/19"],
    "11 19": ["Base 11/19"],
    "base 11/19": ["Base 11/19"],
    "base 11": ["Base 11/19"],
    "1119": [],
    "19/11": [],
    "saint auguste": ["La lampe de Saint-Auguste"],
    "Saint-Auguste": ["La lampe de Saint-Auguste"],
    "noyelles sous lens": ["Noyelles-sous-Lens"],
    # By what a thing is ordered by.
    "faïence": ["Assiette aux corons", "Carreau bleu", "La Faïencerie du Quai"],
    "faience": ["Assiette aux corons", "Carreau bleu", "La Faïencerie du Quai"],
    "quai": ["Assiette aux corons", "Carreau bleu", "La Faïencerie du Quai"],
    "argile": ["Assiette aux corons"],
    "cadeau": ["À offrir", "Carreau bleu"],
    "cadeaux": ["À offrir", "Carreau bleu"],
    "carreau": ["Carreau bleu"],
    "wallers": ["Une oie à Wallers"],
    "bluetooth wallers": [],
    # Pages, by their subject.
    "livraison": ["Livraison et retours"],
    "expédition": ["Livraison et retours"],
    "retour": ["Livraison et retours"],
    "rétractation": ["Livraison et retours"],
    "CGV": ["Conditions de vente"],
    "conditions": ["Conditions de vente"],
    # Everything else that is public.
    "capteur": ["Des capteurs dans le terril", "Capter la chaleur"],
    "terrils": ["Les jumeaux, un terril", "La dentelle", "Des capteurs dans le terril"],
    "terril jumeau": ["Les jumeaux, un terril"],
    "le terril des jumeaux": ["Les jumeaux, un terril"],
    "brouillonne": [],
    "zzzz": [],
}


@pytest.fixture
def world(tree):
    tree.story(title="La dentelle", teaser="Des ponts, loin de tout terril.")
    tree.story(title="Les jumeaux, un terril")
    tree.story(title="Le cheval de fond")
    tree.story(title="Les travaux du fond")
    tree.story(title="Bateaux sur la Deûle")
    tree.story(title="L’étai qui chante")
    tree.story(title="Une oie à Wallers", teaser="Plumes et duvet.")
    tree.story(title="La lampe de Saint-Auguste")
    tree.story(title="Brouillonne", live=False)
    for title in ("Le 9-9bis", "Base 11/19", "Noyelles-sous-Lens", "Le château de la Motte"):
        tree.place(PlaceFactory.create(commune="Oignies"), title=title)
    tree.put(models.PlainPage, "home", title="Livraison et retours")
    tree.put(models.PlainPage, "home", title="Conditions de vente")
    faience = CraftFactory.create(name_fr="Faïence", name_en="Earthenware")
    quai = ArtisanFactory.create(name="La Faïencerie du Quai")
    quai.crafts.add(faience)
    make_product(
        title="Assiette aux corons",
        artisan=quai,
        origin=Origin(craft=faience, materials={"fr": "Argile rouge", "en": "Red clay"}),
    )
    shelves = {
        name: Category.add_root(name_fr=name, name_en=english, slug=slug)
        for name, english, slug in [
            ("Bijoux", "Jewellery", "bijoux"),
            ("À offrir", "To give", "a-offrir"),
        ]
    }
    gift = make_product(title="Carreau bleu", artisan=quai, origin=Origin(craft=faience))
    gift.categories.add(shelves["À offrir"])
    make_product(title="Broche à facettes").categories.add(shelves["Bijoux"])
    for title in ("Toupie d’étai", "Cœur de schiste"):
        make_product(title=title)
    ArtisanFactory.create(name="Lætitia, brodeuse")
    PilotFactory.create(title_fr="Des capteurs dans le terril", title_en="Sensors in the heap")
    CallFactory.create(title_fr="Capter la chaleur", summary_fr="Avec un capteur.")


ENGLISH = {
    "jewels": ["Broche à facettes", "Jewellery"],
    "earthenware": ["Assiette aux corons", "Carreau bleu", "La Faïencerie du Quai"],
    "gifts": ["Carreau bleu", "To give"],
    "miner’s boxes": ["The box of a miner"],
    "factories": ["A factory, asleep"],
    "glass": ["Glasses from Arques"],
    "the": ["The box of a miner", "Sensors in the heap"],
    "who will can": ["Who can, will"],
    "travaux": [],
}


def titles(asked):
    return [card.title for group in search(asked).groups for card in group.cards]


def test_every_question_has_the_answer_that_a_visitor_expects(world):
    """In any order but where one answer is better."""
    answered = {asked: sorted(titles(asked)) for asked in FOUND}
    assert answered == {asked: sorted(expected) for asked, expected in FOUND.items()}


def test_the_english_pages_have_theirs(world, tree):
    for title in ("The box of a miner", "A factory, asleep", "Glasses from Arques"):
        tree.story(title=title, language="en")
    tree.story(title="Who can, will", language="en")
    with translation.override("en"):
        answered = {asked: sorted(titles(asked)) for asked in ENGLISH}
    assert answered == {asked: sorted(expected) for asked, expected in ENGLISH.items()}


def test_a_word_in_the_title_weighs_more_than_one_in_the_text(world):
    assert titles("terril") == [
        "Les jumeaux, un terril",
        "La dentelle",
        "Des capteurs dans le terril",
    ]


def test_what_matched_is_marked_and_quoted_where_no_card_says_it(world):
    (stories, pilots) = with_marks(search("terrils")).groups
    assert [(card.title, card.line) for card in stories.cards] == [
        ("Les jumeaux, un <mark>terril</mark>", ""),
        ("La dentelle", "Des ponts, loin de tout <mark>terril</mark>."),
    ]
    assert pilots.cards[0].title == "Des capteurs dans le <mark>terril</mark>"
    (products,) = with_marks(search("argile")).groups
    assert "<mark>Argile</mark> rouge" in products.cards[0].line


def test_a_mark_lets_no_html_through(tree):
    tree.story(title="<b>Lampe</b> & <i>mèche</i>")
    (stories,) = with_marks(search("lampe")).groups
    assert (
        stories.cards[0].title
        == "&lt;b&gt;<mark>Lampe</mark>&lt;/b&gt; &amp; &lt;i&gt;mèche&lt;/i&gt;"
    )


def test_nothing_is_corrected_that_the_index_knows(tree):
    tree.story(title="Le carreau", teaser="Un cadran y dort.")
    found = search("cadran")
    assert (found.total, found.instead) == (1, "")
    found = search("cadran absent")
    assert (found.total, found.instead) == (0, "")
    assert search("careau").instead == "carreau"


def test_what_is_called_otherwise_is_found_so_and_what_is_gone_is_not(tree):
    craft = CraftFactory.create(name_fr="Vannerie")
    product = make_product(title="Corbeille", origin=Origin(craft=craft))
    story = tree.story(title="Osier")
    craft.name_fr = "Cannage"
    craft.save()
    assert titles("cannage") == ["Corbeille"]
    assert titles("vannerie") == []
    product.delete()
    story.delete()
    assert titles("cannage") + titles("osier") == []
    assert not SearchEntry.objects.filter(kind__in=["products", "stories"]).exists()


def test_a_draft_of_a_page_is_not_found_by_its_new_words(tree):
    story = tree.story(title="Lampe")
    story.title = "Quinquet"
    story.save_revision()
    assert titles("quinquet") == []
    assert titles("lampe") == ["Lampe"]
    story.save_revision().publish()
    assert titles("quinquet") == ["Quinquet"]


def test_a_page_behind_a_password_is_not_found(tree):
    story = tree.story(title="Lampe")
    PageViewRestriction.objects.create(page=story, restriction_type="password", password="x")
    begin_generation()
    assert titles("lampe") == []


def test_writing_everything_anew_changes_nothing(world):
    def entries():
        fields = ("kind", "key", "language", "title", "about", "words", "said")
        return set(SearchEntry.objects.values_list(*fields))

    before = entries()
    index_everything()
    assert entries() == before
