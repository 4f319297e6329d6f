"""`make lint`: every check that reads the code instead of running it, one after the other.

Style and types (ruff, mypy), directions (import-linter), templates (djlint), migrations that are
missing, words without a French translation, and addresses of package indexes.
"""

import os
import shutil
import subprocess
import time

from scripts.console import ROOT, run
from scripts.environment import PYTHON, VENV

CHECKS = {
    "style": ["ruff", "check", "--quiet", "."],
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy", "--no-error-summary"],
    "directions": ["lint-imports", "--no-logo"],
    "templates": ["djlint", "--lint", "--quiet", "templates"],
    "migrations": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
    "translations": [PYTHON, "-m", "scripts.messages", "--check"],
    "addresses": [PYTHON, "-m", "scripts.check_addresses"],
}


def main() -> int:
    """Run all checks; what a failed one said is printed below its name. 1 if any failed."""
    return max([_passes(name, command) for name, command in CHECKS.items()])


def _passes(name: str, command: list[str]) -> int:
    started = time.monotonic()
    tool = shutil.which(command[0], path=str(VENV / "bin")) or command[0]
    result = subprocess.run(
        [tool, *command[1:]],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
        capture_output=True,
        text=True,
        check=False,
    )
    failed = result.returncode != 0
    print(f"  {'✗' if failed else '✓'} {name} ({time.monotonic() - started:.0f} s)", flush=True)
    if failed:
        print(result.stdout + result.stderr, flush=True)
    return int(failed)


if __name__ == "__main__":
    run(main)
