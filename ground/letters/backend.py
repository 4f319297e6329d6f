"""Django's way to send mail, for programs of others: it writes letters too."""

from collections.abc import Sequence
from email.message import MIMEPart
from email.mime.base import MIMEBase

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import get_language

from .models import Letter
from .outbox import File, put


class Outbox(BaseEmailBackend):
    """`settings.EMAIL_BACKEND`: Wagtail's notes to editors, say. Nobody waits for a mail server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            keep(message)
        return len(email_messages)


def keep(message: EmailMessage, *, template: str = "", is_secret: bool = False) -> None:
    """A letter to each of those whom the message is for."""
    for to in message.recipients():
        put(
            Letter(
                template=template,
                to=to,
                language=get_language() or "",
                subject=str(message.subject),
                text=str(message.body),
                html=_page(message),
                reply_to=next(iter(message.reply_to), ""),
                is_secret=is_secret,
            ),
            _files(message),
        )


def _page(message: EmailMessage) -> str:
    others = getattr(message, "alternatives", None) or ()
    return next((str(content) for content, kind in others if kind == "text/html"), "")


def _files(message: EmailMessage) -> list[File]:
    files = []
    for attached in message.attachments:
        if isinstance(attached, MIMEBase | MIMEPart):
            name, content, kind = (
                attached.get_filename(),
                attached.get_payload(decode=True),
                attached.get_content_type(),
            )
        else:
            name, content, kind = attached
        data = content.encode() if isinstance(content, str) else bytes(content or b"")
        files.append(File(name or "", kind or "application/octet-stream", data))
    return files
