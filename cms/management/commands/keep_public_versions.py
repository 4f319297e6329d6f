"""`manage.py keep_public_versions`: gives pages that a program made the version that is public."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.publishing import keep_public_versions


class Command(BaseCommand):
    help = "Write down, as a published version, every live page that has none. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{keep_public_versions()} pages now have one.")
