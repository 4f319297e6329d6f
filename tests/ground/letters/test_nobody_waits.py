"""No request waits for a mail server, and nothing is sent but from the outbox."""

import ast

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.mail import send_mail as wagtails_mail

from ground.letters.models import Letter, State
from ground.letters.sending import send_due
from scripts.console import LAYERS, ROOT
from tests.factories.accounts import UserFactory

PRODUCTION = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WAYS = {
    "send_mail",
    "send_mass_mail",
    "mail_admins",
    "mail_managers",
    "email_user",
    "EmailMessage",
    "EmailMultiAlternatives",
    "get_connection",
    "smtplib",
}
# Where mail may be spoken of, and why.
KNOWN = {
    "ground/letters/sending.py": "the one place from which letters leave",
    "ground/letters/backend.py": "turns what others send into letters",
    "marketplace/operations/management/commands/alert.py": "the database may be what failed",
    "ground/accounts/adapter.py": "allauth's letters on their way into the outbox",
}


@pytest.mark.django_db(transaction=True)
def test_a_page_is_answered_before_anybody_asks_the_mail_server(client, settings, post):
    settings.TASKS = PRODUCTION
    post.mood = "silent"
    user = UserFactory.create()
    answer = client.post("/fr/account/password/reset/", {"email": user.email})
    assert answer.status_code == 302
    assert (post.asked, Letter.objects.get().state) == (0, State.WAITING)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_a_page_wrote(client, settings, post):
    settings.TASKS = PRODUCTION
    user = UserFactory.create()
    client.post("/fr/account/password/reset/", {"email": user.email})
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert [letter["To"] for letter in post.taken] == [user.email]


@pytest.mark.django_db(transaction=True)
def test_a_task_that_is_lost_loses_no_letter(client, settings, post):
    settings.TASKS = PRODUCTION
    client.post("/fr/account/password/reset/", {"email": UserFactory.create().email})
    DBTaskResult.objects.all().delete()
    assert send_due(at=timezone.now()) == 1


def sources():
    for folder in LAYERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def names_in(source):
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name


def test_nothing_else_sends_mail():
    found = {
        str(source.relative_to(ROOT)) for source in sources() if WAYS.intersection(names_in(source))
    }
    assert found == set(KNOWN), "write a letter instead: ground/letters/outbox.py"


def test_whatever_else_is_installed_writes_letters_too():
    from config.settings import base, demo, dev

    for module in (base, demo, dev):
        assert module.EMAIL_BACKEND == "ground.letters.backend.Outbox"
        assert "letters" not in module.LETTERS_BACKEND


@pytest.mark.django_db
def test_wagtails_notes_to_editors_are_letters(settings):
    settings.WAGTAILADMIN_NOTIFICATION_USE_HTML = True
    wagtails_mail("À relire", "Une page attend.", ["a@terril.example"], html_message="<p>Là.</p>")
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("a@terril.example", "À relire")
    assert (letter.text, letter.html) == ("Une page attend.", "<p>Là.</p>")
