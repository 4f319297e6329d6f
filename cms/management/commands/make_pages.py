"""`manage.py make_pages`: what editors begin with, where no demonstration is loaded."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.frame import make_pages


class Command(BaseCommand):
    help = "Make the front page and the empty lists. Does nothing where there is a front page."

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_pages()
        self.stdout.write("Made, in each language." if made else "There is a front page already.")
