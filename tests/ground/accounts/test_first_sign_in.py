"""Accounts are made, and opened, while no mail gets through."""

import pytest
from django.core.management import call_command

from ground.accounts.models import User
from ground.letters.models import Letter
from ground.letters.sending import send_due
from tests.factories.accounts import PASSWORD
from tests.services.processes import HOST
from tests.services.smtp import mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings):
    with mail_server() as server:
        settings.LETTERS_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, server.port
        yield server


@pytest.mark.parametrize("mood", ["refuses", "busy", "hangs up"])
def test_signing_up_works_while_mail_does_not(
    client, post, mood, django_capture_on_commit_callbacks
):
    post.mood = mood
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(
            "/fr/account/signup/",
            {"email": "lea@terril.example", "password1": PASSWORD},
            follow=True,
        )
    assert page.status_code == 200
    assert "Une lettre contenant un lien vous parvient" in page.content.decode()
    assert User.objects.get(email="lea@terril.example").check_password(PASSWORD)
    letter = Letter.objects.get(to="lea@terril.example")
    assert (letter.attempts, post.taken) == (1, [])
    post.mood = "takes"
    send_due(at=letter.due_at)
    assert [got["To"] for got in post.taken] == ["lea@terril.example"]


@pytest.mark.parametrize("email", ["root@terril.example", "Root@Terril.example"])
def test_who_makes_a_superuser_on_the_machine_signs_in_without_a_letter(client, monkeypatch, email):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, email=email, verbosity=0)
    words = {"login": email, "password": PASSWORD}
    assert client.post("/fr/account/login/", words).headers["Location"] == "/fr/account/"
    assert client.get("/admin/").status_code == 200
    assert Letter.objects.count() == 0
