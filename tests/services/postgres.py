"""A throw-away PostgreSQL cluster: made by initdb, without durability, as an unprivileged user."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.services.processes import HOST, folder, free_port, process, unprivileged

USER = "terril"

# Nothing here outlives the tests: no write waits for the disk.
SETTINGS = {
    "listen_addresses": HOST,
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "jit": "off",  # as docs/deploy.md has it
}


def find() -> Path | None:
    """The folder of the newest server's programs, None where it is not installed.

    Distributions keep them off PATH, a folder for each version.
    """
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin/initdb")
    newest = max(debian, key=lambda path: int(path.parts[4]), default=None)
    initdb = newest or shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@contextmanager
def cluster() -> Iterator[str]:
    """Run one for the length of the block; gives an empty database's URL. Raises ServiceFailed."""
    programs, port = find(), free_port()
    assert programs is not None, "ask find() first"
    with folder("pg", owner=unprivileged()) as home:
        data = home / "data"
        initdb(programs, data)
        settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
        command = [
            str(programs / "postgres"),
            "-D",
            str(data),
            "-k",
            str(home),
            "-p",
            str(port),
        ]
        url = f"postgres://{USER}@{HOST}:{port}/postgres"
        with process(
            [*command, *settings],
            home=home,
            log=home / "log",
            ready=lambda: answers(url),
            owner=unprivileged(),
        ):
            yield url


def initdb(programs: Path, data: Path) -> None:
    options = ["--no-sync", "--auth=trust", f"--username={USER}", "--encoding=UTF8"]
    subprocess.run(
        [programs / "initdb", "-D", data, *options, "--locale=C.UTF-8"],
        check=True, user=unprivileged(), cwd=data.parent, stdout=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=1).close()
    except psycopg.OperationalError:
        return False
    return True
