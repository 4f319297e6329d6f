"""`manage.py load_demo`: the demo destination, in French and English."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.models import HomePage
from demo.load import draw, load
from demo.shelf import key_of


class Command(BaseCommand):
    help = "Load the demo destination. Does nothing where it is loaded already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--renew", action="store_true", help="read the words again and bring all up to date"
        )
        parser.add_argument(
            "--draw", action="store_true", help="only draw the pictures; needs no database"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["draw"]:
            draw(say=self.say)
            return
        loaded = HomePage.objects.filter(translation_key=key_of("home")).exists()
        if not loaded and HomePage.objects.exists():
            raise CommandError("This site has pages of its own: the demo wants an empty one.")
        if loaded and not options["renew"]:
            self.stdout.write("The demo is loaded. --renew reads its words again.")
            return
        load(say=self.say)

    def say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()
