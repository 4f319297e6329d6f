"""The shelves of the shop are made by a command, from a file that is read whole first."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from oscar.core.loading import get_model

Category = get_model("catalogue", "Category")

pytestmark = pytest.mark.django_db

WHOLE = """
[maison]
name_fr = "Pour la maison"
name_en = "For the house"

[maison.paniers]
name_fr = "Paniers"

[jardin]
name_fr = "Au jardin"
description_fr = "Ce qui va dehors."
"""


@pytest.fixture
def make(tmp_path):
    def make(words: str) -> str:
        file, said = tmp_path / "shelves.toml", StringIO()
        file.write_text(words)
        call_command("make_shelves", str(file), stdout=said)
        return said.getvalue()

    return make


def shelves() -> list[tuple[int, str, str]]:
    return list(Category.objects.order_by("path").values_list("depth", "slug", "name_fr"))


def test_a_file_makes_shelves_and_those_below_them(make):
    assert make(WHOLE) == "3 shelves stand as the file says.\n"
    assert shelves() == [
        (1, "maison", "Pour la maison"),
        (2, "paniers", "Paniers"),
        (1, "jardin", "Au jardin"),
    ]
    assert Category.objects.get(slug="maison").name_en == "For the house"


def test_told_twice_it_changes_what_differs_and_keeps_the_rest(make):
    make(WHOLE)
    keys = set(Category.objects.values_list("pk", flat=True))
    make('[jardin]\nname_fr = "Le jardin"\n[maison.bols]\nname_fr = "Bols"')
    assert keys < set(Category.objects.values_list("pk", flat=True))
    assert shelves() == [
        (1, "maison", "Pour la maison"),
        (2, "paniers", "Paniers"),
        (2, "bols", "Bols"),
        (1, "jardin", "Le jardin"),
    ]
    assert Category.objects.get(slug="jardin").description_fr == "Ce qui va dehors."


def test_a_shelf_is_shown_in_the_shop(make, client):
    make(WHOLE)
    assert "Pour la maison" in client.get("/fr/shop/", follow=True).content.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('[maison]\nname_en = "House"', "maison: name_fr"),
        (f'[maison]\nname_fr = "{"x" * 300}"', "maison: name_fr"),
        ('["Pour la maison"]\nname_fr = "Maison"', "Pour la maison: slug"),
        ('[maison]\nname_fr = "Maison"\ncolour = "red"', "colour"),
        ('name_fr = "Maison"', "name_fr"),
        ('[maison.bols]\nname_en = "Bowls"', "maison: name_fr"),
        ("[maison", "This is no TOML"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(make, words, said):
    with pytest.raises(CommandError, match=said):
        make('[jardin]\nname_fr = "Au jardin"\n' + words if words[0] == "[" else words)
    assert not Category.objects.exists()
