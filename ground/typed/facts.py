"""Facts that an operator hands to a command, as a small TOML file or through a pipe."""

import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

HELP = "a TOML file, or -: docs/operate.md"


def facts_in(file: Path) -> dict[str, Any]:
    """What the file says; "-" is standard input. Raises CommandError where it cannot be read."""
    try:
        return tomllib.loads(sys.stdin.read() if str(file) == "-" else file.read_text())
    except OSError as wrong:
        raise CommandError(f"The file cannot be read: {wrong}") from wrong
    except tomllib.TOMLDecodeError as wrong:
        raise CommandError(f"This is no TOML: {wrong}") from wrong


def because(what: str, reasons: Iterable[object]) -> CommandError:
    """What did not happen, with a line for each reason."""
    return CommandError(f"{what}:\n" + "\n".join(f"  - {reason}" for reason in reasons))
