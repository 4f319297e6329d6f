"""`manage.py run_due`: whatever is due by now, of every app."""

import logging
import time
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils import timezone
from django.utils.module_loading import import_string

from ground.due import FAILED

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do what is due by now. Safe to run at any time, and twice at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--every", type=int, metavar="SECONDS", help="do it again and again, until stopped"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["every"]:
            return self._do_what_is_due(**options)
        while True:
            close_old_connections()
            with suppress(CommandError):  # it is in the log, and tried again
                self._do_what_is_due(**options)
            time.sleep(options["every"])

    def _do_what_is_due(self, **options: Any) -> None:
        """Each part of the work, whatever becomes of the others; an error if any has failed."""
        at = timezone.now()
        unfinished = []
        for name in settings.DUE_WORK:
            try:
                done = import_string(name)(at=at)
            except Exception:
                log.exception("%s failed", name)
                done = {FAILED: 1}
            told = ", ".join(f"{count} {what}" for what, count in done.items() if count)
            if told or options["verbosity"] > 1:
                self.stdout.write(f"{name}: {told or 'nothing'}")
            if done.get(FAILED):
                unfinished.append(name)
        if unfinished:
            raise CommandError(f"Not all could be finished, see the log: {', '.join(unfinished)}.")
