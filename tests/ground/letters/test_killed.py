"""What is killed loses no letter and sends none twice: real processes, a real mail server."""

import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from ground.letters.models import Letter, State
from ground.letters.sending import LEASE, send_due
from scripts.console import ROOT
from tests.factories.letters import make_letter

pytestmark = pytest.mark.django_db(transaction=True)


def start(what, port):
    command = [sys.executable, "-m", "tests.ground.letters.sender", what, str(port)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(process):
    told, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()
    return int(told)


@pytest.fixture
def unsent(settings):
    """Letters that nobody has begun to send."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    return lambda number: [make_letter(f"Lettre {n}") for n in range(number)]


def test_between_the_commit_and_the_mail(post):
    writer = start("write", post.port)
    writer.communicate(timeout=120)
    assert writer.returncode == -signal.SIGKILL
    assert (Letter.objects.get().state, post.asked) == (State.WAITING, 0)
    assert send_due(at=timezone.now()) == 1
    assert len(post.taken) == 1


def test_in_the_middle_of_sending(post, unsent):
    unsent(1)
    post.mood = "silent"
    sender = start("send", post.port)
    until = time.monotonic() + 120
    while not post.asked and time.monotonic() < until:
        time.sleep(0.05)
    sender.kill()
    sender.communicate(timeout=60)
    assert sender.returncode == -signal.SIGKILL
    assert Letter.objects.get().state == State.LEAVING
    post.mood = "takes"
    assert send_due(at=timezone.now()) == 0  # whoever held it may still be at it
    assert send_due(at=timezone.now() + LEASE + timedelta(seconds=1)) == 1
    assert send_due(at=timezone.now() + 2 * LEASE) == 0
    letter = Letter.objects.get()
    assert (len(post.taken), letter.state, letter.attempts) == (1, State.SENT, 2)


def test_several_at_once_send_each_letter_once(post, unsent):
    letters = unsent(12)
    senders = [start("send", post.port) for _ in range(3)]
    assert sum(ended(sender) for sender in senders) == len(letters)
    assert sorted(post.names) == sorted(letter.subject for letter in letters)
