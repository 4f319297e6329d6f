"""Who may join a team, and who lets whom go."""

from urllib.parse import quote

import pytest
from django.core import signing
from django.test import TestCase
from django.urls import reverse
from django.utils.translation import override

from incubator.actions.team import SALT, token_for
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.incubator import ApplicationFactory, ManagerFactory, join, owner_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return ApplicationFactory()


@pytest.fixture
def team(client, application):
    client.force_login(owner_of(application))
    return reverse("incubator:team", args=[application.reference])


def test_somebody_comes_in_by_the_letter(client, application, team):
    data = {"email": "tobias@terril.example", "access": "edit"}
    assert client.post(team, data).url == team
    member = application.members.get(email="tobias@terril.example")
    assert "tobias@terril.example" in client.get(team).content.decode()
    tobias = UserFactory()
    client.force_login(tobias)
    door = reverse("incubator:join", args=[token_for(member)])
    assert application.title in client.get(door).content.decode()
    assert client.post(door).url == application.get_absolute_url()
    assert client.get(application.get_absolute_url()).status_code == 200
    assert client.get(door).status_code == 404


def test_an_invitation_asks_to_sign_in_first(client, application):
    member = application.members.create(email="tobias@terril.example", access="edit")
    door = reverse("incubator:join", args=[token_for(member)])
    assert client.get(door).url == f"/fr/account/login/?next={quote(door)}"


@pytest.mark.parametrize(
    "data", [{"email": "tobias", "access": "edit"}, {"email": "a@b.example", "access": "own"}, {}]
)
def test_a_wrong_invitation_is_told_and_writes_to_nobody(client, application, team, data):
    page = client.post(team, data).content.decode()
    assert data.get("email", "") in page
    assert application.members.count() == 1


def test_an_address_in_the_team_is_told_at_its_field(client, application, team):
    data = {"email": owner_of(application).email, "access": "edit"}
    assert 'id="id_email_error"' in client.post(team, data).content.decode()


def test_an_invitation_is_taken_back(client, application, team):
    member = application.members.create(email="tobias@terril.example", access="edit")
    assert client.post(team, {"remove": member.pk}).url == team
    assert application.members.count() == 1


@pytest.mark.parametrize("key", ["0", "zut", "9" * 40, "9" * 5000])
def test_nobody_is_removed_by_guessing(client, application, team, key):
    other = ApplicationFactory().members.create(email="x@terril.example", access="edit")
    for guess in (key, other.pk, application.members.get().pk):
        assert client.post(team, {"remove": guess}).status_code == 404
    assert application.members.count() == 1
    other.refresh_from_db()


@pytest.mark.parametrize(
    ("who", "status"), [("stranger", 404), ("manager", 403), ("editor", 403), ("reader", 403)]
)
def test_nobody_else_opens_the_page(client, who, status):
    application = ApplicationFactory(sent=True)
    person = ManagerFactory() if who == "manager" else UserFactory()
    if who in {"editor", "reader"}:
        join(application, person, Access.EDIT if who == "editor" else Access.READ)
    client.force_login(person)
    url = reverse("incubator:team", args=[application.reference])
    assert client.get(url).status_code == status


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Beaucoup de lettres sont parties aujourd’hui."),
        ("en", "Many letters have gone out today."),
    ],
)
def test_who_invites_too_many_is_told_and_keeps_what_they_typed(
    client, application, team, settings, mailoutbox, language, words
):
    settings.LIMITS = {"invitation": {"visitor": (1, 86400), "invited": (9, 86400)}}
    team = team.replace("/fr/", f"/{language}/")
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(team, {"email": "a@b.example", "access": "read"}).status_code == 302
        refused = client.post(team, {"email": "tobias@terril.example", "access": "read"})
    page = refused.content.decode()
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 86400
    assert words in page
    assert 'value="tobias@terril.example"' in page
    assert [letter.to for letter in mailoutbox] == [["a@b.example"]]
    assert not application.members.filter(email="tobias@terril.example").exists()


def test_a_stranger_is_not_written_to_again_and_again(client, team, application, mailoutbox):
    invitation = {"email": "Tobias@terril.example", "access": "read"}
    with TestCase.captureOnCommitCallbacks(execute=True):
        for _ in range(5):
            client.post(team, invitation)
            application.members.filter(email__iexact=invitation["email"]).delete()
    assert len(mailoutbox) == 3


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Vous lisez cette candidature pour le jury"),
        ("en", "You read this application for the jury"),
    ],
)
def test_a_juror_of_the_application_is_refused_in_words(client, language, words):
    application = ApplicationFactory(sent=True, state="in_review", title="Une lampe par pas")
    member = application.members.create(email="tobias@terril.example", access="edit")
    juror = UserFactory()
    review = application.reviews.create(juror=juror)
    client.force_login(juror)
    with override(language):
        door = reverse("incubator:join", args=[token_for(member)])
    for response in (client.get(door), client.post(door)):
        page = response.content.decode()
        assert response.status_code == 403
        assert f"<h1>{words}</h1>" in page
        assert application.title not in page
    assert not application.members.filter(user=juror).exists()

    review.state = review.State.RECUSED
    review.save()
    assert client.post(door).status_code == 302
    assert application.members.get(user=juror) == member


def test_an_invitation_taken_back_at_the_same_moment_is_told(client, application, monkeypatch):
    member = application.members.create(email="tobias@terril.example", access="edit")
    door = reverse("incubator:join", args=[token_for(member)])
    client.force_login(UserFactory())
    read = signing.loads

    def read_slowly(letter, **how):
        key = read(letter, **how)
        if how.get("salt") == SALT:  # sessions are read so too
            member.delete()
        return key

    monkeypatch.setattr("django.core.signing.loads", read_slowly)
    response = client.post(door)
    assert response.status_code == 404
    assert "Cette invitation n’est plus valable" in response.content.decode()
