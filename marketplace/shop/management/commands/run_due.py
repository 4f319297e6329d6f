from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.module_loading import import_string


class Command(BaseCommand):
    help = "Do what is due by now. Safe to run at any time, and twice at once."

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        for name in settings.DUE_WORK:
            done = import_string(name)(at=at)
            told = ", ".join(f"{count} {what}" for what, count in done.items() if count)
            if told or options["verbosity"] > 1:
                self.stdout.write(f"{name}: {told or 'nothing'}")
