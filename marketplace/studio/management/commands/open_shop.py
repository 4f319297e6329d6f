"""`manage.py open_shop FILE`: open an artisan's shop from a small file; `--check` only tells.

docs/operate.md shows such a file.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from ground.typed import facts
from marketplace.studio.actions.shops import CannotOpen, open_shop


class Command(BaseCommand):
    help = "Open the shop of an artisan, or say what stands in the way."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help=facts.HELP)
        parser.add_argument("--check", action="store_true", help="write nothing, only tell")

    def handle(self, *args: Any, **options: Any) -> None:
        said = facts.facts_in(options["file"])
        try:
            with transaction.atomic():
                artisan = open_shop(said)
                transaction.set_rollback(options["check"])
        except CannotOpen as refused:
            raise facts.because("The shop stays closed", refused.reasons) from refused
        done = "can be opened" if options["check"] else "is open"
        self.stdout.write(f"{artisan.name} {done}: {artisan.get_absolute_url()}")
