"""The platform as `make run` serves it: a process of its own, a database and files of its own."""

import email
import os
import shutil
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default as modern
from pathlib import Path
from typing import Any

from scripts.console import ROOT, VAR
from scripts.stamps import fingerprint
from tests.services.database import KEPT, locked, sqlite_template
from tests.services.processes import HOST, folder, free_port, process

SETTINGS = "tests.e2e.settings"


@dataclass(frozen=True)
class Site:
    """A running platform: where it answers, and the folder that it writes to."""

    url: str
    var: Path

    @property
    def mails(self) -> list[EmailMessage]:
        """All mails sent so far, oldest first."""
        files = sorted((self.var / "mails").glob("*.log"), key=lambda path: path.stat().st_mtime)
        parts = [part for path in files for part in path.read_bytes().split(b"\n" + b"-" * 79)]
        return [
            email.message_from_bytes(part.lstrip(), policy=modern) for part in parts if part.strip()
        ]

    def mails_to(self, address: str) -> list[EmailMessage]:
        """Those sent to one person, oldest first."""
        return [mail for mail in self.mails if mail["To"] == address]

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the database as it stands, for what no page says."""
        with closing(sqlite3.connect(f"file:{self.var / 'db.sqlite3'}?mode=ro", uri=True)) as rows:
            return rows.execute(query, values).fetchall()

    def manage(self, *command: str) -> str:
        """Run a management command on this site's data; gives what it printed."""
        return manage(self.var, *command)


@contextmanager
def running(**more: str) -> Iterator[Site]:
    """A fresh platform with the demonstration loaded, for the length of the block.

    `more`: of the environment that its settings read.
    """
    template, port = demonstration(), free_port()
    url = f"http://{HOST}:{port}"
    with folder("site", owner=None) as var:
        # Links, not copies: pictures are many, and a file that changes is written anew.
        shutil.copytree(
            template, var, symlinks=True, dirs_exist_ok=True, copy_function=link_or_copy
        )
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"]
        address = ["--host", HOST, "--port", str(port), "config.wsgi:application"]
        with process(
            [*command, *address], home=ROOT, log=var / "log", ready=lambda: answers(url),
            env={**environment(var), "BASE_URL": url, **more}, owner=None,
        ):  # fmt: skip
            yield Site(url, var)


def demonstration() -> Path:
    """A folder with the migrated database and the demonstration in it, made once."""
    migrated = sqlite_template()
    sources = ["demo/**/*", "cms/management/commands/*.py", "ground/**/*.py", "marketplace/**/*.py"]
    kept = KEPT / f"{migrated.stem}-{fingerprint(sources)[:16]}"
    with locked(kept):
        if not kept.exists():
            part = kept.with_name(f"part-{kept.name}")
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            (VAR / "pictures").mkdir(exist_ok=True)
            (part / "pictures").symlink_to(VAR / "pictures")  # drawn once for everybody
            shutil.copyfile(migrated, part / "db.sqlite3")
            manage(part, "load_demo")
            part.replace(kept)
    return kept


def manage(var: Path, *command: str) -> str:
    result = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT, env=environment(var), check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return result.stdout


def environment(var: Path) -> dict[str, str]:
    ours = {"DJANGO_SETTINGS_MODULE": SETTINGS, "VAR_DIR": str(var)}
    others = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    return {**others, **ours}


def link_or_copy(source: str, target: str) -> None:
    """Databases are written in place, so they are copied; other files are linked."""
    if ".sqlite3" in source:
        shutil.copyfile(source, target)
    else:
        os.link(source, target)


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
    except urllib.error.HTTPError:
        return False
    return True


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    demonstration()
