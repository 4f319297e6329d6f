"""What people find in their mailboxes."""

from typing import Any

from django.core import mail
from django.utils import timezone

from ground.letters.sending import send_due


def posted() -> list[Any]:
    """All mails so far, oldest first, once what waits in the outbox has left it.

    A test's transaction is never committed, so that nothing else has the letters sent.
    """
    send_due(at=timezone.now())
    return mail.outbox
