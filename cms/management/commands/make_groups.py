"""`manage.py make_groups`: who may do what, where no demonstration is loaded.

A step of the deployment rather than a receiver of post_migrate: that is sent app by app, ours
before the rights of later apps exist; it would run at each migration, also of each test database;
and who changed a group by hand could not tell when it will be touched again.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

import cms.roles
import incubator.roles


class Command(BaseCommand):
    help = "Make the groups of those who work here. Those that are there stay as they are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--restore",
            action="store_true",
            help="give each group back exactly the rights it should have",
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        for roles in (cms.roles, incubator.roles):
            done = roles.make_groups(restore=options["restore"])
            told = "made" if done else "left as they are; --restore gives them back their rights"
            self.stdout.write(f"{roles.__name__}: {told}")
