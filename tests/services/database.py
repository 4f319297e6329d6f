"""One migrated database, made once and copied for every test process.

Migrating takes about a minute, nearly all of it Django's own work on model states; so the result
is kept in `var/testdb/` by the hash of all migrations and locked versions. SQLite's is the file
itself, PostgreSQL's a dump that fills the template database of the throw-away cluster. Where
migrations were only added since one was made, a copy of that one is migrated further.

A test that commits is undone by copying the template again: faster than emptying 300 tables, and
the rows that migrations made (Wagtail's root page, the languages) are still there afterwards.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from psycopg import sql

from scripts.console import ROOT, VAR
from scripts.stamps import MIGRATIONS, fingerprint, lines
from tests.services import postgres

KEPT = VAR / "testdb"
TEMPLATE = "template_terril"


def template_file(suffix: str) -> Path:
    """Where the migrated database of these sources is kept."""
    return KEPT / f"{fingerprint(MIGRATIONS, *_words())[:16]}.{suffix}"


def _words() -> list[str]:
    """What a migrated database depends on beside the files."""
    return [
        *settings.INSTALLED_APPS,
        settings.LANGUAGE_CODE,
        *settings.MODELTRANSLATION_LANGUAGES,
    ]


def sqlite_template() -> Path:
    """The migrated SQLite file, made if it is not there yet."""
    return _made_once(template_file("sqlite3"), _migrate_sqlite)


def postgres_template(cluster: str) -> None:
    """Fill the cluster's template database, from the kept dump if there is one.

    Safe to call from several processes: the first does the work.
    """
    template = _with_name(cluster, TEMPLATE)

    def migrate_and_dump(target: Path, earlier: Path | None) -> None:
        _execute(cluster, "CREATE DATABASE {}", TEMPLATE)
        if earlier:
            _fill(template, earlier)
        _migrate(template)
        _client("pg_dump", template, "--no-owner", f"--file={target}")

    kept = _made_once(template_file("sql"), migrate_and_dump)
    with locked(kept):
        if not _exists(cluster, TEMPLATE):
            _execute(cluster, "CREATE DATABASE {}", TEMPLATE)
            _fill(template, kept)


def _fill(database: str, dump: Path) -> None:
    _client("psql", database, "-qX1", "-vON_ERROR_STOP=1", "-o/dev/null", f"-f{dump}")


class SqliteCopy:
    """A test process's own file. It stands in a folder that `remove` throws away."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="terril-db-"))
        self.name = str(self.folder / "test.sqlite3")
        self.url = f"sqlite:///{self.name}"
        self.restore()

    def restore(self) -> None:
        """Make it equal to the template, whoever else has it open."""
        with (
            closing(sqlite3.connect(sqlite_template())) as template,
            closing(sqlite3.connect(self.name, timeout=20)) as copy,
        ):
            template.backup(copy)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class PostgresCopy:
    """A test process's own database in the cluster that the URL leads to."""

    def __init__(self, cluster: str, name: str) -> None:
        self.cluster, self.name = cluster, name
        self.url = _with_name(cluster, name)
        postgres_template(cluster)
        self.restore()

    def restore(self) -> None:
        """Make it equal to the template; connections to it are cut."""
        self.remove()
        _execute(self.cluster, "CREATE DATABASE {} TEMPLATE {}", self.name, TEMPLATE)

    def remove(self) -> None:
        _execute(self.cluster, "DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)


def _migrate_sqlite(target: Path, earlier: Path | None) -> None:
    if earlier:
        shutil.copyfile(earlier, target)
    _migrate(f"sqlite:///{target}")
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it


def _migrate(url: str) -> None:
    """Migrate in a process of its own, which leaves nothing behind in this one."""
    where = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    command = [sys.executable, "manage.py", "migrate", "-v0", "--no-input"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **where}, check=True)


def _made_once(target: Path, make: Callable[[Path, Path | None], None]) -> Path:
    """The target, made beside its place and moved there when whole; one process makes it.

    `make` is also given the newest one that lacks nothing but later migrations, or None. What each
    was made from stands beside it.
    """
    with locked(target):
        if not target.exists():
            part, made_from = target.with_name(f"part-{target.name}"), _made_from()
            part.unlink(missing_ok=True)
            make(part, _earlier(target.suffix, made_from))
            _note_of(target).write_text("\n".join(sorted(made_from)))
            part.replace(target)
    return target


def _made_from() -> set[str]:
    return {*lines(MIGRATIONS), *_words()}


def _earlier(suffix: str, made_from: set[str]) -> Path | None:
    """The newest kept database that was made from a part of these sources, none of them changed."""
    kept = sorted(KEPT.glob(f"[!p]*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
    fitting = (path for path in kept if _note_of(path).exists())
    return next(
        (path for path in fitting if set(_note_of(path).read_text().splitlines()) <= made_from),
        None,
    )


def _note_of(kept: Path) -> Path:
    return kept.with_suffix(f"{kept.suffix}.sources")


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Let one process at a time make or use what is kept there."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with target.with_suffix(f"{target.suffix}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _exists(cluster: str, name: str) -> bool:
    with psycopg.connect(cluster) as connection:
        query = "SELECT 1 FROM pg_database WHERE datname = %s"
        return connection.execute(query, [name]).fetchone() is not None


def _execute(cluster: str, statement: str, *names: str) -> None:
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _with_name(url: str, name: str) -> str:
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def _client(program: str, url: str, *options: str) -> None:
    programs = postgres.find()
    assert programs is not None
    subprocess.run([programs / program, *options, f"--dbname={url}"], check=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    if sys.argv[1:]:
        postgres_template(sys.argv[1])
    else:
        sqlite_template()
