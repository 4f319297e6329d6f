"""A mail server that does as it is told: takes letters, refuses them, says nothing, hangs up."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from .processes import HOST, free_port


@dataclass
class MailServer:
    """What has been taken; `mood` says what becomes of the next letter.

    takes · refuses (550 to whom it is for) · busy (451) · silent (no answer to the letter) ·
    hangs up (at the letter) · forgets to answer (takes the letter, hangs up before it says so)
    """

    port: int
    mood: str = "takes"
    taken: list[EmailMessage] = field(default_factory=list)
    asked: int = 0

    async def handle_RCPT(  # noqa: N802  (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]
    ) -> str:
        self.asked += 1
        if self.mood == "refuses" or to.startswith("nobody@"):
            return "550 No such mailbox"
        if self.mood == "busy":
            return "451 Come back later"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.mood == "silent":
            await asyncio.sleep(600)
        if self.mood == "hangs up":
            cast(Any, server.transport).abort()
            return "421 Gone"
        self.taken.append(message_from_bytes(envelope.original_content or b"", policy=modern))
        if self.mood == "forgets to answer":
            cast(Any, server.transport).abort()
        return "250 Taken"

    @property
    def names(self) -> list[str]:
        return [str(letter["Subject"]) for letter in self.taken]


@contextmanager
def mail_server(port: int | None = None) -> Iterator[MailServer]:
    server = MailServer(port or free_port())
    controller = Controller(server, hostname=HOST, port=server.port, server_hostname="mail.test")
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
