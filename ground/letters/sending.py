"""How letters leave: each sent once, and tried again as long as there is hope.

A row is taken by one conditional update, which two processes cannot both make, and held for LEASE.
Whoever is killed before the mail server has said yes loses nothing, the next one goes on; after
the yes the row says at once that it is sent. One gap nobody can close: the server takes a letter,
and its yes is lost on the way, or the process killed before it is written down. Then the letter
goes out again, under the same Message-ID.
"""

import logging
import socket
import time
from contextlib import suppress
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F

from .models import Letter

log = logging.getLogger(__name__)

LONGEST = timedelta(minutes=2)  # that one letter may take, however slowly the server answers
LEASE = 5 * LONGEST
ROUND = timedelta(minutes=5)  # then the worker's other tasks have their turn
OUTBOX = "ground.letters.backend.Outbox"
ABOUT_THE_LETTER = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)


def send_due(*, at: datetime) -> int:
    """Send what is due by now. Gives how many have left; may run as often as one likes at once."""
    began, sent = time.monotonic(), 0
    for key in list(Letter.objects.due(at).values_list("pk", flat=True)):
        now = at + timedelta(seconds=time.monotonic() - began)
        if now > at + ROUND:
            break
        letter = _take(key, now)
        if letter is None:
            continue
        try:
            _send(letter, now)
            sent += 1
        except ABOUT_THE_LETTER as error:
            _put_off(letter, error, now)
        except OSError as error:  # the server is away: the others need not find that out too
            _put_off(letter, error, now)
            break
        except Exception as error:  # one that cannot be sent at all does not keep the others
            _put_off(letter, error, now)
    return sent


def _take(key: int, now: datetime) -> Letter | None:
    """Hold the letter for LEASE; None where another process was faster."""
    held = {"leased_until": now + LEASE, "attempts": F("attempts") + 1}
    if not Letter.objects.due(now).filter(pk=key).update(**held):
        return None
    return Letter.objects.prefetch_related("attachments").get(pk=key)


def _send(letter: Letter, now: datetime) -> None:
    began = time.monotonic()
    connection = get_connection(transport())
    connection.open()
    try:
        left = LONGEST.total_seconds() - (time.monotonic() - began)
        if left <= 0:
            raise TimeoutError("The mail server is too slow.")
        cut = Timer(left, _hang_up, [connection])
        cut.start()
        try:
            if not connection.send_messages([message_of(letter)]):
                raise OSError("The mail server was not asked.")
        finally:
            cut.cancel()
        _is_sent(letter, now)
    finally:
        with suppress(OSError):  # it has said yes or no: how it says goodbye is all the same
            connection.close()


def transport() -> str:
    """The way that letters leave by. Django's tests, for one, set EMAIL_BACKEND itself."""
    backend = settings.EMAIL_BACKEND
    return settings.LETTERS_BACKEND if backend == OUTBOX else backend


def message_of(letter: Letter) -> EmailMultiAlternatives:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        to=[letter.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={"Message-ID": f"<{letter.mark}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    for file in letter.attachments.all():
        message.attach(file.name, bytes(file.content), file.kind)
    return message


def _hang_up(connection: Any) -> None:
    """End a conversation from outside: whoever waits in it gets an error at once."""
    smtp = getattr(connection, "connection", None)
    if smtp and smtp.sock:
        with suppress(OSError):
            smtp.sock.shutdown(socket.SHUT_RDWR)


def _is_sent(letter: Letter, now: datetime) -> None:
    done: dict[str, Any] = {"sent_at": now, "due_at": None, "leased_until": None, "error": ""}
    if letter.is_secret:
        done |= {"text": "", "html": ""}
    Letter.objects.filter(pk=letter.pk).update(**done)


def _put_off(letter: Letter, error: Exception, now: datetime) -> None:
    log.warning("Letter %s could not be sent: %s", letter.pk, error, exc_info=error)
    due_at = now + letter.pause if letter.pause else None
    told = {"error": f"{type(error).__name__}: {error}"[:2000], "due_at": due_at}
    held = Letter.objects.filter(pk=letter.pk, leased_until=letter.leased_until)
    held.update(**told, leased_until=None)
