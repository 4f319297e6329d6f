"""`manage.py make_shelves FILE`: make the shelves of the shop from a small file.

docs/operate.md shows such a file.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand

from ground.typed import facts
from marketplace.shop.actions.shelves import make_shelves


class Command(BaseCommand):
    help = "Make the shelves of the shop, or change the words of those that are there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help=facts.HELP)

    def handle(self, *args: Any, **options: Any) -> None:
        said = facts.facts_in(options["file"])
        try:
            count = make_shelves(said)
        except ValidationError as refused:
            raise facts.because("No shelf is made", refused.messages) from refused
        self.stdout.write(f"{count} shelves stand as the file says.")
