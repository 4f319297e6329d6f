"""A process that the tests kill, or start several of: `python -m … (write|send) PORT`."""

import os
import signal
import sys

import django


def main(what: str, port: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    from django.conf import settings

    settings.LETTERS_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(port)
    settings.EMAIL_TIMEOUT = 60
    {"write": write_and_die, "send": send}[what]()


def write_and_die() -> None:
    """Commit a letter, and be killed before it can be sent."""
    from django.db import transaction

    from tests.factories.letters import make_letter

    with transaction.atomic():
        transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
        make_letter()


def send() -> None:
    from django.utils import timezone

    from ground.letters.sending import send_due

    print(send_due(at=timezone.now()))


if __name__ == "__main__":
    main(*sys.argv[1:])
