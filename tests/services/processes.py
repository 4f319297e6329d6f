"""A server process of our own: on a free port, as an unprivileged user, gone when done."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"


class ServiceFailed(Exception):
    """A server of the tests did not start; the message holds what it said."""


def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def unprivileged() -> str | None:
    """Whom to run as where a server refuses root; None where we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def folder(name: str, *, owner: str | None) -> Iterator[Path]:
    """A temporary folder, its path short as sockets need, given to its owner if one is named."""
    path = Path(tempfile.mkdtemp(prefix=f"terril-{name}-"))
    try:
        if owner:
            shutil.chown(path, owner)
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def process(
    command: Sequence[str],
    *,
    home: Path,
    log: Path,
    ready: Callable[[], bool],
    owner: str | None,
    env: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run a server in a folder until the block ends. Raises ServiceFailed if it never is ready.

    `ready` is asked again and again, a minute at most; an OSError from it means not yet.
    """
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=home, env=env, user=owner, stdout=output, stderr=output,
            stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    try:
        _wait(server, ready, log)
        yield
    finally:
        server.send_signal(signal.SIGINT)  # PostgreSQL's "fast" end; Redis saves nothing
        server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> None:
    start = time.monotonic()
    while time.monotonic() - start < 60 and server.poll() is None:
        try:
            if ready():
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise ServiceFailed(log.read_text(errors="replace"))
