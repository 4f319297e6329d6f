"""What is read elsewhere leads to where the site is, whatever host the browser asked for."""

import pytest

from tests.factories.accounts import UserFactory
from tests.letters import posted

pytestmark = pytest.mark.django_db

HERE = "https://lens.example"


@pytest.fixture(autouse=True)
def elsewhere(settings):
    settings.BASE_URL = HERE
    settings.ALLOWED_HOSTS = ["behind.internal"]


def ask(client, path):
    return client.get(path, headers={"Host": "behind.internal"}).content.decode()


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/fr/shop/", "/fr/artisans/"])
def test_a_page_names_no_other_host(client, path):
    page = ask(client, path)
    assert HERE in page
    assert "behind.internal" not in page


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("password/reset", {"email": "lea@terril.example"}),
        ("password/reset", {"email": "nobody@terril.example"}),
        ("signup", {"email": "lea@terril.example", "password1": "lampe-au-fond-1906"}),
        ("signup", {"email": "nobody@terril.example", "password1": "lampe-au-fond-1906"}),
    ],
)
def test_a_letter_about_an_account_leads_there(client, form, words):
    UserFactory.create(email="lea@terril.example")
    client.post(f"/fr/account/{form}/", words, headers={"Host": "behind.internal"})
    (letter,) = posted()
    (page,) = letter.alternatives
    for text in (letter.body, page.content):
        assert f"{HERE}/fr/account/" in text
        assert "behind.internal" not in text
