from collections.abc import Iterator
from typing import Any

import pytest

from tests.services.processes import HOST
from tests.services.smtp import MailServer, mail_server


@pytest.fixture
def post(settings: Any) -> Iterator[MailServer]:
    """A real mail server, by which letters leave."""
    with mail_server() as server:
        settings.LETTERS_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, server.port
        settings.EMAIL_TIMEOUT = 0.5
        yield server
