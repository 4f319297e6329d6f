#!/usr/bin/env python
"""Run a management command: `python manage.py help` lists them."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.INSTALLED_APPS  # noqa: B018  (the first question reads them)
    except ImproperlyConfigured as wrong:
        sys.exit(f"{os.environ['DJANGO_SETTINGS_MODULE']}: {wrong}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
