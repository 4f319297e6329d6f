"""`manage.py make_shelves FILE`: make the shelves of the shop from a small file.

docs/operate.md shows such a file.
"""

import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from marketplace.shop.actions.shelves import make_shelves


class Command(BaseCommand):
    help = "Make the shelves of the shop, or change the words of those that are there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a TOML file, or -: docs/operate.md")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            text = sys.stdin.read() if str(file) == "-" else file.read_text()
            count = make_shelves(tomllib.loads(text))
        except OSError as wrong:
            raise CommandError(f"The file cannot be read: {wrong}") from wrong
        except tomllib.TOMLDecodeError as wrong:
            raise CommandError(f"This is no TOML: {wrong}") from wrong
        except ValidationError as refused:
            lines = "\n".join(f"  - {reason}" for reason in refused.messages)
            raise CommandError(f"No shelf is made:\n{lines}") from refused
        self.stdout.write(f"{count} shelves stand as the file says.")
