"""`manage.py alert`: says by letter what has gone wrong outside a request."""

import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Write to ALERT_EMAIL that a unit of the system failed, past the outbox."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("unit")

    def handle(self, *args: Any, unit: str, **options: Any) -> None:
        host = socket.gethostname()
        text = f"{unit} failed on {host}. Look there:\n\n    journalctl -n 50 -u {unit}\n"
        # By itself, and not as a row that is sent later: the database may be what failed.
        EmailMessage(
            f"[{host}] {unit} failed",
            text,
            to=[settings.ALERT_EMAIL],
            connection=get_connection(settings.LETTERS_BACKEND),
        ).send()
