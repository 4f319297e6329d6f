"""A letter is a row of the transaction that it tells of, and every mail is a letter."""

from contextlib import suppress

import pytest
from django.core import mail
from django.core.mail import EmailMessage, send_mail
from django.db import transaction

from ground.letters import outbox
from ground.letters.models import Letter
from tests.factories.letters import make_letter
from tests.letters import posted

pytestmark = pytest.mark.django_db


class Undone(Exception):
    pass


@transaction.atomic
def write_and_undo():
    make_letter()
    raise Undone


def test_what_is_undone_is_not_told(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as done, suppress(Undone):
        write_and_undo()
    assert (Letter.objects.count(), done, mail.outbox) == (0, [], [])


def test_it_leaves_after_the_commit_and_not_before(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        letter = make_letter()
        assert mail.outbox == []
    assert [message.subject for message in mail.outbox] == [letter.subject]


def test_what_happens_once_is_told_once():
    first = make_letter("Votre commande", once="order 7", text="Merci.")
    again = make_letter("Votre commande", once="order 7", text="Merci encore.")
    assert (again.pk, again.text) == (first.pk, "Merci.")
    assert len(posted()) == 1


def test_a_program_that_sends_mail_in_djangos_way_writes_a_letter():
    send_mail("Une page attend", "À relire.", None, ["a@terril.example", "b@terril.example"])
    assert mail.outbox == []
    assert sorted(letter.to for letter in Letter.objects.all()) == [
        "a@terril.example",
        "b@terril.example",
    ]
    assert [message.to for message in posted()] == [["a@terril.example"], ["b@terril.example"]]


def test_answers_and_files_go_with_the_letter():
    message = EmailMessage("Le relevé", "Ci-joint.", to=["a@terril.example"])
    message.reply_to = ["atelier@terril.example"]
    message.attach("relevé.csv", "siège;1\n", "text/csv")
    message.attach("lampe.bin", b"\x00\xff", "application/octet-stream")
    message.send()
    (sent,) = posted()
    assert sent.reply_to == ["atelier@terril.example"]
    assert [tuple(file) for file in sent.attachments] == [
        ("relevé.csv", "siège;1\n", "text/csv"),
        ("lampe.bin", b"\x00\xff", "application/octet-stream"),
    ]


def test_a_letter_is_written_in_its_readers_language(settings):
    settings.BASE_URL = "https://lens.example"
    letter = outbox.write(
        "studio/listing_approved",
        to="a@terril.example",
        language="en",
        listing="Lamp",
        path="/en/x/",
    )
    assert (letter.subject, letter.language) == ("“Lamp” is on sale", "en")
    assert "https://lens.example/en/x/" in letter.text
    assert "https://lens.example/en/x/" in letter.html


def test_what_held_a_key_is_forgotten_once_it_is_sent():
    letter = make_letter(is_secret=True, text="La clé : 1906")
    assert "1906" in posted()[0].body
    letter.refresh_from_db()
    assert (letter.text, letter.html) == ("", "")
