"""`manage.py index_search`: writes anew what the search finds."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from cms.indexing import index_everything
from cms.models import SearchEntry


class Command(BaseCommand):
    help = "Write anew what can be found. Needed after rows were written past the models."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="only where nothing is found")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and SearchEntry.objects.exists():
            return
        self.stdout.write(f"{index_everything()} entries")
