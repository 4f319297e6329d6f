"""Nothing is lost and nothing sent twice, whatever the mail server does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ground.letters import sending
from ground.letters.models import PAUSES, Letter, State
from ground.letters.outbox import send_again
from ground.letters.sending import LEASE, send_due
from tests.factories.letters import make_letter

pytestmark = pytest.mark.django_db


def later(**span):
    return timezone.now() + timedelta(**span)


def test_a_letter_arrives_as_it_was_written(post):
    make_letter("Votre lampe à l’été", text="Bonjour Léa.", reply_to="atelier@terril.example")
    assert send_due(at=timezone.now()) == 1
    (got,) = post.taken
    assert got["Subject"] == "Votre lampe à l’été"
    assert got["Reply-To"] == "atelier@terril.example"
    assert got.get_body(("plain",)).get_content().strip() == "Bonjour Léa."
    assert got.get_body(("html",)).get_content().strip() == "<p>Bonjour.</p>"


def test_what_is_sent_is_not_sent_again(post):
    letter = make_letter()
    for minutes in (0, 1, 60, 60 * 24):
        send_due(at=later(minutes=minutes))
    letter.refresh_from_db()
    assert (len(post.taken), letter.state, letter.attempts) == (1, State.SENT, 1)


@pytest.mark.parametrize("mood", ["refuses", "busy", "silent", "hangs up"])
def test_what_the_server_does_not_take_is_tried_again(post, mood):
    letter = make_letter()
    post.mood = mood
    assert send_due(at=timezone.now()) == 0
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, bool(letter.error)) == (State.WAITING, 1, True)
    post.mood = "takes"
    assert send_due(at=timezone.now()) == 0  # not at once
    assert send_due(at=later(minutes=PAUSES[0], seconds=5)) == 1
    letter.refresh_from_db()
    assert (letter.state, letter.error, len(post.taken)) == (State.SENT, "", 1)


def test_a_server_that_is_away_for_an_hour_loses_nothing(settings, post):
    settings.EMAIL_PORT, away = 1, post.port
    letters = [make_letter(f"Lettre {number}") for number in range(5)]
    start = timezone.now()
    for minute in range(60):
        assert send_due(at=start + timedelta(minutes=minute)) == 0
    assert Letter.objects.waiting().count() == len(letters)
    settings.EMAIL_PORT = away
    for minute in range(60, 120):
        send_due(at=start + timedelta(minutes=minute))
    assert sorted(post.names) == [letter.subject for letter in letters]
    assert not Letter.objects.waiting().exists()


def test_the_pauses_grow_until_it_is_given_up(post):
    assert list(PAUSES) == sorted(PAUSES)
    letter, at = make_letter(), timezone.now()
    post.mood = "busy"
    for pause in PAUSES:
        send_due(at=at)
        letter.refresh_from_db()
        assert letter.due_at - at >= timedelta(minutes=pause)
        at = letter.due_at
    send_due(at=at)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (State.GIVEN_UP, len(PAUSES) + 1)
    assert list(Letter.objects.given_up()) == [letter]
    post.mood = "takes"
    assert send_again(letter, at=at)
    send_due(at=at)
    letter.refresh_from_db()
    assert (letter.state, len(post.taken)) == (State.SENT, 1)


def test_one_that_nobody_takes_does_not_keep_the_others(post):
    make_letter("À personne", to="nobody@terril.example")
    make_letter("Sans adresse", to="a b@@terril.example")
    make_letter("À Léa")
    assert send_due(at=timezone.now()) == 1
    assert post.names == ["À Léa"]


def test_a_server_that_is_away_is_asked_once_a_round(settings, post):
    for number in range(4):
        make_letter(f"Lettre {number}")
    post.mood = "hangs up"
    send_due(at=timezone.now())
    assert post.asked == 1


def test_a_letter_that_another_process_is_sending_is_left_to_it(post):
    letter = make_letter()
    taken = sending._take(letter.pk, timezone.now())
    assert taken is not None
    assert sending._take(letter.pk, timezone.now()) is None
    assert send_due(at=timezone.now()) == 0
    assert not send_again(taken, at=timezone.now())
    assert post.asked == 0


def test_a_letter_whose_sender_was_killed_is_sent_by_the_next_one(post):
    sending._take(make_letter().pk, timezone.now())
    assert send_due(at=later(seconds=LEASE.total_seconds() + 1)) == 1
    assert len(post.taken) == 1


def test_who_comes_back_late_with_a_no_changes_nothing(post):
    letter = make_letter()
    late = sending._take(letter.pk, timezone.now())
    send_due(at=later(seconds=LEASE.total_seconds() + 1))
    sending._put_off(late, OSError("too late"), later(hours=1))
    letter.refresh_from_db()
    assert (letter.state, letter.error) == (State.SENT, "")


def test_a_server_that_never_ends_is_hung_up_on_before_the_lease_ends(post, settings, monkeypatch):
    settings.EMAIL_TIMEOUT = 60
    monkeypatch.setattr(sending, "LONGEST", timedelta(seconds=0.5))
    assert sending.LEASE >= 5 * sending.LONGEST
    letter = make_letter()
    post.mood = "silent"
    assert send_due(at=timezone.now()) == 0
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (State.WAITING, 1)


def test_in_the_one_gap_it_comes_twice_under_the_same_name(post):
    """The server takes the letter, and its yes is lost: nobody can know."""
    make_letter()
    post.mood = "forgets to answer"
    send_due(at=timezone.now())
    post.mood = "takes"
    send_due(at=later(minutes=2))
    first, second = post.taken
    assert first["Message-ID"] == second["Message-ID"]


def test_two_letters_never_share_a_name(post):
    make_letter()
    make_letter()
    send_due(at=timezone.now())
    first, second = post.taken
    assert first["Message-ID"] != second["Message-ID"]
