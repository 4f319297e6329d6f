"""A shop is opened by a command, from a file that is checked first and in words."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from marketplace.forks.partner.models import Partner
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import CraftFactory, PlaceFactory

pytestmark = pytest.mark.django_db

WHOLE = """
code = "vannerie-du-marais"
name = "Vannerie du Marais"
people = ["osier@terril.example"]
crafts = ["vannerie"]
place = "marais"
vat_regime = "franchise"
commission_rate = "0.08"
tagline_fr = "Des paniers qui durent"
about_fr = "Depuis trois générations."
legal_name = "Vannerie du Marais EI"
siret = "732 829 320 00074"
street = "4 rue de l'Osier"
postcode = "62500"
commune = "Saint-Omer"
email = "bonjour@vannerie.example"
phone = "03 21 00 00 00"

[[delivery]]
method = "parcel"
price = "8.90"

[[delivery]]
method = "pickup"
price = "0"
"""


@pytest.fixture
def territory():
    UserFactory.create(email="osier@terril.example")
    CraftFactory.create(slug="vannerie")
    PlaceFactory.create(slug="marais")


def run(tmp_path, words: str, *options: str) -> str:
    file, said = tmp_path / "shop.toml", StringIO()
    file.write_text(words)
    call_command("open_shop", str(file), *options, stdout=said)
    return said.getvalue()


def test_a_whole_file_opens_the_shop(client, territory, tmp_path):
    assert "is open" in run(tmp_path, WHOLE)
    artisan = Partner.objects.get(code="vannerie-du-marais")
    assert (artisan.state, artisan.siret, str(artisan.commission_rate)) == (
        Partner.State.OPEN,
        "73282932000074",
        "0.0800",
    )
    assert [user.email for user in artisan.users.all()] == ["osier@terril.example"]
    assert {way.method for way in artisan.shipping_options.all()} == {"parcel", "pickup"}
    assert client.get(artisan.get_absolute_url()).status_code == 200
    run(tmp_path, WHOLE)  # twice is once
    assert artisan.shipping_options.count() == 2


def test_the_file_may_come_by_standard_input(territory, monkeypatch):
    """The command runs as another user than whoever wrote the file, in another folder."""
    said = StringIO()
    monkeypatch.setattr("sys.stdin", StringIO(WHOLE))
    call_command("open_shop", "-", stdout=said)
    assert "Vannerie du Marais is open" in said.getvalue()


def test_a_check_writes_nothing(territory, tmp_path):
    assert "can be opened" in run(tmp_path, WHOLE, "--check")
    assert not Partner.objects.exists()


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('"732 829 320 00074"', '"732 829 320 00075"', "siret"),
        ('"franchise"', '"none"', "vat_regime"),
        ('"franchise"', '"standard"', "vat_number"),
        ('"0.08"', '"8 %"', "commission_rate"),
        ('["vannerie"]', '["poterie"]', "poterie"),
        ('"marais"', '"nowhere"', "nowhere"),
        ("osier@", "personne@", "personne@terril.example"),
        ('method = "parcel"', 'method = "pigeon"', "pigeon"),
        ('price = "8.90"', 'price = "cheap"', "delivery parcel"),
        ('legal_name = "Vannerie du Marais EI"', "", "manque"),
        ('commune = "Saint-Omer"', 'colour = "green"', "colour"),
        ('code = "vannerie-du-marais"', 'code = "un code"', "code"),
        ("[[delivery]]", "[[delivery", "TOML"),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_is_written(
    territory, tmp_path, right, wrong, said
):
    with pytest.raises(CommandError, match=said):
        run(tmp_path, WHOLE.replace(right, wrong))
    assert not Partner.objects.exists()


@pytest.mark.parametrize("name", ["desk", "shop"])
def test_the_checklist_says_who_opens_the_shop(client, artisan, potter, name):
    Partner.objects.filter(pk=artisan.pk).update(state=Partner.State.PREPARING)
    client.force_login(potter)
    page = client.get(reverse(f"studio:{name}", args=[artisan.code])).content.decode()
    assert "l’ouvrent" in page
