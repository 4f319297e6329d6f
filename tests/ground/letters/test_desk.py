"""Staff see what was written to whom, and have it sent again; nobody sees a key."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from ground.letters.models import Letter, State
from ground.letters.outbox import send_again
from tests.factories.accounts import UserFactory
from tests.factories.letters import make_letter
from tests.letters import posted

pytestmark = pytest.mark.django_db
LIST = "/admin/letters/letter/"


def page_of(letter):
    return reverse("letters_letter_modeladmin_inspect", args=[letter.pk])


@pytest.fixture
def operator(client):
    call_command("make_groups", stdout=StringIO())
    somebody = UserFactory.create()
    somebody.groups.add(Group.objects.get(name="Operators"))
    client.force_login(somebody)
    return somebody


def given_up(**words):
    letter = make_letter(**words)
    Letter.objects.filter(pk=letter.pk).update(
        due_at=None, attempts=14, error="SMTPRecipientsRefused: 550 No such mailbox"
    )
    return letter


def test_the_list_says_what_became_of_each(client, operator):
    given_up(subject="À personne", about="TER-2345-6789-1")
    page = client.get(LIST).content.decode()
    for words in ("À personne", "TER-2345-6789-1", "abandonné", "550 No such mailbox"):
        assert words in page


def test_the_list_asks_as_much_for_many_as_for_one(client, operator, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        return len(queries)

    make_letter()
    client.get(LIST)
    one = asked()
    for number in range(5):
        make_letter(f"Lettre {number}")
    assert asked() == one


@pytest.mark.parametrize("state", State)
def test_the_list_is_narrowed_to_a_state(client, operator, state):
    make_letter("waiting")
    given_up(subject="given_up")
    sent, leaving = make_letter("sent"), make_letter("leaving")
    now = timezone.now()
    Letter.objects.filter(pk=sent.pk).update(sent_at=now, due_at=None)
    Letter.objects.filter(pk=leaving.pk).update(leased_until=now + timedelta(minutes=9))
    shown = client.get(LIST, {"state": state.value}).context["object_list"]
    assert [letter.subject for letter in shown] == [state.value]
    assert [letter.state for letter in shown] == [state]


def test_one_that_was_given_up_is_sent_again_by_a_press(client, operator):
    letter = given_up()
    assert 'method="post"' in client.get(page_of(letter)).content.decode()
    client.post(page_of(letter))
    assert [message.subject for message in posted()] == [letter.subject]
    letter.refresh_from_db()
    assert (letter.state, letter.error) == (State.SENT, "")


def test_one_that_was_sent_goes_out_as_a_letter_of_its_own(client, operator):
    letter = make_letter(about="TER-2345-6789", reply_to="atelier@terril.example")
    first = posted()[0]
    client.post(page_of(letter))
    again = posted()[1]
    assert (again.body, again.reply_to) == (first.body, first.reply_to)
    assert again.extra_headers["Message-ID"] != first.extra_headers["Message-ID"]


def test_pressed_twice_it_goes_once(db):
    letter = make_letter()
    assert len(posted()) == 1
    letter.refresh_from_db()
    noon = timezone.now().replace(second=0)
    assert [send_again(letter, at=noon + timedelta(seconds=wait)) for wait in (0, 2)] == [True] * 2
    assert len(posted()) == 2
    send_again(letter, at=noon + timedelta(hours=1))
    assert len(posted()) == 3


def test_reading_sends_nothing(client, operator):
    letter = given_up()
    client.get(page_of(letter))
    letter.refresh_from_db()
    assert letter.state == State.GIVEN_UP


def test_a_key_is_shown_to_nobody(client, operator):
    letter = given_up(text="https://terril.example/clé-1906", is_secret=True)
    for path in (page_of(letter), LIST):
        assert "clé-1906" not in client.get(path).content.decode()
    assert Letter.objects.get().text == "https://terril.example/clé-1906"


def test_what_held_a_key_and_is_sent_cannot_go_again(client, operator):
    letter = make_letter(is_secret=True)
    posted()
    assert "Envoyer de nouveau" not in client.get(page_of(letter)).content.decode()
    client.post(page_of(letter))
    assert (len(posted()), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize("group", ["Editors", "Translators"])
def test_others_see_no_letters(client, operator, group):
    somebody = UserFactory.create()
    somebody.groups.add(Group.objects.get(name=group))
    client.force_login(somebody)
    letter = given_up()
    for path in (LIST, page_of(letter)):
        assert client.get(path).status_code == 302
    client.post(page_of(letter))
    assert (posted(), Letter.objects.get().state) == ([], State.GIVEN_UP)
