"""A letter to somebody: text and page, in the language of whoever reads it."""

import logging
import re

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

log = logging.getLogger(__name__)

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # signs that write what follows backwards


def send(name: str, *, to: str, language: str, **context: object) -> None:
    """Send templates/emails/<name>.{txt,html}; the text's first line is the subject.

    What it tells of has happened: a mail server that refuses it is noted, and stops nothing.
    """
    with override(language):
        words = {**context, "base_url": settings.WAGTAILADMIN_BASE_URL}
        letter = render_to_string(f"emails/{name}.txt", words).strip()
        html = render_to_string(f"emails/{name}.html", words)
    subject, _, text = letter.partition("\n")
    message = EmailMultiAlternatives(one_line(subject), text.strip(), to=[to])
    message.attach_alternative(html, "text/html")
    try:
        message.send()
    except OSError:  # smtplib's errors are of this kind too
        log.exception("%s could not be sent to %s", name, to)


def one_line(words: str) -> str:
    """People name things as they like: what they type breaks no header and turns no line around."""
    return " ".join(TURNS.sub("", words).split())
