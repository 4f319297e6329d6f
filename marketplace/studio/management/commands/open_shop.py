"""`manage.py open_shop FILE`: open an artisan's shop from a small file; `--check` only tells.

docs/operate.md shows such a file.
"""

import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from marketplace.studio.actions.shops import CannotOpen, open_shop


class Command(BaseCommand):
    help = "Open the shop of an artisan, or say what stands in the way."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a TOML file, or -: docs/operate.md")
        parser.add_argument("--check", action="store_true", help="write nothing, only tell")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            file: Path = options["file"]
            text = sys.stdin.read() if str(file) == "-" else file.read_text()
            facts = tomllib.loads(text)
            with transaction.atomic():
                artisan = open_shop(facts)
                transaction.set_rollback(options["check"])
        except OSError as wrong:
            raise CommandError(f"The file cannot be read: {wrong}") from wrong
        except tomllib.TOMLDecodeError as wrong:
            raise CommandError(f"This is no TOML: {wrong}") from wrong
        except CannotOpen as refused:
            lines = "\n".join(f"  - {reason}" for reason in refused.reasons)
            raise CommandError(f"The shop stays closed:\n{lines}") from refused
        done = "can be opened" if options["check"] else "is open"
        self.stdout.write(f"{artisan.name} {done}: {artisan.get_absolute_url()}")
