"""A throw-away redis-server that keeps nothing on disk."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from tests.services.processes import HOST, folder, free_port, process


def find() -> str | None:
    """The server's program, None where it is not installed."""
    return shutil.which("redis-server")


@contextmanager
def server() -> Iterator[str]:
    """Run one for the length of the block; gives its URL. Raises ServiceFailed."""
    program, port = find(), free_port()
    assert program is not None, "ask find() first"

    def answers() -> bool:
        with socket.create_connection((HOST, port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")

    options = ["--port", str(port), "--bind", HOST, "--save", "", "--appendonly", "no"]
    with (
        folder("redis", owner=None) as home,
        process(
            [program, *options, "--dir", str(home)],
            home=home,
            log=home / "log",
            ready=answers,
            owner=None,
        ),
    ):
        yield f"redis://{HOST}:{port}/0"
