"""Where letters are written. They leave by `sending`, soon after and never before the commit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import override

from ground.typed.signs import readable

from .models import Attachment, Letter
from .tasks import send_what_is_due

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # signs that write what follows backwards


@dataclass(frozen=True)
class File:
    """What goes with a letter; `kind` as in text/html."""

    name: str
    kind: str
    content: bytes


def write(
    name: str,
    *,
    to: str,
    language: str,
    about: str = "",
    once: str = "",
    reply_to: str = "",
    files: Sequence[File] = (),
    is_secret: bool = False,
    **context: object,
) -> Letter:
    """Write templates/emails/<name>.{txt,html}; the text's first line is the subject.

    `once` names what happened, where that can happen only once: told again, nothing is written.
    """
    with override(language):
        words = {**context, "base_url": settings.BASE_URL}
        letter = render_to_string(f"emails/{name}.txt", words).strip()
        html = render_to_string(f"emails/{name}.html", words)
    subject, _, text = letter.partition("\n")
    return put(
        Letter(
            template=name,
            to=to,
            language=language,
            subject=subject,
            text=text.strip(),
            html=html,
            about=about,
            once=f"{name} {once} {to}" if once else "",
            reply_to=reply_to,
            is_secret=is_secret,
        ),
        files,
    )


@transaction.atomic
def put(letter: Letter, files: Sequence[File] = ()) -> Letter:
    """Keep the letter with what it tells of; once that is committed, have it sent."""
    letter.subject = one_line(readable(letter.subject))
    letter.text, letter.html = readable(letter.text), readable(letter.html)
    letter.once = letter.once or str(uuid4())
    letter.reply_to = letter.reply_to or import_string(settings.LETTERS_ANSWERED_BY)()
    letter.written_at = letter.due_at = timezone.now()
    try:
        with transaction.atomic():
            letter.save()
    except IntegrityError:
        return Letter.objects.get(once=letter.once)
    Attachment.objects.bulk_create(
        Attachment(letter=letter, name=file.name, kind=file.kind, content=file.content)
        for file in files
    )
    # Not ENQUEUE_ON_COMMIT, which django-tasks 0.12 does not heed. What fails here, or is killed,
    # is no loss: the row waits for `run_due`.
    transaction.on_commit(partial(send_what_is_due.enqueue), robust=True)
    return letter


def one_line(words: str) -> str:
    """People name things as they like: what they type breaks no header and turns no line around."""
    return " ".join(TURNS.sub("", words).split())


@transaction.atomic
def send_again(letter: Letter, *, at: datetime) -> bool:
    """Try once more, from now; what has been sent goes out as a letter of its own.

    Gives False where there is nothing to do: it is being sent, or its words are gone. Pressed twice
    within a minute, it goes once.
    """
    if letter.sent_at is None:
        tried_anew = {"due_at": at, "attempts": 0, "leased_until": None}
        if not Letter.objects.free(at).filter(pk=letter.pk, sent_at=None).update(**tried_anew):
            return False
        transaction.on_commit(partial(send_what_is_due.enqueue), robust=True)
        return True
    if not letter.can_go_again:
        return False
    files = [File(one.name, one.kind, bytes(one.content)) for one in letter.attachments.all()]
    copied = ("template", "to", "language", "subject", "text", "html", "reply_to", "about")
    again = {name: getattr(letter, name) for name in copied}
    put(Letter(once=f"again {letter.pk} {at:%Y-%m-%d %H:%M}", **again), files)
    return True
