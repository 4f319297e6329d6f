"""A mail server that writes down the Message-ID of each letter before it says that it took it."""

import asyncio
import email
import sys
from pathlib import Path

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        letter = email.message_from_bytes(envelope.original_content or b"")
        with Path(sys.argv[2]).open("a") as file:
            file.write(f"{letter['Message-ID']}\n")
        return "250 taken"


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    port = int(sys.argv[1])
    UnthreadedController(Mailbox(), hostname="127.0.0.1", port=port, loop=loop).begin()
    loop.run_forever()
