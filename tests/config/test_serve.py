"""The server renews itself without losing a request, and shares its place with nobody."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.console import ROOT

pytestmark = pytest.mark.django_db  # for the address of a database


def ask(path: Path) -> int:
    connection = http.client.HTTPConnection("localhost", timeout=30)
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(str(path))
    connection.request("GET", "/healthz")
    status = connection.getresponse().status
    connection.close()
    return status


def until(happens: Callable[[], object], process: subprocess.Popen[str]) -> None:
    for _ in range(1800):
        if happens():
            return
        assert process.poll() is None, process.stdout and process.stdout.read()
        time.sleep(0.1)
    pytest.fail("never happened")


def start(*where: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "config.serve", *where],
        cwd=ROOT,
        env={
            **os.environ,
            "SERVE_WORKERS": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings.demo",
            "LOG_LEVEL": "WARNING",  # a line a request would fill the pipe, which nobody empties
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture
def name() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="terril-") as folder:  # short, as sockets need
        yield Path(folder) / "web.sock"


def test_no_request_is_lost_while_new_processes_take_over(name):
    server = start(str(name))
    try:
        until(name.exists, server)
        first, answers, done = name.resolve(), [], threading.Event()

        def visit() -> None:
            while not done.is_set():
                answers.append(ask(name))

        visitor = threading.Thread(target=visit)
        visitor.start()
        server.send_signal(signal.SIGHUP)
        until(lambda: name.resolve() != first, server)
        until(lambda: not first.exists(), server)
        done.set()
        visitor.join()
        assert set(answers) == {200}
        second = start(str(name))
        said, _ = second.communicate(timeout=180)
        assert (second.returncode, said) == (1, f"{name} is served by another process.\n")
    finally:
        server.terminate()
        server.communicate(timeout=180)
    assert server.returncode == 0


def test_a_port_is_not_shared():
    with socket.socket() as other:
        # As granian listens: whoever does the same would get every second request.
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        server = start(str(port))
        said, _ = server.communicate(timeout=180)
    assert server.returncode == 1
    assert said == f"Port {port} of 127.0.0.1 cannot be had: Address already in use.\n"
